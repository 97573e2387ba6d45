// The pointer on the canvas: what is pressed becomes a gesture; the wheel zooms and pans.
#include "ui/widgets/AnnotationCanvas.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace ui {

namespace {
constexpr double panNotch = 60; // window px a wheel notch

Qt::CursorShape cursorFor(Handle handle)
{
    switch (handle) {
    case Handle::TopLeft: case Handle::BottomRight: return Qt::SizeFDiagCursor;
    case Handle::TopRight: case Handle::BottomLeft: return Qt::SizeBDiagCursor;
    case Handle::Top: case Handle::Bottom: return Qt::SizeVerCursor;
    case Handle::Left: case Handle::Right: break;
    }
    return Qt::SizeHorCursor;
}
} // namespace

void AnnotationCanvas::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    m_pointer = event->position();
    if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton) {
        finishNudging();
        const bool pans = event->button() == Qt::MiddleButton || m_spaceHeld || m_tool == Tool::Pan || !m_boxesShown;
        m_gesture.begin({.at = event->position(), .pans = pans, .draws = m_tool == Tool::Box});
        tellBusy();
    }
    updatePointerShape();
}

void AnnotationCanvas::mouseMoveEvent(QMouseEvent* event)
{
    m_pointer = event->position();
    if (m_gesture.isActive()) {
        const ResizeRule rule{event->modifiers().testFlag(Qt::ShiftModifier), event->modifiers().testFlag(Qt::ControlModifier)};
        if (m_gesture.follow(event->position(), rule))
            geometryChanged();
    } else if (m_boxesShown) {
        m_scene.setHovered(m_gesture.boxAt(event->position()));
    }
    updatePointerShape();
    update();
}

void AnnotationCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    m_pointer = event->position();
    if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton) {
        m_gesture.end(event->position());
        tellBusy();
    }
    updatePointerShape();
    update();
}

void AnnotationCanvas::wheelEvent(QWheelEvent* event)
{
    const QPointF notches = QPointF(event->angleDelta()) / 120.0;
    if (event->modifiers() & (Qt::ShiftModifier | Qt::AltModifier)) {
        const double by = (notches.y() != 0 ? notches.y() : notches.x()) * panNotch;
        m_geometry.panBy(event->modifiers().testFlag(Qt::ShiftModifier) ? QPointF(by, 0) : QPointF(0, by));
        geometryChanged();
    } else if (notches.y() != 0) {
        zoomTo(m_geometry.scale() * std::pow(CanvasGeometry::wheelStep, notches.y()), event->position());
    }
    event->accept();
}

void AnnotationCanvas::leaveEvent(QEvent*)
{
    m_pointer.reset();
    m_scene.setHovered(-1);
    update();
}

void AnnotationCanvas::contextMenuEvent(QContextMenuEvent* event)
{
    if (event->reason() == QContextMenuEvent::Mouse && m_boxesShown) {
        const int under = m_gesture.boxAt(event->pos());
        const core::BoxRecord* chosen = m_editing.chosen();
        if (under >= 0 && (!chosen || !m_geometry.toWindow(chosen->rect).contains(event->pos())))
            setSelected(under);
    }
    Q_EMIT menuRequested(event->globalPos());
}

void AnnotationCanvas::updatePointerShape()
{
    const bool panning = m_gesture.kind() == CanvasGesture::Kind::Pan;
    if (m_spaceHeld || m_tool == Tool::Pan || panning || !m_boxesShown) {
        setCursor(panning ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
        return;
    }
    const core::BoxRecord* chosen = m_editing.chosen();
    if (canEdit() && m_pointer && chosen) {
        const QRectF box = m_geometry.toWindow(chosen->rect);
        if (m_gesture.kind() == CanvasGesture::Kind::Resize) {
            setCursor(cursorFor(m_gesture.handle()));
            return;
        }
        if (const auto handle = BoxGeometry::handleAt(box, *m_pointer); handle && !m_gesture.isActive()) {
            setCursor(cursorFor(*handle));
            return;
        }
        if (m_tool == Tool::Select && box.contains(*m_pointer)) {
            setCursor(Qt::SizeAllCursor);
            return;
        }
    }
    setCursor(m_tool == Tool::Box && canEdit() ? Qt::CrossCursor : Qt::ArrowCursor);
}

} // namespace ui
