#pragma once

#include <torch/torch.h>

namespace core {

/// A loss as a fraction, so that the loss of a set is that of its batches put together: Σ sum ÷ Σ weight.
struct Loss {
    torch::Tensor sum;    // scalar, carries the gradient
    torch::Tensor weight; // scalar, no gradient: items, answers, or target scores

    /// Never divided by less than 1: a batch of empty pictures has a loss too.
    torch::Tensor value() const { return sum / weight.clamp_min(1); }
};

} // namespace core
