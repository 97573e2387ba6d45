#include "core/dataset/Annotating.h"

#include <algorithm>

namespace core {

namespace {

/// Labels are kept in the order of their concepts, as the project reads them.
void setLabel(std::vector<Label>& labels, ConceptId conceptId, Answer answer)
{
    std::erase_if(labels, [conceptId](const Label& label) { return label.conceptId == conceptId; });
    if (answer == Answer::Unseen)
        return;
    const auto place = std::ranges::lower_bound(labels, conceptId, {}, &Label::conceptId);
    labels.insert(place, {conceptId, answer == Answer::Yes});
}

} // namespace

bool isMarkedWithout(const ItemAnnotation& annotation)
{
    return annotation.state == ItemState::WithoutConcept || (annotation.state == ItemState::Partly && annotation.boxes.empty());
}

ItemAnnotation withClass(ItemAnnotation annotation, ConceptId conceptId)
{
    annotation.labels = {{conceptId, true}};
    annotation.state = ItemState::Annotated;
    return annotation;
}

ItemAnnotation withAnswer(ItemAnnotation annotation, const std::vector<ConceptId>& living, ConceptId conceptId, Answer answer)
{
    setLabel(annotation.labels, conceptId, answer);
    annotation.state = stateOf(ViewType::Tagging, living, annotation, false);
    return annotation;
}

ItemAnnotation withBoxes(ItemAnnotation annotation, std::vector<BoxRecord> boxes)
{
    annotation.boxes = std::move(boxes);
    if (annotation.boxes.empty())
        annotation.gaps.clear();
    for (const BoxRecord& box : annotation.boxes)
        std::erase(annotation.gaps, box.conceptId);
    annotation.state = stateOf(ViewType::Detection, {}, annotation, false);
    return annotation;
}

ItemAnnotation withoutConcept(ViewType type, ItemAnnotation annotation, const std::vector<ConceptId>& living)
{
    switch (type) {
    case ViewType::Classification: return annotation;
    case ViewType::Tagging:
        for (const ConceptId id : living)
            setLabel(annotation.labels, id, Answer::No);
        break;
    case ViewType::Detection:
        annotation.boxes.clear();
        annotation.gaps.clear();
        break;
    }
    annotation.state = stateOf(type, living, annotation, true);
    return annotation;
}

ItemAnnotation withSeen(ItemAnnotation annotation, ConceptId conceptId)
{
    const bool without = isMarkedWithout(annotation);
    if (std::erase(annotation.gaps, conceptId) > 0)
        annotation.state = stateOf(ViewType::Detection, {}, annotation, without);
    return annotation;
}

ItemAnnotation withGap(ItemAnnotation annotation, ConceptId conceptId)
{
    const bool drawn = std::ranges::find(annotation.boxes, conceptId, &BoxRecord::conceptId) != annotation.boxes.end();
    const bool known = std::ranges::find(annotation.gaps, conceptId) != annotation.gaps.end();
    if (annotation.state == ItemState::Unseen || drawn || known)
        return annotation;
    annotation.gaps.insert(std::ranges::lower_bound(annotation.gaps, conceptId), conceptId);
    annotation.state = ItemState::Partly;
    return annotation;
}

} // namespace core
