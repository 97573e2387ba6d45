#include "ui/models/ConceptTableModel.h"

#include "ui/support/ConceptKeys.h"
#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"

#include <QMimeData>

#include <algorithm>

namespace ui {

namespace {
const QString rowFormat = QStringLiteral("application/x-oriel-concept");
}

void ConceptTableModel::setRows(std::vector<ConceptRow> rows)
{
    if (rows == m_rows)
        return;
    const bool sameConcepts = std::ranges::equal(rows, m_rows, {}, [](const ConceptRow& row) { return row.record.id; }, [](const ConceptRow& row) { return row.record.id; });
    if (sameConcepts) {
        m_rows = std::move(rows);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void ConceptTableModel::move(int from, int to)
{
    if (from == to || !beginMoveRows({}, from, from, {}, to > from ? to + 1 : to))
        return;
    const auto begin = m_rows.begin();
    if (from < to)
        std::rotate(begin + from, begin + from + 1, begin + to + 1);
    else
        std::rotate(begin + to, begin + from, begin + from + 1);
    endMoveRows();
}

int ConceptTableModel::rowOf(core::ConceptId conceptId) const
{
    const auto found = std::ranges::find(m_rows, conceptId, [](const ConceptRow& row) { return row.record.id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int ConceptTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ConceptTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ConceptTableModel::text(const ConceptRow& row, int place, int column) const
{
    switch (column) {
    case Name: return row.record.name;
    case Key: return conceptKeyName(place);
    case Annotations: return count(row.annotations);
    case TrainImages: return count(row.trainImages);
    case ValidationImages: return count(row.validationImages);
    default: return {};
    }
}

QVariant ConceptTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ConceptRow& row = rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(row, index.row(), index.column());
    case Qt::DecorationRole: return index.column() == Name ? QVariant(Theme::of().swatch(row.record.colour, 12, 2)) : QVariant();
    case Qt::TextAlignmentRole: return index.column() >= Annotations ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::FontRole:
        if (index.column() == Name) {
            QFont font = Theme::of().font(TextRole::Body);
            font.setWeight(QFont::Medium);
            return font;
        }
        return {};
    case Qt::AccessibleTextRole:
        //: %1: header of a column, %2: what stands in it
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), text(row, index.row(), index.column()).toString());
    default: return {};
    }
}

QVariant ConceptTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section >= Annotations ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Concept");
    case Key: return tr("Key");
    case Annotations: return tr("Annotations");
    case TrainImages: return tr("Training images");
    case ValidationImages: return tr("Validation images");
    default: return {};
    }
}

Qt::ItemFlags ConceptTableModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return m_editable ? Qt::ItemIsDropEnabled : Qt::NoItemFlags; // between rows
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return m_editable ? flags | Qt::ItemIsDragEnabled : flags;
}

QStringList ConceptTableModel::mimeTypes() const
{
    return {rowFormat};
}

QMimeData* ConceptTableModel::mimeData(const QModelIndexList& indexes) const
{
    auto* data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(rowFormat, QByteArray::number(rowAt(indexes.first().row()).record.id.value));
    return data;
}

bool ConceptTableModel::dropMimeData(const QMimeData* data, Qt::DropAction, int row, int, const QModelIndex&)
{
    const core::ConceptId dragged{data->data(rowFormat).toLongLong()};
    const int from = rowOf(dragged);
    if (from < 0)
        return false;
    int to = row < 0 ? rowCount() : row;
    if (to > from)
        --to; // its own place closes up
    if (to != from)
        Q_EMIT moveRequested(dragged, to);
    return false; // the project moves it; the view must not remove the row
}

} // namespace ui
