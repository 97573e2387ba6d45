#pragma once

#include "core/base/Job.h"
#include "core/dataset/Annotation.h"
#include "core/project/Project.h"

#include <QHash>
#include <QObject>

#include <list>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace core {

/// The items of one view that pass a filter, in the order of import: the one list that grid, filmstrip and canvas share.
/// Lives on the project's thread. It holds ids; the ids of a long list are read on another thread, the items themselves in blocks
/// as they are looked at, so that 100,000 cost no more than three screens of them. What a person just made of an item is held
/// above what is stored until the project has written it, however long the disk takes.
class ItemList final : public QObject {
    Q_OBJECT
public:
    /// A list up to this long is read at once, which is quicker than a thread is started.
    static constexpr int readAtOnce = 2000;

    explicit ItemList(Project& project, QObject* parent = nullptr);
    ~ItemList() override;

    /// Reads which items there are. loaded() follows, before this returns for a short list; a later call replaces this one.
    /// With an invalid view: the pictures of a project that has none yet, as items without annotation; their ids are negative.
    /// Throws Error when a short list cannot be read; of a long one failed() tells.
    void load(ViewId view, const ItemFilter& filter = {});
    void setIds(std::vector<ItemId> ids);
    bool isLoading() const { return m_wanted.has_value(); }

    const std::vector<ItemId>& ids() const { return m_ids; }
    int size() const { return int(m_ids.size()); }
    int rowOf(ItemId id) const { return m_rows.value(id, -1); } // -1: not here
    /// Read now if it was not yet; null when the item left the project since the ids were read. Valid until the next call.
    const Item* itemAt(int row) const;
    /// An item by its id, in this list or not.
    std::optional<Item> find(ItemId id) const;
    std::vector<Item> records(const std::vector<ItemId>& ids) const; // likewise; those that are gone are left out

    /// What a person made of an item, by an edit that is not written yet.
    struct Held {
        ItemAnnotation annotation;
        Project::Ticket ticket = 0;
    };
    /// Shows this annotation from now on, until the edit that makes it so is written or has failed.
    void hold(const std::vector<std::pair<ItemId, ItemAnnotation>>& annotations, Project::Ticket ticket);
    const std::unordered_map<ItemId, Held>& held() const { return m_held; }

    void reread(const std::vector<ItemId>& items); // their annotation or picture changed; empty: all

Q_SIGNALS:
    void aboutToReset();
    void reset();                      // other ids
    void changed(int first, int last); // rows to be shown again
    void loaded();                     // after reset(), or without it when the ids are the same
    void failed(const QString& message);

private:
    static constexpr int blockRows = 64;
    static constexpr std::size_t blocksKept = 24;
    struct Block {
        int number = 0;
        std::vector<std::optional<Item>> items;
    };
    struct Wanted {
        ViewId view;
        ItemFilter filter;
    };
    using Rows = QHash<ItemId, int>;

    static Rows rowsOf(const std::vector<ItemId>& ids);
    const Block& block(int number) const;
    void loadPictures();
    void readAside();
    void take(std::vector<ItemId> ids, Rows rows, std::vector<ImageRecord> pictures = {});
    void projectChanged(const ChangeSet& change);
    void letGo(Project::Ticket ticket); // of what this edit made: it is written, or will never be

    Project& m_project;
    std::vector<ItemId> m_ids;
    Rows m_rows;
    mutable std::list<Block> m_blocks; // the last used first
    std::unordered_map<ItemId, Held> m_held;
    std::vector<ImageRecord> m_pictures; // in the rows, while the project has no view
    std::optional<Wanted> m_wanted; // asked for and not there yet
    bool m_wantedAnew = false;      // asked for again while the job ran
    Job m_job;
};

} // namespace core
