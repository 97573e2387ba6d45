#pragma once

#include "core/base/Id.h"
#include "core/dataset/Annotation.h"

#include <QAbstractListModel>

#include <vector>

namespace core {
class ItemList;
}

namespace ui {

/// The shared list of items as rows of a Qt view.
class ItemListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    explicit ItemListModel(const core::ItemList& list, QObject* parent = nullptr);

    const core::Item* itemAt(int row) const; // null: gone from the project
    void setConcepts(std::vector<core::ConceptRecord> concepts); // for the words of screen readers
    const std::vector<core::ConceptRecord>& concepts() const { return m_concepts; }
    const core::ConceptRecord* conceptOf(core::ConceptId id) const;
    void repaint(int first, int last); // the pictures of these rows came in

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QString spoken(const core::Item& item) const;

    const core::ItemList& m_list;
    std::vector<core::ConceptRecord> m_concepts;
};

} // namespace ui
