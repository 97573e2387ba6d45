#pragma once

#include "core/networks/VersionCard.h"
#include "core/training/Train.h"

#include <optional>

namespace core {

/// In the stored evaluation of a running training: the SHA-256 of the weights it belongs to.
inline const QString keptWeightsKey = QStringLiteral("keptWeights");

/// What a run is told: all plain values, so that it can go to another thread.
struct RunOrder {
    VersionCard card; // as far as it is known before
    TrainingSpec spec;
    QString versionFolder;
    QString cacheFolder;
    int trainingItems = 0;
    int validationItems = 0;
};

/// What a run has reached. Written by the run's thread, read by others after it has ended.
struct RunOutcome {
    std::optional<TrainingResult> result; // absent: it failed or was cut off
    std::vector<EpochMetrics> epochs;
    std::vector<StepReport> steps;
    int bestEpoch = -1;
    std::optional<EvaluationReport> kept; // of the best epoch so far
    bool hasCard = false; // weights of the best epoch and their card lie in the folder
};

/// How far the whole run is.
struct RunPace {
    double share = 0;
    double secondsLeft = -1;
};

/// How a run talks; called on the run's thread.
struct RunListener {
    std::function<void(const StepReport&, RunPace)> stepChanged;
    std::function<void(const std::vector<BatchMetrics>&, RunPace)> batchesFinished; // at most 4 times a second
    std::function<void(const EpochMetrics&, bool isBest, RunPace)> epochFinished;
    std::function<bool()> isCanceled;
};

/// Trains on the frozen data of the version folder and leaves there what it makes: the curve of the batches while it works; at the
/// end predictions, report and card. Knows no thread and not the project's database. Throws Error; `outcome` then holds what was reached.
void runTraining(const RunOrder& order, RunOutcome& outcome, const RunListener& listener);

} // namespace core
