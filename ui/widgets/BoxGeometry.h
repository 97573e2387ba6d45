#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace ui {

/// The eight places at which a box is taken to change its size, clockwise from the top left.
enum class Handle { TopLeft, Top, TopRight, Right, BottomRight, Bottom, BottomLeft, Left };
inline constexpr std::array allHandles{Handle::TopLeft,     Handle::Top,    Handle::TopRight,   Handle::Right,
                                Handle::BottomRight, Handle::Bottom, Handle::BottomLeft, Handle::Left};

/// How a size is changed: Shift keeps the ratio of the sides, Ctrl works from the centre.
struct ResizeRule {
    bool keepRatio = false;
    bool fromCentre = false;
};

/// What pointer and keys make of a box. Pure: picture coordinates in and out, results never leave `picture`.
namespace BoxGeometry {

constexpr double smallestSide = 3; // px; smaller drags are slips of the hand
constexpr double handleTarget = 12; // window px

QRectF drawn(const QPointF& from, const QPointF& to, const QSizeF& picture);
bool isTooSmall(const QRectF& box);
QRectF moved(const QRectF& box, const QPointF& delta, const QSizeF& picture);
/// The box after its handle was pulled by `delta`. A side never turns over: it ends at the smallest side.
QRectF resized(const QRectF& box, Handle handle, const QPointF& delta, ResizeRule rule, const QSizeF& picture);

QPointF handlePoint(const QRectF& rect, Handle handle);
/// Where handles stand in the window: on the box, or around it when it is too small to hold eight targets apart.
QRectF handleFrame(const QRectF& boxInWindow);
/// The handle whose target holds `point` (window coordinates), corners first.
std::optional<Handle> handleAt(const QRectF& boxInWindow, const QPointF& point);

/// Positions of the boxes that hold `point`, smallest first. `reach` (picture px) widens boxes too small to hit.
std::vector<int> boxesAt(std::span<const QRectF> boxes, const QPointF& point, double reach);

} // namespace BoxGeometry

} // namespace ui
