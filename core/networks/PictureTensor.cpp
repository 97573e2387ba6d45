#include "core/networks/PictureTensor.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace core::PictureTensor {

namespace {

/// Detection keeps pictures this much larger than the input, so that zooming in has pixels to show.
constexpr double detectionReserve = 1.3;

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

Reduction stored(const NetworkShape& shape)
{
    if (shape.type == ViewType::Detection)
        return {Reduction::Fit::LongSide, int(detectionReserve * std::max(shape.input.width(), shape.input.height()))};
    return {Reduction::Fit::ShortSide, int(std::min(shape.input.width(), shape.input.height()) / cropShare)};
}

Placement placement(QSize picture, const NetworkShape& shape)
{
    const double scale = std::min(double(shape.input.width()) / picture.width(), double(shape.input.height()) / picture.height());
    return {scale, 0.5 * (shape.input.width() - picture.width() * scale), 0.5 * (shape.input.height() - picture.height() * scale)};
}

torch::Tensor emptyPixels(int count, QSize input)
{
    return torch::empty({count, input.height(), input.width(), 3}, torch::kUInt8);
}

void writeView(torch::Tensor& pixels, int index, const QImage& picture, const NetworkShape& shape, bool mirrored)
{
    if (shape.type == ViewType::Detection) {
        const Placement at = placement(picture.size(), shape);
        const double width = shape.input.width();
        writeWarped(pixels, index, picture, mirrored ? std::array{-at.scale, 0.0, width - at.shiftX, 0.0, at.scale, at.shiftY}
                                                     : std::array{at.scale, 0.0, at.shiftX, 0.0, at.scale, at.shiftY});
        return;
    }
    if (shape.type == ViewType::Tagging) {
        writeCrop(pixels, index, picture, QRect(QPoint(0, 0), picture.size()), mirrored);
        return;
    }
    const int side = std::max(1, int(std::lround(std::min(picture.width(), picture.height()) * cropShare)));
    writeCrop(pixels, index, picture, QRect((picture.width() - side) / 2, (picture.height() - side) / 2, side, side), mirrored);
}

void writeWarped(torch::Tensor& pixels, int index, const QImage& picture, const std::array<double, 6>& matrix)
{
    // OpenCV counts from the middle of the first pixel, boxes from its corner.
    const auto [a, b, tx, c, d, ty] = matrix;
    const cv::Matx23d centred(a, b, tx + 0.5 * (a + b) - 0.5, c, d, ty + 0.5 * (c + d) - 0.5);
    cv::Mat target = place(pixels, index);
    cv::warpAffine(read(picture), target, centred, target.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar::all(padValue));
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
            table.at<cv::Vec3b>(value)[channel] = uchar(std::clamp((value - padValue) * gain[size_t(channel)] + padValue + offset, 0.0, 255.0));
    }
    cv::Mat target = place(pixels, index);
    cv::LUT(target, table, target);
}

torch::Tensor normalised(const torch::Tensor& pixels, const NetworkEntry& entry, torch::Device device, torch::ScalarType type)
{
    const auto images = pixels.to(device).permute({0, 3, 1, 2}); // NHWC in memory is channels-last
    const bool isGrey = std::ranges::equal(entry.mean, std::array{entry.mean[0], entry.mean[0], entry.mean[0]})
        && std::ranges::equal(entry.deviation, std::array{entry.deviation[0], entry.deviation[0], entry.deviation[0]});
    if (isGrey)
        return images.to(type).sub_(entry.mean[0]).div_(entry.deviation[0]);
    const auto row = [&](const std::array<float, 3>& values) {
        return torch::tensor(at::ArrayRef<float>(values.data(), 3), torch::kFloat).view({1, 3, 1, 1}).to(device);
    };
    return images.to(torch::kFloat).sub_(row(entry.mean)).div_(row(entry.deviation)).to(type);
}

} // namespace core::PictureTensor
