#pragma once

#include "core/evaluation/BoxMatching.h"

#include <vector>

namespace core {

using ConfusionMatrix = std::vector<std::vector<int>>;

/// Position of the highest score that reaches its threshold, the first on a tie; -1: no concept is sure enough.
int winnerOf(const std::vector<double>& scores, const std::vector<double>& thresholds);

/// Classification: n x n, rows truth, columns winner. Examples without truth or winner are left out.
ConfusionMatrix classConfusion(int concepts, const std::vector<Example>& examples, const std::vector<Prediction>& predictions,
                               const std::vector<double>& thresholds);

/// Detection: (n+1) x (n+1), the last row and column are "nothing". `matches`: one list for each concept, at overlap just above 0.5.
/// Boxes of the right concept are matched first, so the diagonal holds the true positives of each concept; what is left over is
/// matched across concepts, by falling score and then greatest overlap. Ignore regions and concepts that were not looked at count nothing.
ConfusionMatrix boxConfusion(const std::vector<std::vector<BoxMatch>>& matches, const std::vector<Example>& examples,
                             const std::vector<Prediction>& predictions, const std::vector<double>& thresholds);

} // namespace core
