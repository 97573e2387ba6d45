#pragma once

#include "core/dataset/Annotation.h"

#include <QSet>

#include <span>
#include <vector>

namespace core {

class Database;
class Query;

/// Number of items of one split and state, as the triggers keep it.
struct ItemTally {
    Split split = Split::Unassigned;
    ItemState state = ItemState::Unseen;
    int count = 0;
};

/// Reads items with their labels, boxes and gaps. A few statements for any number of items.
class AnnotationRepository {
public:
    explicit AnnotationRepository(const Database& database) : m_database(database) {}

    std::vector<ItemId> itemIds(ViewId view, const ItemFilter& filter) const; // in the order of import
    std::vector<Item> items(std::span<const ItemId> ids) const;               // in the order asked; unknown ids left out
    std::vector<Item> allItems(ViewId view) const;
    /// Items whose annotation is still the one that somebody reviewed.
    QSet<ItemId> reviewed(ViewId view) const;

    std::vector<ItemTally> tallies(ViewId view) const;
    /// Yes-labels or boxes of a concept in all splits.
    int answers(ConceptId conceptId) const;
    /// The triggers' counts, compared with the rows.
    bool areTalliesRight() const;
    /// Makes wrong counts anew (after a crash of the disk). True: they were right.
    bool mendTallies() const;
    /// Every view has an item for each picture; adds those that are missing. Returns how many.
    int addMissingItems() const;

private:
    struct Tally;
    bool isRight(const Tally& tally) const;
    std::vector<Item> read(Query& query) const;
    void addAnnotation(std::vector<Item>& items, const QString& scope, const QVariant& value) const;

    const Database& m_database;
};

} // namespace core
