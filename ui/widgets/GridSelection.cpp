#include "ui/widgets/GridSelection.h"

#include "core/project/ItemList.h"
#include "ui/Session.h"
#include "ui/models/ItemListModel.h"
#include "ui/widgets/ThumbnailGrid.h"

#include <QItemSelectionModel>

#include <algorithm>

namespace ui {

GridSelection::GridSelection(Session& session, ThumbnailGrid& grid, const ItemListModel& model)
    : QObject(&grid), m_session(session), m_grid(grid), m_model(model)
{
    connect(grid.selectionModel(), &QItemSelectionModel::selectionChanged, this, &GridSelection::tell);
    connect(grid.selectionModel(), &QItemSelectionModel::currentChanged, this, &GridSelection::tell);
    connect(&session, &Session::currentItemChanged, this, &GridSelection::follow);
    connect(&session.list(), &core::ItemList::aboutToReset, this, [this] { m_kept = items(); });
}

std::vector<core::ItemId> GridSelection::items() const
{
    std::vector<int> rows;
    for (const QModelIndex& index : m_grid.selectionModel()->selectedIndexes())
        rows.push_back(index.row());
    std::ranges::sort(rows);
    std::vector<core::ItemId> items;
    items.reserve(rows.size());
    for (const int row : rows)
        items.push_back(m_session.items()[std::size_t(row)]);
    return items;
}

std::vector<core::Item> GridSelection::records() const
{
    return m_session.list().records(items());
}

int GridSelection::count() const
{
    int rows = 0;
    for (const QItemSelectionRange& range : m_grid.selectionModel()->selection())
        rows += range.height();
    return rows;
}

std::optional<core::Item> GridSelection::current() const
{
    const QModelIndex index = m_grid.currentIndex();
    const core::Item* item = index.isValid() ? m_model.itemAt(index.row()) : nullptr;
    return item ? std::optional(*item) : std::nullopt;
}

void GridSelection::tell()
{
    Q_EMIT changed();
    if (const core::Item* item = m_model.itemAt(m_grid.currentIndex().row()))
        m_session.setCurrentItem(item->id);
}

/// Another page went to another image.
void GridSelection::follow(core::ItemId item)
{
    const int row = m_session.list().rowOf(item);
    if (row >= 0 && row != m_grid.currentIndex().row())
        m_grid.setCurrentIndex(m_model.index(row));
}

void GridSelection::restore()
{
    QItemSelectionModel* selection = m_grid.selectionModel();
    const core::ItemList& list = m_session.list();
    QItemSelection chosen;
    for (const core::ItemId id : m_kept) {
        if (const int row = list.rowOf(id); row >= 0)
            chosen.select(m_model.index(row), m_model.index(row));
    }
    m_kept.clear();
    const int row = list.rowOf(m_session.currentItem()); // a reset leaves no current row; the session knows it
    if (row >= 0 && row != m_grid.currentIndex().row()) {
        selection->setCurrentIndex(m_model.index(row), QItemSelectionModel::NoUpdate);
        m_grid.scrollTo(m_model.index(row));
    }
    if (!chosen.isEmpty())
        selection->select(chosen, QItemSelectionModel::ClearAndSelect);
    if (!m_grid.currentIndex().isValid() && m_model.rowCount() > 0)
        m_grid.setCurrentIndex(m_model.index(0));
    tell();
}

} // namespace ui
