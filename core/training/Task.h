#pragma once

#include "core/networks/Network.h"
#include "core/training/Batches.h"
#include "core/training/losses/Loss.h"

namespace core {

/// What a training of a view type starts with when nobody says otherwise (defaultSpec).
struct TaskDefaults {
    int picturesToSee, leastEpochs, mostEpochs; // so many epochs that about so many pictures are seen
    int batchSize;
    double (*learningRate)(int trainingItems);
    int (*imageSize)(int architectureSide); // px
};

/// What is particular to training one view type, in one place: its loss, its truths, its head phase, its rates and its patience. Which
/// number decides is in dataset/DecidingNumber.h, since pages need it too; what is particular to judging in evaluation/Judge.h.
struct Task {
    /// The training's loss of a batch; tensors on one device.
    Loss (*loss)(const NetworkOutput& output, const Batch& batch);
    /// What a head phase fits the last layer to: labels [N] or answers [N,K]. Null: there is no head phase (detection).
    torch::Tensor (*headTargets)(const Batch& truths);

    /// Shares of the learning rate, with pretrained weights; without, both are 1.
    double backboneShare, headShare;
    TaskDefaults defaults;
    /// The input is square, whatever shape the pictures have (inputSize).
    bool hasSquareInput;
    /// How training pictures are varied: a random part of at least this share of the area, or, with 0, zoom and place, with the boxes.
    double leastCrop;
    /// Such a part has the aspect of its picture on average, else a square's.
    bool cropKeepsAspect;
    /// The averaged weights: how much of them stays at each step, from the steps that are done; at most the limit.
    double (*averaging)(int steps, double limit);
    double averagingLimit, averagingLimitOfShortRuns;
    /// Norm of the whole gradient that is not exceeded; 0: no limit.
    double gradientLimit;
    /// Epochs that may pass without beating the best, with pretrained weights; without: patienceFromScratch.
    int patience;
    /// One cycle: the share of the run that the rate rises in, and its lowest factor while it does.
    double warmUp, warmUpStart;
    /// Fine-tuning starts with the last layer at zero, not where the head phase left it.
    bool forgetsHead;
    /// Each concept's threshold when there is no validation to choose one on. 0: the highest score wins.
    double threshold;
    /// Where all validation pictures lack what the deciding number is made of, as a sentence; translated by the caller ("Training").
    const char* nothingToDecide;
};

inline constexpr int patienceFromScratch = 10;

const Task& taskOf(ViewType type);

} // namespace core
