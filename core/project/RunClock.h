#pragma once

#include "core/training/Train.h"

#include <optional>

namespace core {

/// How far a run has come and how long it will still take, from what its steps and epochs took so far. Pure: `now` is always
/// seconds since the run began.
class RunClock {
public:
    /// `expected`: seconds of the whole run by earlier runs on this machine, used until this one has shown its own pace.
    RunClock(const TrainingSpec& spec, int trainingItems, int validationItems, std::optional<double> expected);

    void step(const StepReport& step, double now);
    void batch(const BatchMetrics& batch, double now);
    void epoch(const EpochMetrics& epoch, double now);

    double secondsLeft(double now) const; // -1: not known yet
    double share(double now);             // 0..1, never falls

private:
    double secondsOfValidation() const;

    int m_epochs;
    int m_iterations; // of one epoch
    double m_validationShare; // validation pictures ÷ training pictures
    std::optional<double> m_expected;
    TrainingStep m_step = TrainingStep::Freeze;
    StepState m_state = StepState::Waiting;
    int m_epochsDone = 0;
    int m_iterationsDone = 0; // in the running epoch
    double m_lastBatch = -1;
    double m_iterationSum = 0;
    int m_iterationCount = 0;
    std::optional<double> m_validation; // seconds, measured
    double m_share = 0;
};

} // namespace core
