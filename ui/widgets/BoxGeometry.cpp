#include "ui/widgets/BoxGeometry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace ui::BoxGeometry {

namespace {

/// Which end of an axis a handle pulls: -1 the near one (left, top), 1 the far one, 0 none.
int pulledAcross(Handle handle)
{
    switch (handle) {
    case Handle::TopLeft: case Handle::BottomLeft: case Handle::Left: return -1;
    case Handle::TopRight: case Handle::BottomRight: case Handle::Right: return 1;
    case Handle::Top: case Handle::Bottom: break;
    }
    return 0;
}

int pulledDown(Handle handle)
{
    switch (handle) {
    case Handle::TopLeft: case Handle::TopRight: case Handle::Top: return -1;
    case Handle::BottomLeft: case Handle::BottomRight: case Handle::Bottom: return 1;
    case Handle::Left: case Handle::Right: break;
    }
    return 0;
}

/// One side of a box: where it begins, how long it is, and the point that stays, as a share of the length.
struct Side {
    double begin, length, fixed;

    double fixedPoint() const { return begin + fixed * length; }
    /// The greatest length that keeps both ends within 0…limit.
    double longest(double limit) const
    {
        double most = std::numeric_limits<double>::infinity();
        if (fixed > 0)
            most = std::min(most, fixedPoint() / fixed);
        if (fixed < 1)
            most = std::min(most, (limit - fixedPoint()) / (1 - fixed));
        return most;
    }
    double shortest() const { return std::min(smallestSide, length); }
    double pulled(int end, double delta) const
    {
        const double grown = end * delta * (fixed == 0.5 ? 2 : 1);
        return end == 0 ? length : length + grown;
    }
    double held(double wanted, double limit) const { return std::min(std::max(wanted, shortest()), std::max(length, longest(limit))); }
    double beginFor(double newLength) const { return fixed == 0 || newLength == length ? begin : fixedPoint() - fixed * newLength; }
};

double fixedShare(int end, bool fromCentre)
{
    return fromCentre || end == 0 ? 0.5 : end > 0 ? 0.0 : 1.0;
}

} // namespace

QRectF drawn(const QPointF& from, const QPointF& to, const QSizeF& picture)
{
    return QRectF(from, to).normalized() & QRectF(QPointF(), picture);
}

bool isTooSmall(const QRectF& box)
{
    return box.width() < smallestSide || box.height() < smallestSide;
}

QRectF moved(const QRectF& box, const QPointF& delta, const QSizeF& picture)
{
    const auto place = [](double begin, double length, double by, double limit) {
        return std::clamp(begin + by, 0.0, std::max(0.0, limit - length));
    };
    return {place(box.x(), box.width(), delta.x(), picture.width()), place(box.y(), box.height(), delta.y(), picture.height()),
            box.width(), box.height()};
}

QRectF resized(const QRectF& box, Handle handle, const QPointF& delta, ResizeRule rule, const QSizeF& picture)
{
    const int endX = pulledAcross(handle);
    const int endY = pulledDown(handle);
    const Side across{box.x(), box.width(), fixedShare(endX, rule.fromCentre)};
    const Side down{box.y(), box.height(), fixedShare(endY, rule.fromCentre)};
    double width = across.pulled(endX, delta.x());
    double height = down.pulled(endY, delta.y());
    if (rule.keepRatio) {
        // The side that was pulled further leads; an edge handle lets the other side follow about its middle.
        double by = endY == 0 ? width / box.width() : endX == 0 ? height / box.height() : std::max(width / box.width(), height / box.height());
        by = std::max({by, across.shortest() / box.width(), down.shortest() / box.height()});
        by = std::min({by, across.longest(picture.width()) / box.width(), down.longest(picture.height()) / box.height()});
        width = box.width() * by;
        height = box.height() * by;
    } else {
        if (endX != 0)
            width = across.held(width, picture.width());
        if (endY != 0)
            height = down.held(height, picture.height());
    }
    return {across.beginFor(width), down.beginFor(height), width, height};
}

QPointF handlePoint(const QRectF& rect, Handle handle)
{
    return {rect.x() + rect.width() * (pulledAcross(handle) + 1) / 2.0, rect.y() + rect.height() * (pulledDown(handle) + 1) / 2.0};
}

QRectF handleFrame(const QRectF& boxInWindow)
{
    const double side = 3 * handleTarget;
    const double across = std::max(0.0, side - boxInWindow.width()) / 2;
    const double down = std::max(0.0, side - boxInWindow.height()) / 2;
    return boxInWindow.adjusted(-across, -down, across, down);
}

std::optional<Handle> handleAt(const QRectF& boxInWindow, const QPointF& point)
{
    const QRectF frame = handleFrame(boxInWindow);
    static constexpr std::array cornersFirst{Handle::TopLeft, Handle::TopRight, Handle::BottomRight, Handle::BottomLeft,
                                             Handle::Top,     Handle::Right,    Handle::Bottom,      Handle::Left};
    for (const Handle handle : cornersFirst) {
        const QPointF away = handlePoint(frame, handle) - point;
        if (std::abs(away.x()) <= handleTarget / 2 && std::abs(away.y()) <= handleTarget / 2)
            return handle;
    }
    return std::nullopt;
}

std::vector<int> boxesAt(std::span<const QRectF> boxes, const QPointF& point, double reach)
{
    std::vector<int> found;
    for (int i = 0; i < int(boxes.size()); ++i) {
        const double across = std::max(0.0, reach - boxes[i].width()) / 2;
        const double down = std::max(0.0, reach - boxes[i].height()) / 2;
        if (boxes[i].adjusted(-across, -down, across, down).contains(point))
            found.push_back(i);
    }
    const auto area = [&](int i) { return boxes[i].width() * boxes[i].height(); };
    std::ranges::stable_sort(found, {}, area);
    return found;
}

} // namespace ui::BoxGeometry
