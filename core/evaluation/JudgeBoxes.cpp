#include "core/evaluation/ConfusionMatrix.h"
#include "core/evaluation/Judge.h"
#include "core/evaluation/Lrp.h"
#include "core/evaluation/Thresholds.h"

#include <algorithm>

namespace core {

namespace {

bool fits(int concepts, const Example& example, const Prediction& prediction)
{
    const auto isKnown = [concepts](int label) { return label >= 0 && label < concepts; };
    return std::ranges::all_of(example.boxes, isKnown, &TrueBox::label) && std::ranges::all_of(prediction.boxes, isKnown, &ScoredBox::label);
}

std::optional<double> accuracyOf(const std::vector<std::vector<BoxMatch>>& matches, const std::vector<ConceptBoxes>& boxes)
{
    qint64 right = 0;
    qint64 all = 0;
    for (size_t label = 0; label < boxes.size(); ++label) {
        const auto counts = countBoxes(matches[label], boxes[label].support(), accuracyThreshold);
        right += counts.truePositives;
        all += counts.truePositives + counts.falsePositives + counts.falseNegatives;
    }
    return share(right, all);
}

std::vector<std::vector<BoxMatch>> foundMatches(const std::vector<ConceptBoxes>& boxes)
{
    std::vector<std::vector<BoxMatch>> matches;
    for (const auto& ofConcept : boxes)
        matches.push_back(ofConcept.matches(justAboveFoundOverlap()));
    return matches;
}

void judge(EvaluationReport& report, const std::vector<Example>& examples, const std::vector<Prediction>& predictions, const std::vector<double>& thresholds)
{
    const auto boxes = boxesByConcept(int(report.concepts.size()), examples, predictions);
    const auto matches = foundMatches(boxes);
    report.accuracy = accuracyOf(matches, boxes);
    report.confusion = boxConfusion(matches, examples, predictions, thresholds);
    for (size_t label = 0; label < boxes.size(); ++label) {
        auto& scores = report.concepts[label];
        const auto counts = countBoxes(matches[label], boxes[label].support(), thresholds[label]);
        scores.support = boxes[label].support();
        scores.truePositives = counts.truePositives;
        scores.falsePositives = counts.falsePositives;
        scores.falseNegatives = counts.falseNegatives;
        scores.iou = counts.meanOverlap();
        if (scores.support > 0)
            scores.lrp = 1 - *counts.lrpError();
        const auto precision = boxPrecision(boxes[label]);
        scores.ap = precision.ap;
        scores.ap50 = precision.ap50;
        derive(scores);
    }
    report.map = meanOver(report.concepts, &ConceptScores::ap);
    report.map50 = meanOver(report.concepts, &ConceptScores::ap50);
    report.lrp = meanOver(report.concepts, &ConceptScores::lrp);
}

EpochScores epochScores(int concepts, const std::vector<Example>& examples, const std::vector<Prediction>& predictions)
{
    std::vector<std::optional<double>> ap, ap50;
    const auto boxes = boxesByConcept(concepts, examples, predictions);
    for (const auto& ofConcept : boxes) {
        const auto precision = boxPrecision(ofConcept);
        ap.push_back(precision.ap);
        ap50.push_back(precision.ap50);
    }
    return {.accuracy = accuracyOf(foundMatches(boxes), boxes), .map = meanOf(ap), .map50 = meanOf(ap50)};
}

std::vector<double> thresholds(int concepts, const std::vector<Example>& examples, const std::vector<Prediction>& predictions)
{
    std::vector<double> chosen;
    for (const auto& boxes : boxesByConcept(concepts, examples, predictions))
        chosen.push_back(thresholdOfBestLrp(boxes.matches(justAboveFoundOverlap()), boxes.support()));
    return chosen;
}

/// The numerator of the LRP error, so that a picture with many mistakes stands before one with few.
double badness(const Example& example, const Prediction& prediction, const std::vector<double>& thresholds)
{
    double sum = 0;
    const auto boxes = boxesByConcept(int(thresholds.size()), {example}, {prediction});
    for (size_t label = 0; label < boxes.size(); ++label) {
        const auto counts = countBoxes(boxes[label].matches(justAboveFoundOverlap()), boxes[label].support(), thresholds[label]);
        sum += (counts.truePositives - counts.overlapSum) / (1 - foundOverlap) + counts.falsePositives + counts.falseNegatives;
    }
    return sum;
}

} // namespace

const Judge boxJudge{.headlineKey = "lrp", .headline = &EvaluationReport::lrp, .furtherRows = 1, .hasConfusionEach = false, .fits = fits, .judge = judge,
    .epochScores = epochScores, .thresholds = thresholds, .badness = badness};

} // namespace core
