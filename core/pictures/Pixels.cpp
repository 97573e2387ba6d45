#include "core/pictures/Pixels.h"

#include <opencv2/imgproc.hpp>

namespace core {

namespace {

cv::Mat toEightBits(const cv::Mat& deep, bool& looks12Bit)
{
    cv::Mat out(deep.rows, deep.cols, CV_MAKETYPE(CV_8U, deep.channels()));
    int highest = 0;
    for (int y = 0; y < deep.rows; ++y) {
        const auto* in = deep.ptr<ushort>(y);
        auto* to = out.ptr<uchar>(y);
        for (int i = 0; i < deep.cols * deep.channels(); ++i) {
            highest = std::max<int>(highest, in[i]);
            to[i] = uchar((unsigned(in[i]) * 255u + 32767u) / 65535u);
        }
    }
    looks12Bit = highest > 0 && highest < 4096;
    return out;
}

cv::Mat overWhite(const cv::Mat& bgra)
{
    cv::Mat out(bgra.rows, bgra.cols, CV_8UC3);
    for (int y = 0; y < bgra.rows; ++y) {
        const auto* in = bgra.ptr<uchar>(y);
        auto* to = out.ptr<uchar>(y);
        for (int x = 0; x < bgra.cols; ++x, in += 4, to += 3) {
            const int alpha = in[3];
            for (int c = 0; c < 3; ++c) // BGR -> RGB on the way
                to[c] = uchar((in[2 - c] * alpha + 255 * (255 - alpha) + 127) / 255);
        }
    }
    return out;
}

} // namespace

cv::Mat toRgb(const cv::Mat& decoded, bool& looks12Bit)
{
    looks12Bit = false;
    if (decoded.empty() || (decoded.depth() != CV_8U && decoded.depth() != CV_16U))
        return {};
    const cv::Mat eight = decoded.depth() == CV_16U ? toEightBits(decoded, looks12Bit) : decoded;
    cv::Mat rgb;
    switch (eight.channels()) {
    case 1: cv::cvtColor(eight, rgb, cv::COLOR_GRAY2RGB); return rgb;
    case 3: cv::cvtColor(eight, rgb, cv::COLOR_BGR2RGB); return rgb;
    case 4: return overWhite(eight);
    default: return {};
    }
}

cv::Mat upright(const cv::Mat& picture, int orientation)
{
    cv::Mat out;
    switch (orientation) {
    case 2: cv::flip(picture, out, 1); return out;
    case 3: cv::rotate(picture, out, cv::ROTATE_180); return out;
    case 4: cv::flip(picture, out, 0); return out;
    case 5: cv::transpose(picture, out); return out;
    case 6: cv::rotate(picture, out, cv::ROTATE_90_CLOCKWISE); return out;
    case 7: cv::rotate(picture, out, cv::ROTATE_90_CLOCKWISE); cv::flip(out, out, 0); return out;
    case 8: cv::rotate(picture, out, cv::ROTATE_90_COUNTERCLOCKWISE); return out;
    default: return picture;
    }
}

QImage toImage(const cv::Mat& rgb)
{
    QImage image(rgb.cols, rgb.rows, QImage::Format_RGB888);
    if (image.isNull())
        return image;
    cv::Mat target(rgb.rows, rgb.cols, CV_8UC3, image.bits(), size_t(image.bytesPerLine()));
    rgb.copyTo(target);
    return image;
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
