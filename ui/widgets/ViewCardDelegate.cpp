#include "ui/widgets/ViewCardDelegate.h"

#include "ui/models/ViewListModel.h"
#include "ui/support/ItemText.h"
#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"

#include <QPainter>

namespace ui {

namespace {
constexpr int cardHeight = 104;
constexpr int between = 12;
constexpr int pad = 14;
}

QSize ViewCardDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {260, cardHeight + between};
}

void ViewCardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const ViewListModel*>(index.model());
    if (!model)
        return;
    const ViewCard& card = model->cardAt(index.row());
    const Tokens& tokens = Theme::of().tokens();
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    const bool focused = chosen && option.widget && option.widget->hasFocus();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(option.rect).adjusted(1, 1, -1, -1 - between);
    painter->setPen(QPen(focused ? tokens.accent : chosen ? tokens.edge : tokens.line, focused ? 2 : 1));
    painter->setBrush(chosen ? tokens.sel : option.state.testFlag(QStyle::State_MouseOver) ? tokens.hover : tokens.card);
    painter->drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);

    const QRect inner = frame.toRect().adjusted(pad, pad - 2, -pad, -pad);
    const QColor mark = chosen ? tokens.accent : tokens.text2;
    painter->drawPixmap(inner.topLeft(), Theme::of().pixmap(QLatin1String(iconOf(card.view.type)), mark, 20, option.widget->devicePixelRatioF()));
    const auto line = [&](int top, int left, const QString& text, TextRole role, const QColor& colour, Qt::Alignment side = Qt::AlignLeft) {
        const QFont font = Theme::of().font(role);
        const QRect place(inner.left() + left, inner.top() + top, inner.width() - left, 20);
        painter->setFont(font);
        painter->setPen(colour);
        painter->drawText(place, Qt::AlignVCenter | side, QFontMetrics(font).elidedText(text, Qt::ElideRight, place.width()));
    };
    const QString type = nameOf(card.view.type);
    const int typeWidth = QFontMetrics(Theme::of().font(TextRole::Caption)).horizontalAdvance(type);
    const QFont head = Theme::of().font(TextRole::Head);
    painter->setFont(head);
    painter->setPen(tokens.text);
    const QRect name(inner.left() + 28, inner.top(), inner.width() - 28 - typeWidth - 8, 20);
    painter->drawText(name, Qt::AlignVCenter | Qt::AlignLeft, QFontMetrics(head).elidedText(card.view.name, Qt::ElideRight, name.width()));
    line(0, 28, type, TextRole::Caption, tokens.text3, Qt::AlignRight);
    line(26, 0, card.conceptNames.isEmpty() ? tr("No concepts yet") : card.conceptNames.join(QStringLiteral(", ")), TextRole::Body, tokens.text2);
    //: %1: number of images in words, %2: how many are annotated, in words
    const QString numbers = tr("%1  ·  %2").arg(tr("%Ln image(s)", nullptr, card.regions), card.annotated);
    line(48, 0, numbers, TextRole::Caption, tokens.text3);
    line(66, 0, tr("%Ln version(s)", nullptr, card.versions), TextRole::Caption, tokens.text3);
    painter->restore();
}

} // namespace ui
