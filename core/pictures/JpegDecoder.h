#pragma once

#include <QByteArray>

#include <opencv2/core/mat.hpp>

namespace core {

/// What libjpeg made of a file: RGB (CV_8UC3), not turned.
struct JpegPixels {
    cv::Mat rgb;
    bool truncated = false; // ended early; the missing part is grey
};

/// Decodes at 1/`reduction` (1, 2, 4, 8). libjpeg itself, because OpenCV hides its warnings (which tell a cut file) and reads
/// every CMYK file as if Adobe had inverted it. Empty `rgb`: not a single row could be read. Private to pictures.
JpegPixels decodeJpeg(const QByteArray& bytes, int reduction);

} // namespace core
