#include "core/evaluation/Lrp.h"

namespace core {

std::optional<double> BoxCounts::meanOverlap() const
{
    return truePositives > 0 ? std::optional(overlapSum / truePositives) : std::nullopt;
}

std::optional<double> BoxCounts::lrpError() const
{
    const int all = truePositives + falsePositives + falseNegatives;
    if (all == 0)
        return {};
    const double misplaced = (truePositives - overlapSum) / (1 - foundOverlap);
    return (misplaced + falsePositives + falseNegatives) / all;
}

BoxCounts countBoxes(const std::vector<BoxMatch>& matches, int support, double threshold)
{
    BoxCounts counts;
    for (const auto& match : matches) {
        if (match.score < threshold)
            break;
        if (match.isFound()) {
            ++counts.truePositives;
            counts.overlapSum += match.overlap;
        } else if (match.isFalse()) {
            ++counts.falsePositives;
        }
    }
    counts.falseNegatives = support - counts.truePositives;
    return counts;
}

} // namespace core
