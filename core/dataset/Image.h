#pragma once

#include "core/base/Id.h"
#include "core/dataset/Split.h"

#include <QByteArray>
#include <QSize>
#include <QString>
#include <QUuid>

namespace core {

/// Whether a picture can be trusted. Only Good ones are trained on; accepting an Odd or Truncated one makes it Good.
/// Values are stored in project files.
enum class Health { Good = 0, Missing = 1, Changed = 2, Truncated = 3, Undecodable = 4, Odd = 5 };

/// One picture of a project as the catalogue knows it. The pixels stay where the person keeps them.
struct ImageRecord {
    ImageId id;
    QUuid uuid;
    QString path;           // absolute, resolved from root and relative path
    QString relativePath;   // below its root, with '/'
    qint64 bytes = 0;
    qint64 mtimeNs = 0;
    QByteArray sha256;      // 32 bytes, or empty while not hashed
    int format = 0;         // PictureKind
    QSize size;             // oriented (after EXIF), pixels
    int orientation = 1;    // EXIF, 1..8
    int frames = 1;
    int bits = 8;
    int channels = 3;
    Health health = Health::Good;
    int decoded = 0;        // the decoder revision with which it was decoded as a whole; 0: never
    Split split = Split::Unassigned;
    QString sourceId;       // the id its source gave it (COCO image_id), or empty

    QString name() const { return relativePath.section(QLatin1Char('/'), -1); }
    bool operator==(const ImageRecord&) const = default;
};

} // namespace core
