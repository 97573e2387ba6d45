#pragma once

#include "core/training/Train.h"

#include <QDateTime>

#include <vector>

namespace core {

/// Everything a page needs to show a run that waits, is going on or has ended: kept complete, so a page may come late.
struct LiveRun {
    VersionId version;
    QString name;
    QString viewName;
    ViewType type = ViewType::Classification;
    TrainingSpec spec;
    int trainingItems = 0;
    int validationItems = 0;
    int iterationsPerEpoch = 0;
    std::vector<StepReport> steps;     // all, in order
    std::vector<BatchMetrics> batches;
    std::vector<EpochMetrics> epochs;
    int bestEpoch = -1;                // -1: none yet
    VersionStatus status = VersionStatus::Queued;
    QDateTime started;
    double secondsLeft = -1;           // -1: not known yet
    double share = 0;                  // 0..1 of the whole run
    QString failure;
    QString note;

    const StepReport* runningStep() const; // null between steps, and when none is going on
};

/// A run that has not begun: every step waits.
LiveRun waitingRun(const VersionRecord& version, const std::optional<ViewRecord>& view);

} // namespace core
