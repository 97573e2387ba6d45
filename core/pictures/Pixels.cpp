#include "core/pictures/Pixels.h"

#include "core/pictures/StoredPixels.h"

#include <QColor>

#include <opencv2/imgproc.hpp>

#include <new>

namespace core {

cv::Mat StoredPixels::make(int width, int height, Fill fill)
{
    image = QImage(width, height, QImage::Format_RGB888);
    if (image.isNull())
        throw std::bad_alloc();
    if (fill == Fill::Grey)
        image.fill(QColor(128, 128, 128));
    return cv::Mat(height, width, CV_8UC3, image.bits(), size_t(image.bytesPerLine()));
}

QImage upright(QImage picture, int orientation)
{
    if (orientation <= 1 || orientation > 8)
        return picture;
    const auto pixelsOf = [](QImage& image) { return cv::Mat(image.height(), image.width(), CV_8UC3, image.bits(), size_t(image.bytesPerLine())); };
    cv::Mat in = pixelsOf(picture);
    if (orientation <= 4) {
        cv::flip(in, in, orientation == 2 ? 1 : orientation == 3 ? -1 : 0);
        return picture;
    }
    QImage turned(picture.height(), picture.width(), QImage::Format_RGB888);
    if (turned.isNull())
        throw std::bad_alloc();
    cv::Mat out = pixelsOf(turned);
    cv::transpose(in, out);
    if (orientation == 6)
        cv::flip(out, out, 1);
    else if (orientation == 7)
        cv::flip(out, out, -1);
    else if (orientation == 8)
        cv::flip(out, out, 0);
    return turned;
}

cv::Mat toMat(const QImage& image)
{
    Q_ASSERT(image.format() == QImage::Format_RGB888);
    return cv::Mat(image.height(), image.width(), CV_8UC3, const_cast<uchar*>(image.constBits()), size_t(image.bytesPerLine()));
}

QImage resized(const QImage& image, QSize size)
{
    if (image.size() == size)
        return image;
    QImage out(size, QImage::Format_RGB888);
    cv::Mat target(size.height(), size.width(), CV_8UC3, out.bits(), size_t(out.bytesPerLine()));
    const bool smaller = size.width() <= image.width() && size.height() <= image.height();
    cv::resize(toMat(image), target, target.size(), 0, 0, smaller ? cv::INTER_AREA : cv::INTER_LINEAR);
    return out;
}

} // namespace core
