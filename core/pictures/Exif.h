#pragma once

#include <QByteArray>

namespace core {

/// Orientation 1..8 from a block of EXIF (a TIFF structure); absent, broken, 0 or above 8: 1. Private to pictures.
int exifOrientation(const QByteArray& tiff);

} // namespace core
