#pragma once

#include "core/evaluation/BoxMatching.h"

#include <optional>
#include <span>
#include <vector>

namespace core {

/// A yes/no truth and the score an answer got.
struct ScoredTruth {
    double score = 0;
    bool isTrue = false;
};

/// Area under the precision-recall curve as the sum over thresholds of (R_n − R_{n−1}) P_n, equal scores being one threshold:
/// scikit-learn's average_precision_score. Absent without a true one.
std::optional<double> averagePrecision(std::vector<ScoredTruth> answers);

/// COCO's AP of one concept: precision made falling, read at recall 0, 0.01 … 1. `matches` by falling score. Absent without support.
std::optional<double> interpolatedPrecision(const std::vector<BoxMatch>& matches, int support);

/// AP at overlap 0.50 and the mean over 0.50, 0.55 … 0.95. Absent without support.
struct BoxPrecision {
    std::optional<double> ap, ap50;
};
BoxPrecision boxPrecision(const ConceptBoxes& boxes);

/// Mean of those that exist; absent when none does.
std::optional<double> meanOf(const std::vector<std::optional<double>>& values);

} // namespace core
