#include "core/dataset/Annotation.h"

#include <algorithm>

namespace core {

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
