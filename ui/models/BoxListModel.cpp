#include "ui/models/BoxListModel.h"

#include <algorithm>
#include <cmath>

namespace ui {

void BoxListModel::setConcepts(std::vector<core::ConceptRecord> concepts)
{
    beginResetModel();
    m_concepts = std::move(concepts);
    endResetModel();
}

void BoxListModel::setBoxes(const std::vector<core::BoxRecord>& boxes)
{
    if (boxes.size() != m_boxes.size()) {
        beginResetModel();
        m_boxes = boxes;
        endResetModel();
        return;
    }
    m_boxes = boxes; // a drag: the list keeps its place
    if (!m_boxes.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int BoxListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_boxes.size());
}

QVariant BoxListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const core::BoxRecord& box = m_boxes[std::size_t(index.row())];
    const auto found = std::ranges::find(m_concepts, box.conceptId, &core::ConceptRecord::id);
    const QString name = found == m_concepts.end() ? QString() : found->name;
    const auto whole = [](double value) { return QString::number(std::floor(value)); };
    const QString place = QStringLiteral("%1, %2").arg(whole(box.rect.x()), whole(box.rect.y()));
    switch (role) {
    case Qt::DisplayRole: return name;
    case ColourRole: return found == m_concepts.end() ? 0 : found->colour;
    case PlaceRole: return place;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        //: %1 concept, %2 and %3 width and height, %4 "x, y"
        return tr("%1, %2 by %3 px at %4").arg(name, whole(box.rect.width()), whole(box.rect.height()), place);
    default: return {};
    }
}

} // namespace ui
