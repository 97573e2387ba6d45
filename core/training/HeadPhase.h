#pragma once

#include "core/dataset/View.h"

#include <torch/torch.h>

#include <functional>

namespace core {

/// The last layer, fitted.
struct FittedHead {
    torch::Tensor weight; // [K,F]
    torch::Tensor bias;   // [K]
    double loss = 0;      // of the last iteration, without the penalty
};

/// Softmax (classification) or masked sigmoid (tagging) regression on features that are standardised first (deviation + 1e-3), from zero,
/// by L-BFGS with strong Wolfe line search, at most 60 iterations, label smoothing 0.1, penalty 0.05 · Σw². The standardisation is folded
/// into what is returned. `targets`: labels [N] int64, or answers [N,K] float (-1 unseen: contributes nothing).
/// `iterationDone(iteration from 1, loss)`; answering false ends early with what was reached.
FittedHead fitHead(ViewType type, const torch::Tensor& features, const torch::Tensor& targets, int concepts, const std::function<bool(int, double)>& iterationDone = {});

} // namespace core
