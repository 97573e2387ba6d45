#include "core/project/ItemList.h"

#include "core/storage/AnnotationRepository.h"
#include "core/storage/Database.h"

#include <algorithm>
#include <memory>
#include <unordered_set>

namespace core {

ItemList::ItemList(Project& project, QObject* parent) : QObject(parent), m_project(project)
{
    connect(&project, &Project::changed, this, &ItemList::projectChanged);
    connect(&project, &Project::settled, this, &ItemList::letGo);
    connect(&m_job, &Job::finished, this, [this] {
        if (m_wantedAnew)
            readAside();
    });
    connect(&m_job, &Job::failed, this, [this](const QString& message) {
        if (m_wantedAnew) {
            readAside();
            return;
        }
        m_wanted.reset();
        Q_EMIT failed(message);
    });
}

ItemList::~ItemList() = default;

ItemList::Rows ItemList::rowsOf(const std::vector<ItemId>& ids)
{
    Rows rows;
    rows.reserve(qsizetype(ids.size()));
    for (int row = 0; const ItemId id : ids)
        rows.insert(id, row++);
    return rows;
}

// ---- which items

void ItemList::load(ViewId view, const ItemFilter& filter)
{
    if (!view.isValid() || m_project.summary(view).items <= readAtOnce) {
        m_wantedAnew = false;
        if (view.isValid())
            setIds(m_project.itemIds(view, filter));
        else
            loadPictures();
        Q_EMIT loaded();
        return;
    }
    m_wanted = Wanted{view, filter};
    if (m_job.isRunning())
        m_wantedAnew = true;
    else
        readAside();
}

/// There are no items before there is a view, but what was brought in is to be seen.
void ItemList::loadPictures()
{
    m_wanted.reset();
    std::vector<ImageRecord> pictures = m_project.images();
    std::vector<ItemId> ids;
    ids.reserve(pictures.size());
    for (const ImageRecord& picture : pictures)
        ids.push_back({-picture.id.value});
    Rows rows = rowsOf(ids);
    take(std::move(ids), std::move(rows), std::move(pictures));
}

void ItemList::readAside()
{
    m_wantedAnew = false;
    if (!m_wanted)
        return;
    m_job.start([this, path = m_project.databasePath(), wanted = *m_wanted] {
        const Database database(path, Database::Mode::Read);
        auto ids = AnnotationRepository(database).itemIds(wanted.view, wanted.filter);
        auto rows = rowsOf(ids);
        m_job.post([this, ids = std::move(ids), rows = std::move(rows)]() mutable {
            if (m_wantedAnew || !m_wanted)
                return; // something else is wanted by now
            m_wanted.reset();
            take(std::move(ids), std::move(rows));
            Q_EMIT loaded();
        });
    });
}

void ItemList::setIds(std::vector<ItemId> ids)
{
    m_wanted.reset();
    Rows rows = rowsOf(ids);
    take(std::move(ids), std::move(rows));
}

void ItemList::take(std::vector<ItemId> ids, Rows rows, std::vector<ImageRecord> pictures)
{
    if (ids == m_ids) { // whoever looks at it keeps the place
        m_pictures = std::move(pictures);
        reread({});
        return;
    }
    Q_EMIT aboutToReset();
    m_pictures = std::move(pictures);
    m_ids = std::move(ids);
    m_rows = std::move(rows);
    m_blocks.clear();
    Q_EMIT reset();
}

// ---- the items

const Item* ItemList::itemAt(int row) const
{
    if (row < 0 || row >= size())
        return nullptr;
    const std::optional<Item>& item = block(row / blockRows).items[std::size_t(row % blockRows)];
    return item ? &*item : nullptr;
}

const ItemList::Block& ItemList::block(int number) const
{
    const auto known = std::ranges::find(m_blocks, number, &Block::number);
    if (known != m_blocks.end()) {
        m_blocks.splice(m_blocks.begin(), m_blocks, known);
        return m_blocks.front();
    }
    const std::size_t first = std::size_t(number) * blockRows;
    const std::size_t count = std::min<std::size_t>(blockRows, m_ids.size() - first);
    Block block{number, std::vector<std::optional<Item>>(count)};
    const auto wanted = m_ids.begin() + std::ptrdiff_t(first);
    std::size_t place = 0;
    for (Item& item : records({wanted, wanted + std::ptrdiff_t(count)})) { // in the order asked; those that are gone are left out
        while (wanted[std::ptrdiff_t(place)] != item.id)
            ++place;
        block.items[place] = std::move(item);
    }
    m_blocks.push_front(std::move(block));
    if (m_blocks.size() > blocksKept)
        m_blocks.pop_back();
    return m_blocks.front();
}

std::optional<Item> ItemList::find(ItemId id) const
{
    if (const int row = rowOf(id); row >= 0) {
        const Item* item = itemAt(row);
        return item ? std::optional(*item) : std::nullopt;
    }
    auto found = records({id});
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Item> ItemList::records(const std::vector<ItemId>& ids) const
{
    std::vector<Item> items;
    if (m_pictures.empty()) {
        items = m_project.items(ids);
    } else {
        for (const ItemId id : ids) {
            if (const int row = rowOf(id); row >= 0)
                items.push_back({{.image = m_pictures[std::size_t(row)]}, id});
        }
    }
    for (Item& item : items) {
        if (const auto held = m_held.find(item.id); held != m_held.end())
            item.annotation = held->second.annotation;
    }
    return items;
}

// ---- what is not written yet

void ItemList::hold(const std::vector<std::pair<ItemId, ItemAnnotation>>& annotations, Project::Ticket ticket)
{
    if (!m_project.isPending(ticket))
        return; // written already: what is stored is newer
    std::vector<ItemId> items;
    for (const auto& [id, annotation] : annotations) {
        m_held[id] = {annotation, ticket};
        items.push_back(id);
    }
    if (!items.empty())
        reread(items);
}

void ItemList::letGo(Project::Ticket ticket)
{
    std::vector<ItemId> items;
    std::erase_if(m_held, [&](const auto& held) {
        if (held.second.ticket != ticket)
            return false; // another edit of the item came after it
        items.push_back(held.first);
        return true;
    });
    if (!items.empty())
        reread(items);
}

void ItemList::projectChanged(const ChangeSet& change)
{
    if (change.annotations)
        reread(change.items);
    else if (change.images)
        reread({});
}

void ItemList::reread(const std::vector<ItemId>& items)
{
    if (m_ids.empty())
        return;
    if (items.empty()) {
        m_blocks.clear();
        Q_EMIT changed(0, size() - 1);
        return;
    }
    int first = size();
    int last = -1;
    std::unordered_set<int> blocks;
    for (const ItemId id : items) {
        const int row = rowOf(id);
        if (row < 0)
            continue;
        blocks.insert(row / blockRows);
        first = std::min(first, row);
        last = std::max(last, row);
    }
    m_blocks.remove_if([&blocks](const Block& block) { return blocks.contains(block.number); });
    if (last >= 0)
        Q_EMIT changed(first, last);
}

} // namespace core
