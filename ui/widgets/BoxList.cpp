#include "ui/widgets/BoxList.h"

#include "ui/models/BoxListModel.h"
#include "ui/support/Theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>

namespace ui {

namespace {

constexpr int rowHeight = 28;
constexpr int edge = 8;

class BoxDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {160, rowHeight}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& tokens = Theme::of().tokens();
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect row = option.rect;
        if (chosen || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(chosen ? tokens.sel : tokens.hover);
            painter->drawRoundedRect(row, 4, 4);
        }
        QFont font = Theme::of().font(TextRole::Body);
        painter->setFont(font);
        painter->setPen(tokens.text3);
        painter->drawText(QRect(row.left() + edge, row.top(), 24, row.height()), Qt::AlignVCenter | Qt::AlignLeft, QString::number(index.row() + 1));
        painter->setPen(tokens.text2);
        const QString place = index.data(BoxListModel::PlaceRole).toString();
        painter->drawText(row.adjusted(0, 0, -edge, 0), Qt::AlignVCenter | Qt::AlignRight, place);
        const int placeWidth = QFontMetrics(font).horizontalAdvance(place);
        const double ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(row.left() + 32, row.center().y() - 5, Theme::of().swatch(index.data(BoxListModel::ColourRole).toInt(), 12, ratio));
        font.setWeight(chosen ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        painter->setPen(tokens.text);
        const QRect name(row.left() + 54, row.top(), row.width() - 54 - placeWidth - 2 * edge, row.height());
        painter->drawText(name, Qt::AlignVCenter | Qt::AlignLeft, QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideMiddle, name.width()));
        const auto* view = qobject_cast<const QWidget*>(option.widget);
        if (chosen && view && view->hasFocus()) {
            painter->setPen(QPen(tokens.accent, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(row.adjusted(1, 1, -1, -1), 4, 4);
        }
        painter->restore();
    }
};

} // namespace

BoxList::BoxList(BoxListModel& model, QWidget* parent) : QListView(parent)
{
    setObjectName(QStringLiteral("boxList"));
    setAccessibleName(tr("Boxes"));
    setModel(&model);
    setItemDelegate(new BoxDelegate(this));
    setMouseTracking(true);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setProperty("role", QStringLiteral("bare"));
    connect(&Theme::of(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void BoxList::setChosen(int row)
{
    const QScopedValueRollback silent(m_silent, true);
    const QModelIndex index = row < 0 ? QModelIndex() : model()->index(row, 0);
    if (index.isValid()) {
        setCurrentIndex(index);
        scrollTo(index);
    } else {
        setCurrentIndex({});
        clearSelection();
    }
}

void BoxList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (!m_silent && current.isValid())
        Q_EMIT chosen(current.row());
}

void BoxList::keyPressEvent(QKeyEvent* event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        QListView::keyPressEvent(event);
    else
        event->ignore();
}

} // namespace ui
