#include "ui/widgets/ConceptList.h"

#include "ui/models/ConceptListModel.h"
#include "ui/support/Theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <array>

namespace ui {

namespace {

constexpr int rowHeight = 32;
constexpr int edge = 8;
constexpr int answerSide = 26;
constexpr std::array answers{core::Answer::Yes, core::Answer::No, core::Answer::Unseen};

QRect answerIn(const QRect& row, core::Answer answer)
{
    const int place = int(std::ranges::find(answers, answer) - answers.begin());
    return {row.right() + 1 - edge - (3 - place) * answerSide, row.top() + (row.height() - 24) / 2, answerSide, 24};
}

/// The plate that says "Seen", as wide as its word.
QRect seenIn(const QRect& row)
{
    const int width = QFontMetrics(Theme::of().font(TextRole::Caption)).horizontalAdvance(ConceptList::tr("Seen")) + 16;
    return {row.right() + 1 - edge - width, row.top() + (row.height() - 24) / 2, width, 24};
}

class ConceptDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {160, rowHeight}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& tokens = Theme::of().tokens();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool chosen = index.data(ConceptListModel::ChosenRole).toBool();
        const QRect row = option.rect.adjusted(0, 1, 0, -1);
        if (chosen || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(chosen ? tokens.sel : tokens.hover);
            painter->drawRoundedRect(row, 4, 4);
        }
        paintKey(*painter, row, index.data(ConceptListModel::KeyRole).toString());
        const int right = paintRightSide(*painter, row, index, chosen);
        paintName(*painter, row, right, index, chosen);
        const auto* view = qobject_cast<const QWidget*>(option.widget);
        if (option.state.testFlag(QStyle::State_Selected) && view && view->hasFocus()) {
            painter->setPen(QPen(tokens.accent, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(row.adjusted(1, 1, -1, -1), 4, 4);
        }
        painter->restore();
    }

private:
    static void paintKey(QPainter& painter, const QRect& row, const QString& key)
    {
        if (key.isEmpty())
            return;
        const Tokens& tokens = Theme::of().tokens();
        const QRectF plate(row.left() + edge + 0.5, row.center().y() - 9 + 0.5, 18, 19);
        painter.setPen(QPen(tokens.soft, 1));
        painter.setBrush(tokens.card);
        painter.drawRoundedRect(plate, 3, 3);
        painter.setPen(tokens.text2);
        painter.setFont(Theme::of().font(TextRole::Axis));
        painter.drawText(plate, Qt::AlignCenter, key);
    }

    /// The count, the tick or the answers; returns where the name must end.
    static int paintRightSide(QPainter& painter, const QRect& row, const QModelIndex& index, bool chosen)
    {
        const Tokens& tokens = Theme::of().tokens();
        const double ratio = painter.device()->devicePixelRatioF();
        const int count = index.data(ConceptListModel::CountRole).toInt();
        const int answer = index.data(ConceptListModel::AnswerRole).toInt();
        const int right = row.right() + 1 - edge;
        if (index.data(ConceptListModel::GapRole).toBool())
            return paintGap(painter, row);
        if (count >= 0) {
            painter.setPen(tokens.text2);
            painter.setFont(Theme::of().font(TextRole::Body));
            const QString text = count == 0 ? QStringLiteral("–") : QLocale().toString(count);
            painter.drawText(row.adjusted(0, 0, -edge, 0), Qt::AlignVCenter | Qt::AlignRight, text);
            return right - 44;
        }
        if (answer < 0) {
            if (chosen)
                painter.drawPixmap(right - 18, row.center().y() - 8, Theme::of().pixmap(QStringLiteral("check"), tokens.accent, 18, ratio));
            return right - 26;
        }
        for (const core::Answer each : answers)
            paintAnswer(painter, answerIn(row, each), each, core::Answer(answer) == each, ratio);
        return right - 3 * answerSide - 8;
    }

    static int paintGap(QPainter& painter, const QRect& row)
    {
        const Tokens& tokens = Theme::of().tokens();
        const QRect plate = seenIn(row);
        painter.setPen(QPen(tokens.edge, 1));
        painter.setBrush(tokens.card);
        painter.drawRoundedRect(QRectF(plate).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setFont(Theme::of().font(TextRole::Caption));
        painter.setPen(tokens.text);
        painter.drawText(plate, Qt::AlignCenter, ConceptList::tr("Seen"));
        painter.setPen(QPen(tokens.text2, 1.5)); // not looked at: the hollow ring of "unseen"
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(plate.left() - 14, plate.center().y() + 0.5), 4.5, 4.5);
        return plate.left() - 24;
    }

    static void paintAnswer(QPainter& painter, const QRect& rect, core::Answer answer, bool given, double ratio)
    {
        const Tokens& tokens = Theme::of().tokens();
        if (given) {
            painter.setPen(QPen(tokens.edge, 1));
            painter.setBrush(answer == core::Answer::Unseen ? tokens.card : tokens.sel);
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        }
        const QColor colour = !given ? tokens.text3 : answer == core::Answer::Yes ? tokens.accent : tokens.text;
        painter.setOpacity(given ? 1 : 0.55);
        if (answer == core::Answer::Unseen) {
            painter.setPen(QPen(colour, 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(QRectF(rect).center(), 5, 5);
        } else {
            const QString icon = answer == core::Answer::Yes ? QStringLiteral("check") : QStringLiteral("close");
            painter.drawPixmap(rect.center().x() - 7, rect.center().y() - 7, Theme::of().pixmap(icon, colour, 16, ratio));
        }
        painter.setOpacity(1);
    }

    static void paintName(QPainter& painter, const QRect& row, int right, const QModelIndex& index, bool chosen)
    {
        const Tokens& tokens = Theme::of().tokens();
        int left = row.left() + edge + 30;
        const int colour = index.data(ConceptListModel::ColourRole).toInt();
        if (colour >= 0) {
            const double ratio = painter.device()->devicePixelRatioF();
            painter.drawPixmap(left, row.center().y() - 5, Theme::of().swatch(colour, 12, ratio));
            left += 22;
        }
        QFont font = Theme::of().font(TextRole::Body);
        font.setWeight(chosen ? QFont::DemiBold : QFont::Normal);
        painter.setFont(font);
        painter.setPen(colour >= 0 || chosen ? tokens.text : tokens.text2);
        const QRect place(left, row.top(), right - left, row.height());
        const QString name = QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideMiddle, place.width());
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft, name);
    }
};

} // namespace

ConceptList::ConceptList(ConceptListModel& model, QWidget* parent) : QListView(parent), m_model(model)
{
    setObjectName(QStringLiteral("conceptList"));
    setAccessibleName(tr("Concepts"));
    setModel(&model);
    setItemDelegate(new ConceptDelegate(this));
    setMouseTracking(true);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setProperty("role", QStringLiteral("bare"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(&model, &QAbstractItemModel::modelReset, this, &QWidget::updateGeometry);
    connect(&Theme::of(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

/// All rows; beside boxes, so many that the boxes keep their place.
QSize ConceptList::sizeHint() const
{
    const int most = m_model.type() == core::ViewType::Detection ? 10 : 24;
    return {240, std::clamp(m_model.rowCount(), 1, most) * rowHeight};
}

QSize ConceptList::minimumSizeHint() const
{
    return {160, std::min(4, std::max(1, m_model.rowCount())) * rowHeight};
}

QRect ConceptList::answerRect(int row, core::Answer answer) const
{
    return answerIn(visualRect(m_model.index(row)).adjusted(0, 1, 0, -1), answer);
}

QRect ConceptList::seenRect(int row) const
{
    return seenIn(visualRect(m_model.index(row)).adjusted(0, 1, 0, -1));
}

void ConceptList::activate(const QModelIndex& index)
{
    if (index.data(ConceptListModel::WithoutConceptRole).toBool())
        Q_EMIT withoutConceptChosen();
    else if (index.isValid())
        Q_EMIT chosen(index.data(ConceptListModel::ConceptIdRole).value<core::ConceptId>());
}

void ConceptList::mouseReleaseEvent(QMouseEvent* event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (event->button() != Qt::LeftButton || !index.isValid())
        return;
    if (index.data(ConceptListModel::AnswerRole).toInt() >= 0) {
        for (const core::Answer answer : answers) {
            if (answerRect(index.row(), answer).contains(event->pos())) {
                Q_EMIT answered(index.data(ConceptListModel::ConceptIdRole).value<core::ConceptId>(), answer);
                return;
            }
        }
    }
    if (index.data(ConceptListModel::GapRole).toBool() && seenRect(index.row()).contains(event->pos()))
        Q_EMIT seen(index.data(ConceptListModel::ConceptIdRole).value<core::ConceptId>());
    else
        activate(index);
}

void ConceptList::keyPressEvent(QKeyEvent* event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        QListView::keyPressEvent(event);
        return;
    }
    const QModelIndex index = currentIndex();
    const int answer = index.isValid() ? index.data(ConceptListModel::AnswerRole).toInt() : -1;
    if (plain && event->key() == Qt::Key_Space && answer >= 0) {
        // Yes → No → Unseen → Yes
        const core::Answer next = core::Answer(answer) == core::Answer::Yes  ? core::Answer::No
                                  : core::Answer(answer) == core::Answer::No ? core::Answer::Unseen
                                                                             : core::Answer::Yes;
        Q_EMIT answered(index.data(ConceptListModel::ConceptIdRole).value<core::ConceptId>(), next);
    } else if (plain && event->key() == Qt::Key_Space && index.data(ConceptListModel::GapRole).toBool()) {
        Q_EMIT seen(index.data(ConceptListModel::ConceptIdRole).value<core::ConceptId>());
    } else if (plain && index.isValid() && (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        activate(index);
    } else {
        event->ignore(); // letters and digits are the page's
    }
}

} // namespace ui
