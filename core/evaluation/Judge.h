#pragma once

#include "core/evaluation/EvaluationReport.h"

namespace core {

/// What is particular to judging one view type, in one place. Private to evaluation: others ask EvaluationReport.h, which checks first
/// that examples, predictions and thresholds fit.
struct Judge {
    const char* headlineKey;
    std::optional<double> EvaluationReport::*headline;
    int furtherRows;       // of the confusion, beyond one for each concept
    bool hasConfusionEach; // tagConfusion: each concept has one of its own

    bool (*fits)(int concepts, const Example& example, const Prediction& prediction);
    /// Fills everything but type, images, names and thresholds.
    void (*judge)(EvaluationReport& report, const std::vector<Example>& examples, const std::vector<Prediction>& predictions, const std::vector<double>& thresholds);
    EpochScores (*epochScores)(int concepts, const std::vector<Example>& examples, const std::vector<Prediction>& predictions);
    std::vector<double> (*thresholds)(int concepts, const std::vector<Example>& examples, const std::vector<Prediction>& predictions);
    double (*badness)(const Example& example, const Prediction& prediction, const std::vector<double>& thresholds);
};

extern const Judge classJudge, tagJudge, boxJudge;
const Judge& judgeOf(ViewType type);

/// Accuracy is always taken at this score.
inline constexpr double accuracyThreshold = 0.5;

// What the judges share.
std::optional<double> share(qint64 part, qint64 whole); // absent without a whole
/// Precision, recall and F1 from the counts. Without support there is no recall and no F1.
void derive(ConceptScores& scores);
std::optional<double> meanOver(const std::vector<ConceptScores>& concepts, std::optional<double> ConceptScores::*which);

} // namespace core
