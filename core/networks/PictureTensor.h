#pragma once

#include "core/dataset/Region.h"
#include "core/networks/Preparation.h"

#include <torch/torch.h>

namespace core {

/// The one place that turns pixels into a tensor, for training and for answers. Pictures are upright RGB888, reduced as
/// Preparation::stored() says.
namespace PictureTensor {

/// Room for the pixels of `count` inputs: uint8 [N,H,W,3].
torch::Tensor emptyPixels(int count, QSize input);
/// Writes the view that answers are given on to place `index`. `mirrored`: left and right swapped.
void writeView(torch::Tensor& pixels, int index, const RegionPixels& picture, const Preparation& preparation, bool mirrored = false);
/// Writes a free view: `toInput` takes px of the upright picture to px of the input; bilinear, outside = `padValue`.
void writeWarped(torch::Tensor& pixels, int index, const RegionPixels& picture, const QTransform& toInput, int padValue);
/// Writes the part `crop` (px of the image as it is here, inside it), stretched to the input.
void writeCrop(torch::Tensor& pixels, int index, const QImage& picture, const QRect& crop, bool mirrored);
/// Multiplies and shifts each channel in place: value -> (value − 127) × gain + 127 + offset, rounded down and limited to 0..255.
void recolour(torch::Tensor& pixels, int index, const std::array<double, 3>& gain, double offset);

/// uint8 [N,H,W,3] -> [N,3,H,W], (x − mean) ÷ deviation, channels-last.
torch::Tensor normalised(const torch::Tensor& pixels, const Preparation& preparation, torch::Device device, torch::ScalarType type);

} // namespace PictureTensor

} // namespace core
