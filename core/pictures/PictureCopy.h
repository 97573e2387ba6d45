#pragma once

#include "core/pictures/PictureFile.h"

namespace core {

/// A picture's file as it leaves a project. Pure functions of the bytes, safe on any thread.
struct PictureCopy {
    enum class Metadata { Keep, Drop };

    QByteArray bytes;
    bool isTurned = false;    // written upright, pixels encoded anew, without metadata
    bool isConverted = false; // of a kind that metadata cannot be taken out of: written as PNG

    /// One whose camera only noted how to turn it is written upright, since other programs do not agree on whom the boxes are right for:
    /// JPEG as JPEG (quality 95), others as PNG of 8 bits. All others go out byte for byte, or, with Metadata::Drop, without what their file
    /// tells besides the pixels and their colours: place, time, camera, comments, thumbnails, anything behind the end. Throws
    /// PictureError.
    static PictureCopy of(const QByteArray& bytes, const QString& path, Metadata metadata);
    /// The suffix that the copy's name gets, without dot; empty: the name stays.
    static QString suffixOf(PictureKind kind, int orientation, Metadata metadata);
};

} // namespace core
