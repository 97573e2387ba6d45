#include "core/training/assigners/TaskAligned.h"

#include <limits>

namespace core {

namespace {

constexpr int64_t cellsForBox = 10;
constexpr double scorePower = 0.5, overlapPower = 6;

torch::Tensor area(const torch::Tensor& boxes)
{
    return (boxes.slice(-1, 2, 4) - boxes.slice(-1, 0, 2)).prod(-1);
}

} // namespace

std::pair<torch::Tensor, torch::Tensor> overlaps(const torch::Tensor& a, const torch::Tensor& b)
{
    const auto low = torch::maximum(a.slice(-1, 0, 2), b.slice(-1, 0, 2)), high = torch::minimum(a.slice(-1, 2, 4), b.slice(-1, 2, 4));
    const auto both = (high - low).clamp_min(0).prod(-1);
    const auto either = area(a) + area(b) - both + 1e-7;
    const auto hull = (torch::maximum(a.slice(-1, 2, 4), b.slice(-1, 2, 4)) - torch::minimum(a.slice(-1, 0, 2), b.slice(-1, 0, 2))).prod(-1) + 1e-7;
    const auto iou = both / either;
    return {iou, iou - (hull - either) / hull};
}

torch::Tensor cellsInside(const torch::Tensor& boxes, const torch::Tensor& cells)
{
    const auto box = boxes.unsqueeze(2); // [N,M,1,4]
    return torch::cat({cells - box.slice(-1, 0, 2), box.slice(-1, 2, 4) - cells}, -1).amin(-1) > 0;
}

namespace {

/// [N,M,A] bool: the cell of the finest level that is nearest to the middle of each box. boxes [N,M,4].
torch::Tensor nearestCells(const torch::Tensor& boxes, const torch::Tensor& cells, const torch::Tensor& steps)
{
    const auto middles = (boxes.slice(-1, 0, 2) + boxes.slice(-1, 2, 4)) / 2;
    auto distance = (middles.unsqueeze(2) - cells).square().sum(-1); // [N,M,A]
    if (steps.defined())
        distance = distance.masked_fill(steps > steps.min(), std::numeric_limits<float>::infinity());
    return torch::one_hot(distance.argmin(-1), cells.size(0)).to(torch::kBool);
}

} // namespace

Assignment assignTaskAligned(const torch::Tensor& logits, const torch::Tensor& boxes, const torch::Tensor& cells, const TrueBoxes& truth, const torch::Tensor& steps)
{
    const torch::NoGradGuard guard;
    const int64_t count = logits.size(1), most = truth.labels.size(1);
    auto inside = cellsInside(truth.boxes, cells).logical_and(truth.valid.unsqueeze(2)); // [N,M,A]
    const auto isSmall = truth.valid.logical_and(inside.any(-1).logical_not());           // [N,M]
    const bool hasSmall = isSmall.any().item<bool>();
    if (hasSmall)
        inside = inside.logical_or(nearestCells(truth.boxes, cells, steps).logical_and(isSmall.unsqueeze(2)));
    const auto iou = overlaps(truth.boxes.unsqueeze(2), boxes.unsqueeze(1)).first.clamp_min(0) * inside;       // [N,M,A]
    const auto score = logits.sigmoid().transpose(1, 2).gather(1, truth.labels.unsqueeze(2).expand({-1, -1, count})); // [N,M,A]
    // 1e-9: a box that overlaps nothing yet still gets cells.
    auto align = score.pow(scorePower) * iou.pow(overlapPower) + inside.to(torch::kFloat) * 1e-9;
    const auto least = std::get<0>(align.topk(std::min(cellsForBox, count), -1)).slice(-1, -1);
    auto chosen = inside.logical_and(align >= least);
    auto wish = iou * chosen + chosen.to(torch::kFloat) * 1e-9;
    if (hasSmall) // its only cell; a larger box has others
        wish = wish + chosen.logical_and(isSmall.unsqueeze(2));
    const auto box = wish.argmax(1); // [N,A]
    chosen = chosen.logical_and(torch::one_hot(box, most).transpose(1, 2).to(torch::kBool));
    align = align * chosen;
    auto target = align / align.amax(-1, true).clamp_min(1e-12) * (iou * chosen).amax(-1, true);
    if (hasSmall) // its one cell may overlap it hardly, or not at all yet
        target = torch::where(chosen.logical_and(isSmall.unsqueeze(2)), target.clamp_min(smallestTarget), target);
    return {box, target.amax(1)};
}

} // namespace core
