#include "core/evaluation/EvaluationReport.h"

#include "core/evaluation/AveragePrecision.h"
#include "core/evaluation/BoxMatching.h"
#include "core/evaluation/ConfusionMatrix.h"
#include "core/evaluation/Lrp.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr double accuracyThreshold = 0.5; // accuracy is always taken here

std::optional<double> share(qint64 part, qint64 whole)
{
    return whole > 0 ? std::optional(double(part) / double(whole)) : std::nullopt;
}

/// Precision, recall and F1 from the counts. Without support there is no recall and no F1.
void derive(ConceptScores& scores)
{
    scores.precision = share(scores.truePositives, scores.truePositives + scores.falsePositives);
    scores.recall = share(scores.truePositives, scores.support);
    if (scores.support > 0)
        scores.f1 = share(2 * scores.truePositives, 2 * scores.truePositives + scores.falsePositives + scores.falseNegatives);
}

std::optional<double> meanOver(const std::vector<ConceptScores>& concepts, std::optional<double> ConceptScores::*which)
{
    std::vector<std::optional<double>> values;
    for (const auto& scores : concepts)
        values.push_back(scores.*which);
    return meanOf(values);
}

std::optional<double> classAccuracy(const std::vector<Example>& examples, const std::vector<Prediction>& predictions)
{
    qint64 right = 0;
    qint64 all = 0;
    for (size_t i = 0; i < examples.size(); ++i) {
        const auto& scores = predictions[i].scores;
        if (examples[i].label < 0 || scores.empty())
            continue;
        ++all;
        right += std::ranges::max_element(scores) - scores.begin() == examples[i].label;
    }
    return share(right, all);
}

std::optional<double> tagAccuracy(const std::vector<Example>& examples, const std::vector<Prediction>& predictions)
{
    qint64 right = 0;
    qint64 all = 0;
    for (size_t i = 0; i < examples.size(); ++i) {
        for (size_t position = 0; position < examples[i].answers.size(); ++position) {
            if (examples[i].answers[position] < 0)
                continue;
            ++all;
            right += (predictions[i].scores[position] >= accuracyThreshold) == (examples[i].answers[position] == 1);
        }
    }
    return share(right, all);
}

std::optional<double> tagAp(int position, const std::vector<Example>& examples, const std::vector<Prediction>& predictions)
{
    std::vector<ScoredTruth> answers;
    for (size_t i = 0; i < examples.size(); ++i) {
        if (examples[i].answers[position] >= 0)
            answers.push_back({predictions[i].scores[position], examples[i].answers[position] == 1});
    }
    return averagePrecision(std::move(answers));
}

std::optional<double> boxAccuracy(const std::vector<std::vector<BoxMatch>>& matches, const std::vector<ConceptBoxes>& boxes)
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

void judgeClasses(EvaluationReport& report, const std::vector<Example>& examples, const std::vector<Prediction>& predictions,
                  const std::vector<double>& thresholds)
{
    const int count = int(report.concepts.size());
    report.accuracy = classAccuracy(examples, predictions);
    report.confusion = classConfusion(count, examples, predictions, thresholds);
    for (int position = 0; position < count; ++position) {
        auto& scores = report.concepts[position];
        std::vector<ScoredTruth> answers;
        for (size_t i = 0; i < examples.size(); ++i) {
            if (examples[i].label >= 0)
                answers.push_back({predictions[i].scores[position], examples[i].label == position});
        }
        scores.support = int(std::ranges::count(answers, true, &ScoredTruth::isTrue));
        scores.ap = averagePrecision(std::move(answers));
        scores.truePositives = report.confusion[position][position];
        scores.falseNegatives = scores.support - scores.truePositives;
        for (int truth = 0; truth < count; ++truth)
            scores.falsePositives += truth == position ? 0 : report.confusion[truth][position];
        derive(scores);
    }
}

void judgeTags(EvaluationReport& report, const std::vector<Example>& examples, const std::vector<Prediction>& predictions,
               const std::vector<double>& thresholds)
{
    report.accuracy = tagAccuracy(examples, predictions);
    for (int position = 0; position < int(report.concepts.size()); ++position) {
        std::array<int, 4> counts{}; // TN, FP, FN, TP
        for (size_t i = 0; i < examples.size(); ++i) {
            const int answer = examples[i].answers[position];
            if (answer >= 0)
                ++counts[size_t(2 * answer + (predictions[i].scores[position] >= thresholds[position]))];
        }
        auto& scores = report.concepts[position];
        scores.falsePositives = counts[1];
        scores.falseNegatives = counts[2];
        scores.truePositives = counts[3];
        scores.support = counts[2] + counts[3];
        scores.ap = tagAp(position, examples, predictions);
        derive(scores);
        report.tagConfusion.push_back(counts);
    }
    report.map = meanOver(report.concepts, &ConceptScores::ap);
}

void judgeBoxes(EvaluationReport& report, const std::vector<Example>& examples, const std::vector<Prediction>& predictions,
                const std::vector<double>& thresholds)
{
    const auto boxes = boxesByConcept(int(report.concepts.size()), examples, predictions);
    const auto matches = foundMatches(boxes);
    report.accuracy = boxAccuracy(matches, boxes);
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

double tagBadness(const Example& example, const Prediction& prediction, const std::vector<double>& thresholds)
{
    double sum = 0;
    for (size_t position = 0; position < example.answers.size(); ++position) {
        if (example.answers[position] < 0)
            continue;
        const bool truth = example.answers[position] == 1;
        const double score = prediction.scores[position];
        sum += std::abs(double(truth) - score) + ((score >= thresholds[position]) != truth);
    }
    return sum;
}

/// The numerator of the LRP error, so that a picture with many mistakes stands before one with few.
double boxBadness(const Example& example, const Prediction& prediction, const std::vector<double>& thresholds)
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

std::optional<double> EvaluationReport::headline() const
{
    switch (type) {
    case ViewType::Classification: return accuracy;
    case ViewType::Tagging: return map;
    case ViewType::Detection: return lrp;
    }
    return {};
}

QString EvaluationReport::headlineKey() const
{
    switch (type) {
    case ViewType::Classification: return QStringLiteral("accuracy");
    case ViewType::Tagging: return QStringLiteral("map");
    case ViewType::Detection: return QStringLiteral("lrp");
    }
    return {};
}

MeanScores meanScores(const EvaluationReport& report)
{
    std::vector<ConceptScores> both;
    MeanScores means;
    for (const auto& scores : report.concepts) {
        if (scores.precision && scores.recall)
            both.push_back(scores);
        else
            means.leftOut.append(scores.name);
    }
    means.precision = meanOver(both, &ConceptScores::precision);
    means.recall = meanOver(both, &ConceptScores::recall);
    means.f1 = meanOver(both, &ConceptScores::f1);
    return means;
}

EvaluationReport evaluate(ViewType type, const QStringList& concepts, const std::vector<Example>& examples,
                          const std::vector<Prediction>& predictions, const std::vector<double>& thresholds)
{
    requireFitting(type, int(concepts.size()), examples, predictions, thresholds);
    EvaluationReport report{.type = type, .images = int(examples.size())};
    for (qsizetype position = 0; position < concepts.size(); ++position)
        report.concepts.push_back({.name = concepts[position], .threshold = thresholds[size_t(position)]});
    switch (type) {
    case ViewType::Classification: judgeClasses(report, examples, predictions, thresholds); break;
    case ViewType::Tagging: judgeTags(report, examples, predictions, thresholds); break;
    case ViewType::Detection: judgeBoxes(report, examples, predictions, thresholds); break;
    }
    return report;
}

EpochScores epochScores(ViewType type, int concepts, const std::vector<Example>& examples, const std::vector<Prediction>& predictions)
{
    if (type == ViewType::Classification)
        return {.accuracy = classAccuracy(examples, predictions)};
    std::vector<std::optional<double>> ap;
    if (type == ViewType::Tagging) {
        for (int position = 0; position < concepts; ++position)
            ap.push_back(tagAp(position, examples, predictions));
        return {.accuracy = tagAccuracy(examples, predictions), .map = meanOf(ap)};
    }
    std::vector<std::optional<double>> ap50;
    const auto boxes = boxesByConcept(concepts, examples, predictions);
    for (const auto& ofConcept : boxes) {
        const auto precision = boxPrecision(ofConcept);
        ap.push_back(precision.ap);
        ap50.push_back(precision.ap50);
    }
    return {.accuracy = boxAccuracy(foundMatches(boxes), boxes), .map = meanOf(ap), .map50 = meanOf(ap50)};
}

double badness(ViewType type, const Example& example, const Prediction& prediction, const std::vector<double>& thresholds)
{
    switch (type) {
    case ViewType::Classification:
        if (example.label < 0 || prediction.scores.empty())
            return 0;
        return 1 - prediction.scores[size_t(example.label)] + (winnerOf(prediction.scores, thresholds) != example.label);
    case ViewType::Tagging: return tagBadness(example, prediction, thresholds);
    case ViewType::Detection: return boxBadness(example, prediction, thresholds);
    }
    return 0;
}

} // namespace core
