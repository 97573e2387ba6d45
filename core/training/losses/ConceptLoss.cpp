#include "core/training/losses/ConceptLoss.h"

namespace core {

namespace F = torch::nn::functional;

Loss classificationLoss(const torch::Tensor& logits, const torch::Tensor& labels)
{
    const auto options = F::CrossEntropyFuncOptions().label_smoothing(labelSmoothing).reduction(torch::kSum).ignore_index(-1);
    return {F::cross_entropy(logits, labels, options), labels.ge(0).sum().to(logits.scalar_type())};
}

Loss taggingLoss(const torch::Tensor& logits, const torch::Tensor& answers)
{
    const auto seen = answers.ge(0).to(torch::kFloat);
    const auto soft = answers.clamp(0, 1) * (1 - labelSmoothing) + labelSmoothing / 2;
    const auto options = F::BinaryCrossEntropyWithLogitsFuncOptions().weight(seen).reduction(torch::kSum);
    return {F::binary_cross_entropy_with_logits(logits, soft, options), seen.sum()};
}

} // namespace core
