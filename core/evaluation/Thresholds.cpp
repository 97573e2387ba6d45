#include "core/evaluation/Thresholds.h"

#include "core/evaluation/Lrp.h"

#include <algorithm>

namespace core {

namespace {

/// Half-way, because the scores of a later prediction may differ in the last digits.
double between(double lastCounted, double firstDiscarded) { return (lastCounted + firstDiscarded) / 2; }

} // namespace

double thresholdOfBestF1(std::vector<ScoredTruth> answers)
{
    const auto positives = std::ranges::count(answers, true, &ScoredTruth::isTrue);
    std::ranges::sort(answers, std::greater{}, &ScoredTruth::score);
    double best = 0;
    double threshold = defaultThreshold;
    qint64 found = 0;
    for (size_t i = 0; i < answers.size(); ++i) {
        found += answers[i].isTrue;
        const double next = i + 1 < answers.size() ? answers[i + 1].score : 0;
        if (i + 1 < answers.size() && next == answers[i].score)
            continue; // equal scores count together
        const double f1 = 2.0 * double(found) / double(qint64(i + 1) + positives);
        if (f1 > best) {
            best = f1;
            threshold = between(answers[i].score, next);
        }
    }
    return threshold;
}

double thresholdOfBestLrp(const std::vector<BoxMatch>& matches, int support)
{
    if (support == 0)
        return defaultThreshold;
    double best = 1; // of discarding everything
    double threshold = defaultThreshold;
    BoxCounts counts{.falseNegatives = support};
    for (size_t i = 0; i < matches.size(); ++i) {
        if (matches[i].isFound()) {
            ++counts.truePositives;
            --counts.falseNegatives;
            counts.overlapSum += matches[i].overlap;
        } else {
            counts.falsePositives += matches[i].isFalse();
        }
        const double next = i + 1 < matches.size() ? matches[i + 1].score : 0;
        if (i + 1 < matches.size() && next == matches[i].score)
            continue;
        if (const double error = *counts.lrpError(); error < best) {
            best = error;
            threshold = between(matches[i].score, next);
        }
    }
    return threshold;
}

} // namespace core
