#pragma once

#include "core/base/Id.h"

#include <QObject>
#include <QTimer>

namespace core {
class Thumbnails;
}

namespace ui {

class ItemListModel;
class ThumbnailGrid;
class TileDelegate;

/// Brings thumbnails into the grid: asks for those in sight, each time others come into it, and repaints the tiles whose picture came
/// or could not be made.
class GridPictures final : public QObject {
    Q_OBJECT
public:
    /// `delegate` draws the tiles of `grid`, whose model is `model`.
    GridPictures(core::Thumbnails& thumbnails, ThumbnailGrid& grid, ItemListModel& model, TileDelegate& delegate);

public Q_SLOTS:
    void askSoon(); // once for all that happens in one turn of the event loop

Q_SIGNALS:
    void asked(); // requests of others were dropped by it

private:
    void ask();
    void repaint(core::ImageId image);

    core::Thumbnails& m_thumbnails;
    ThumbnailGrid& m_grid;
    ItemListModel& m_model;
    QTimer m_soon;
};

} // namespace ui
