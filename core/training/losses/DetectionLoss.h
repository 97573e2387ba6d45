#pragma once

#include "core/networks/Network.h"
#include "core/training/assigners/TaskAligned.h"
#include "core/training/losses/Loss.h"

namespace core {

/// Quality focal loss (GFL, Li 2020) on all cells, and 2 × generalised-IoU loss on assigned cells weighted by their target score, for one
/// unit of target score. Concepts that an item was not looked at for, and cells inside ignored boxes, carry no negative loss.
Loss detectionLoss(const NetworkOutput& output, const TrueBoxes& truth);

} // namespace core
