#pragma once

#include "core/evaluation/AveragePrecision.h"
#include "core/evaluation/BoxMatching.h"

#include <vector>

namespace core {

/// The threshold of a concept that nothing was learned about.
inline constexpr double defaultThreshold = 0.5;

/// The score from which answers count so that F1 is greatest, half-way between the last answer that counts and the next below;
/// the highest such threshold on a tie. 0.5 without a true answer.
double thresholdOfBestF1(std::vector<ScoredTruth> answers);

/// The same for the least LRP error. `matches` by falling score, at overlap just above 0.5.
double thresholdOfBestLrp(const std::vector<BoxMatch>& matches, int support);

} // namespace core
