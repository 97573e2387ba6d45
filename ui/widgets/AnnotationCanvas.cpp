#include "ui/widgets/AnnotationCanvas.h"

#include "ui/support/Theme.h"
#include "ui/widgets/CanvasPainter.h"

#include <QAccessible>
#include <QPainter>

namespace ui {

AnnotationCanvas::AnnotationCanvas(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("annotationCanvas"));
    setAccessibleName(tr("Picture"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(240, 180);
    AccessibleParts::install();
    connectEditing();
    connect(&Theme::of(), &Theme::changed, this, &AnnotationCanvas::geometryChanged);
}

void AnnotationCanvas::connectEditing()
{
    connect(&m_editing, &BoxEditing::repaintNeeded, this, &AnnotationCanvas::boxesChanged);
    connect(&m_editing, &BoxEditing::selectionRepaint, this, qOverload<>(&QWidget::update));
    connect(&m_editing, &BoxEditing::hintRequested, this, &AnnotationCanvas::hintRequested);
    connect(&m_editing, &BoxEditing::conceptWanted, this, [this](const QRectF& box) { Q_EMIT conceptWanted(m_geometry.toWindow(box).toAlignedRect()); });
    connect(&m_editing, &BoxEditing::selectionChanged, this, [this](int index) {
        describeSelection();
        if (hasFocus())
            tellFocus(this, index);
        Q_EMIT selectionChanged(index);
    });
    connect(&m_editing, &BoxEditing::shaped, this, [this] {
        tellBusy();
        Q_EMIT boxesShaped();
    });
    connect(&m_editing, &BoxEditing::edited, this, [this](const QString& title, const std::vector<core::BoxRecord>& boxes) {
        describeSelection();
        Q_EMIT boxesEdited(title, boxes);
        tellBusy();
    });
}

void AnnotationCanvas::setPictureSize(const QSize& size)
{
    finishNudging();
    abandonGesture();
    m_message.clear();
    m_scene.setHovered(-1);
    m_scene.setPicture({});
    m_geometry.setPicture(size);
    m_editing.setPicture(size);
    geometryChanged();
    updatePointerShape();
}

void AnnotationCanvas::setPicture(std::shared_ptr<const LoadedPicture> picture)
{
    m_message.clear();
    if (picture && m_geometry.picture().isEmpty()) {
        m_geometry.setPicture(picture->size);
        m_editing.setPicture(picture->size);
    }
    m_scene.setPicture(std::move(picture));
    geometryChanged();
}

bool AnnotationCanvas::wantsMorePixels() const
{
    const std::shared_ptr<const LoadedPicture>& shown = m_scene.picture();
    if (!shown || shown->reduced || shown->whole)
        return false;
    return m_geometry.scale() * devicePixelRatioF() * shown->size.width() > shown->levels.front().width();
}

void AnnotationCanvas::setMessage(const QString& message)
{
    m_message = message;
    update();
}

void AnnotationCanvas::setBoxes(std::vector<core::BoxRecord> boxes)
{
    abandonGesture();
    m_scene.setHovered(-1);
    m_editing.setBoxes(std::move(boxes));
}

void AnnotationCanvas::setBoxesShown(bool shown)
{
    m_boxesShown = shown;
    m_scene.setBoxesShown(shown);
    updatePointerShape();
    update();
}

void AnnotationCanvas::setEditable(bool editable)
{
    m_editing.setEditable(editable);
    updatePointerShape();
    update();
}

void AnnotationCanvas::setTool(Tool tool)
{
    if (!m_boxesShown && tool == Tool::Box)
        return;
    if (m_tool != tool) {
        m_tool = tool;
        Q_EMIT toolChanged(tool);
    }
    updatePointerShape();
    update();
}

void AnnotationCanvas::zoomToFit()
{
    m_geometry.fit();
    geometryChanged();
}

void AnnotationCanvas::zoomToActual()
{
    m_geometry.zoomToActual(m_geometry.windowCentre());
    geometryChanged();
}

void AnnotationCanvas::zoomBy(double factor)
{
    zoomTo(m_geometry.scale() * factor, m_geometry.windowCentre());
}

void AnnotationCanvas::zoomTo(double scale, const QPointF& anchor)
{
    m_geometry.zoomTo(scale, anchor);
    geometryChanged();
}

void AnnotationCanvas::geometryChanged()
{
    m_scene.pictureChanged();
    update();
    Q_EMIT zoomChanged(m_geometry.scale());
}

/// Something that the scene paints changed: not the shape of the chosen box, nor the pointer.
void AnnotationCanvas::boxesChanged()
{
    m_scene.boxesChanged();
    update();
}

void AnnotationCanvas::resizeEvent(QResizeEvent*)
{
    m_geometry.setWindow(size());
    geometryChanged();
}

void AnnotationCanvas::abandonGesture()
{
    m_gesture.abandon();
    tellBusy();
    update();
}

void AnnotationCanvas::tellBusy()
{
    const bool busy = isBusy();
    if (busy == m_toldBusy)
        return;
    m_toldBusy = busy;
    Q_EMIT busyChanged(busy);
}

/// What a screen reader says of the chosen box.
void AnnotationCanvas::describeSelection()
{
    const QString text = m_editing.description();
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

AccessiblePart AnnotationCanvas::partAt(int index) const
{
    const QRect shown = m_geometry.toWindow(boxes()[std::size_t(index)].rect).toAlignedRect();
    return {m_editing.nameOf(index), shown, QAccessible::ListItem, index == selected(), index == selected() && hasFocus()};
}

// ---- painting

void AnnotationCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    m_scene.paint(painter, size(), devicePixelRatioF());
    painter.setRenderHint(QPainter::Antialiasing);
    paintOver(painter);
    if (hasFocus() && m_focusShown) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(Theme::of().tokens().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

/// The chosen box, the one being drawn, the message or the crosshair: what may change with every move of the pointer.
void AnnotationCanvas::paintOver(QPainter& painter) const
{
    m_scene.paintSelection(painter, m_focusShown && hasFocus());
    if (m_editing.waitingBox())
        CanvasPainter::paintUnnamedBox(painter, m_geometry.toWindow(*m_editing.waitingBox()));
    if (const auto drawn = m_pointer ? m_gesture.drawn(*m_pointer) : std::nullopt) {
        if (const core::ConceptRecord* record = m_editing.conceptOf(activeConcept()))
            CanvasPainter::paintBox(painter, m_geometry.toWindow(*drawn), record->colour, true);
        else
            CanvasPainter::paintUnnamedBox(painter, m_geometry.toWindow(*drawn));
    }
    const QRectF picture = m_geometry.pictureInWindow() & QRectF(rect());
    if (!m_message.isEmpty() && !hasPicture()) { // over pixels it could not be read; the bar above says the same
        painter.setPen(Theme::of().tokens().text2);
        painter.setFont(Theme::of().font(TextRole::Body));
        painter.drawText(rect().adjusted(32, 32, -32, -32), Qt::AlignCenter | Qt::TextWordWrap, m_message);
    } else if (m_crosshair && m_tool == Tool::Box && canEdit() && m_pointer && picture.contains(*m_pointer) && !m_spaceHeld) {
        const QPointF at = m_geometry.toPicture(*m_pointer);
        CanvasPainter::paintCrosshair(painter, *m_pointer, picture, QStringLiteral("%1, %2").arg(int(at.x())).arg(int(at.y())));
    }
}

} // namespace ui
