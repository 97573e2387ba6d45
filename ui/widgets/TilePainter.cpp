#include "ui/widgets/TilePainter.h"

#include "ui/support/ItemText.h"
#include "ui/support/Theme.h"

#include <QPainter>

namespace ui::TilePainter {

namespace {

constexpr double plateSide = 18;
const QColor ink(0x14, 0x16, 0x1A); // on the white plate, the same in every scheme: the ground is a picture

} // namespace

QRectF placed(const QSizeF& size, const QRectF& frame)
{
    if (size.isEmpty())
        return frame;
    QRectF picture(QPointF(), size.scaled(frame.size(), Qt::KeepAspectRatio));
    picture.moveCenter(frame.center());
    return picture;
}

void drawBoxes(QPainter& painter, const core::Item& item, const QRectF& picture, const std::function<int(core::ConceptId)>& colourOf)
{
    const QRect part = item.part();
    if (part.isEmpty() || item.annotation.boxes.empty())
        return;
    const double scaleX = picture.width() / part.width(), scaleY = picture.height() / part.height();
    painter.save();
    painter.setClipRect(picture, Qt::IntersectClip);
    painter.setBrush(Qt::NoBrush);
    for (const core::BoxRecord& box : item.annotation.boxes) {
        const int colour = colourOf(box.conceptId);
        if (colour < 0)
            continue;
        painter.setPen(QPen(Theme::conceptColour(colour), 1.5));
        painter.drawRect(QRectF(picture.left() + (box.rect.left() - part.left()) * scaleX, picture.top() + (box.rect.top() - part.top()) * scaleY, box.rect.width() * scaleX,
                                box.rect.height() * scaleY));
    }
    painter.restore();
}

void drawSplit(QPainter& painter, core::Split split, const QPointF& topLeft)
{
    const QString letter = letterOf(split);
    if (letter.isEmpty())
        return;
    const QRectF plate(topLeft, QSizeF(plateSide, 16));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(20, 22, 26, 200));
    painter.drawRoundedRect(plate, 3, 3);
    painter.setPen(Qt::white);
    QFont font = Theme::of().font(TextRole::Axis);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.drawText(plate, Qt::AlignCenter, letter);
}

void drawState(QPainter& painter, core::ItemState state, const QPointF& topRight)
{
    const QRectF plate(topRight - QPointF(plateSide, 0), QSizeF(plateSide, plateSide));
    painter.setPen(QPen(QColor(0, 0, 0, 60), 0.5));
    painter.setBrush(Qt::white);
    painter.drawEllipse(plate);
    const QRectF disc = plate.adjusted(4, 4, -4, -4);
    painter.setPen(QPen(ink, 1.5));
    switch (state) {
    case core::ItemState::Unseen:
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(disc);
        break;
    case core::ItemState::Partly:
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(disc);
        painter.setBrush(ink);
        painter.drawPie(disc, 90 * 16, 180 * 16);
        break;
    case core::ItemState::Annotated:
        painter.setBrush(ink);
        painter.drawEllipse(disc);
        break;
    case core::ItemState::WithoutConcept: // looked at, nothing there: the disc, crossed by a light bar
        painter.setBrush(ink);
        painter.drawEllipse(disc);
        painter.setPen(QPen(Qt::white, 1.75));
        painter.drawLine(disc.center() - QPointF(2.75, 0), disc.center() + QPointF(2.75, 0));
        break;
    }
}

void drawWarning(QPainter& painter, const QPointF& bottomRight)
{
    const QRectF plate(bottomRight - QPointF(22, 22), QSizeF(22, 22));
    painter.setPen(QPen(QColor(0, 0, 0, 60), 0.5));
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(plate, 4, 4);
    const QPixmap sign = Theme::of().pixmap(QStringLiteral("warning"), QColor(0x8F, 0x5A, 0x00), 16, painter.device()->devicePixelRatioF());
    painter.drawPixmap(plate.topLeft() + QPointF(3, 3), sign);
}

} // namespace ui::TilePainter
