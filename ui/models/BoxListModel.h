#pragma once

#include "core/dataset/Annotation.h"

#include <QAbstractListModel>

#include <vector>

namespace ui {

/// The boxes of the current image as the canvas has them, in the order they were drawn. Holds copies.
class BoxListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { ColourRole = Qt::UserRole, PlaceRole };

    using QAbstractListModel::QAbstractListModel;

    void setConcepts(std::vector<core::ConceptRecord> concepts);
    void setBoxes(const std::vector<core::BoxRecord>& boxes);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<core::ConceptRecord> m_concepts;
    std::vector<core::BoxRecord> m_boxes;
};

} // namespace ui
