#include "ui/widgets/CanvasGeometry.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {
constexpr double keptInSight = 48; // px of the picture that no pan can push out of the window
}

void CanvasGeometry::setPicture(const QSize& size)
{
    if (size == m_picture)
        return;
    const QPointF looked = m_picture.isEmpty() ? QPointF() : toPicture(windowCentre());
    const QSize before = m_picture;
    m_picture = size;
    if (m_fitted || before.isEmpty()) {
        fit();
        return;
    }
    centreOn({looked.x() / before.width() * size.width(), looked.y() / before.height() * size.height()});
}

void CanvasGeometry::setWindow(const QSize& size)
{
    if (size == m_window)
        return;
    const QPointF looked = toPicture(windowCentre());
    m_window = size;
    if (m_fitted)
        fit();
    else
        centreOn(looked);
}

double CanvasGeometry::fittingScale(const QSizeF& size, double scaleLimit) const
{
    if (size.isEmpty() || m_window.isEmpty())
        return 1;
    const double across = std::max(1.0, m_window.width() - 2 * margin) / size.width();
    const double down = std::max(1.0, m_window.height() - 2 * margin) / size.height();
    return std::min({across, down, scaleLimit});
}

void CanvasGeometry::fit()
{
    m_fitted = true;
    m_scale = fittingScale(m_picture, largestScale);
    const QSizeF size = QSizeF(m_picture) * m_scale;
    m_offset = {std::round((m_window.width() - size.width()) / 2), std::round((m_window.height() - size.height()) / 2)};
}

void CanvasGeometry::fitTo(const QRectF& part)
{
    if (part.isEmpty())
        return;
    const double scale = fittingScale(part.size() * 1.5, largestScale);
    m_fitted = false;
    m_scale = std::clamp(scale, smallestScale, largestScale);
    centreOn(part.center());
}

void CanvasGeometry::zoomTo(double scale, const QPointF& anchor)
{
    const QPointF kept = toPicture(anchor);
    // A fitted picture may be smaller than 1 %: zooming in must then start from where it is.
    m_scale = std::clamp(scale, std::min(smallestScale, m_scale), largestScale);
    m_fitted = false;
    m_offset = anchor - kept * m_scale;
}

void CanvasGeometry::zoomToActual(const QPointF& anchor)
{
    zoomTo(1, anchor);
    m_offset = {std::round(m_offset.x()), std::round(m_offset.y())};
    keepInSight();
}

void CanvasGeometry::panBy(const QPointF& delta)
{
    m_fitted = false;
    m_offset += delta;
    keepInSight();
}

void CanvasGeometry::centreOn(const QPointF& picture)
{
    m_offset = windowCentre() - picture * m_scale;
    keepInSight();
}

void CanvasGeometry::keepInSight()
{
    const auto hold = [](double offset, double length, double window) {
        const double kept = std::min({keptInSight, length, window});
        return std::clamp(offset, kept - length, window - kept);
    };
    m_offset = {hold(m_offset.x(), m_picture.width() * m_scale, m_window.width()),
                hold(m_offset.y(), m_picture.height() * m_scale, m_window.height())};
}

QPointF CanvasGeometry::toPicture(const QPointF& window) const
{
    return (window - m_offset) / m_scale;
}

QPointF CanvasGeometry::toWindow(const QPointF& picture) const
{
    return picture * m_scale + m_offset;
}

QRectF CanvasGeometry::toWindow(const QRectF& picture) const
{
    return {toWindow(picture.topLeft()), picture.size() * m_scale};
}

QRectF CanvasGeometry::pictureInWindow() const
{
    return toWindow(QRectF(QPointF(), QSizeF(m_picture)));
}

QRectF CanvasGeometry::visiblePart() const
{
    const QRectF window(toPicture(QPointF()), QSizeF(m_window) / m_scale);
    return window & QRectF(QPointF(), QSizeF(m_picture));
}

QPointF CanvasGeometry::windowCentre() const
{
    return {m_window.width() / 2.0, m_window.height() / 2.0};
}

} // namespace ui
