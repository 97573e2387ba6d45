#include "ui/widgets/BoxEditing.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

namespace {
constexpr int nudgesJoin = 1000;      // ms
constexpr double duplicateOffset = 8; // px
}

BoxEditing::BoxEditing(QObject* parent) : QObject(parent)
{
    m_nudge.setSingleShot(true);
    m_nudge.setInterval(nudgesJoin);
    connect(&m_nudge, &QTimer::timeout, this, [this] { announce(m_nudgeTitle); });
}

void BoxEditing::setPicture(const QSizeF& size)
{
    m_waiting.reset();
    m_picture = size;
}

void BoxEditing::setConcepts(std::vector<core::ConceptRecord> concepts)
{
    m_concepts = std::move(concepts);
    if (!conceptOf(m_activeConcept))
        m_activeConcept = {};
    Q_EMIT repaintNeeded();
}

const core::ConceptRecord* BoxEditing::conceptOf(core::ConceptId id) const
{
    const auto found = std::ranges::find(m_concepts, id, &core::ConceptRecord::id);
    return found == m_concepts.end() ? nullptr : &*found;
}

void BoxEditing::setBoxes(std::vector<core::BoxRecord> boxes)
{
    m_nudge.stop();
    int selected = -1;
    if (const core::BoxRecord* old = chosen()) {
        const auto same = std::ranges::find_if(boxes, [old](const core::BoxRecord& box) {
            return (old->id.isValid() && box.id == old->id) || (box.rect == old->rect && box.conceptId == old->conceptId);
        });
        if (same != boxes.end())
            selected = int(same - boxes.begin());
    }
    m_boxes = std::move(boxes);
    m_selected = selected;
    Q_EMIT selectionChanged(m_selected);
    Q_EMIT shaped();
    Q_EMIT repaintNeeded();
}

std::vector<QRectF> BoxEditing::rects() const
{
    std::vector<QRectF> rects;
    rects.reserve(m_boxes.size());
    for (const core::BoxRecord& box : m_boxes)
        rects.push_back(box.rect);
    return rects;
}

void BoxEditing::select(int index)
{
    if (index == m_selected || index >= int(m_boxes.size()))
        return;
    finishNudging();
    m_selected = index;
    m_handle = Handle::BottomRight;
    Q_EMIT selectionChanged(index);
    Q_EMIT repaintNeeded();
}

void BoxEditing::setHandle(Handle handle)
{
    m_handle = handle;
    Q_EMIT selectionRepaint();
}

// ---- acts

void BoxEditing::setConceptOfSelection(core::ConceptId conceptId)
{
    const core::ConceptRecord* record = conceptOf(conceptId);
    if (!canEdit() || m_selected < 0 || !record || chosen()->conceptId == conceptId)
        return;
    finishNudging();
    m_boxes[std::size_t(m_selected)].conceptId = conceptId;
    //: %1: name of a concept
    announce(tr("Set a box to %1").arg(record->name));
}

void BoxEditing::setRectOfSelection(const QRectF& rect)
{
    if (!canEdit() || m_selected < 0)
        return;
    const QRectF clipped = rect & QRectF(QPointF(), m_picture);
    if (BoxGeometry::isTooSmall(clipped)) {
        Q_EMIT hintRequested(tr("A box needs at least %1 px on each side, inside the picture.").arg(BoxGeometry::smallestSide));
        Q_EMIT shaped(); // the fields show what holds
        return;
    }
    if (clipped == chosen()->rect)
        return;
    finishNudging();
    shape(clipped);
    announce(tr("Changed a box"));
}

void BoxEditing::remove(const std::vector<int>& indices)
{
    if (!canEdit() || indices.empty())
        return;
    finishNudging();
    std::vector<core::BoxRecord> kept;
    for (int i = 0; i < int(m_boxes.size()); ++i) {
        if (std::ranges::find(indices, i) == indices.end())
            kept.push_back(m_boxes[std::size_t(i)]);
    }
    const int next = kept.empty() || m_selected < 0 ? -1 : std::min(m_selected, int(kept.size()) - 1);
    m_boxes = std::move(kept);
    m_selected = next; // a deletion leaves its neighbour chosen
    Q_EMIT selectionChanged(next);
    announce(tr("Deleted %Ln box(es)", nullptr, int(indices.size())));
}

void BoxEditing::duplicate()
{
    if (!canEdit() || m_selected < 0)
        return;
    const core::BoxRecord box = *chosen();
    QRectF rect = BoxGeometry::moved(box.rect, {duplicateOffset, duplicateOffset}, m_picture);
    if (rect == box.rect)
        rect = BoxGeometry::moved(box.rect, {-duplicateOffset, -duplicateOffset}, m_picture);
    add(rect, box.conceptId, box.flags, tr("Duplicated a box"));
}

void BoxEditing::copy()
{
    if (const core::BoxRecord* box = chosen())
        m_copied = *box;
}

void BoxEditing::cut()
{
    copy();
    if (m_selected >= 0)
        remove({m_selected});
}

void BoxEditing::paste()
{
    if (!m_copied || !canEdit())
        return;
    const QRectF rect = m_copied->rect & QRectF(QPointF(), m_picture);
    if (BoxGeometry::isTooSmall(rect))
        Q_EMIT hintRequested(tr("The copied box lies outside this picture."));
    else if (!conceptOf(m_copied->conceptId))
        Q_EMIT hintRequested(tr("The concept of the copied box is not in this view."));
    else
        add(rect, m_copied->conceptId, m_copied->flags, tr("Pasted a box"));
}

void BoxEditing::draw(const QRectF& rect)
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
        add(rect, m_activeConcept, 0, tr("Drew a box"));
        return;
    }
    m_waiting = rect;
    Q_EMIT selectionRepaint();
    Q_EMIT conceptWanted(rect);
}

void BoxEditing::nameWaitingBox(core::ConceptId conceptId)
{
    if (!m_waiting)
        return;
    const QRectF rect = *m_waiting;
    m_waiting.reset();
    Q_EMIT selectionRepaint();
    if (conceptOf(conceptId))
        add(rect, conceptId, 0, tr("Drew a box"));
}

void BoxEditing::add(const QRectF& rect, core::ConceptId conceptId, int flags, const QString& title)
{
    finishNudging();
    m_boxes.push_back({.id = core::newBoxId(), .conceptId = conceptId, .rect = rect, .flags = flags});
    m_selected = int(m_boxes.size()) - 1;
    m_handle = Handle::BottomRight;
    Q_EMIT selectionChanged(m_selected);
    announce(title);
}

// ---- shapes

void BoxEditing::shape(const QRectF& rect)
{
    m_boxes[std::size_t(m_selected)].rect = rect;
    Q_EMIT selectionRepaint();
    Q_EMIT shaped();
}

void BoxEditing::announce(const QString& title)
{
    m_nudge.stop();
    Q_EMIT repaintNeeded();
    Q_EMIT shaped();
    Q_EMIT edited(title, m_boxes);
}

void BoxEditing::nudge(const QRectF& rect, const QString& title)
{
    if (m_nudge.isActive() && title != m_nudgeTitle)
        finishNudging();
    if (rect == chosen()->rect)
        return;
    m_nudgeTitle = title;
    m_nudge.start();
    shape(rect);
}

void BoxEditing::finishNudging()
{
    if (m_nudge.isActive())
        announce(m_nudgeTitle);
}

QString BoxEditing::nameOf(int index) const
{
    const core::BoxRecord& box = m_boxes[std::size_t(index)];
    const core::ConceptRecord* record = conceptOf(box.conceptId);
    const auto whole = [](double value) { return QString::number(std::round(value)); };
    //: %1 concept; %2 by %3: the sides of a box, px; %4, %5: its corner
    return tr("%1, %2 by %3 at %4, %5").arg(record ? record->name : QString(), whole(box.rect.width()), whole(box.rect.height()), whole(box.rect.x()), whole(box.rect.y()));
}

QString BoxEditing::description() const
{
    if (m_selected < 0)
        return {};
    static constexpr std::array names{QT_TR_NOOP("top left"),     QT_TR_NOOP("top"),    QT_TR_NOOP("top right"),   QT_TR_NOOP("right"),
                                      QT_TR_NOOP("bottom right"), QT_TR_NOOP("bottom"), QT_TR_NOOP("bottom left"), QT_TR_NOOP("left")};
    //: %1 of %2: which box; %3: its concept, sides and corner; %4: "bottom right"
    return tr("Box %1 of %2, %3, handle %4").arg(QString::number(m_selected + 1), QString::number(m_boxes.size()), nameOf(m_selected), tr(names[std::size_t(m_handle)]));
}

} // namespace ui
