#include "ui/support/TintedIcon.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

namespace ui {

QPixmap tintedPixmap(const QString& name, const QColor& colour, int px, qreal ratio)
{
    const QString key = QStringLiteral("icon/%1/%2/%3/%4").arg(name, colour.name(QColor::HexArgb)).arg(px).arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const int side = static_cast<int>(std::lround(px * ratio));
    pixmap = QPixmap(side, side);
    pixmap.fill(Qt::transparent);
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("No icon is called \"%s\".", qPrintable(name));
        return pixmap;
    }
    QSvgRenderer renderer(file.readAll().replace("currentColor", colour.name().toUtf8()));
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, side, side));
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

TintedIconEngine::TintedIconEngine(QString name, Tint tint) : m_name(std::move(name)), m_tint(std::move(tint)) {}

void TintedIconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State)
{
    const int px = std::min(rect.width(), rect.height());
    const QPixmap pixmap = tintedPixmap(m_name, m_tint(mode), px, painter->device()->devicePixelRatioF());
    painter->drawPixmap(rect.left() + (rect.width() - px) / 2, rect.top() + (rect.height() - px) / 2, pixmap);
}

QPixmap TintedIconEngine::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1);
}

QPixmap TintedIconEngine::scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale)
{
    // QIcon asks in device pixels and sets the ratio of what it gets.
    const int side = std::min(size.width(), size.height());
    QPixmap pixmap = tintedPixmap(m_name, m_tint(mode), side, 1);
    if (size.width() > side) { // a button that wants more room between icon and word asks for a wider icon
        QPixmap wide(size);
        wide.fill(Qt::transparent);
        QPainter(&wide).drawPixmap(0, 0, pixmap);
        pixmap = wide;
    }
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
}

QIconEngine* TintedIconEngine::clone() const
{
    return new TintedIconEngine(m_name, m_tint);
}

QString TintedIconEngine::key() const
{
    return QStringLiteral("oriel-tinted");
}

} // namespace ui
