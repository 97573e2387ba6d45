#include "ui/models/ItemListModel.h"

#include "core/project/ItemList.h"
#include "ui/support/ItemText.h"

#include <algorithm>

namespace ui {

ItemListModel::ItemListModel(const core::ItemList& list, QObject* parent) : QAbstractListModel(parent), m_list(list)
{
    connect(&list, &core::ItemList::aboutToReset, this, &ItemListModel::beginResetModel);
    connect(&list, &core::ItemList::reset, this, &ItemListModel::endResetModel);
    connect(&list, &core::ItemList::changed, this, [this](int first, int last) { Q_EMIT dataChanged(index(first), index(last)); });
}

const core::Item* ItemListModel::itemAt(int row) const
{
    return m_list.itemAt(row);
}

void ItemListModel::setConcepts(std::vector<core::ConceptRecord> concepts)
{
    m_concepts = std::move(concepts);
}

const core::ConceptRecord* ItemListModel::conceptOf(core::ConceptId id) const
{
    const auto found = std::ranges::find(m_concepts, id, &core::ConceptRecord::id);
    return found == m_concepts.end() ? nullptr : &*found;
}

void ItemListModel::repaint(int first, int last)
{
    if (first >= 0 && first <= last && last < rowCount())
        Q_EMIT dataChanged(index(first), index(last), {Qt::DecorationRole});
}

int ItemListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_list.size();
}

QVariant ItemListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole))
        return {};
    const core::Item* item = itemAt(index.row());
    if (!item)
        return tr("This image is no longer in the project.");
    if (role == Qt::AccessibleTextRole)
        return spoken(*item);
    if (role == Qt::DisplayRole)
        return item->image.name();
    const QString warning = sentenceOf(item->image.health);
    return warning.isEmpty() ? item->image.relativePath : item->image.relativePath + QLatin1Char('\n') + warning;
}

QString ItemListModel::spoken(const core::Item& item) const
{
    QStringList words{item.image.name(), nameOf(item.image.split), nameOf(item.annotation.state)};
    for (const AnswerCount& answer : answersOf(item.annotation)) {
        if (const core::ConceptRecord* record = conceptOf(answer.conceptId))
            words << tr("%1: %2", "a concept's name and how often it is in the image").arg(record->name).arg(answer.count);
    }
    if (const QString warning = sentenceOf(item.image.health); !warning.isEmpty())
        words << warning;
    return words.join(QStringLiteral(", "));
}

} // namespace ui
