#include "ui/widgets/CanvasGesture.h"

#include "ui/widgets/BoxEditing.h"
#include "ui/widgets/CanvasGeometry.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {

namespace {
constexpr double clickReach = 3; // window px: less is a click, more a drag

double farthest(const QPointF& away)
{
    return std::max(std::abs(away.x()), std::abs(away.y()));
}
} // namespace

void CanvasGesture::begin(const Press& press)
{
    m_start = m_last = press.at;
    m_startInPicture = m_geometry.toPicture(press.at);
    m_draws = press.draws;
    m_moved = false;
    m_kind = press.pans ? Kind::Pan : Kind::Pressed;
    if (press.pans || !m_editing.canEdit())
        return;
    if (const core::BoxRecord* box = m_editing.chosen()) {
        m_before = box->rect;
        if (const auto handle = BoxGeometry::handleAt(m_geometry.toWindow(m_before), press.at)) {
            m_kind = Kind::Resize;
            m_handle = *handle;
            m_editing.setHandle(*handle);
            return;
        }
    }
    if (press.draws)
        m_kind = Kind::Draw;
}

void CanvasGesture::beginMoving()
{
    const core::BoxRecord* box = m_editing.chosen();
    if (!box || !m_geometry.toWindow(box->rect).adjusted(-2, -2, 2, 2).contains(m_start))
        m_editing.select(boxAt(m_start));
    if (!m_editing.chosen())
        return;
    m_kind = Kind::Move;
    m_before = m_editing.chosen()->rect;
}

bool CanvasGesture::follow(const QPointF& at, ResizeRule rule)
{
    const QPointF away = at - m_start;
    const bool dragged = farthest(away) >= clickReach;
    const QPointF delta = away / m_geometry.scale();
    const QPointF step = at - std::exchange(m_last, at);
    if (m_kind == Kind::Pressed && dragged && m_editing.canEdit() && !m_draws)
        beginMoving();
    switch (m_kind) {
    case Kind::Pan: m_geometry.panBy(step); return true;
    case Kind::Move:
        m_moved = true;
        m_editing.shape(BoxGeometry::moved(m_before, delta, m_editing.picture()));
        break;
    case Kind::Resize:
        m_moved = true;
        m_editing.shape(BoxGeometry::resized(m_before, m_handle, delta, rule, m_editing.picture()));
        break;
    case Kind::Draw: m_moved = m_moved || dragged; break;
    case Kind::Pressed:
    case Kind::None: break;
    }
    return false;
}

std::optional<QRectF> CanvasGesture::drawn(const QPointF& at) const
{
    if (m_kind != Kind::Draw)
        return std::nullopt;
    return BoxGeometry::drawn(m_startInPicture, m_geometry.toPicture(at), m_editing.picture());
}

void CanvasGesture::end(const QPointF& at)
{
    const std::optional<QRectF> drawing = drawn(at);
    const Kind done = std::exchange(m_kind, Kind::None);
    switch (done) {
    case Kind::Draw:
        if (m_moved)
            m_editing.draw(*drawing);
        else
            selectAt(m_start);
        break;
    case Kind::Pressed: selectAt(m_start); break;
    case Kind::Move:
        if (m_editing.chosen()->rect != m_before)
            m_editing.announce(BoxEditing::tr("Moved a box"));
        break;
    case Kind::Resize:
        if (m_editing.chosen()->rect != m_before)
            m_editing.announce(BoxEditing::tr("Resized a box"));
        break;
    case Kind::Pan:
    case Kind::None: break;
    }
}

void CanvasGesture::abandon()
{
    const Kind done = std::exchange(m_kind, Kind::None);
    if ((done == Kind::Move || done == Kind::Resize) && m_editing.chosen())
        m_editing.shape(m_before);
}

int CanvasGesture::boxAt(const QPointF& at) const
{
    const auto found = BoxGeometry::boxesAt(m_editing.rects(), m_geometry.toPicture(at), BoxGeometry::handleTarget / m_geometry.scale());
    return found.empty() ? -1 : found.front();
}

void CanvasGesture::selectAt(const QPointF& at)
{
    const auto found = BoxGeometry::boxesAt(m_editing.rects(), m_geometry.toPicture(at), BoxGeometry::handleTarget / m_geometry.scale());
    const bool again = farthest(at - std::exchange(m_lastClick, at)) < clickReach;
    if (found.empty()) {
        m_editing.select(-1);
        return;
    }
    const auto now = std::ranges::find(found, m_editing.selected());
    const bool below = again && now != found.end() && now + 1 != found.end();
    m_editing.select(below ? *(now + 1) : found.front());
}

} // namespace ui
