#include "ui/models/ItemWalk.h"

#include "core/project/ItemList.h"
#include "core/project/Project.h"
#include "ui/Session.h"

#include <algorithm>

namespace ui {

using core::ItemId;

namespace {

bool isOpen(core::ItemState state)
{
    return state == core::ItemState::Unseen || state == core::ItemState::Partly;
}

} // namespace

ItemWalk::ItemWalk(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::itemsChanged, this, &ItemWalk::find);
    connect(&session, &Session::currentItemChanged, this, &ItemWalk::find);
}

int ItemWalk::count() const
{
    return m_session.list().size();
}

ItemId ItemWalk::item() const
{
    return m_position < 0 ? ItemId{} : m_item;
}

void ItemWalk::find()
{
    const core::ItemList& list = m_session.list();
    const int position = list.rowOf(m_session.currentItem());
    if (position < 0 && list.size() > 0) {
        m_session.setCurrentItem(list.ids()[std::size_t(std::clamp(m_position, 0, list.size() - 1))]); // comes back here
        return;
    }
    m_position = position;
    const ItemId now = position < 0 ? ItemId{} : m_session.currentItem();
    if (now != m_item)
        m_atEnd = false;
    m_item = now;
    Q_EMIT arrived();
}

void ItemWalk::goTo(int position)
{
    if (position >= 0 && position < count())
        m_session.setCurrentItem(m_session.items()[std::size_t(position)]);
}

void ItemWalk::goToLast()
{
    goTo(count() - 1);
}

void ItemWalk::goBy(int step)
{
    if (step > 0 && m_position >= 0 && !hasNext()) {
        m_atEnd = true;
        Q_EMIT endReached();
    } else {
        goTo(m_position + step);
    }
}

std::unordered_set<ItemId> ItemWalk::openItems() const
{
    const core::ItemList& list = m_session.list();
    std::unordered_set<ItemId> open;
    for (const core::ItemState state : {core::ItemState::Unseen, core::ItemState::Partly}) {
        core::ItemFilter filter;
        filter.state = state;
        for (const ItemId id : m_session.project().itemIds(m_session.view(), filter)) {
            if (list.rowOf(id) >= 0)
                open.insert(id);
        }
    }
    // What was labelled a moment ago may not be stored yet.
    for (const auto& [id, held] : list.held()) {
        if (!isOpen(held.annotation.state))
            open.erase(id);
        else if (list.rowOf(id) >= 0)
            open.insert(id);
    }
    return open;
}

void ItemWalk::goToNextOpen()
{
    if (m_position < 0)
        return;
    const std::unordered_set<ItemId> open = openItems();
    const std::vector<ItemId>& items = m_session.items();
    for (int away = 1; away < count(); ++away) {
        const int position = (m_position + away) % count();
        if (open.contains(items[std::size_t(position)])) {
            goTo(position);
            return;
        }
    }
    Q_EMIT noneOpen();
}

} // namespace ui
