#include "ui/widgets/CanvasScene.h"

#include "ui/support/Theme.h"
#include "ui/widgets/BoxEditing.h"
#include "ui/widgets/CanvasGeometry.h"
#include "ui/widgets/CanvasPainter.h"

#include <QPainter>

#include <algorithm>

namespace ui {

namespace {
constexpr int manyBoxes = 500;        // above, flags only show on the box under the pointer
constexpr int crowdOfOneConcept = 10; // likewise for a concept with more boxes than this: its colour and pattern tell it
constexpr double squaresFrom = 4;     // scale from which pixels are squares
}

void CanvasScene::setPicture(std::shared_ptr<const LoadedPicture> picture)
{
    m_picture = std::move(picture);
    pictureChanged();
}

void CanvasScene::setBoxesShown(bool shown)
{
    m_boxesShown = shown;
    boxesChanged();
}

void CanvasScene::setHovered(int box)
{
    if (box == m_hovered)
        return;
    m_hovered = box;
    boxesChanged();
}

QPixmap CanvasScene::blank(const QSize& window, double ratio) const
{
    QPixmap pixmap(window * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Theme::of().tokens().canvas);
    return pixmap;
}

void CanvasScene::paintPicture(QPixmap& onto, double ratio) const
{
    if (m_geometry.picture().isEmpty())
        return;
    QPainter painter(&onto);
    const QRectF visible = m_geometry.visiblePart();
    if (!m_picture) { // the place of the picture, while it is read
        painter.fillRect(m_geometry.toWindow(visible), Theme::of().tokens().hover);
        return;
    }
    const QImage& level = m_picture->levelFor(m_geometry.scale() * ratio);
    const double across = double(level.width()) / m_geometry.picture().width();
    const double down = double(level.height()) / m_geometry.picture().height();
    // Whole source pixels, or their squares would shift against the picture's edge.
    const QRectF source = QRectF(visible.x() * across, visible.y() * down, visible.width() * across, visible.height() * down)
                              .toAlignedRect()
                              .intersected(level.rect());
    const QRectF target(source.x() / across, source.y() / down, source.width() / across, source.height() / down);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_picture->reduced || m_geometry.scale() < squaresFrom);
    painter.drawImage(m_geometry.toWindow(target), level, source);
}

bool CanvasScene::isFlagShown(int index) const
{
    if (index == m_hovered)
        return true;
    const std::vector<core::BoxRecord>& boxes = m_editing.boxes();
    if (boxes.size() > manyBoxes)
        return false;
    return std::ranges::count(boxes, boxes[std::size_t(index)].conceptId, &core::BoxRecord::conceptId) <= crowdOfOneConcept;
}

int CanvasScene::colourOf(int index) const
{
    const core::ConceptRecord* record = m_editing.conceptOf(m_editing.boxes()[std::size_t(index)].conceptId);
    return record ? record->colour : 0;
}

void CanvasScene::paintBoxes(QPainter& painter, const QSize& window) const
{
    const QRectF seen = QRectF(QPointF(), QSizeF(window)).adjusted(-4, -4, 4, 4);
    const QRectF picture = m_geometry.pictureInWindow();
    const std::vector<core::BoxRecord>& boxes = m_editing.boxes();
    std::vector<int> visible;
    for (int i = 0; i < int(boxes.size()); ++i) {
        if (i != m_editing.selected() && m_geometry.toWindow(boxes[std::size_t(i)].rect).adjusted(-2, -2, 2, 2).intersects(seen))
            visible.push_back(i);
    }
    for (const int i : visible)
        CanvasPainter::paintBox(painter, m_geometry.toWindow(boxes[std::size_t(i)].rect), colourOf(i), false);
    for (const int i : visible) {
        const core::BoxRecord& box = boxes[std::size_t(i)];
        const core::ConceptRecord* record = m_editing.conceptOf(box.conceptId);
        if (record && isFlagShown(i))
            CanvasPainter::paintFlag(painter, m_geometry.toWindow(box.rect), picture, record->colour, record->name);
    }
}

void CanvasScene::paint(QPainter& painter, const QSize& window, double ratio)
{
    if (m_backdrop.size() != window * ratio) {
        m_backdrop = blank(window, ratio);
        paintPicture(m_backdrop, ratio);
        m_scene = {};
    }
    if (m_scene.isNull()) {
        m_scene = m_backdrop;
        if (m_boxesShown) {
            QPainter over(&m_scene);
            over.setRenderHint(QPainter::Antialiasing);
            paintBoxes(over, window);
        }
    }
    painter.drawPixmap(0, 0, m_scene);
}

void CanvasScene::paintSelection(QPainter& painter, bool handleShown) const
{
    const core::BoxRecord* chosen = m_editing.chosen();
    if (!chosen || !m_boxesShown)
        return;
    const QRectF box = m_geometry.toWindow(chosen->rect);
    CanvasPainter::paintBox(painter, box, colourOf(m_editing.selected()), true);
    if (const core::ConceptRecord* record = m_editing.conceptOf(chosen->conceptId))
        CanvasPainter::paintFlag(painter, box, m_geometry.pictureInWindow(), record->colour, record->name);
    if (m_editing.isEditable())
        CanvasPainter::paintHandles(painter, box, handleShown ? std::optional(m_editing.handle()) : std::nullopt);
}

} // namespace ui
