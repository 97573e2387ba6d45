#pragma once

#include "core/dataset/Example.h"
#include "core/networks/Device.h"
#include "core/networks/Network.h"

#include <QImage>

#include <vector>

namespace core {

/// Boxes below this score are no answer.
inline constexpr double leastScore = 0.01;

/// What a network answers on pictures (upright RGB888, reduced as its preparation says): the one way, used by training's evaluation and by
/// inference. `originals`: the sizes before the reduction, in whose pixels boxes are wanted; empty: those of the pictures themselves.
/// The network must be in eval mode and on the computer's device; all pictures go through in one batch.
std::vector<Prediction> predict(Network& network, const Computer& computer, const std::vector<QImage>& pictures, double minScore = leastScore,
                                const std::vector<QSize>& originals = {});

/// The second half of predict(), for a batch that training has already run.
std::vector<Prediction> answers(ViewType type, const Preparation& preparation, const NetworkOutput& output, const std::vector<QSize>& originals,
                                double minScore = leastScore);

/// The input of predict(): the pixels of each picture's view, uint8 [N,H,W,3]. libtorch's threads share the work.
torch::Tensor views(const Preparation& preparation, const std::vector<QImage>& pictures, const std::vector<QSize>& originals, bool mirrored = false);

} // namespace core
