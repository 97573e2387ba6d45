#pragma once

#include "core/training/losses/Loss.h"

namespace core {

/// Targets are softened by this much, in the head phase and after it (Szegedy et al. 2016).
inline constexpr double labelSmoothing = 0.1;

/// Softmax cross-entropy, for one item: logits [N,K], labels [N] int64 (-1: none, contributes nothing).
Loss classificationLoss(const torch::Tensor& logits, const torch::Tensor& labels);

/// Sigmoid cross-entropy, for one answer: logits [N,K], answers [N,K] float (1 yes, 0 no, -1 unseen: contributes nothing).
Loss taggingLoss(const torch::Tensor& logits, const torch::Tensor& answers);

} // namespace core
