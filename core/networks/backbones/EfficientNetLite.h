#pragma once

#include "core/networks/Backbone.h"

#include <memory>

namespace core {

/// EfficientNet-Lite (Tan & Le 2019 without squeeze-excite, ReLU6): variant 0, 1 or 2. Tensor names are those of timm's tf_efficientnet_lite*.
std::shared_ptr<Backbone> buildEfficientNetLite(int variant);

} // namespace core
