#pragma once

#include "core/dataset/Annotation.h"

#include <vector>

namespace core {

/// What an act makes of the annotation of one item. Pure, so that a page can show at once what the project will store.
/// `living`: the concepts of the item's view that were not deleted. The state follows in each of them.

/// Classification: this concept and no other.
ItemAnnotation withClass(ItemAnnotation annotation, ConceptId conceptId);

/// Tagging: this answer for one concept; the others stay as they are.
ItemAnnotation withAnswer(ItemAnnotation annotation, const std::vector<ConceptId>& living, ConceptId conceptId, Answer answer);

/// Detection: these are the boxes now. A drawn box proves that the item was checked for its concept, so its gap goes. With the
/// last box deleted the item is unseen again: nobody has said that there is none.
ItemAnnotation withBoxes(ItemAnnotation annotation, std::vector<BoxRecord> boxes);

/// Tagging: every living concept is "no". Detection: looked at, and there is no box; boxes and gaps go.
/// Classification has no such state: the annotation comes back unchanged.
ItemAnnotation withoutConcept(ViewType type, ItemAnnotation annotation, const std::vector<ConceptId>& living);

/// Detection: the item was checked for this concept, and what is drawn is all of it there is. Clears its gap; changes nothing
/// where there is none.
ItemAnnotation withSeen(ItemAnnotation annotation, ConceptId conceptId);

/// The opposite: nobody has looked for this concept. Changes nothing on an unseen item, and where a box shows that somebody has.
ItemAnnotation withGap(ItemAnnotation annotation, ConceptId conceptId);

/// Detection: somebody has said that there is no box here; still so when a concept was added since and left a gap.
bool isMarkedWithout(const ItemAnnotation& annotation);

} // namespace core
