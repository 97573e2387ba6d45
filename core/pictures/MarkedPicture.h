#pragma once

#include <QColor>
#include <QImage>
#include <QRectF>
#include <QString>

#include <vector>

namespace core {

/// Something that is said about a picture, drawn into a copy of it.
struct Mark {
    QRectF rect; // px of the picture; null: about the whole picture, and only the label is drawn
    QColor colour;
    QString label; // empty: none
};

/// Pictures with what was found in them, for people to look at or to pass on. Pure functions of pixels (Format_RGB888 in and out); the
/// pictures of a person are read elsewhere and never written.
namespace MarkedPicture {

/// Boxes with a dark and a light edge, so that they show on any picture, and their labels. Labels need a QGuiApplication for its
/// fonts; without one only the boxes are drawn.
QImage withMarks(const QImage& picture, const std::vector<Mark>& marks);
/// The boxes made unrecognisable: each is averaged to at most six cells a side, from which nothing finer can be won back.
QImage withBlurred(const QImage& picture, const std::vector<QRectF>& boxes);
/// The pixels of a box, rounded outward and inside the picture; null when no pixel of it lies there.
QImage crop(const QImage& picture, const QRectF& box);

/// As a file: JPEG (quality 92) or PNG. `name`: whose ending decides, .jpg and .jpeg for JPEG. Throws Error when there is no memory for it.
QByteArray encoded(const QImage& picture, const QString& name);
/// The name that a picture made of this one has: the same where it can be written, else with .png at its end.
QString encodedName(const QString& name);

} // namespace MarkedPicture

} // namespace core
