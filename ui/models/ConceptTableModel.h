#pragma once

#include "core/dataset/View.h"

#include <QAbstractTableModel>

#include <vector>

namespace ui {

/// A concept with how much it is used.
struct ConceptRow {
    core::ConceptRecord record;
    int annotations = 0; // yes-labels or boxes
    int trainImages = 0;
    int validationImages = 0;

    bool operator==(const ConceptRow&) const = default;
};

/// The concepts of one view in their order. Holds copies; a row dropped elsewhere is asked for with moveRequested().
class ConceptTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Key, Annotations, TrainImages, ValidationImages, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<ConceptRow> rows);
    void move(int from, int to); // until the project says the same
    void setEditable(bool editable) { m_editable = editable; }
    const ConceptRow& rowAt(int row) const { return m_rows[std::size_t(row)]; }
    int rowOf(core::ConceptId conceptId) const; // -1: not here

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) override;

Q_SIGNALS:
    void moveRequested(core::ConceptId conceptId, int position);

private:
    QVariant text(const ConceptRow& row, int place, int column) const;

    std::vector<ConceptRow> m_rows;
    bool m_editable = true;
};

} // namespace ui
