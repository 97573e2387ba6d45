#pragma once

#include "core/training/Train.h"

#include <optional>

namespace core {

/// Seconds that one picture takes, as runs on this machine measured it; kept in the person's settings by view type, architecture
/// and device.
struct MeasuredRates {
    double cache = 0;
    double head = 0;
    double train = 0;
    double answer = 0;
};

std::optional<MeasuredRates> recallRates(const TrainingSpec& spec);
/// Keeps what a finished run took. `steps` and `epochs`: all that it reported.
void rememberRates(const TrainingSpec& spec, const QString& device, const std::vector<StepReport>& steps, const std::vector<EpochMetrics>& epochs,
                   int trainingItems, int validationItems);

/// Keeps what was measured before anything was trained, for spec.device alone.
void rememberRates(const TrainingSpec& spec, const MeasuredRates& rates);

/// Expected seconds of a whole training on this machine, validation included; absent while nothing is known.
std::optional<double> expectedSeconds(const TrainingSpec& spec, int trainingItems, int validationItems);

} // namespace core
