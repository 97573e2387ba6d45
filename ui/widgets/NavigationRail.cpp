#include "ui/widgets/NavigationRail.h"

#include "ui/support/Theme.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace ui {

namespace {
constexpr int openWidth = 208, closedWidth = 56;
}

RailButton::RailButton(const QString& text, const QString& icon, QWidget* parent) : QAbstractButton(parent), m_icon(icon)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setAutoExclusive(true);
    setFixedHeight(34);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    connect(&Theme::of(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void RailButton::setBusy(bool busy)
{
    m_busy = busy;
    update();
}

void RailButton::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = Theme::of().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ground = QRectF(rect()).adjusted(8, 0, -8, 0);
    painter.setPen(Qt::NoPen);
    if (isChecked() || underMouse()) {
        painter.setBrush(isChecked() ? tokens.sel : tokens.hover);
        painter.drawRoundedRect(ground, 4, 4);
    }
    if (isChecked()) {
        painter.setBrush(tokens.accent);
        painter.drawRoundedRect(QRectF(ground.left(), ground.top() + 8, 3, ground.height() - 16), 1.5, 1.5);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.accent, 2));
        painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 4, 4);
    }
    const bool wide = width() > 100;
    const double iconLeft = wide ? 20 : (width() - 20) / 2.0;
    painter.drawPixmap(QPointF(iconLeft, (height() - 20) / 2.0), Theme::of().pixmap(m_icon, isChecked() ? tokens.accent : tokens.text2, 20, devicePixelRatioF()));
    if (wide) {
        painter.setFont(Theme::of().font(isChecked() ? TextRole::Head : TextRole::Body));
        painter.setPen(isChecked() ? tokens.text : tokens.text2);
        const QRect words(50, 0, width() - 50 - (m_busy ? 28 : 12), height()); // the dot needs its room only while it is there
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    }
    if (m_busy) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.accent);
        painter.drawEllipse(wide ? QPointF(width() - 22, height() / 2.0) : QPointF(width() - 14, 9), 3, 3);
    }
}

NavigationRail::NavigationRail(QWidget* parent) : QFrame(parent), m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("rail"));
    setRole(this, "rail");
    setFixedWidth(openWidth);
    m_layout->setContentsMargins(0, 12, 0, 12);
    m_layout->setSpacing(0);
}

void NavigationRail::addSection(const QString& title)
{
    auto* label = new QLabel(title, this);
    setRole(label, "over");
    label->setContentsMargins(20, m_titles.isEmpty() ? 4 : 14, 8, 6);
    m_titles.append(label);
    m_layout->addWidget(label);
}

RailButton* NavigationRail::addPlace(int id, const QString& text, const QString& icon, const QString& toolTip)
{
    auto* place = new RailButton(text, icon, this);
    place->setToolTip(toolTip);
    connect(place, &RailButton::clicked, this, [this, id] { Q_EMIT placeRequested(id); });
    m_places.insert(id, place);
    m_layout->addWidget(place);
    return place;
}

void NavigationRail::finish()
{
    m_layout->addStretch(1);
}

void NavigationRail::setCurrent(int id)
{
    if (RailButton* place = m_places.value(id))
        place->setChecked(true);
}

void NavigationRail::setBusy(int id, bool busy)
{
    if (RailButton* place = m_places.value(id))
        place->setBusy(busy);
}

void NavigationRail::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    for (QLabel* title : m_titles)
        title->setVisible(!collapsed);
    setFixedWidth(collapsed ? closedWidth : openWidth);
}

} // namespace ui
