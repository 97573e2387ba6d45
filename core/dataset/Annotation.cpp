#include "core/dataset/Annotation.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <algorithm>
#include <atomic>

namespace core {

BoxId newBoxId()
{
    constexpr int chanceBits = 20;
    static std::atomic<qint64> last = 0;
    const qint64 now = (QDateTime::currentMSecsSinceEpoch() << chanceBits) | qint64(QRandomGenerator::global()->bounded(1 << chanceBits));
    qint64 before = last;
    while (!last.compare_exchange_weak(before, std::max(before + 1, now))) { }
    return BoxId{std::max(before + 1, now)};
}

Answer ItemAnnotation::answerFor(ConceptId conceptId) const
{
    const auto label = std::ranges::find(labels, conceptId, &Label::conceptId);
    if (label == labels.end())
        return Answer::Unseen;
    return label->yes ? Answer::Yes : Answer::No;
}

ItemState stateOf(ViewType type, const std::vector<ConceptId>& livingConcepts, const ItemAnnotation& annotation, bool withoutConcept)
{
    const auto answered = [&](ConceptId id) { return annotation.answerFor(id) != Answer::Unseen; };
    const auto yes = [&](ConceptId id) { return annotation.answerFor(id) == Answer::Yes; };
    switch (type) {
    case ViewType::Classification:
        return std::ranges::any_of(livingConcepts, yes) ? ItemState::Annotated : ItemState::Unseen;
    case ViewType::Tagging:
        if (std::ranges::none_of(livingConcepts, answered))
            return ItemState::Unseen;
        if (!std::ranges::all_of(livingConcepts, answered))
            return ItemState::Partly;
        return std::ranges::any_of(livingConcepts, yes) ? ItemState::Annotated : ItemState::WithoutConcept;
    case ViewType::Detection:
        break;
    }
    const bool lookedAt = withoutConcept || !annotation.boxes.empty();
    if (!lookedAt)
        return ItemState::Unseen;
    if (!annotation.gaps.empty())
        return ItemState::Partly;
    return annotation.boxes.empty() ? ItemState::WithoutConcept : ItemState::Annotated;
}

bool ItemFilter::isEmpty() const
{
    return *this == ItemFilter{};
}

} // namespace core
