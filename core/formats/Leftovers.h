#pragma once

#include <QString>

namespace core {

class Reading;
struct SourceTree;

/// What a text file of annotations seems to be, by its name and its first bytes: "COCO captions", "labelme", "CVAT (XML)" …
/// Empty: nothing that is known. Translated.
QString annotationKind(const QString& path);

/// Names the files below the source that look like annotations and that no reader took: nothing is passed over in silence. They are
/// rejections when the source was read as plain pictures, since then what they say is lost; else notices. `given`: the tree that the
/// person named; the reading may have gone down into the only folder of it. Rows are relative to the tree of the reading.
void nameLeftovers(Reading& reading, const SourceTree& given);

} // namespace core
