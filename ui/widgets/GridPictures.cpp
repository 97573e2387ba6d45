#include "ui/widgets/GridPictures.h"

#include "core/pictures/Thumbnails.h"
#include "ui/models/ItemListModel.h"
#include "ui/support/Theme.h"
#include "ui/widgets/ThumbnailGrid.h"
#include "ui/widgets/TileDelegate.h"

#include <algorithm>

namespace ui {

GridPictures::GridPictures(core::Thumbnails& thumbnails, ThumbnailGrid& grid, ItemListModel& model, TileDelegate& delegate)
    : QObject(&grid), m_thumbnails(thumbnails), m_grid(grid), m_model(model)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &GridPictures::ask);
    connect(&grid, &ThumbnailGrid::visibleRowsChanged, this, &GridPictures::askSoon);
    connect(&thumbnails, &core::Thumbnails::ready, this, [this, &delegate](const core::Region& region) {
        delegate.forgetPicture(region.image.id);
        repaint(region.image.id);
    });
    connect(&thumbnails, &core::Thumbnails::failed, this, [this, &delegate](core::ImageId image, const QString& reason) {
        delegate.noteFailure(image, reason);
        repaint(image);
    });
    connect(&Theme::of(), &Theme::changed, grid.viewport(), qOverload<>(&QWidget::update));
}

void GridPictures::askSoon()
{
    m_soon.start();
}

void GridPictures::ask()
{
    if (!m_grid.isVisible())
        return; // it would drop what another page asks for; the page asks again when it is shown
    const auto [first, last] = m_grid.visibleRows();
    const int side = TileDelegate::thumbnailSide(m_grid.tileWidth(), m_grid.devicePixelRatioF());
    std::vector<core::Region> wanted;
    for (int row = first; row <= last; ++row) {
        const core::Item* item = m_model.itemAt(row);
        if (item && !m_thumbnails.find(*item, side))
            wanted.push_back(*item);
    }
    m_thumbnails.setWanted(wanted, side);
    Q_EMIT asked();
}

void GridPictures::repaint(core::ImageId image)
{
    const auto [first, last] = m_grid.visibleRows();
    for (int row = std::max(0, first); row <= last; ++row) {
        const core::Item* item = m_model.itemAt(row);
        if (item && item->image.id == image)
            m_model.repaint(row, row);
    }
}

} // namespace ui
