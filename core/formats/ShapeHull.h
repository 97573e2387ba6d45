#pragma once

#include <nlohmann/json_fwd.hpp>

#include <QString>

#include <optional>

namespace core {

struct RawBox;

/// The upright box around a shape, made point by point. One point that is no number makes it broken.
class ShapeHull {
public:
    void add(double x, double y);
    /// A list of [x, y], of {"x": …, "y": …} or of single numbers x, y, x, y …; anything else in it makes the hull broken.
    void addPoints(const nlohmann::json& points);
    /// "x,y;x,y" as CVAT writes points.
    void addPoints(const QString& points);

    int points() const { return m_points; }
    bool isSound() const { return m_points > 0 && !m_isBroken; }
    /// Puts the corners into a box; NaN where the hull is broken.
    void writeTo(RawBox& box) const;

private:
    double m_x0 = 0, m_y0 = 0, m_x1 = 0, m_y1 = 0;
    int m_points = 0;
    bool m_isBroken = false;
};

/// Around a box that is turned about its centre; degrees, clockwise or not makes no difference to the hull.
ShapeHull hullOfTurnedBox(double x0, double y0, double x1, double y1, double degrees);
ShapeHull hullOfEllipse(double cx, double cy, double rx, double ry, double degrees);
/// Of a mask as COCO writes it: {"counts": runs down the columns (a list, or packed text), "size": [height, width]}; runs are outside, inside,
/// outside … (pycocotools, maskApi.c). Nothing: empty or broken.
std::optional<ShapeHull> hullOfMask(const nlohmann::json& mask);

} // namespace core
