#pragma once

#include "core/base/Id.h"
#include "core/dataset/Annotation.h"

#include <QAbstractListModel>
#include <QHash>

#include <list>
#include <optional>
#include <vector>

namespace core {
class Project;
}

namespace ui {

/// The items of a view as rows. Holds their ids alone and reads the items in blocks as they are looked at, so 100,000 rows cost
/// no more than three screens of them.
class ItemListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    explicit ItemListModel(const core::Project& project, QObject* parent = nullptr);

    void setIds(std::vector<core::ItemId> ids);
    const std::vector<core::ItemId>& ids() const { return m_ids; }
    int rowOf(core::ItemId id) const; // -1: not here
    /// Read now if it was not yet; null when the item is gone since the ids were set.
    const core::Item* itemAt(int row) const;
    void setConcepts(std::vector<core::ConceptRecord> concepts); // for the words of screen readers
    const std::vector<core::ConceptRecord>& concepts() const { return m_concepts; }
    const core::ConceptRecord* conceptOf(core::ConceptId id) const;

    void reread(const std::vector<core::ItemId>& items); // empty: all
    void pictureCameIn(core::ImageId image);             // its tile is to be painted again

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    static constexpr int blockRows = 64;
    static constexpr std::size_t blocksKept = 24;
    struct Block {
        int number = 0;
        std::vector<std::optional<core::Item>> items;
    };
    const Block& block(int number) const;
    QString spoken(const core::Item& item) const;

    const core::Project& m_project;
    std::vector<core::ItemId> m_ids;
    std::vector<core::ConceptRecord> m_concepts;
    mutable QHash<core::ItemId, int> m_rows; // made when first asked for
    mutable std::list<Block> m_blocks;       // the last used first
};

} // namespace ui
