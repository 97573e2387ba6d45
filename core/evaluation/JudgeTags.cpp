#include "core/evaluation/Judge.h"
#include "core/evaluation/Thresholds.h"

#include <cmath>

namespace core {

namespace {

bool fits(int concepts, const Example& example, const Prediction& prediction)
{
    return int(example.answers.size()) == concepts && int(prediction.scores.size()) == concepts;
}

/// Of one concept: what is known, and how it was scored.
std::vector<ScoredTruth> answersOf(int position, const std::vector<Example>& examples, const std::vector<Prediction>& predictions)
{
    std::vector<ScoredTruth> answers;
    for (size_t i = 0; i < examples.size(); ++i) {
        if (examples[i].answers[position] >= 0)
            answers.push_back({predictions[i].scores[position], examples[i].answers[position] == 1});
    }
    return answers;
}

std::optional<double> accuracyOf(const std::vector<Example>& examples, const std::vector<Prediction>& predictions)
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

void judge(EvaluationReport& report, const std::vector<Example>& examples, const std::vector<Prediction>& predictions, const std::vector<double>& thresholds)
{
    report.accuracy = accuracyOf(examples, predictions);
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
        scores.ap = averagePrecision(answersOf(position, examples, predictions));
        derive(scores);
        report.tagConfusion.push_back(counts);
    }
    report.map = meanOver(report.concepts, &ConceptScores::ap);
}

EpochScores epochScores(int concepts, const std::vector<Example>& examples, const std::vector<Prediction>& predictions)
{
    std::vector<std::optional<double>> ap;
    for (int position = 0; position < concepts; ++position)
        ap.push_back(averagePrecision(answersOf(position, examples, predictions)));
    return {.accuracy = accuracyOf(examples, predictions), .map = meanOf(ap)};
}

std::vector<double> thresholds(int concepts, const std::vector<Example>& examples, const std::vector<Prediction>& predictions)
{
    std::vector<double> chosen;
    for (int position = 0; position < concepts; ++position)
        chosen.push_back(thresholdOfBestF1(answersOf(position, examples, predictions)));
    return chosen;
}

double badness(const Example& example, const Prediction& prediction, const std::vector<double>& thresholds)
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

} // namespace

const Judge tagJudge{.headlineKey = "map", .headline = &EvaluationReport::map, .furtherRows = 0, .hasConfusionEach = true, .fits = fits, .judge = judge,
    .epochScores = epochScores, .thresholds = thresholds, .badness = badness};

} // namespace core
