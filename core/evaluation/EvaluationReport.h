#pragma once

#include "core/dataset/Example.h"
#include "core/dataset/View.h"

#include <QJsonObject>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace core {

/// How good a version is at one concept, at its threshold. Absent: does not exist (no example, no answer); never 0 instead.
struct ConceptScores {
    QString name;
    int support = 0;          // true answers or boxes (ignored ones left out)
    double threshold = 0.5;
    int truePositives = 0, falsePositives = 0, falseNegatives = 0;
    std::optional<double> precision, recall, f1;
    std::optional<double> ap;   // tagging: average precision; detection: COCO AP@[.5:.95]; classification: one against the rest
    std::optional<double> ap50; // detection
    std::optional<double> iou;  // detection: mean IoU over true positives
    std::optional<double> lrp;  // detection: 1 - LRP error (Oksuz et al. 2018)
};

/// Evaluation of predictions on examples. All shares 0..1.
struct EvaluationReport {
    ViewType type = ViewType::Classification;
    int images = 0;
    std::optional<double> accuracy; // classification: arg max; tagging: answers right at 0.5; detection: TP/(TP+FP+FN) at score 0.5 and IoU > 0.5
    std::optional<double> map;      // not for classification; detection: COCO mAP@[.5:.95]
    std::optional<double> map50;    // detection
    std::optional<double> lrp;      // detection: mean LRP score
    std::vector<ConceptScores> concepts;
    /// Rows truth, columns predicted. Classification: n x n. Detection: (n+1) x (n+1), the last is "nothing".
    std::vector<std::vector<int>> confusion;
    /// Tagging: {TN, FP, FN, TP} for each concept.
    std::vector<std::array<int, 4>> tagConfusion;

    /// First performance indicator: accuracy, mAP (tagging), mean LRP score (detection).
    std::optional<double> headline() const;
    QString headlineKey() const; // "accuracy", "map", "lrp"
};

/// The means of a whole version. Precision, recall and F1 are taken over the same concepts, those that have an example and were
/// predicted: else each would be the mean of another set. `leftOut`: names of the others.
struct MeanScores {
    std::optional<double> precision, recall, f1;
    QStringList leftOut;
};
MeanScores meanScores(const EvaluationReport& report);

/// Throws Error unless there is one prediction for each example, one threshold for each concept, and every label, answer and score
/// belongs to one of the concepts.
void requireFitting(ViewType type, int concepts, const std::vector<Example>& examples, const std::vector<Prediction>& predictions,
                    const std::vector<double>& thresholds);

/// Judges predictions at one threshold for each concept. Throws Error when they do not fit: requireFitting().
EvaluationReport evaluate(ViewType type, const QStringList& concepts, const std::vector<Example>& examples,
                          const std::vector<Prediction>& predictions, const std::vector<double>& thresholds);

/// The version's thresholds, chosen on validation: best F1 (tagging), best LRP (detection), 0 (classification: the highest wins).
std::vector<double> chooseThresholds(ViewType type, int concepts, const std::vector<Example>& examples, const std::vector<Prediction>& predictions);

/// The metrics of an epoch only, cheap enough for each epoch's end: accuracy, map, map50 (absent where they do not apply).
struct EpochScores {
    std::optional<double> accuracy, map, map50;
};
EpochScores epochScores(ViewType type, int concepts, const std::vector<Example>& examples, const std::vector<Prediction>& predictions);

/// How badly a prediction misses its example, for "worst first": higher is worse; 0 is perfect.
double badness(ViewType type, const Example& example, const Prediction& prediction, const std::vector<double>& thresholds);

QJsonObject toJson(const EvaluationReport& report);
/// Throws Error when it is not what toJson() makes: a field missing or of another type, a matrix of another size.
EvaluationReport evaluationReportFromJson(const QJsonObject& json);

} // namespace core
