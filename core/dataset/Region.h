#pragma once

#include "core/dataset/Image.h"

#include <QImage>
#include <QRect>
#include <QRectF>

namespace core {

/// What part of which picture something is about: the whole picture, as in a view of its own, or the crop of a box, as in a view
/// below a detection. Boxes in a region are always in px of the whole upright picture.
struct Region {
    ImageRecord image;
    BoxId box;  // whose crop it is; none: the whole picture
    QRect crop; // px of the upright picture, inside it; null: the whole picture

    bool isWhole() const { return crop.isNull(); }
    /// The part itself, whole or not: px of the upright picture. Empty while the size of the picture is not known.
    QRect part() const { return isWhole() ? QRect(QPoint(0, 0), image.size) : crop; }
    bool operator==(const Region&) const = default;
};

/// The pixels of a region at some size, and which part of the picture they show.
struct RegionPixels {
    QImage image; // Format_RGB888, upright
    QRect part;   // px of the upright picture
};

/// The crop of a box: grown on each side by `marginPercent` (0..100) of its shorter side, clipped to the picture, rounded outward to
/// whole px, at least 2 × 2 (less only where the picture itself is smaller).
QRect cropAround(const QRectF& box, int marginPercent, QSize picture);

/// Intersection over union of two boxes; of a box with an ignore region: the share of the box that lies inside it
/// (COCO's rule for crowds). 0..1.
double overlapOf(const QRectF& box, const QRectF& truth, bool truthIsIgnoreRegion = false);

/// The same bytes for the same pixels: 48, made of the picture's SHA-256 and the crop. Empty while the picture is not hashed.
QByteArray contentKey(const Region& region);

} // namespace core
