#include "core/evaluation/AveragePrecision.h"
#include "core/evaluation/ConfusionMatrix.h"
#include "core/evaluation/Judge.h"

#include <algorithm>

namespace core {

namespace {

bool fits(int concepts, const Example& example, const Prediction& prediction)
{
    return example.label >= -1 && example.label < concepts && int(prediction.scores.size()) == concepts;
}

std::optional<double> accuracyOf(const std::vector<Example>& examples, const std::vector<Prediction>& predictions)
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

void judge(EvaluationReport& report, const std::vector<Example>& examples, const std::vector<Prediction>& predictions, const std::vector<double>& thresholds)
{
    const int count = int(report.concepts.size());
    report.accuracy = accuracyOf(examples, predictions);
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

EpochScores epochScores(int, const std::vector<Example>& examples, const std::vector<Prediction>& predictions)
{
    return {.accuracy = accuracyOf(examples, predictions)};
}

/// The highest score wins.
std::vector<double> thresholds(int concepts, const std::vector<Example>&, const std::vector<Prediction>&)
{
    return std::vector<double>(size_t(concepts), 0.0);
}

double badness(const Example& example, const Prediction& prediction, const std::vector<double>& thresholds)
{
    if (example.label < 0 || prediction.scores.empty())
        return 0;
    return 1 - prediction.scores[size_t(example.label)] + (winnerOf(prediction.scores, thresholds) != example.label);
}

} // namespace

const Judge classJudge{.headlineKey = "accuracy", .headline = &EvaluationReport::accuracy, .furtherRows = 0, .hasConfusionEach = false, .fits = fits, .judge = judge,
    .epochScores = epochScores, .thresholds = thresholds, .badness = badness};

} // namespace core
