#include "core/evaluation/Judge.h"

#include "core/evaluation/AveragePrecision.h"

namespace core {

const Judge& judgeOf(ViewType type)
{
    switch (type) {
    case ViewType::Classification: return classJudge;
    case ViewType::Tagging: return tagJudge;
    case ViewType::Detection: break;
    }
    return boxJudge;
}

std::optional<double> share(qint64 part, qint64 whole)
{
    return whole > 0 ? std::optional(double(part) / double(whole)) : std::nullopt;
}

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

} // namespace core
