#pragma once

#include <QImage>

#include <opencv2/core/mat.hpp>

namespace core {

/// OpenCV's side of PictureFile. Private to pictures.

/// Any matrix of imdecode (grey, BGR, BGRA; 8 or 16 bits) -> RGB, CV_8UC3: 16 bits by (v·255+32767)/65535, alpha over white.
/// Empty for other depths. `looks12Bit`: 16 bits with no value above 4095.
cv::Mat toRgb(const cv::Mat& decoded, bool& looks12Bit);
/// Turns and mirrors as EXIF says, 1..8.
cv::Mat upright(const cv::Mat& picture, int orientation);
/// Copies.
QImage toImage(const cv::Mat& rgb);
/// Shares the pixels of a Format_RGB888 image.
cv::Mat toMat(const QImage& image);
/// Area averaging when smaller, bilinear when larger (the rule of every cache and thumbnail).
QImage resized(const QImage& image, QSize size);

} // namespace core
