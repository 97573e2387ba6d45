#pragma once

#include "core/networks/Network.h"

namespace core {

inline constexpr int detectorWidth = 96; // channels of neck and head

/// Anchor-free boxes at strides 8, 16 and 32: lateral 1×1 to 96 channels, top-down and bottom-up sums with separable 5×5 convolutions
/// (PANet, Liu 2018), a head of two dense 3×3 convolutions each for concept and box, shared between levels (FCOS, Tian 2019).
/// GroupNorm and ReLU6 everywhere outside the backbone: no running statistics, so it suits short schedules and averaged weights.
std::shared_ptr<Network> buildDetector(const NetworkShape& shape, std::shared_ptr<Backbone> backbone);

} // namespace core
