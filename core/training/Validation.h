#pragma once

#include "core/dataset/Model.h"
#include "core/networks/Device.h"
#include "core/training/Batches.h"

#include <functional>
#include <optional>

namespace core {

/// What a network is worth on examples.
struct Judgement {
    std::vector<Prediction> predictions;
    EpochMetrics metrics; // valLoss (the training's own loss over the whole set, without augmentation), accuracy, map, map50
};

/// A batch's truths on another device.
Batch onDevice(Batch batch, torch::Device device);

/// Runs all examples through the network, in eval mode, and leaves it so. Absent: `isCanceled` answered true.
std::optional<Judgement> judge(Network& network, const Computer& computer, const BatchSource& source, const std::function<bool()>& isCanceled);

/// The same from logits [N,K] that are already there (classification, tagging).
Judgement judgeLogits(const BatchSource& source, const torch::Tensor& logits);

/// Judges predictions whose loss is known.
Judgement judged(const BatchSource& source, std::vector<Prediction> predictions, double loss);

/// Every example gets the same answer though the truths differ: the network has learnt nothing.
bool isConstant(ViewType type, const std::vector<Example>& examples, const std::vector<Prediction>& predictions);

} // namespace core
