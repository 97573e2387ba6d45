#pragma once

#include "core/base/Reduction.h"
#include "core/networks/NetworkRegistry.h"

#include <QImage>
#include <QRectF>

#include <torch/torch.h>

namespace core {

/// How a picture lies in a network's input: network px = picture px × scale + shift.
struct Placement {
    double scale = 1, shiftX = 0, shiftY = 0;

    QRectF toPicture(double x0, double y0, double x1, double y1) const
    {
        return QRectF(QPointF((x0 - shiftX) / scale, (y0 - shiftY) / scale), QPointF((x1 - shiftX) / scale, (y1 - shiftY) / scale));
    }
};

/// The one place that turns pixels into a tensor, for training and for answers.
/// Classification looks at the square of 87.5 % of the short side in the middle ("centre_crop"); tagging at the whole picture, both sides
/// brought to the input's ("squash"), since a tag may belong to something small at the border; detection at the whole picture, scaled by
/// the smaller factor, padded evenly with 127 ("fit_pad").
namespace PictureTensor {

inline constexpr double cropShare = 0.875;
inline constexpr int padValue = 127;

/// How pictures are reduced before anything else: to a short side (classification, tagging) or a long side (detection).
Reduction stored(const NetworkShape& shape);

/// Detection: where the whole of a picture of this size lies in the input.
Placement placement(QSize picture, const NetworkShape& shape);

/// Room for the pixels of `count` inputs: uint8 [N,H,W,3].
torch::Tensor emptyPixels(int count, QSize input);
/// Writes the view that answers are given on (centre square, or whole picture) of an RGB888 picture to place `index`; `mirrored`: left and right swapped.
void writeView(torch::Tensor& pixels, int index, const QImage& picture, const NetworkShape& shape, bool mirrored = false);
/// Writes a free view: picture px -> input px by the 2×3 matrix [a b tx; c d ty] on pixel corners, bilinear, outside = 127.
void writeWarped(torch::Tensor& pixels, int index, const QImage& picture, const std::array<double, 6>& matrix);
/// Writes the part `crop` (px of the picture, inside it), stretched to the input.
void writeCrop(torch::Tensor& pixels, int index, const QImage& picture, const QRect& crop, bool mirrored);
/// Multiplies and shifts each channel in place: value -> (value − 127) × gain + 127 + offset, rounded down and limited to 0..255.
void recolour(torch::Tensor& pixels, int index, const std::array<double, 3>& gain, double offset);

/// uint8 [N,H,W,3] -> [N,3,H,W], (x − mean) ÷ deviation of the architecture, channels-last.
torch::Tensor normalised(const torch::Tensor& pixels, const NetworkEntry& entry, torch::Device device, torch::ScalarType type);

} // namespace PictureTensor

} // namespace core
