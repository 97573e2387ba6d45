#include "ui/support/Theme.h"

#include "core/dataset/ConceptColours.h"
#include "ui/support/Schemes.h"

#include <QBrush>
#include <QPainter>
#include <QPixmapCache>

#include <cmath>

namespace ui {

namespace {

constexpr int patterns = 8;

void drawPattern(QPainter& painter, int pattern, const QRectF& rect, const QColor& ink)
{
    painter.setPen(QPen(ink, 1.25));
    painter.setBrush(ink);
    const double w = rect.width(), h = rect.height(), step = 4;
    const auto slanted = [&](bool rising) {
        for (double x = -h; x < w + h; x += step)
            painter.drawLine(QPointF(x, rising ? h : 0), QPointF(x + h, rising ? 0 : h));
    };
    const auto level = [&] { for (double y = step / 2; y < h; y += step) painter.drawLine(QPointF(0, y), QPointF(w, y)); };
    const auto upright = [&] { for (double x = step / 2; x < w; x += step) painter.drawLine(QPointF(x, 0), QPointF(x, h)); };
    switch (pattern) {
    case 1: slanted(true); break;
    case 2:
        painter.setPen(Qt::NoPen);
        for (double y = step / 2; y < h; y += step)
            for (double x = step / 2; x < w; x += step)
                painter.drawEllipse(QPointF(x, y), 0.9, 0.9);
        break;
    case 3: slanted(false); break;
    case 4: level(); break;
    case 5: upright(); break;
    case 6: level(); upright(); break;
    case 7:
        painter.setPen(Qt::NoPen);
        for (int row = 0; row * step < h; ++row)
            for (int column = row % 2; column * step < w; column += 2)
                painter.drawRect(QRectF(column * step, row * step, step, step));
        break;
    default: break;
    }
}

QColor patternInk(int index)
{
    QColor ink = Theme::conceptTextColour(index);
    ink.setAlphaF(0.8F);
    return ink;
}

} // namespace

QColor Theme::conceptColour(int index)
{
    return QColor(core::conceptColour(index).fill);
}

QColor Theme::conceptTextColour(int index)
{
    return core::conceptColour(index).whiteText ? QColor(Qt::white) : QColor(0x14161A);
}

QPixmap Theme::swatch(int index, int px, qreal ratio) const
{
    const int wrapped = ((index % 16) + 16) % 16;
    const QString key = QStringLiteral("swatch/%1/%2/%3/%4").arg(wrapped).arg(px).arg(ratio).arg(m_tokens.dark);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(QSize(px, px) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    const QColor fill = conceptColour(wrapped);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF whole(0.5, 0.5, px - 1, px - 1);
    painter.setPen(QPen(mixed(fill, m_tokens.dark ? Qt::white : Qt::black, 0.35), 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(whole, 2, 2);
    painter.setClipRect(QRectF(1, 1, px - 2, px - 2));
    drawPattern(painter, wrapped % patterns, QRectF(0, 0, px, px), patternInk(wrapped));
    if (wrapped >= patterns) { // the second eight repeat the patterns inside a light frame
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(255, 255, 255, 220), 2));
        painter.drawRect(QRectF(2, 2, px - 4, px - 4));
    }
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QBrush Theme::conceptBrush(int index)
{
    constexpr int side = 8; // a multiple of the pattern's step, so that tiles join
    QPixmap tile(side, side);
    tile.fill(conceptColour(index));
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    drawPattern(painter, (((index % 16) + 16) % 16) % patterns, QRectF(0, 0, side, side), patternInk(index));
    painter.end();
    return QBrush(tile);
}

} // namespace ui
