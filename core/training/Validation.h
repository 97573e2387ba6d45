#pragma once

#include "core/evaluation/EvaluationReport.h"
#include "core/networks/Device.h"
#include "core/training/Batches.h"
#include "core/training/losses/Loss.h"

#include <functional>
#include <optional>

namespace core {

/// What a network is worth on examples.
struct Judgement {
    double loss = 0; // the training's own function, over the whole set, without augmentation
    std::vector<Prediction> predictions;
    EpochScores scores;
};

/// The loss of a view type; tensors on one device.
Loss lossOf(ViewType type, const NetworkOutput& output, const Batch& batch);
/// A batch's truths on the device of `output`.
Batch onDevice(Batch batch, torch::Device device);

/// Runs all examples through the network, in eval mode, and leaves it so. Absent: `isCanceled` answered true.
std::optional<Judgement> judge(Network& network, const Computer& computer, const BatchSource& source, const std::function<bool()>& isCanceled,
                               const std::function<void(int done)>& progressed = {});

/// The same from logits [N,K] that are already there (classification, tagging).
Judgement judgeLogits(const BatchSource& source, const torch::Tensor& logits);

/// Every example gets the same answer though the truths differ: the network has learnt nothing.
bool isConstant(ViewType type, const std::vector<Example>& examples, const std::vector<Prediction>& predictions);

} // namespace core
