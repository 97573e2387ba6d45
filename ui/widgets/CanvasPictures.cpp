#include "ui/widgets/CanvasPictures.h"

#include "core/pictures/Thumbnails.h"
#include "core/project/ItemList.h"
#include "ui/widgets/AnnotationCanvas.h"

namespace ui {

namespace {
constexpr int neighboursRead = 3; // on each side
}

CanvasPictures::CanvasPictures(core::Thumbnails& thumbnails, AnnotationCanvas& canvas) : QObject(&canvas), m_thumbnails(thumbnails), m_canvas(canvas)
{
    connect(&m_loader, &PictureLoader::ready, this, &CanvasPictures::take);
    connect(&m_loader, &PictureLoader::failed, this, &CanvasPictures::fail);
    connect(&thumbnails, &core::Thumbnails::ready, this, [this](const core::Region& region) {
        if (region.image.id == m_image.id)
            showThumbnail();
    });
    connect(&canvas, &AnnotationCanvas::zoomChanged, this, [this] {
        if (!m_image.path.isEmpty() && m_canvas.wantsMorePixels())
            m_loader.request(m_image.path, true);
    });
}

void CanvasPictures::show(const core::ImageRecord& image, bool readNow)
{
    m_image = image;
    m_unreadable.clear();
    m_canvas.setPictureSize(image.size);
    m_canvas.setAccessibleName(image.name());
    if (!readNow)
        return;
    m_loader.request(image.path);
    showThumbnail();
}

void CanvasPictures::clear()
{
    m_image = {};
    m_unreadable.clear();
    m_canvas.setPictureSize({});
}

void CanvasPictures::forget()
{
    m_loader.forget(m_image.path);
}

/// The small picture of the grid stands in for the real one while that is read.
void CanvasPictures::showThumbnail()
{
    if (m_canvas.hasPicture() || !m_unreadable.isEmpty() || m_image.size.isEmpty())
        return;
    for (const int side : {core::Thumbnails::largeSide, core::Thumbnails::smallSide}) {
        if (const std::optional<QImage> small = m_thumbnails.find({m_image}, side)) {
            m_canvas.setPicture(std::make_shared<const LoadedPicture>(withLevels(*small, m_image.size, true)));
            return;
        }
    }
    m_thumbnails.request({m_image}, core::Thumbnails::largeSide);
}

void CanvasPictures::take(const QString& path, const std::shared_ptr<const LoadedPicture>& picture)
{
    if (path != m_image.path)
        return;
    m_unreadable.clear();
    m_canvas.setPicture(picture);
    Q_EMIT readableChanged();
}

void CanvasPictures::fail(const QString& path, const QString& reason)
{
    if (path != m_image.path)
        return;
    if (m_canvas.hasPicture() && m_loader.find(path)) { // sharp already; only closer than that it cannot be shown
        Q_EMIT hintRequested(reason);
        return;
    }
    m_unreadable = reason;
    Q_EMIT readableChanged();
}

void CanvasPictures::readAhead(const core::ItemList& list, int position)
{
    QStringList paths;
    for (int away = 1; away <= neighboursRead; ++away) {
        for (const int place : {position + away, position - away}) {
            const core::Item* item = list.itemAt(place);
            const bool readable = item && item->image.health != core::Health::Missing && item->image.health != core::Health::Undecodable;
            if (readable && qint64(item->image.size.width()) * item->image.size.height() <= PictureLoader::mostPixels)
                paths.append(item->image.path);
        }
    }
    m_loader.readAhead(paths);
}

} // namespace ui
