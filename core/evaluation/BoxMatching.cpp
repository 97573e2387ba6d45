#include "core/evaluation/BoxMatching.h"

#include "core/dataset/Region.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace core {

namespace {

constexpr int mostBoxes = 100; // COCO's maxDets

} // namespace

double justAboveFoundOverlap() { return std::nextafter(foundOverlap, 1.0); }

void ConceptBoxes::add(InExample entry, const Example& example, const Prediction& prediction)
{
    const auto firstIgnored = std::ranges::stable_partition(entry.truths, [&](int truth) { return !example.boxes[truth].ignore; }).begin();
    entry.regular = int(firstIgnored - entry.truths.begin());
    std::ranges::stable_sort(entry.boxes, std::greater{}, [&](int box) { return prediction.boxes[box].score; });
    if (entry.boxes.size() > mostBoxes)
        entry.boxes.resize(mostBoxes);
    for (const int box : entry.boxes) {
        entry.scores.push_back(prediction.boxes[box].score);
        for (const int truth : entry.truths)
            entry.overlaps.push_back(overlapOf(prediction.boxes[box].rect, example.boxes[truth].rect, example.boxes[truth].ignore));
    }
    m_support += entry.regular;
    m_examples.push_back(std::move(entry));
}

void ConceptBoxes::rank()
{
    std::vector<double> scores;
    for (const auto& entry : m_examples)
        scores.insert(scores.end(), entry.scores.begin(), entry.scores.end());
    m_order.resize(scores.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    std::ranges::stable_sort(m_order, std::greater{}, [&](int position) { return scores[position]; });
}

std::vector<BoxMatch> ConceptBoxes::matches(double leastOverlap) const
{
    std::vector<BoxMatch> matches;
    matches.reserve(m_order.size());
    for (const auto& entry : m_examples) {
        const int truths = int(entry.truths.size());
        std::vector<bool> taken(entry.truths.size());
        for (size_t row = 0; row < entry.boxes.size(); ++row) {
            double best = std::min(leastOverlap, 1 - 1e-10);
            int chosen = -1;
            for (int column = 0; column < truths; ++column) {
                const bool ignored = column >= entry.regular;
                if (ignored && chosen >= 0 && chosen < entry.regular)
                    break; // a true box was met: ignore regions are not asked
                if (taken[column] && !ignored)
                    continue;
                const double overlap = entry.overlaps[row * entry.truths.size() + column];
                if (overlap < best)
                    continue;
                best = overlap;
                chosen = column;
            }
            BoxMatch match{.example = entry.example, .box = entry.boxes[row], .score = entry.scores[row]};
            if (chosen >= 0) {
                taken[chosen] = true;
                match.truth = entry.truths[chosen];
                match.overlap = best;
                match.ignored = chosen >= entry.regular;
            }
            matches.push_back(match);
        }
    }
    std::vector<BoxMatch> ranked;
    ranked.reserve(matches.size());
    for (const int position : m_order)
        ranked.push_back(matches[position]);
    return ranked;
}

std::vector<ConceptBoxes> boxesByConcept(int concepts, const std::vector<Example>& examples, const std::vector<Prediction>& predictions)
{
    std::vector<ConceptBoxes> all(concepts);
    std::vector<ConceptBoxes::InExample> entries(concepts);
    for (size_t position = 0; position < examples.size(); ++position) {
        const auto& example = examples[position];
        const auto& prediction = predictions[position];
        std::vector<int> touched;
        const auto entryOf = [&](int label) -> ConceptBoxes::InExample& {
            auto& entry = entries[label];
            if (entry.truths.empty() && entry.boxes.empty())
                touched.push_back(label);
            return entry;
        };
        for (int index = 0; index < int(example.boxes.size()); ++index)
            entryOf(example.boxes[index].label).truths.push_back(index);
        for (int index = 0; index < int(prediction.boxes.size()); ++index)
            entryOf(prediction.boxes[index].label).boxes.push_back(index);
        for (const int label : touched) {
            auto entry = std::exchange(entries[label], {});
            entry.example = int(position);
            if (std::ranges::find(example.gaps, label) == example.gaps.end())
                all[label].add(std::move(entry), example, prediction);
        }
    }
    for (auto& boxes : all)
        boxes.rank();
    return all;
}

} // namespace core
