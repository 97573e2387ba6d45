#pragma once

#include "core/dataset/Image.h"

#include <QByteArray>
#include <QString>

namespace core {

/// What decoding a picture once showed, beyond its header.
struct PictureProbe {
    Health health = Health::Good; // Good, Truncated (a part is missing or damaged) or Undecodable
    QString code;                 // of the PictureError when it is undecodable: undecodable, unsupported_kind, too_large …
    QString why;                  // its sentence
};

/// Decodes the picture at the smallest size that still passes over all of its bytes. Never throws for what is in the file.
PictureProbe probePicture(const QByteArray& bytes, const QString& path);
/// The same, and keeps a thumbnail of it below the cache folder, where Thumbnails finds it.
PictureProbe probePicture(const QByteArray& bytes, const ImageRecord& image, const QString& cacheFolder);

} // namespace core
