#include "ui/widgets/CanvasPainter.h"

#include "ui/support/Theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui::CanvasPainter {

namespace {

constexpr double flagHeight = 19;
constexpr double handleSide = 8;
const QColor darkEdge(0x14, 0x16, 0x1A);

QColor clear(QColor colour, double opacity)
{
    colour.setAlphaF(float(opacity));
    return colour;
}

/// Edges on whole px: a hairline between two would smear over both.
QRectF crisp(const QRectF& rect)
{
    return QRectF(QPointF(std::round(rect.left()), std::round(rect.top())), QPointF(std::round(rect.right()), std::round(rect.bottom())));
}

void strokeThrice(QPainter& painter, const QRectF& box, const QPen& top)
{
    painter.setBrush(Qt::NoBrush);
    for (const QPen& pen : {QPen(clear(Qt::black, 0.6), 3.5), QPen(clear(Qt::white, 0.8), 2.6), top}) {
        QPen square = pen;
        square.setJoinStyle(Qt::MiterJoin);
        painter.setPen(square);
        painter.drawRect(box);
    }
}

QFont flagFont()
{
    QFont font = Theme::of().font(TextRole::Axis);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

void paintBox(QPainter& painter, const QRectF& box, int colour, bool chosen)
{
    const QColor fill = Theme::conceptColour(colour);
    const QRectF rect = crisp(box);
    painter.fillRect(rect, clear(fill, chosen ? 0.18 : 0.09));
    strokeThrice(painter, rect, QPen(fill, chosen ? 2 : 1.6));
}

void paintUnnamedBox(QPainter& painter, const QRectF& box)
{
    QPen pen(darkEdge, 1.6);
    pen.setDashPattern({3, 2});
    strokeThrice(painter, crisp(box), pen);
}

void paintFlag(QPainter& painter, const QRectF& box, const QRectF& picture, int colour, const QString& name)
{
    const QFont font = flagFont();
    const QFontMetricsF metrics(font);
    constexpr double swatch = 11;
    constexpr double pad = 5;
    const QString shown = metrics.elidedText(name, Qt::ElideRight, 160);
    const double width = std::ceil(pad + swatch + pad + metrics.horizontalAdvance(shown) + pad + 1);
    QRectF flag(std::round(box.left()) - 1, std::round(box.top()) - flagHeight - 1, width, flagHeight);
    if (flag.top() < picture.top() - 1)
        flag.moveTop(std::round(box.top()) + 1);
    if (flag.right() > picture.right() + 1)
        flag.moveRight(std::max(picture.right(), flag.width() + picture.left()));

    painter.setPen(QPen(clear(Qt::black, 0.45), 1));
    painter.setBrush(Theme::conceptColour(colour));
    painter.drawRoundedRect(flag.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    const QRectF square(flag.left() + pad, flag.top() + (flagHeight - swatch) / 2, swatch, swatch);
    const double ratio = painter.device()->devicePixelRatioF();
    painter.drawPixmap(square, Theme::of().swatch(colour, int(swatch), ratio), QRectF(QPointF(), QSizeF(swatch, swatch) * ratio));
    painter.setPen(QPen(Theme::conceptTextColour(colour), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(square, 2, 2);
    painter.setFont(font);
    painter.drawText(flag.adjusted(pad + swatch + pad, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, shown);
}

void paintHandles(QPainter& painter, const QRectF& box, std::optional<Handle> active)
{
    const QRectF frame = BoxGeometry::handleFrame(box);
    for (const Handle handle : allHandles) {
        const QPointF at = BoxGeometry::handlePoint(frame, handle);
        const QRectF square(std::round(at.x()) - handleSide / 2 + 0.5, std::round(at.y()) - handleSide / 2 + 0.5, handleSide - 1, handleSide - 1);
        painter.setPen(QPen(darkEdge, 1));
        painter.setBrush(handle == active ? darkEdge : QColor(Qt::white));
        painter.drawRect(square);
        if (handle == active) { // the one the keys move: white, with a dark heart
            painter.setPen(QPen(Qt::white, 1));
            painter.drawRect(square.adjusted(1, 1, -1, -1));
        }
    }
}

void paintCrosshair(QPainter& painter, const QPointF& point, const QRectF& within, const QString& coordinates)
{
    const double x = std::floor(point.x());
    const double y = std::floor(point.y());
    for (const auto& [grow, colour] : {std::pair(1.0, clear(Qt::black, 0.75)), std::pair(0.0, QColor(Qt::white))}) {
        painter.fillRect(QRectF(within.left(), y - grow, within.width(), 1 + 2 * grow), colour);
        painter.fillRect(QRectF(x - grow, within.top(), 1 + 2 * grow, within.height()), colour);
    }
    const QFont font = Theme::of().font(TextRole::Caption);
    const QFontMetricsF metrics(font);
    QRectF plate(x + 10, y + 10, std::ceil(metrics.horizontalAdvance(coordinates)) + 16, 19);
    if (plate.right() > within.right())
        plate.moveRight(x - 10);
    if (plate.bottom() > within.bottom())
        plate.moveBottom(y - 8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(clear(darkEdge, 0.9));
    painter.drawRoundedRect(plate, 3, 3);
    painter.setPen(Qt::white);
    painter.setFont(font);
    painter.drawText(plate, Qt::AlignCenter, coordinates);
}

} // namespace ui::CanvasPainter
