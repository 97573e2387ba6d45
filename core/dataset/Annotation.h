#pragma once

#include "core/base/Id.h"
#include "core/dataset/Region.h"
#include "core/dataset/View.h"

#include <QRectF>

#include <vector>

namespace core {

/// How far an item is annotated. Values are stored in project files.
enum class ItemState { Unseen = 0, Partly = 1, Annotated = 2, WithoutConcept = 3 };

/// The answer of a tagging item for one concept. Unseen: nobody has looked; left out of loss and metrics.
enum class Answer { Unseen, No, Yes };

/// A stored answer: classification has exactly one, with yes = true; tagging one for each concept that was looked at.
struct Label {
    ConceptId conceptId;
    bool yes = true;

    bool operator==(const Label&) const = default;
};

/// Flags of a box; bits are stored in project files.
enum BoxFlag { Difficult = 1, TruncatedBox = 2, Occluded = 4, Crowd = 8 };

/// A box of a detection item, in real pixels of the oriented picture; right and bottom are exclusive.
struct BoxRecord {
    BoxId id; // from newBoxId() when it is drawn; 0: given by the project when stored
    ConceptId conceptId;
    QRectF rect;
    int flags = 0;

    bool operator==(const BoxRecord&) const = default;
};

/// An id for a box that is being drawn, so that it can be changed again before it is stored. Never given twice, by this program or by
/// another one that writes to the same project: time in its upper bits, chance in its lower 20.
BoxId newBoxId();

/// All that a person said about one item.
struct ItemAnnotation {
    ItemState state = ItemState::Unseen;
    std::vector<Label> labels;
    std::vector<BoxRecord> boxes;
    std::vector<ConceptId> gaps; // detection: concepts this item was not looked at for

    Answer answerFor(ConceptId conceptId) const;
    bool operator==(const ItemAnnotation&) const = default;
};

/// One region in one view: the thing that is annotated, trained on, predicted and counted.
struct Item : Region {
    ItemId id;
    ViewId view;
    ItemAnnotation annotation;

    bool operator==(const Item&) const = default;
};

/// The state that follows from labels, boxes and gaps. `withoutConcept`: detection only, the explicit
/// "no box here" mark.
ItemState stateOf(ViewType type, const std::vector<ConceptId>& livingConcepts, const ItemAnnotation& annotation, bool withoutConcept);

/// Which items a list shows. Empty fields do not restrict.
struct ItemFilter {
    std::optional<ConceptId> conceptId; // items with a yes or a box of it
    std::optional<Split> split;
    std::optional<ItemState> state;
    std::optional<Health> health;
    QString nameContains;

    bool isEmpty() const;
    bool operator==(const ItemFilter&) const = default;
};

} // namespace core
