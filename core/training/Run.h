#pragma once

#include "core/training/RunPictures.h"
#include "core/training/TrainingState.h"

#include <QElapsedTimer>

namespace core {

struct Task;

/// What the phases of a run share. Each phase is a function that answers false when a person has ended the run in it.
struct Run {
    const TrainingData& data;
    const TrainingListener& listener;
    TrainingSteps steps;
    TrainingState& state;
    const RunPictures& pictures;
    QElapsedTimer clock; // since the run began
    QString resumeFile;  // where the state goes when the run is ended between its batches; empty: nowhere

    bool isCanceled() const { return listener.isCanceled && listener.isCanceled(); }
    bool hasValidation() const { return pictures.validation().count() > 0; }
    const Task& task() const;

    /// Tells the listener of a batch: `position` in epochs.
    void reportBatch(int epoch, double position, double loss, double rate);
    /// The network as it stands is the result of an epoch: offers it to the keeper and tells the listener.
    void offer(EpochMetrics metrics, std::optional<Judgement> judgement);
    /// What is kept so far, judged. Thresholds are chosen when a number decided, else they are those of the task. Needs a judgement.
    KeptEpoch keptEpoch() const;
};

/// Throws Error: such a loss cannot be learnt from.
void requireFinite(double loss, int epoch, int batch);

/// Fits the last layer to features of the frozen network: the first usable model, epoch 0. Skipped where there is none (detection), and
/// when a network from scratch goes on to learn.
bool fitHeadPhase(Run& run);

/// Trains the epochs that are left, until the last one or the end of patience.
bool trainEpochs(Run& run);

} // namespace core
