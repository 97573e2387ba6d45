#include "ui/models/ItemListModel.h"

#include "core/project/Project.h"
#include "ui/support/ItemText.h"

#include <algorithm>
#include <span>

namespace ui {

ItemListModel::ItemListModel(const core::Project& project, QObject* parent) : QAbstractListModel(parent), m_project(project) {}

void ItemListModel::setIds(std::vector<core::ItemId> ids)
{
    if (ids == m_ids) {
        reread({});
        return;
    }
    beginResetModel();
    m_ids = std::move(ids);
    m_rows.clear();
    m_blocks.clear();
    endResetModel();
}

int ItemListModel::rowOf(core::ItemId id) const
{
    if (m_rows.isEmpty()) {
        m_rows.reserve(static_cast<qsizetype>(m_ids.size()));
        for (std::size_t row = 0; row < m_ids.size(); ++row)
            m_rows.insert(m_ids[row], static_cast<int>(row));
    }
    return m_rows.value(id, -1);
}

const core::Item* ItemListModel::itemAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    const std::optional<core::Item>& item = block(row / blockRows).items[static_cast<std::size_t>(row % blockRows)];
    return item ? &*item : nullptr;
}

const ItemListModel::Block& ItemListModel::block(int number) const
{
    const auto known = std::find_if(m_blocks.begin(), m_blocks.end(), [number](const Block& block) { return block.number == number; });
    if (known != m_blocks.end()) {
        m_blocks.splice(m_blocks.begin(), m_blocks, known);
        return m_blocks.front();
    }
    const std::size_t first = static_cast<std::size_t>(number) * blockRows;
    const std::span<const core::ItemId> wanted(m_ids.data() + first, std::min<std::size_t>(blockRows, m_ids.size() - first));
    Block block{number, std::vector<std::optional<core::Item>>(wanted.size())};
    std::size_t place = 0;
    for (core::Item& item : m_project.items(wanted)) { // in the order asked; those that are gone are left out
        while (place < wanted.size() && wanted[place] != item.id)
            ++place;
        if (place < wanted.size())
            block.items[place] = std::move(item);
    }
    m_blocks.push_front(std::move(block));
    if (m_blocks.size() > blocksKept)
        m_blocks.pop_back();
    return m_blocks.front();
}

void ItemListModel::setConcepts(std::vector<core::ConceptRecord> concepts)
{
    m_concepts = std::move(concepts);
}

const core::ConceptRecord* ItemListModel::conceptOf(core::ConceptId id) const
{
    const auto found = std::find_if(m_concepts.begin(), m_concepts.end(), [id](const core::ConceptRecord& record) { return record.id == id; });
    return found == m_concepts.end() ? nullptr : &*found;
}

void ItemListModel::reread(const std::vector<core::ItemId>& items)
{
    if (m_ids.empty())
        return;
    if (items.empty()) {
        m_blocks.clear();
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    int first = rowCount(), last = -1;
    for (core::ItemId id : items) {
        const int row = rowOf(id);
        if (row < 0)
            continue;
        m_blocks.remove_if([row](const Block& block) { return block.number == row / blockRows; });
        first = std::min(first, row);
        last = std::max(last, row);
    }
    if (last >= 0)
        Q_EMIT dataChanged(index(first), index(last));
}

void ItemListModel::pictureCameIn(core::ImageId image)
{
    for (const Block& block : m_blocks) {
        for (std::size_t place = 0; place < block.items.size(); ++place) {
            if (!block.items[place] || block.items[place]->image.id != image)
                continue;
            const QModelIndex at = index(block.number * blockRows + static_cast<int>(place));
            Q_EMIT dataChanged(at, at, {Qt::DecorationRole});
            return;
        }
    }
}

int ItemListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
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
    return role == Qt::ToolTipRole ? item->image.relativePath : item->image.name();
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
