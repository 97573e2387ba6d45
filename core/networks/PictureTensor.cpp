#include "core/networks/PictureTensor.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace core::PictureTensor {

namespace {

constexpr int middleGrey = 127; // about which colours are stretched

/// The pixels of an image without copying them; OpenCV only reads.
cv::Mat read(const QImage& image)
{
    Q_ASSERT(image.format() == QImage::Format_RGB888);
    return cv::Mat(image.height(), image.width(), CV_8UC3, const_cast<uchar*>(image.constBits()), size_t(image.bytesPerLine()));
}

cv::Mat place(torch::Tensor& pixels, int index)
{
    const int height = int(pixels.size(1)), width = int(pixels.size(2));
    return cv::Mat(height, width, CV_8UC3, pixels.data_ptr<uint8_t>() + qsizetype(index) * height * width * 3);
}

void writePart(cv::Mat target, const cv::Mat& part, bool mirrored)
{
    if (part.size() == target.size())
        part.copyTo(target);
    else
        cv::resize(part, target, target.size(), 0, 0, cv::INTER_LINEAR);
    if (mirrored)
        cv::flip(target, target, 1);
}

} // namespace

torch::Tensor emptyPixels(int count, QSize input)
{
    return torch::empty({count, input.height(), input.width(), 3}, torch::kUInt8);
}

void writeView(torch::Tensor& pixels, int index, const RegionPixels& picture, const Preparation& preparation, bool mirrored)
{
    const QSize size = picture.image.size();
    switch (preparation.resize) {
    case Resize::FitPad:
        writeWarped(pixels, index, picture, placed(picture.part, preparation.input, {.mirrored = mirrored}), preparation.padValue);
        return;
    case Resize::Squash:
        writeCrop(pixels, index, picture.image, QRect(QPoint(0, 0), size), mirrored);
        return;
    case Resize::CentreCrop: {
        const int side = std::max(1, int(std::lround(std::min(size.width(), size.height()) * preparation.cropShare)));
        writeCrop(pixels, index, picture.image, QRect((size.width() - side) / 2, (size.height() - side) / 2, side, side), mirrored);
        return;
    }
    }
}

void writeWarped(torch::Tensor& pixels, int index, const RegionPixels& picture, const QTransform& toInput, int padValue)
{
    const auto& [image, part] = picture;
    const double wide = double(part.width()) / image.width(), high = double(part.height()) / image.height();
    const auto matrix = QTransform::fromScale(wide, high) * QTransform::fromTranslate(part.x(), part.y()) * toInput; // px of the image here -> px of the input
    // OpenCV counts from the middle of the first pixel, boxes from its corner.
    const double a = matrix.m11(), b = matrix.m21(), c = matrix.m12(), d = matrix.m22();
    const cv::Matx23d centred(a, b, matrix.dx() + 0.5 * (a + b) - 0.5, c, d, matrix.dy() + 0.5 * (c + d) - 0.5);
    cv::Mat target = place(pixels, index);
    cv::warpAffine(read(image), target, centred, target.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar::all(padValue));
}

void writeCrop(torch::Tensor& pixels, int index, const QImage& picture, const QRect& crop, bool mirrored)
{
    writePart(place(pixels, index), read(picture)(cv::Rect(crop.x(), crop.y(), crop.width(), crop.height())), mirrored);
}

void recolour(torch::Tensor& pixels, int index, const std::array<double, 3>& gain, double offset)
{
    cv::Mat table(1, 256, CV_8UC3);
    for (int value = 0; value < 256; ++value) {
        for (int channel = 0; channel < 3; ++channel)
            table.at<cv::Vec3b>(value)[channel] = uchar(std::clamp((value - middleGrey) * gain[size_t(channel)] + middleGrey + offset, 0.0, 255.0));
    }
    cv::Mat target = place(pixels, index);
    cv::LUT(target, table, target);
}

torch::Tensor normalised(const torch::Tensor& pixels, const Preparation& preparation, torch::Device device, torch::ScalarType type)
{
    const auto images = pixels.to(device).permute({0, 3, 1, 2}); // NHWC in memory is channels-last
    const auto& [mean, deviation] = std::tie(preparation.mean, preparation.deviation);
    const auto isGrey = [](const std::array<float, 3>& values) { return values[0] == values[1] && values[1] == values[2]; };
    if (isGrey(mean) && isGrey(deviation))
        return images.to(type).sub_(mean[0]).div_(deviation[0]);
    const auto row = [&](const std::array<float, 3>& values) {
        return torch::tensor(at::ArrayRef<float>(values.data(), 3), torch::kFloat).view({1, 3, 1, 1}).to(device);
    };
    return images.to(torch::kFloat).sub_(row(mean)).div_(row(deviation)).to(type);
}

} // namespace core::PictureTensor
