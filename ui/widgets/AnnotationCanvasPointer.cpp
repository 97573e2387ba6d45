// The pointer on the canvas: drawing, choosing, moving, sizing, panning, zooming.
#include "ui/widgets/AnnotationCanvas.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {
constexpr double clickReach = 3; // window px: less is a click, more a drag
constexpr double panNotch = 60;  // window px a wheel notch

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
        beginGesture(event);
    }
    updatePointerShape();
}

void AnnotationCanvas::beginGesture(QMouseEvent* event)
{
    const QPointF at = event->position();
    m_gesture = {.start = at, .startInPicture = m_geometry.toPicture(at), .last = at};
    if (event->button() == Qt::MiddleButton || m_spaceHeld || m_tool == Tool::Pan || !m_boxesShown) {
        m_gesture.kind = Gesture::Kind::Pan;
        return;
    }
    m_gesture.kind = Gesture::Kind::Pressed;
    if (!canEdit())
        return;
    if (m_selected >= 0) {
        m_gesture.before = m_boxes[m_selected].rect;
        if (const auto handle = BoxGeometry::handleAt(m_geometry.toWindow(m_gesture.before), at)) {
            m_gesture.kind = Gesture::Kind::Resize;
            m_gesture.handle = m_activeHandle = *handle;
            return;
        }
    }
    if (m_tool == Tool::Box)
        m_gesture.kind = Gesture::Kind::Draw;
}

void AnnotationCanvas::mouseMoveEvent(QMouseEvent* event)
{
    m_pointer = event->position();
    if (m_gesture.kind != Gesture::Kind::None) {
        followGesture(event);
    } else if (m_boxesShown) {
        const int hovered = boxAt(event->position());
        if (hovered != m_hovered) {
            m_hovered = hovered;
            sceneChanged(); // its flag shows
        }
    }
    updatePointerShape();
    Q_EMIT pointerMoved(m_geometry.toPicture(event->position()));
    update();
}

void AnnotationCanvas::followGesture(QMouseEvent* event)
{
    const QPointF at = event->position();
    const QPointF away = at - m_gesture.start;
    const bool dragged = std::max(std::abs(away.x()), std::abs(away.y())) >= clickReach;
    const QPointF delta = away / m_geometry.scale();
    switch (m_gesture.kind) {
    case Gesture::Kind::Pan:
        m_geometry.panBy(at - m_gesture.last);
        geometryChanged();
        break;
    case Gesture::Kind::Pressed:
        if (!dragged || !canEdit() || m_tool != Tool::Select)
            break;
        if (m_selected < 0 || !m_geometry.toWindow(m_boxes[m_selected].rect).adjusted(-2, -2, 2, 2).contains(m_gesture.start))
            setSelected(boxAt(m_gesture.start));
        if (m_selected < 0)
            break;
        m_gesture.kind = Gesture::Kind::Move;
        m_gesture.before = m_boxes[m_selected].rect;
        [[fallthrough]];
    case Gesture::Kind::Move:
        m_gesture.moved = true;
        shapeSelection(BoxGeometry::moved(m_gesture.before, delta, pictureSize()));
        break;
    case Gesture::Kind::Resize: {
        const ResizeRule rule{event->modifiers().testFlag(Qt::ShiftModifier), event->modifiers().testFlag(Qt::ControlModifier)};
        m_gesture.moved = true;
        shapeSelection(BoxGeometry::resized(m_gesture.before, m_gesture.handle, delta, rule, pictureSize()));
        break;
    }
    case Gesture::Kind::Draw:
        m_gesture.moved = m_gesture.moved || dragged;
        break;
    case Gesture::Kind::None:
        break;
    }
    m_gesture.last = at;
}

void AnnotationCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    m_pointer = event->position();
    if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton)
        endGesture();
    updatePointerShape();
    update();
}

void AnnotationCanvas::endGesture()
{
    const Gesture done = m_gesture;
    m_gesture = {};
    switch (done.kind) {
    case Gesture::Kind::Draw:
        if (done.moved)
            finishDrawing(BoxGeometry::drawn(done.startInPicture, m_geometry.toPicture(*m_pointer), pictureSize()));
        else
            selectAt(done.start);
        break;
    case Gesture::Kind::Pressed:
        selectAt(done.start);
        break;
    case Gesture::Kind::Move:
        if (m_boxes[m_selected].rect != done.before)
            announce(tr("Moved a box"));
        break;
    case Gesture::Kind::Resize:
        if (m_boxes[m_selected].rect != done.before)
            announce(tr("Resized a box"));
        break;
    case Gesture::Kind::Pan:
    case Gesture::Kind::None:
        break;
    }
}

/// Drops what is unfinished; a half moved box goes back.
void AnnotationCanvas::abandonGesture()
{
    const Gesture done = m_gesture;
    m_gesture = {};
    if ((done.kind == Gesture::Kind::Move || done.kind == Gesture::Kind::Resize) && m_selected >= 0)
        shapeSelection(done.before);
    update();
}

void AnnotationCanvas::finishDrawing(const QRectF& rect)
{
    if (BoxGeometry::isTooSmall(rect)) {
        Q_EMIT hintRequested(tr("A box needs at least %1 px on each side. This one was left out.").arg(BoxGeometry::smallestSide));
        return;
    }
    if (m_concepts.empty()) {
        Q_EMIT hintRequested(tr("This view has no concepts yet."));
        return;
    }
    if (conceptOf(m_activeConcept)) {
        addBox(rect, m_activeConcept, tr("Drew a box"));
        return;
    }
    m_waitingBox = rect;
    update();
    Q_EMIT conceptWanted(m_geometry.toWindow(rect).toAlignedRect());
}

int AnnotationCanvas::boxAt(const QPointF& window) const
{
    const auto found = BoxGeometry::boxesAt(rects(), m_geometry.toPicture(window), BoxGeometry::handleTarget / m_geometry.scale());
    return found.empty() ? -1 : found.front();
}

/// The smallest box here; clicked once more at the same place, the next one below it.
void AnnotationCanvas::selectAt(const QPointF& window)
{
    if (!m_boxesShown)
        return;
    const auto found = BoxGeometry::boxesAt(rects(), m_geometry.toPicture(window), BoxGeometry::handleTarget / m_geometry.scale());
    const QPointF away = window - m_lastClick;
    const bool again = std::max(std::abs(away.x()), std::abs(away.y())) < clickReach;
    m_lastClick = window;
    if (found.empty()) {
        setSelected(-1);
        return;
    }
    const auto now = std::ranges::find(found, m_selected);
    if (again && now != found.end())
        setSelected(now + 1 == found.end() ? found.front() : *(now + 1));
    else
        setSelected(found.front());
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
    m_hovered = -1;
    sceneChanged();
}

void AnnotationCanvas::contextMenuEvent(QContextMenuEvent* event)
{
    if (event->reason() == QContextMenuEvent::Mouse && m_boxesShown) {
        const int under = boxAt(event->pos());
        if (under >= 0 && (m_selected < 0 || !m_geometry.toWindow(m_boxes[m_selected].rect).contains(event->pos())))
            setSelected(under);
    }
    Q_EMIT menuRequested(event->globalPos());
}

void AnnotationCanvas::updatePointerShape()
{
    if (m_spaceHeld || m_tool == Tool::Pan || m_gesture.kind == Gesture::Kind::Pan || !m_boxesShown) {
        setCursor(m_gesture.kind == Gesture::Kind::Pan ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
        return;
    }
    if (canEdit() && m_pointer && m_selected >= 0) {
        const QRectF box = m_geometry.toWindow(m_boxes[m_selected].rect);
        if (m_gesture.kind == Gesture::Kind::Resize) {
            setCursor(cursorFor(m_gesture.handle));
            return;
        }
        if (const auto handle = BoxGeometry::handleAt(box, *m_pointer); handle && m_gesture.kind == Gesture::Kind::None) {
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
