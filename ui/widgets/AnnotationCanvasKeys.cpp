// The keys of the canvas: every act on boxes without a pointer.
#include "ui/widgets/AnnotationCanvas.h"

#include <QKeyEvent>

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
        return selected() >= 0;
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
        m_scene.setBoxesShown(m_boxesShown);
    else
        QWidget::keyReleaseEvent(event);
    updatePointerShape();
    update();
}

void AnnotationCanvas::focusInEvent(QFocusEvent* event)
{
    m_focusShown = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::ShortcutFocusReason;
    update();
}

void AnnotationCanvas::focusOutEvent(QFocusEvent*)
{
    finishNudging();
    m_spaceHeld = false;
    m_scene.setBoxesShown(m_boxesShown);
    updatePointerShape();
    update();
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
        if (const core::BoxRecord* chosen = m_editing.chosen(); shift && chosen) {
            m_geometry.fitTo(chosen->rect);
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
    if (m_gesture.isActive())
        abandonGesture();
    else if (selected() >= 0)
        setSelected(-1);
    else
        setTool(Tool::Select);
}

bool AnnotationCanvas::handleBoxKey(QKeyEvent* event)
{
    if (event->modifiers() & ~Qt::KeypadModifier)
        return false;
    const int count = int(boxes().size());
    switch (event->key()) {
    case Qt::Key_V:
        setTool(Tool::Select);
        return true;
    case Qt::Key_B:
        setTool(Tool::Box);
        return true;
    case Qt::Key_W:
        if (count > 0)
            setSelected(selected() <= 0 ? count - 1 : selected() - 1);
        return true;
    case Qt::Key_S:
        if (count > 0)
            setSelected((selected() + 1) % count);
        return true;
    case Qt::Key_E:
        m_editing.setHandle(allHandles[(std::size_t(m_editing.handle()) + 1) % allHandles.size()]);
        describeSelection();
        return true;
    case Qt::Key_X:
        m_crosshair = !m_crosshair;
        update();
        return true;
    case Qt::Key_H:
        m_scene.setBoxesShown(false);
        update();
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
    if (selected() >= 0) {
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
    m_editing.draw(rect & QRectF(QPointF(), m_editing.picture()));
}

bool AnnotationCanvas::handleEditKey(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete || (event->key() == Qt::Key_Backspace && !event->modifiers())) {
        if (selected() >= 0)
            m_editing.remove({selected()});
    } else if (event->matches(QKeySequence::Cut)) {
        m_editing.cut();
    } else if (event->matches(QKeySequence::Copy)) {
        m_editing.copy();
    } else if (event->matches(QKeySequence::Paste)) {
        m_editing.paste();
    } else if (event->modifiers() == Qt::ControlModifier && event->key() == Qt::Key_D) {
        m_editing.duplicate();
    } else {
        return false;
    }
    return true;
}

bool AnnotationCanvas::handleArrow(QKeyEvent* event)
{
    const QPointF direction = directionOf(event->key());
    if (direction.isNull() || event->modifiers().testFlag(Qt::AltModifier))
        return false;
    if (!m_boxesShown)
        return false; // the arrows walk through the images there
    const core::BoxRecord* chosen = m_editing.chosen();
    if (!chosen) {
        m_geometry.panBy(-direction * panStep);
        geometryChanged();
        return true;
    }
    if (!canEdit())
        return true;
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? nudgeLeap : nudgeStep;
    if (event->modifiers().testFlag(Qt::ControlModifier))
        m_editing.nudge(BoxGeometry::resized(chosen->rect, m_editing.handle(), direction * step, {}, m_editing.picture()), tr("Resized a box"));
    else
        m_editing.nudge(BoxGeometry::moved(chosen->rect, direction * step, m_editing.picture()), tr("Moved a box"));
    describeSelection();
    return true;
}

} // namespace ui
