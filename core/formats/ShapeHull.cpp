#include "core/formats/ShapeHull.h"

#include "core/formats/JsonValues.h"
#include "core/formats/Reading.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace core {

namespace {

using Json = nlohmann::json;

constexpr qint64 longestSide = 1'000'000; // of a mask; its area fits 64 bits by far

/// The run lengths of COCO's compressed text: 5 bits a character, low ones first, differences to the run before the last.
/// Empty when the text is none.
std::vector<qint64> runsOfText(const std::string& packed)
{
    std::vector<qint64> runs;
    for (size_t i = 0; i < packed.size();) {
        qint64 value = 0;
        int shift = 0;
        bool more = true;
        while (more) {
            if (i == packed.size() || shift > 50) // cut, or longer than any mask
                return {};
            const int c = packed[i++] - 48;
            if (c < 0 || c > 63)
                return {};
            value |= qint64(c & 0x1F) << shift;
            more = c & 0x20;
            shift += 5;
            if (!more && (c & 0x10))
                value -= qint64(1) << shift;
        }
        if (runs.size() > 2)
            value += runs[runs.size() - 2];
        if (value < 0 || value > longestSide * longestSide)
            return {};
        runs.push_back(value);
    }
    return runs;
}

std::vector<qint64> runsOfList(const Json& counts)
{
    std::vector<qint64> runs;
    for (const Json& run : counts) {
        const double length = numberIn(run);
        if (!(length >= 0 && length <= double(longestSide * longestSide)))
            return {};
        runs.push_back(qint64(length));
    }
    return runs;
}

} // namespace

void ShapeHull::add(double x, double y)
{
    m_isBroken = m_isBroken || !std::isfinite(x) || !std::isfinite(y);
    m_x0 = m_points == 0 ? x : std::min(m_x0, x);
    m_y0 = m_points == 0 ? y : std::min(m_y0, y);
    m_x1 = m_points == 0 ? x : std::max(m_x1, x);
    m_y1 = m_points == 0 ? y : std::max(m_y1, y);
    ++m_points;
}

void ShapeHull::addPoints(const Json& points)
{
    if (!points.is_array()) {
        m_isBroken = true;
        return;
    }
    const bool isFlat = !points.empty() && points.front().is_number();
    m_isBroken = m_isBroken || (isFlat && points.size() % 2 == 1);
    for (size_t i = 0; isFlat && i + 1 < points.size(); i += 2)
        add(numberIn(points[i]), numberIn(points[i + 1]));
    for (size_t i = 0; !isFlat && i < points.size(); ++i) {
        const Json& point = points[i];
        if (point.is_array() && point.size() >= 2)
            add(numberIn(point[0]), numberIn(point[1]));
        else
            add(numberIn(point, "x"), numberIn(point, "y"));
    }
}

void ShapeHull::addPoints(const QString& points)
{
    for (const QString& point : points.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        bool isX = false, isY = false;
        const double x = point.section(QLatin1Char(','), 0, 0).trimmed().toDouble(&isX), y = point.section(QLatin1Char(','), 1).trimmed().toDouble(&isY);
        add(isX ? x : qQNaN(), isY ? y : qQNaN());
    }
}

void ShapeHull::writeTo(RawBox& box) const
{
    box.x0 = isSound() ? m_x0 : qQNaN();
    box.y0 = isSound() ? m_y0 : qQNaN();
    box.x1 = isSound() ? m_x1 : qQNaN();
    box.y1 = isSound() ? m_y1 : qQNaN();
}

ShapeHull hullOfTurnedBox(double x0, double y0, double x1, double y1, double degrees)
{
    const double cx = (x0 + x1) / 2, cy = (y0 + y1) / 2, angle = degrees * M_PI / 180, c = std::cos(angle), s = std::sin(angle);
    ShapeHull hull;
    for (const double x : {x0 - cx, x1 - cx})
        for (const double y : {y0 - cy, y1 - cy})
            hull.add(cx + x * c - y * s, cy + x * s + y * c);
    return hull;
}

ShapeHull hullOfEllipse(double cx, double cy, double rx, double ry, double degrees)
{
    const double angle = degrees * M_PI / 180, c = std::cos(angle), s = std::sin(angle);
    const double halfWidth = std::hypot(rx * c, ry * s), halfHeight = std::hypot(rx * s, ry * c);
    ShapeHull hull;
    hull.add(cx - halfWidth, cy - halfHeight);
    hull.add(cx + halfWidth, cy + halfHeight);
    return hull;
}

std::optional<ShapeHull> hullOfMask(const Json& mask)
{
    const Json &counts = memberOf(mask, "counts"), &size = memberOf(mask, "size");
    if (!size.is_array() || size.size() != 2)
        return std::nullopt;
    const double rows = numberIn(size[0]), columns = numberIn(size[1]);
    if (!(rows >= 1 && rows <= double(longestSide) && columns >= 1 && columns <= double(longestSide)))
        return std::nullopt;
    const auto height = qint64(rows), width = qint64(columns);
    const std::vector<qint64> runs = counts.is_string() ? runsOfText(counts.get<std::string>())
        : counts.is_array()                             ? runsOfList(counts)
                                                        : std::vector<qint64>();
    ShapeHull hull;
    qint64 at = 0;
    for (size_t i = 0; i < runs.size() && at < height * width; ++i) {
        const qint64 length = std::min(runs[i], height * width - at);
        if (i % 2 == 1 && length > 0) {
            const qint64 last = at + length - 1;
            const bool wraps = at / height != last / height;
            hull.add(double(at / height), wraps ? 0 : double(at % height));
            hull.add(double(last / height + 1), wraps ? double(height) : double(last % height + 1));
        }
        at += length;
    }
    return hull.isSound() ? std::optional(hull) : std::nullopt;
}

} // namespace core
