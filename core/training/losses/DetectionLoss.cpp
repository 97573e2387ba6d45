#include "core/training/losses/DetectionLoss.h"

namespace core {

namespace F = torch::nn::functional;

namespace {

constexpr double boxWeight = 2;

/// [N,A,K] bool: where "nothing here" must not be learnt.
torch::Tensor unknown(const NetworkOutput& output, const TrueBoxes& truth)
{
    const auto regions = cellsInside(truth.boxes, output.cells).logical_and(truth.ignore.unsqueeze(2)).any(1); // [N,A]
    return truth.gaps.unsqueeze(1).logical_or(regions.unsqueeze(2));
}

} // namespace

Loss detectionLoss(const NetworkOutput& output, const TrueBoxes& truth)
{
    const auto assigned = assignTaskAligned(output.logits.detach(), output.boxes.detach(), output.cells, truth, output.steps);
    const auto labels = truth.labels.gather(1, assigned.box); // [N,A]
    const auto soft = torch::zeros_like(output.logits).scatter_(2, labels.unsqueeze(2), assigned.target.unsqueeze(2));
    const auto plain = F::binary_cross_entropy_with_logits(output.logits, soft, F::BinaryCrossEntropyWithLogitsFuncOptions().reduction(torch::kNone));
    auto quality = plain * (soft - output.logits.sigmoid()).square();
    if (truth.gaps.any().item<bool>() || truth.ignore.any().item<bool>())
        quality = quality.masked_fill(unknown(output, truth).logical_and(soft.eq(0)), 0);

    const auto on = assigned.target > 0; // [N,A]
    const auto matched = truth.boxes.gather(1, assigned.box.unsqueeze(2).expand({-1, -1, 4})).index({on});
    const auto distance = (1 - overlaps(output.boxes.index({on}), matched).second) * assigned.target.index({on});
    return {quality.sum() + boxWeight * distance.sum(), assigned.target.sum()};
}

} // namespace core
