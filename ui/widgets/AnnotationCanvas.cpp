#include "ui/widgets/AnnotationCanvas.h"

#include "ui/support/Theme.h"

#include <QAccessible>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {
constexpr int nudgesJoin = 1000;      // ms
constexpr double duplicateOffset = 8; // px
}

AnnotationCanvas::AnnotationCanvas(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("annotationCanvas"));
    setAccessibleName(tr("Picture"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(240, 180);
    m_nudge.setSingleShot(true);
    m_nudge.setInterval(nudgesJoin);
    connect(&m_nudge, &QTimer::timeout, this, [this] { announce(m_nudgeTitle); });
    connect(&Theme::of(), &Theme::changed, this, &AnnotationCanvas::geometryChanged);
}

void AnnotationCanvas::setPictureSize(const QSize& size)
{
    finishNudging();
    abandonGesture();
    m_waitingBox.reset();
    m_picture.reset();
    m_message.clear();
    m_hovered = -1;
    m_geometry.setPicture(size);
    geometryChanged();
    updatePointerShape();
}

void AnnotationCanvas::setPicture(std::shared_ptr<const LoadedPicture> picture)
{
    m_picture = std::move(picture);
    m_message.clear();
    if (m_picture && m_geometry.picture().isEmpty())
        m_geometry.setPicture(m_picture->size);
    geometryChanged();
}

void AnnotationCanvas::setMessage(const QString& message)
{
    m_message = message;
    geometryChanged();
}

void AnnotationCanvas::setConcepts(std::vector<core::ConceptRecord> concepts)
{
    m_concepts = std::move(concepts);
    if (!conceptOf(m_activeConcept))
        m_activeConcept = {};
    sceneChanged();
}

void AnnotationCanvas::setBoxes(std::vector<core::BoxRecord> boxes)
{
    abandonGesture();
    m_nudge.stop();
    int selected = -1;
    if (m_selected >= 0) {
        const core::BoxRecord& old = m_boxes[m_selected];
        const auto same = std::ranges::find_if(boxes, [&](const core::BoxRecord& box) {
            return (old.id.isValid() && box.id == old.id) || (box.rect == old.rect && box.conceptId == old.conceptId);
        });
        if (same != boxes.end())
            selected = int(same - boxes.begin());
    }
    m_boxes = std::move(boxes);
    m_hovered = -1;
    m_selected = selected;
    Q_EMIT selectionChanged(m_selected);
    Q_EMIT boxesShaped();
    sceneChanged();
}

void AnnotationCanvas::setBoxesShown(bool shown)
{
    m_boxesShown = shown;
    updatePointerShape();
    sceneChanged();
}

void AnnotationCanvas::setEditable(bool editable)
{
    m_editable = editable;
    updatePointerShape();
    update();
}

void AnnotationCanvas::setSelected(int index)
{
    if (index == m_selected || index >= int(m_boxes.size()))
        return;
    finishNudging();
    m_selected = index;
    m_activeHandle = Handle::BottomRight;
    describeSelection();
    Q_EMIT selectionChanged(index);
    sceneChanged();
}

void AnnotationCanvas::setActiveConcept(core::ConceptId conceptId)
{
    m_activeConcept = conceptId;
}

void AnnotationCanvas::setConceptOfSelection(core::ConceptId conceptId)
{
    const core::ConceptRecord* record = conceptOf(conceptId);
    if (!canEdit() || m_selected < 0 || !record || m_boxes[m_selected].conceptId == conceptId)
        return;
    finishNudging();
    m_boxes[m_selected].conceptId = conceptId;
    announce(tr("Set a box to %1").arg(record->name));
}

void AnnotationCanvas::setRectOfSelection(const QRectF& rect)
{
    if (!canEdit() || m_selected < 0)
        return;
    const QRectF clipped = rect & QRectF(QPointF(), pictureSize());
    if (BoxGeometry::isTooSmall(clipped)) {
        Q_EMIT hintRequested(tr("A box needs at least %1 px on each side, inside the picture.").arg(BoxGeometry::smallestSide));
        Q_EMIT boxesShaped(); // the fields show what holds
        return;
    }
    if (clipped == m_boxes[m_selected].rect)
        return;
    finishNudging();
    shapeSelection(clipped);
    announce(tr("Changed a box"));
}

void AnnotationCanvas::removeBoxes(const std::vector<int>& indices)
{
    if (!canEdit() || indices.empty())
        return;
    finishNudging();
    std::vector<core::BoxRecord> kept;
    for (int i = 0; i < int(m_boxes.size()); ++i) {
        if (std::ranges::find(indices, i) == indices.end())
            kept.push_back(m_boxes[i]);
    }
    const int next = kept.empty() || m_selected < 0 ? -1 : std::min(m_selected, int(kept.size()) - 1);
    m_boxes = std::move(kept);
    m_hovered = -1;
    sceneChanged();
    m_selected = next; // the selection is never lost to a deletion
    Q_EMIT selectionChanged(next);
    announce(tr("Deleted %n box(es)", nullptr, int(indices.size())));
}

void AnnotationCanvas::duplicateSelection()
{
    if (!canEdit() || m_selected < 0)
        return;
    const core::BoxRecord& box = m_boxes[m_selected];
    QRectF rect = BoxGeometry::moved(box.rect, {duplicateOffset, duplicateOffset}, pictureSize());
    if (rect == box.rect)
        rect = BoxGeometry::moved(box.rect, {-duplicateOffset, -duplicateOffset}, pictureSize());
    addBox(rect, box.conceptId, tr("Duplicated a box"));
}

void AnnotationCanvas::nameWaitingBox(core::ConceptId conceptId)
{
    if (!m_waitingBox)
        return;
    const QRectF rect = *m_waitingBox;
    m_waitingBox.reset();
    update();
    if (conceptOf(conceptId))
        addBox(rect, conceptId, tr("Drew a box"));
}

void AnnotationCanvas::addBox(const QRectF& rect, core::ConceptId conceptId, const QString& title)
{
    finishNudging();
    m_boxes.push_back({.conceptId = conceptId, .rect = rect});
    m_selected = int(m_boxes.size()) - 1;
    m_activeHandle = Handle::BottomRight;
    sceneChanged();
    Q_EMIT selectionChanged(m_selected);
    announce(title);
}

void AnnotationCanvas::announce(const QString& title)
{
    m_nudge.stop();
    describeSelection();
    sceneChanged();
    Q_EMIT boxesShaped();
    Q_EMIT boxesEdited(title, m_boxes);
}

void AnnotationCanvas::shapeSelection(const QRectF& rect)
{
    m_boxes[m_selected].rect = rect;
    update();
    Q_EMIT boxesShaped();
}

void AnnotationCanvas::nudge(const QRectF& rect, const QString& title)
{
    if (m_nudge.isActive() && title != m_nudgeTitle)
        finishNudging();
    if (rect == m_boxes[m_selected].rect)
        return;
    m_nudgeTitle = title;
    shapeSelection(rect);
    m_nudge.start();
}

void AnnotationCanvas::finishNudging()
{
    if (m_nudge.isActive())
        announce(m_nudgeTitle);
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
    m_backdropStale = true;
    sceneChanged();
    Q_EMIT zoomChanged(m_geometry.scale());
}

/// Something that renderScene() paints changed: not the shape of the chosen box, nor the pointer.
void AnnotationCanvas::sceneChanged()
{
    m_sceneStale = true;
    update();
}

void AnnotationCanvas::resizeEvent(QResizeEvent*)
{
    m_geometry.setWindow(size());
    geometryChanged();
}

const core::ConceptRecord* AnnotationCanvas::conceptOf(core::ConceptId id) const
{
    const auto found = std::ranges::find(m_concepts, id, &core::ConceptRecord::id);
    return found == m_concepts.end() ? nullptr : &*found;
}

std::vector<QRectF> AnnotationCanvas::rects() const
{
    std::vector<QRectF> rects;
    rects.reserve(m_boxes.size());
    for (const core::BoxRecord& box : m_boxes)
        rects.push_back(box.rect);
    return rects;
}

/// What a screen reader says of the chosen box.
void AnnotationCanvas::describeSelection()
{
    QString text;
    if (m_selected >= 0) {
        static const char* const names[] = {QT_TR_NOOP("top left"),     QT_TR_NOOP("top"),    QT_TR_NOOP("top right"),   QT_TR_NOOP("right"),
                                            QT_TR_NOOP("bottom right"), QT_TR_NOOP("bottom"), QT_TR_NOOP("bottom left"), QT_TR_NOOP("left")};
        const core::BoxRecord& box = m_boxes[m_selected];
        const core::ConceptRecord* record = conceptOf(box.conceptId);
        const auto whole = [](double value) { return QString::number(std::round(value)); };
        //: %1 of %2: which box; %3 concept; %4 by %5: its sides; %6, %7: its corner; %8: "bottom right"
        text = tr("Box %1 of %2, %3, %4 by %5 at %6, %7, handle %8")
                   .arg(QString::number(m_selected + 1), QString::number(m_boxes.size()), record ? record->name : QString(),
                        whole(box.rect.width()), whole(box.rect.height()), whole(box.rect.x()), whole(box.rect.y()), tr(names[int(m_activeHandle)]));
    }
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

} // namespace ui
