#pragma once

#include "core/dataset/Example.h"
#include "core/networks/Device.h"
#include "core/networks/Network.h"

#include <QImage>

#include <vector>

namespace core {

/// Which boxes an answer keeps (training.md 3).
struct BoxRule {
    double minScore = 0.01;
    double overlap = 0.6; // greedy suppression within a concept above this IoU
    int most = 100;
};

/// What a network answers on pictures (upright RGB888, reduced as PixelCache does): the one way, used by training's evaluation and by inference.
/// `sizes`: the sizes of the originals, in whose pixels boxes are wanted; empty: those of the pictures themselves.
/// The network must be in eval mode and on the computer's device; all pictures go through in one batch.
std::vector<Prediction> predict(Network& network, const Computer& computer, const std::vector<QImage>& pictures, const BoxRule& rule = {},
                                const std::vector<QSize>& sizes = {});

/// The second half of predict(), for a batch that training has already run: `pictures` are the sizes of the pictures the views were made of.
std::vector<Prediction> answers(const NetworkShape& shape, const NetworkOutput& output, const std::vector<QSize>& pictures, const std::vector<QSize>& originals,
                                const BoxRule& rule = {});

/// The input of predict(): the pixels of each picture's view, uint8 [N,H,W,3]. `threads` share the work.
torch::Tensor views(const NetworkShape& shape, const std::vector<QImage>& pictures, bool mirrored = false);

} // namespace core
