#pragma once

#include "core/dataset/Example.h"
#include "core/networks/Device.h"
#include "core/networks/Network.h"

#include <vector>

namespace core {

/// Boxes below this score are no answer.
inline constexpr double leastScore = 0.01;
/// Suppression looks at no more candidates of a picture than this, best first.
inline constexpr int64_t mostCandidates = 400;

/// What a network answers on regions (upright RGB888, reduced as its preparation says): the one way, used by training's evaluation and by
/// inference. Boxes come in px of the whole picture, and lie in the part that was seen.
/// The network must be in eval mode and on the computer's device; all pictures go through in one batch.
std::vector<Prediction> predict(Network& network, const Computer& computer, const std::vector<RegionPixels>& pictures, double minScore = leastScore);

/// The second half of predict(), for a batch that training has already run. `parts`: what of its picture each one saw.
std::vector<Prediction> answers(ViewType type, const Preparation& preparation, const NetworkOutput& output, const std::vector<QRect>& parts,
                                double minScore = leastScore);

/// The input of predict(): the pixels of each region's view, uint8 [N,H,W,3]. libtorch's threads share the work.
torch::Tensor views(const Preparation& preparation, const std::vector<RegionPixels>& pictures, bool mirrored = false);

} // namespace core
