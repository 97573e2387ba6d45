// The keys of the canvas (studio.md 5, "Annotate"): every act on boxes without a pointer.
#include "ui/widgets/AnnotationCanvas.h"

#include <QKeyEvent>

#include <algorithm>

namespace ui {

namespace {

constexpr double nudgeStep = 1; // px
constexpr double nudgeLeap = 10;
constexpr double panStep = 60; // window px

QPointF directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left: return {-1, 0};
    case Qt::Key_Right: return {1, 0};
    case Qt::Key_Up: return {0, -1};
    case Qt::Key_Down: return {0, 1};
    default: return {};
    }
}

} // namespace

bool AnnotationCanvas::claims(const QKeyEvent* event)
{
    if (event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo))
        finishNudging(); // undo must find the nudges among the stored acts
    if (!m_boxesShown)
        return false;
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    if (control && !directionOf(event->key()).isNull())
        return m_selected >= 0;
    if (event->matches(QKeySequence::Copy) || event->matches(QKeySequence::Cut) || event->matches(QKeySequence::Paste))
        return true;
    return (control && event->key() == Qt::Key_D) || event->key() == Qt::Key_Delete;
}

bool AnnotationCanvas::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && claims(static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void AnnotationCanvas::keyPressEvent(QKeyEvent* event)
{
    if (!handleKey(event))
        QWidget::keyPressEvent(event); // on to the page
}

void AnnotationCanvas::keyReleaseEvent(QKeyEvent* event)
{
    if (event->isAutoRepeat())
        return;
    if (event->key() == Qt::Key_Space)
        m_spaceHeld = false;
    else if (event->key() == Qt::Key_H)
        m_boxesHidden = false;
    else
        QWidget::keyReleaseEvent(event);
    updatePointerShape();
    sceneChanged();
}

void AnnotationCanvas::focusInEvent(QFocusEvent* event)
{
    m_focusShown = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::ShortcutFocusReason;
    update();
}

void AnnotationCanvas::focusOutEvent(QFocusEvent*)
{
    finishNudging();
    m_spaceHeld = m_boxesHidden = false;
    updatePointerShape();
    sceneChanged();
}

void AnnotationCanvas::hideEvent(QHideEvent*)
{
    finishNudging();
    abandonGesture();
}

bool AnnotationCanvas::handleKey(QKeyEvent* event)
{
    return handleViewKey(event) || (m_boxesShown && (handleBoxKey(event) || handleEditKey(event))) || handleArrow(event);
}

bool AnnotationCanvas::handleViewKey(QKeyEvent* event)
{
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    if (control) {
        if (event->matches(QKeySequence::ZoomIn) || event->key() == Qt::Key_Equal)
            zoomBy(CanvasGeometry::wheelStep);
        else if (event->matches(QKeySequence::ZoomOut))
            zoomBy(1 / CanvasGeometry::wheelStep);
        else if (event->key() == Qt::Key_0)
            zoomToFit();
        else
            return false;
        return true;
    }
    if (event->modifiers().testFlag(Qt::AltModifier))
        return false;
    switch (event->key()) {
    case Qt::Key_F:
        if (shift && m_selected >= 0) {
            m_geometry.fitTo(m_boxes[m_selected].rect);
            geometryChanged();
        } else {
            zoomToFit();
        }
        return true;
    case Qt::Key_Z:
        zoomToActual();
        return true;
    case Qt::Key_Space:
        m_spaceHeld = true;
        updatePointerShape();
        return true;
    case Qt::Key_Escape:
        stepBack();
        return true;
    default:
        return false;
    }
}

/// Esc: stops drawing, then deselects, then goes back to the Select tool.
void AnnotationCanvas::stepBack()
{
    finishNudging();
    if (m_gesture.kind != Gesture::Kind::None)
        abandonGesture();
    else if (m_selected >= 0)
        setSelected(-1);
    else
        setTool(Tool::Select);
}

bool AnnotationCanvas::handleBoxKey(QKeyEvent* event)
{
    if (event->modifiers() & ~Qt::KeypadModifier)
        return false;
    const int count = int(m_boxes.size());
    switch (event->key()) {
    case Qt::Key_V:
        setTool(Tool::Select);
        return true;
    case Qt::Key_B:
        setTool(Tool::Box);
        return true;
    case Qt::Key_W:
        if (count > 0)
            setSelected(m_selected <= 0 ? count - 1 : m_selected - 1);
        return true;
    case Qt::Key_S:
        if (count > 0)
            setSelected((m_selected + 1) % count);
        return true;
    case Qt::Key_E:
        m_activeHandle = allHandles[(std::size_t(m_activeHandle) + 1) % allHandles.size()];
        describeSelection();
        update();
        return true;
    case Qt::Key_X:
        m_crosshair = !m_crosshair;
        update();
        return true;
    case Qt::Key_H:
        m_boxesHidden = true;
        sceneChanged();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        dropKeyboardBox();
        return true;
    default:
        return false;
    }
}

/// With a box chosen, Enter confirms it; without one, it puts a new box into the middle of what is seen.
void AnnotationCanvas::dropKeyboardBox()
{
    if (m_selected >= 0) {
        finishNudging();
        setSelected(-1);
        return;
    }
    if (!canEdit() || m_tool != Tool::Box)
        return;
    const QRectF seen = m_geometry.visiblePart();
    QRectF rect(QPointF(), seen.size() / 4);
    rect.setSize(rect.size().expandedTo({BoxGeometry::smallestSide, BoxGeometry::smallestSide}));
    rect.moveCenter(seen.center());
    finishDrawing(rect & QRectF(QPointF(), pictureSize()));
}

bool AnnotationCanvas::handleEditKey(QKeyEvent* event)
{
    const bool remove = event->key() == Qt::Key_Delete || (event->key() == Qt::Key_Backspace && !event->modifiers());
    if (remove || event->matches(QKeySequence::Cut)) {
        if (m_selected < 0)
            return true;
        if (!remove)
            m_copied = m_boxes[m_selected];
        removeBoxes({m_selected});
        return true;
    }
    if (event->matches(QKeySequence::Copy)) {
        if (m_selected >= 0)
            m_copied = m_boxes[m_selected];
        return true;
    }
    if (event->matches(QKeySequence::Paste)) {
        if (!m_copied || !canEdit())
            return true;
        const QRectF rect = m_copied->rect & QRectF(QPointF(), pictureSize());
        if (BoxGeometry::isTooSmall(rect))
            Q_EMIT hintRequested(tr("The copied box lies outside this picture."));
        else if (!conceptOf(m_copied->conceptId))
            Q_EMIT hintRequested(tr("The concept of the copied box is not in this view."));
        else
            addBox(rect, m_copied->conceptId, tr("Pasted a box"));
        return true;
    }
    if (event->modifiers() == Qt::ControlModifier && event->key() == Qt::Key_D) {
        duplicateSelection();
        return true;
    }
    return false;
}

bool AnnotationCanvas::handleArrow(QKeyEvent* event)
{
    const QPointF direction = directionOf(event->key());
    if (direction.isNull() || event->modifiers().testFlag(Qt::AltModifier))
        return false;
    if (!m_boxesShown)
        return false; // the arrows walk through the images there
    if (m_selected < 0) {
        m_geometry.panBy(-direction * panStep);
        geometryChanged();
        return true;
    }
    if (!canEdit())
        return true;
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? nudgeLeap : nudgeStep;
    const QRectF now = m_boxes[m_selected].rect;
    if (event->modifiers().testFlag(Qt::ControlModifier))
        nudge(BoxGeometry::resized(now, m_activeHandle, direction * step, {}, pictureSize()), tr("Resized a box"));
    else
        nudge(BoxGeometry::moved(now, direction * step, pictureSize()), tr("Moved a box"));
    describeSelection();
    return true;
}

} // namespace ui
