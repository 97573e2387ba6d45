#pragma once

#include <QColor>
#include <QIcon>
#include <QIconEngine>
#include <QPixmap>
#include <QString>

#include <functional>

namespace ui {

/// An SVG of resources/icons drawn in one colour, `px` wide, crisp at `ratio`.
QPixmap tintedPixmap(const QString& name, const QColor& colour, int px, qreal ratio);

/// Draws a tinted SVG at whatever size and pixel ratio it is asked for, in the colour of the moment.
class TintedIconEngine final : public QIconEngine {
public:
    using Tint = std::function<QColor(QIcon::Mode)>;
    TintedIconEngine(QString name, Tint tint);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine* clone() const override;
    QString key() const override;

private:
    QString m_name;
    Tint m_tint;
};

} // namespace ui
