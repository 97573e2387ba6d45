#pragma once

#include "core/dataset/Annotation.h"

#include <QObject>

#include <optional>
#include <vector>

namespace ui {

class ItemListModel;
class Session;
class ThumbnailGrid;

/// Which images of the grid are chosen, as items of the session. The grid's current image is the session's; both outlive a list that
/// is read anew as far as they are still in it.
class GridSelection final : public QObject {
    Q_OBJECT
public:
    /// `grid` shows `model`, the list of the session.
    GridSelection(Session& session, ThumbnailGrid& grid, const ItemListModel& model);

    std::vector<core::ItemId> items() const; // in the order of the list
    std::vector<core::Item> records() const;
    int count() const;
    std::optional<core::Item> current() const;
    /// The list was read anew: what is still there stays chosen; without any of it the first one is, so that side panel and keys have
    /// something to act on.
    void restore();

Q_SIGNALS:
    void changed(); // chosen ones, or the current one

private:
    void tell();
    void follow(core::ItemId item);

    Session& m_session;
    ThumbnailGrid& m_grid;
    const ItemListModel& m_model;
    std::vector<core::ItemId> m_kept; // chosen before the list was read anew
};

} // namespace ui
