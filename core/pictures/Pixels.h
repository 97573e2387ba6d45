#pragma once

#include <QImage>

#include <opencv2/core/mat.hpp>

namespace core {

/// OpenCV's side of PictureFile. Private to pictures.

/// Turns and mirrors as EXIF says, 1..8; in place where the sides keep their lengths. Throws std::bad_alloc.
QImage upright(QImage picture, int orientation);
/// Shares the pixels of a Format_RGB888 image.
cv::Mat toMat(const QImage& image);
/// Area averaging when smaller, bilinear when larger (the rule of every cache and thumbnail).
QImage resized(const QImage& image, QSize size);

} // namespace core
