#pragma once

#include <QString>

namespace core {

class Reading;

/// What a text file of annotations seems to be, by its name and its first bytes: "COCO captions", "labelme", "CVAT (XML)" …
/// Empty: nothing that is known. Translated.
QString annotationKind(const QString& path);

/// Names the files below the source that look like annotations and that no reader took: nothing is passed over in silence. They are
/// rejections when the source was read as plain pictures, since then what they say is lost; else notices.
void nameLeftovers(Reading& reading);

} // namespace core
