#include "core/evaluation/ConfusionMatrix.h"

#include "core/dataset/Region.h"

#include <algorithm>

namespace core {

namespace {

/// True boxes that no box of their concept met, by example.
std::vector<std::vector<int>> openTruths(const std::vector<std::vector<BoxMatch>>& matches, const std::vector<Example>& examples,
                                         const std::vector<double>& thresholds)
{
    std::vector<std::vector<bool>> met;
    for (const auto& example : examples)
        met.emplace_back(example.boxes.size());
    for (size_t label = 0; label < matches.size(); ++label) {
        for (const auto& match : matches[label]) {
            if (match.score >= thresholds[label] && match.isFound())
                met[match.example][match.truth] = true;
        }
    }
    std::vector<std::vector<int>> open(examples.size());
    for (size_t i = 0; i < examples.size(); ++i) {
        for (int truth = 0; truth < int(examples[i].boxes.size()); ++truth) {
            const auto& box = examples[i].boxes[truth];
            if (!box.ignore && !met[i][truth] && std::ranges::find(examples[i].gaps, box.label) == examples[i].gaps.end())
                open[i].push_back(truth);
        }
    }
    return open;
}

} // namespace

int winnerOf(const std::vector<double>& scores, const std::vector<double>& thresholds)
{
    const int winner = int(std::ranges::max_element(scores) - scores.begin());
    return winner < int(scores.size()) && scores[winner] >= thresholds[winner] ? winner : -1;
}

ConfusionMatrix classConfusion(int concepts, const std::vector<Example>& examples, const std::vector<Prediction>& predictions,
                               const std::vector<double>& thresholds)
{
    ConfusionMatrix counts(concepts, std::vector<int>(concepts));
    for (size_t i = 0; i < examples.size(); ++i) {
        const int winner = winnerOf(predictions[i].scores, thresholds);
        if (examples[i].label >= 0 && winner >= 0)
            ++counts[examples[i].label][winner];
    }
    return counts;
}

ConfusionMatrix boxConfusion(const std::vector<std::vector<BoxMatch>>& matches, const std::vector<Example>& examples,
                             const std::vector<Prediction>& predictions, const std::vector<double>& thresholds)
{
    const int nothing = int(matches.size());
    ConfusionMatrix counts(nothing + 1, std::vector<int>(nothing + 1));
    auto open = openTruths(matches, examples, thresholds);

    std::vector<std::pair<int, BoxMatch>> strays; // concept, box
    for (int label = 0; label < nothing; ++label) {
        for (const auto& match : matches[label]) {
            if (match.score < thresholds[label])
                break;
            if (match.isFound())
                ++counts[label][label];
            else if (match.isFalse())
                strays.emplace_back(label, match);
        }
    }
    std::ranges::stable_sort(strays, std::greater{}, [](const auto& stray) { return stray.second.score; });
    for (const auto& [label, match] : strays) {
        auto& truths = open[match.example];
        const auto& boxes = examples[match.example].boxes;
        const auto overlap = [&](int truth) { return overlapOf(predictions[match.example].boxes[match.box].rect, boxes[truth].rect); };
        const auto best = std::ranges::max_element(truths, {}, overlap);
        if (best != truths.end() && overlap(*best) > foundOverlap) {
            ++counts[boxes[*best].label][label];
            truths.erase(best);
        } else {
            ++counts[nothing][label];
        }
    }
    for (size_t i = 0; i < examples.size(); ++i) {
        for (const int truth : open[i])
            ++counts[examples[i].boxes[truth].label][nothing];
    }
    return counts;
}

} // namespace core
