#pragma once

#include <torch/torch.h>

namespace core {

/// True boxes of a batch, padded to the same number M an item.
struct TrueBoxes {
    torch::Tensor boxes;  // [N,M,4] x0 y0 x1 y1, px of the network input
    torch::Tensor labels; // [N,M] int64
    torch::Tensor valid;  // [N,M] bool: a box to find; false: padding
    torch::Tensor ignore; // [N,M] bool: a region that is neither right nor wrong (crowd, difficult)
    torch::Tensor gaps;   // [N,K] bool: concepts this item was not looked at for
};

/// Which box each cell learns.
struct Assignment {
    torch::Tensor box;    // [N,A] int64: index of the box
    torch::Tensor target; // [N,A] 0..1: score to reach; 0: background
};

/// IoU and generalised IoU (Rezatofighi 2019) of boxes [...,4] that broadcast.
std::pair<torch::Tensor, torch::Tensor> overlaps(const torch::Tensor& a, const torch::Tensor& b);

/// Task-aligned assignment (TOOD, Feng 2021): the ten cells inside a box with the highest score^0.5 · IoU^6; a cell that several boxes
/// want goes to the one it overlaps most. A box so small that no cell's centre lies inside takes the nearest cell of the finest level,
/// and its target never falls below `smallestTarget`: what is drawn is learnt, however small.
/// logits [N,A,K], boxes [N,A,4], cells [A,2], steps [A] (may be undefined: all cells are of one level).
Assignment assignTaskAligned(const torch::Tensor& logits, const torch::Tensor& boxes, const torch::Tensor& cells, const TrueBoxes& truth,
                             const torch::Tensor& steps = {});

inline constexpr double smallestTarget = 0.1;

/// [A,4] or [N,A,4] of boxes against points: [N,M,A] bool, the cell's centre lies inside the box.
torch::Tensor cellsInside(const torch::Tensor& boxes, const torch::Tensor& cells);

} // namespace core
