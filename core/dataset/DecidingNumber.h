#pragma once

#include "core/dataset/Model.h"

namespace core {

/// The number of a validation that decides which epoch of a training is kept: "accuracy" (classification) or "map" (tagging, detection).
/// The highest wins, the earliest on a tie.
QString decidingKey(ViewType type);
/// That number of an epoch; absent when it does not exist: there was no validation, or nothing in it that the number could be made of.
std::optional<double> decidingValue(ViewType type, const EpochMetrics& epoch);

} // namespace core
