#include "ui/widgets/AnnotationCanvas.h"

#include "ui/support/Theme.h"
#include "ui/widgets/CanvasPainter.h"

#include <QPainter>

#include <algorithm>

namespace ui {

namespace {
constexpr int manyBoxes = 500;        // above, flags only show on the box under the pointer
constexpr int crowdOfOneConcept = 10; // likewise for a concept with more boxes than this: its colour and pattern tell it
constexpr double squaresFrom = 4;     // scale from which pixels are squares
}

void AnnotationCanvas::renderBackdrop()
{
    const double ratio = devicePixelRatioF();
    m_backdrop = QPixmap(size() * ratio);
    m_backdrop.setDevicePixelRatio(ratio);
    m_backdrop.fill(Theme::of().tokens().canvas);
    m_backdropStale = false;
    if (m_geometry.picture().isEmpty())
        return;
    QPainter painter(&m_backdrop);
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
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_geometry.scale() < squaresFrom);
    painter.drawImage(m_geometry.toWindow(target), level, source);
}

bool AnnotationCanvas::isFlagShown(int index) const
{
    if (index == m_selected || index == m_hovered)
        return true;
    if (m_boxes.size() > manyBoxes)
        return false;
    return std::ranges::count(m_boxes, m_boxes[index].conceptId, &core::BoxRecord::conceptId) <= crowdOfOneConcept;
}

int AnnotationCanvas::colourOf(int index) const
{
    const core::ConceptRecord* record = conceptOf(m_boxes[index].conceptId);
    return record ? record->colour : 0;
}

void AnnotationCanvas::paintOtherBoxes(QPainter& painter) const
{
    const QRectF seen = QRectF(rect()).adjusted(-4, -4, 4, 4);
    const QRectF picture = m_geometry.pictureInWindow();
    std::vector<int> visible;
    for (int i = 0; i < int(m_boxes.size()); ++i) {
        if (i != m_selected && m_geometry.toWindow(m_boxes[i].rect).adjusted(-2, -2, 2, 2).intersects(seen))
            visible.push_back(i);
    }
    for (const int i : visible)
        CanvasPainter::paintBox(painter, m_geometry.toWindow(m_boxes[i].rect), colourOf(i), false);
    for (const int i : visible) {
        const core::ConceptRecord* record = conceptOf(m_boxes[i].conceptId);
        if (record && isFlagShown(i))
            CanvasPainter::paintFlag(painter, m_geometry.toWindow(m_boxes[i].rect), picture, record->colour, record->name);
    }
}

void AnnotationCanvas::paintSelection(QPainter& painter) const
{
    if (m_selected < 0)
        return;
    const QRectF box = m_geometry.toWindow(m_boxes[m_selected].rect);
    CanvasPainter::paintBox(painter, box, colourOf(m_selected), true);
    if (const core::ConceptRecord* record = conceptOf(m_boxes[m_selected].conceptId))
        CanvasPainter::paintFlag(painter, box, m_geometry.pictureInWindow(), record->colour, record->name);
    if (m_editable)
        CanvasPainter::paintHandles(painter, box, m_focusShown && hasFocus() ? std::optional(m_activeHandle) : std::nullopt);
}

/// What is being drawn, or was drawn and waits for its concept.
void AnnotationCanvas::paintDrawing(QPainter& painter) const
{
    if (m_waitingBox)
        CanvasPainter::paintUnnamedBox(painter, m_geometry.toWindow(*m_waitingBox));
    if (m_gesture.kind != Gesture::Kind::Draw || !m_pointer)
        return;
    const QRectF drawn = m_geometry.toWindow(BoxGeometry::drawn(m_gesture.startInPicture, m_geometry.toPicture(*m_pointer), pictureSize()));
    if (const core::ConceptRecord* record = conceptOf(m_activeConcept))
        CanvasPainter::paintBox(painter, drawn, record->colour, true);
    else
        CanvasPainter::paintUnnamedBox(painter, drawn);
}

void AnnotationCanvas::renderScene()
{
    if (m_backdropStale || m_backdrop.size() != size() * devicePixelRatioF())
        renderBackdrop();
    m_scene = m_backdrop;
    m_sceneStale = false;
    if (!m_boxesShown || m_boxesHidden)
        return;
    QPainter painter(&m_scene);
    painter.setRenderHint(QPainter::Antialiasing);
    paintOtherBoxes(painter);
}

void AnnotationCanvas::paintEvent(QPaintEvent*)
{
    if (m_sceneStale || m_scene.size() != size() * devicePixelRatioF())
        renderScene();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_scene);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_boxesShown && !m_boxesHidden) {
        paintSelection(painter);
        paintDrawing(painter);
    }
    const QRectF picture = m_geometry.pictureInWindow() & QRectF(rect());
    if (!m_message.isEmpty()) {
        painter.setPen(Theme::of().tokens().text2);
        painter.setFont(Theme::of().font(TextRole::Body));
        painter.drawText(rect().adjusted(32, 32, -32, -32), Qt::AlignCenter | Qt::TextWordWrap, m_message);
    } else if (m_crosshair && m_tool == Tool::Box && canEdit() && m_pointer && picture.contains(*m_pointer) && !m_spaceHeld) {
        const QPointF at = m_geometry.toPicture(*m_pointer);
        CanvasPainter::paintCrosshair(painter, *m_pointer, picture, QStringLiteral("%1, %2").arg(int(at.x())).arg(int(at.y())));
    }
    if (hasFocus() && m_focusShown) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(Theme::of().tokens().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

} // namespace ui
