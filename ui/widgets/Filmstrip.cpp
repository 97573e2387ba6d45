#include "ui/widgets/Filmstrip.h"

#include "core/pictures/Thumbnails.h"
#include "core/project/ItemList.h"
#include "ui/support/Theme.h"
#include "ui/widgets/TilePainter.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>

namespace ui {

namespace {
constexpr QSize tile(92, 69);
constexpr int gap = 8;
constexpr int edge = 16;
constexpr int top = 10;
}

Filmstrip::Filmstrip(const core::ItemList& list, core::Thumbnails& thumbnails, QWidget* parent)
    : QWidget(parent), m_list(list), m_thumbnails(thumbnails)
{
    setObjectName(QStringLiteral("filmstrip"));
    setAccessibleName(tr("Images before and after this one"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    connect(&thumbnails, &core::Thumbnails::ready, this, qOverload<>(&QWidget::update));
    connect(&list, &core::ItemList::reset, this, [this] { showFrom(m_first); });
    connect(&list, &core::ItemList::changed, this, [this](int first, int last) {
        if (last >= m_first && first < m_first + tilesInSight())
            wantPictures();
    });
    connect(&Theme::of(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize Filmstrip::sizeHint() const
{
    return {6 * (tile.width() + gap), tile.height() + 2 * top};
}

int Filmstrip::tilesInSight() const
{
    return std::max(1, (width() - 2 * edge + gap) / (tile.width() + gap));
}

int Filmstrip::side() const
{
    return core::Thumbnails::sideFor(tile, devicePixelRatioF());
}

void Filmstrip::setCurrent(int position)
{
    m_current = position;
    showFrom(position - tilesInSight() / 2);
}

void Filmstrip::showFrom(int first)
{
    m_first = std::clamp(first, 0, std::max(0, m_list.size() - tilesInSight()));
    wantPictures();
}

void Filmstrip::wantPictures()
{
    for (int place = 0; isVisible() && place < tilesInSight(); ++place) {
        const core::Item* item = m_list.itemAt(m_first + place);
        if (item && item->image.health != core::Health::Missing && !m_thumbnails.find(*item, side()))
            m_thumbnails.request(*item, side());
    }
    update();
}

void Filmstrip::resizeEvent(QResizeEvent*)
{
    showFrom(m_current - tilesInSight() / 2);
}

QRect Filmstrip::tileRect(int position) const
{
    const int place = position - m_first;
    if (place < 0 || place >= tilesInSight())
        return {};
    return {QPoint(edge + place * (tile.width() + gap), top), tile};
}

int Filmstrip::positionAt(const QPoint& point) const
{
    for (int position = m_first; position < std::min(m_list.size(), m_first + tilesInSight()); ++position) {
        if (tileRect(position).contains(point))
            return position;
    }
    return -1;
}

void Filmstrip::mousePressEvent(QMouseEvent* event)
{
    const int position = positionAt(event->pos());
    if (event->button() == Qt::LeftButton && position >= 0)
        Q_EMIT chosen(m_list.ids()[std::size_t(position)]);
}

void Filmstrip::wheelEvent(QWheelEvent* event)
{
    m_wheel += event->angleDelta().y() + event->angleDelta().x();
    const int notches = m_wheel / 120;
    m_wheel -= notches * 120;
    if (notches != 0)
        showFrom(m_first - notches);
    event->accept();
}

bool Filmstrip::event(QEvent* event)
{
    if (event->type() == QEvent::Show) {
        const bool done = QWidget::event(event);
        showFrom(m_current - tilesInSight() / 2);
        return done;
    }
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int position = positionAt(help->pos());
        if (const core::Item* item = m_list.itemAt(position))
            QToolTip::showText(help->globalPos(), item->image.name(), this, tileRect(position));
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void Filmstrip::paintTile(QPainter& painter, int position) const
{
    const Tokens& tokens = Theme::of().tokens();
    const QRect rect = tileRect(position);
    const core::Item* item = m_list.itemAt(position);
    if (!item)
        return;
    QPainterPath rounded;
    rounded.addRoundedRect(rect, 4, 4);
    painter.fillPath(rounded, tokens.hover);
    if (const auto image = m_thumbnails.find(*item, side())) {
        painter.save();
        painter.setClipPath(rounded);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(TilePainter::placed(image->size(), rect), *image);
        painter.restore();
    } else if (const auto health = item->image.health;
               health == core::Health::Missing || health == core::Health::Undecodable || health == core::Health::Changed) {
        const double ratio = devicePixelRatioF();
        painter.drawPixmap(rect.center() - QPoint(9, 9), Theme::of().pixmap(QStringLiteral("warning"), tokens.warn, 20, ratio));
    }
    TilePainter::drawState(painter, item->annotation.state, QPointF(rect.right() - 1, rect.top() + 2));
    if (position == m_current) { // 2 px apart, 2.5 px wide
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.accent, 2.5));
        painter.drawRoundedRect(QRectF(rect).adjusted(-3, -3, 3, 3), 6, 6);
    }
}

void Filmstrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int position = m_first; position < std::min(m_list.size(), m_first + tilesInSight()); ++position)
        paintTile(painter, position);
}

} // namespace ui
