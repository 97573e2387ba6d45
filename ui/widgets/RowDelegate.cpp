#include "ui/widgets/RowDelegate.h"

#include "ui/support/Theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>

namespace ui {

namespace {

constexpr int margin = 8;
constexpr int rightMargin = 18; // numbers end where their header does: it keeps room for the sort arrow

bool isLast(const QModelIndex& index)
{
    return index.row() == index.model()->rowCount(index.parent()) - 1;
}

bool endsTheTable(const QModelIndex& index)
{
    return isLast(index) && !index.model()->hasChildren(index.siblingAtColumn(0)) && (!index.parent().isValid() || isLast(index.parent()));
}

} // namespace

RowDelegate::RowDelegate(Roles roles, int rowHeight, QObject* parent) : QStyledItemDelegate(parent), m_roles(roles), m_rowHeight(rowHeight) {}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {margin + QStyledItemDelegate::sizeHint(option, index).width() + rightMargin, m_rowHeight};
}

int RowDelegate::widthFor(const QString& number)
{
    return margin + QFontMetrics(Theme::of().font(TextRole::Head)).horizontalAdvance(number) + rightMargin + 1;
}

void RowDelegate::paintGround(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& tokens = Theme::of().tokens();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, tokens.sel);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, tokens.hover);
    if (endsTheTable(index))
        return; // the card's edge is there
    painter->setPen(QPen(tokens.line, 1));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight()); // a hairline, before antialiasing
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    paintGround(painter, option, index);
    const auto& tokens = Theme::of().tokens();
    const auto fontData = index.data(Qt::FontRole);
    QFont font = fontData.isValid() ? fontData.value<QFont>() : Theme::of().font(TextRole::Body);
    if (m_roles.strong >= 0 && index.data(m_roles.strong).toBool())
        font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    QRect rect = option.rect.adjusted(margin, 0, -margin, 0);

    const auto decoration = index.data(Qt::DecorationRole);
    if (decoration.canConvert<QPixmap>() && !decoration.value<QPixmap>().isNull()) {
        const auto pixmap = decoration.value<QPixmap>();
        const QSize size = pixmap.size() / pixmap.devicePixelRatio();
        painter->drawPixmap(rect.left(), rect.center().y() - size.height() / 2 + 1, pixmap);
        rect.setLeft(rect.left() + size.width() + 7);
    }

    const auto foreground = index.data(Qt::ForegroundRole);
    painter->setPen(foreground.isValid() ? foreground.value<QColor>() : tokens.text);
    if (const auto data = index.data(Qt::TextAlignmentRole); data.isValid() && (data.toInt() & Qt::AlignRight))
        rect.setRight(option.rect.right() - rightMargin);
    const auto alignmentData = index.data(Qt::TextAlignmentRole);
    const auto alignment = alignmentData.isValid() ? Qt::Alignment(alignmentData.toInt()) : Qt::AlignLeft | Qt::AlignVCenter;
    const QFontMetrics metrics(font);
    const QString text = metrics.elidedText(index.data().toString(), Qt::ElideRight, rect.width());
    painter->drawText(rect, int(alignment), text);

    const QString secondary = m_roles.secondary >= 0 ? index.data(m_roles.secondary).toString() : QString();
    if (!secondary.isEmpty()) {
        rect.setLeft(rect.left() + metrics.horizontalAdvance(text) + 16);
        painter->setFont(Theme::of().font(TextRole::Body));
        painter->setPen(tokens.text2);
        painter->drawText(rect, int(Qt::AlignLeft | Qt::AlignVCenter), painter->fontMetrics().elidedText(secondary, Qt::ElideRight, rect.width()));
    }
    painter->restore();
}

LinkDelegate::LinkDelegate(int linksRole, Roles roles, QObject* parent) : RowDelegate(roles, 36, parent), m_linksRole(linksRole) {}

QString LinkDelegate::wordOf(const QString& key)
{
    if (key == QLatin1String("open"))
        return tr("Open");
    if (key == QLatin1String("live"))
        return tr("Live");
    if (key == QLatin1String("stop"))
        return tr("Stop");
    if (key == QLatin1String("remove"))
        return tr("Remove…");
    if (key == QLatin1String("predict"))
        return tr("Predict");
    if (key == QLatin1String("folder"))
        return tr("Show in folder");
    if (key == QLatin1String("delete"))
        return tr("Delete…");
    return QStringLiteral("…");
}

QStringList LinkDelegate::keysOf(const QModelIndex& index) const
{
    const QStringList keys = index.data(m_linksRole).toStringList();
    return m_compact && !keys.isEmpty() ? QStringList {QStringLiteral("menu")} : keys;
}

std::vector<std::pair<QString, QRect>> LinkDelegate::placesOf(const QRect& cell, const QModelIndex& index) const
{
    const QFontMetrics metrics(Theme::of().font(TextRole::Body));
    std::vector<std::pair<QString, QRect>> places;
    int left = cell.left() + margin;
    for (const auto& key : keysOf(index)) {
        const int width = std::max(24, metrics.horizontalAdvance(wordOf(key)));
        places.emplace_back(key, QRect(left, cell.top(), width, cell.height()));
        left += width + 14;
    }
    return places;
}

void LinkDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    paintGround(painter, option, index);
    const QPoint pointer = option.widget ? option.widget->mapFromGlobal(QCursor::pos()) : QPoint(-1, -1);
    QFont font = Theme::of().font(TextRole::Body);
    for (const auto& [key, rect] : placesOf(option.rect, index)) {
        font.setUnderline((option.state & QStyle::State_MouseOver) && rect.contains(pointer));
        painter->setFont(font);
        painter->setPen(Theme::of().tokens().accent);
        painter->drawText(rect, int(Qt::AlignLeft | Qt::AlignVCenter), wordOf(key));
    }
    painter->restore();
}

bool LinkDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        for (const auto& [key, rect] : placesOf(option.rect, index)) {
            if (mouse->button() == Qt::LeftButton && rect.contains(mouse->pos())) {
                Q_EMIT activated(index, key);
                return true;
            }
        }
    }
    return RowDelegate::editorEvent(event, model, option, index);
}

} // namespace ui
