#pragma once

#include "core/evaluation/BoxMatching.h"

#include <optional>

namespace core {

/// What the boxes of one concept with a score of at least some threshold come to, at overlap > 0.5.
struct BoxCounts {
    int truePositives = 0;
    int falsePositives = 0;
    int falseNegatives = 0;
    double overlapSum = 0; // over true positives

    /// Mean overlap of the true positives; absent without one.
    std::optional<double> meanOverlap() const;
    /// Localisation-recall-precision error (Oksuz et al. 2018), 0..1: (Σ_TP (1 − IoU)/(1 − 0.5) + FP + FN) ÷ (TP + FP + FN).
    /// Absent when nothing is there and nothing was found.
    std::optional<double> lrpError() const;
};

/// `matches`: by falling score, at overlap just above 0.5.
BoxCounts countBoxes(const std::vector<BoxMatch>& matches, int support, double threshold);

} // namespace core
