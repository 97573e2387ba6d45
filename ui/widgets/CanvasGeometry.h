#pragma once

#include <QPointF>
#include <QRectF>
#include <QSize>
#include <QSizeF>

namespace ui {

/// Where a picture lies in a window: the zoom and the place, and the way between the two. A value that knows no widget.
/// Window coordinates are logical px of the canvas; picture coordinates are real px, origin at the outer corner of the first one.
class CanvasGeometry {
public:
    static constexpr double smallestScale = 0.01; // 1 %
    static constexpr double largestScale = 64;    // 6,400 %
    static constexpr double wheelStep = 1.25;
    static constexpr double margin = 12; // around a fitted picture

    /// Keeps the zoom and the part looked at over pictures; a fitted one stays fitted.
    void setPicture(const QSize& size);
    void setWindow(const QSize& size);

    QSize picture() const { return m_picture; }
    double scale() const { return m_scale; } // window px for one picture px
    QPointF offset() const { return m_offset; } // of the picture's corner in the window
    bool isFitted() const { return m_fitted; }

    void fit();
    void fitTo(const QRectF& part); // picture coordinates, with some surroundings
    /// `anchor` (window) keeps its place in the picture. The scale is held to 1–6,400 %.
    void zoomTo(double scale, const QPointF& anchor);
    /// 100 %, with the picture's corner on a whole px so that its pixels and the screen's coincide.
    void zoomToActual(const QPointF& anchor);
    void panBy(const QPointF& delta);

    QPointF toPicture(const QPointF& window) const;
    QPointF toWindow(const QPointF& picture) const;
    QRectF toWindow(const QRectF& picture) const;
    QRectF pictureInWindow() const;
    QRectF visiblePart() const; // of the picture, picture coordinates
    QPointF windowCentre() const;

private:
    double fittingScale(const QSizeF& size, double scaleLimit) const;
    void centreOn(const QPointF& picture);
    void keepInSight();

    QSize m_picture;
    QSize m_window;
    double m_scale = 1;
    QPointF m_offset;
    bool m_fitted = true;
};

} // namespace ui
