#pragma once

#include "core/dataset/Annotation.h"

#include <QSize>

#include <vector>

namespace core {

class Database;
class Journal;

/// An item as an edit has to know it.
struct ItemFacts {
    ItemId id;
    ViewId view;
    ViewType type = ViewType::Classification;
    ItemState state = ItemState::Unseen;
    qint64 rev = 0;
    QSize size; // of its picture, pixels
};

/// The row changes that the editor's verbs are made of; each goes through the journal.
class ItemWriter {
public:
    ItemWriter(Database& database, Journal& journal) : m_database(database), m_journal(journal) {}

    /// Throws Error when an item is gone.
    std::vector<ItemFacts> facts(const std::vector<ItemId>& items) const;
    std::vector<ConceptId> livingConcepts(ViewId view) const;

    std::vector<Label> labels(ItemId item) const;
    std::vector<BoxRecord> boxes(ItemId item) const;
    std::vector<ConceptId> gaps(ItemId item) const;

    /// All that is stored about an item.
    ItemAnnotation annotation(const ItemFacts& item) const;
    /// Makes the rows of the item say `after` where they say `before`; boxes take the order of the list. False: there is no difference.
    bool change(const ItemFacts& item, const ItemAnnotation& before, const ItemAnnotation& after);

    void setLabel(ItemId item, ConceptId conceptId, bool yes);
    void removeLabel(ItemId item, ConceptId conceptId);
    void addBox(ItemId item, const BoxRecord& box, int ordinal); // under its own id, if it has one
    bool changeBox(const BoxRecord& box, int ordinal);
    void removeBox(BoxId box);
    void addGap(ItemId item, ConceptId conceptId);
    void removeGap(ItemId item, ConceptId conceptId);
    void removeAnnotation(ItemId item); // labels, boxes, gaps

    /// The item was edited: its revision grows, which ends a review of it.
    void setState(const ItemFacts& item, ItemState state);
    /// State and revision from what is stored now. `withoutConcept`: detection, the mark as it stands.
    void refreshState(const ItemFacts& item, const std::vector<ConceptId>& livingConcepts, bool withoutConcept);

private:
    Database& m_database;
    Journal& m_journal;
};

} // namespace core
