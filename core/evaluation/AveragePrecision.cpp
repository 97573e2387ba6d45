#include "core/evaluation/AveragePrecision.h"

#include <algorithm>
#include <array>
#include <limits>

namespace core {

std::optional<double> averagePrecision(std::vector<ScoredTruth> answers)
{
    const auto positives = std::ranges::count(answers, true, &ScoredTruth::isTrue);
    if (positives == 0)
        return {};
    std::ranges::sort(answers, std::greater{}, &ScoredTruth::score);
    double area = 0;
    qint64 found = 0;
    for (size_t begin = 0; begin < answers.size();) {
        size_t end = begin;
        const auto before = found;
        for (; end < answers.size() && answers[end].score == answers[begin].score; ++end)
            found += answers[end].isTrue;
        area += double(found - before) / double(positives) * double(found) / double(end);
        begin = end;
    }
    return area;
}

std::optional<double> interpolatedPrecision(const std::vector<BoxMatch>& matches, int support)
{
    if (support == 0)
        return {};
    std::vector<double> precision;
    std::vector<double> recall;
    double found = 0;
    double wrong = 0;
    for (const auto& match : matches) {
        found += match.isFound();
        wrong += match.isFalse();
        recall.push_back(found / support);
        precision.push_back(found / (wrong + found + std::numeric_limits<double>::epsilon()));
    }
    for (size_t i = precision.size(); i-- > 1;)
        precision[i - 1] = std::max(precision[i - 1], precision[i]);

    constexpr int points = 101;
    constexpr double step = 0.01;
    double sum = 0;
    for (int point = 0; point < points; ++point) {
        // i · 0.01, not i / 100: the recalls numpy makes, so that a recall that is just reached is reached here too
        const auto reached = std::ranges::lower_bound(recall, point == points - 1 ? 1.0 : point * step);
        if (reached == recall.end())
            break;
        sum += precision[reached - recall.begin()];
    }
    return sum / points;
}

BoxPrecision boxPrecision(const ConceptBoxes& boxes)
{
    if (boxes.support() == 0)
        return {};
    constexpr int overlaps = 10;
    constexpr double step = (0.95 - 0.5) / (overlaps - 1);
    BoxPrecision result;
    double sum = 0;
    for (int i = 0; i < overlaps; ++i) {
        const auto ap = interpolatedPrecision(boxes.matches(i == overlaps - 1 ? 0.95 : 0.5 + i * step), boxes.support());
        sum += *ap;
        if (i == 0)
            result.ap50 = ap;
    }
    result.ap = sum / overlaps;
    return result;
}

std::optional<double> meanOf(const std::vector<std::optional<double>>& values)
{
    double sum = 0;
    int count = 0;
    for (const auto& value : values) {
        sum += value.value_or(0);
        count += value.has_value();
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

} // namespace core
