#include "ui/widgets/AnswerGrid.h"

#include "ui/models/AnswerListModel.h"
#include "ui/support/Theme.h"

#include <QHash>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace ui {

namespace {

constexpr QSize smallestTile(176, 160);
constexpr int captionHeight = 38;
constexpr int margin = 6;
constexpr int side = core::Thumbnails::largeSide;

} // namespace

class AnswerGrid::Delegate final : public QStyledItemDelegate {
public:
    Delegate(const AnswerListModel& model, const core::Thumbnails& thumbnails, QObject* parent) : QStyledItemDelegate(parent), m_model(model), m_thumbnails(thumbnails) {}

    QSize size = smallestTile;
    bool below = false;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return size; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto* answer = m_model.answerAt(index.row());
        if (!answer)
            return;
        const auto& tokens = Theme::of().tokens();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        const QRectF frame = QRectF(option.rect).adjusted(margin, margin, -margin, -margin - captionHeight);
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.canvas);
        painter->drawRoundedRect(frame, 4, 4);
        paintPicture(*painter, frame, *answer);
        if (option.state & (QStyle::State_Selected | QStyle::State_HasFocus)) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(tokens.accent, 2.5));
            painter->drawRoundedRect(frame.adjusted(-3, -3, 3, 3), 5, 5);
        }
        paintCaption(*painter, QRectF(frame.left(), frame.bottom() + 4, frame.width(), captionHeight), *answer);
        painter->restore();
    }

private:
    void paintPicture(QPainter& painter, const QRectF& frame, const core::AnswerStore::Answer& answer) const
    {
        if (!answer.failure.isEmpty()) {
            painter.drawPixmap(QPointF(frame.center().x() - 10, frame.center().y() - 10), Theme::of().pixmap(QStringLiteral("warning"), Theme::of().tokens().warn, 20, painter.device()->devicePixelRatioF()));
            return;
        }
        const auto found = answer.picture.isNull() ? m_thumbnails.find(answer.region, side) : std::optional(answer.picture);
        if (!found)
            return;
        QRectF place(QPointF(), QSizeF(found->size()).scaled(frame.size(), Qt::KeepAspectRatio));
        place.moveCenter(frame.center());
        painter.drawImage(place, *found);
        drawAnswer(painter, place, answer.size, answer.prediction, m_model, false, below);
    }

    void paintCaption(QPainter& painter, const QRectF& rect, const core::AnswerStore::Answer& answer) const
    {
        const auto& tokens = Theme::of().tokens();
        painter.setFont(Theme::of().font(TextRole::Caption));
        const QFontMetricsF metrics(painter.font());
        painter.setPen(tokens.text);
        painter.drawText(QPointF(rect.left(), rect.top() + metrics.ascent()), metrics.elidedText(m_model.words(answer), Qt::ElideRight, rect.width()));
        painter.setPen(tokens.text3);
        painter.drawText(QPointF(rect.left(), rect.top() + metrics.height() + 1 + metrics.ascent()), metrics.elidedText(answer.name.section(QLatin1Char('/'), -1), Qt::ElideMiddle, rect.width()));
    }

    const AnswerListModel& m_model;
    const core::Thumbnails& m_thumbnails;
};

void drawAnswer(QPainter& painter, const QRectF& place, const QSize& size, const core::Prediction& prediction, const AnswerListModel& model, bool names, bool below)
{
    const QRect part(QPoint(0, 0), size);
    if (below) { // all of them, pale, under those that count
        auto all = model.concepts();
        std::ranges::fill(all.thresholds, 0.0);
        painter.save();
        painter.setOpacity(0.4);
        JudgementPainter::drawBoxes(painter, place, part, {}, prediction.boxes, all, names);
        painter.restore();
    }
    JudgementPainter::drawBoxes(painter, place, part, {}, prediction.boxes, model.concepts(), names);
}

AnswerGrid::AnswerGrid(AnswerListModel& model, QWidget* parent) : QListView(parent), m_model(model), m_thumbnails(QString())
{
    setObjectName(QStringLiteral("answerGrid"));
    setAccessibleName(tr("Answers"));
    setModel(&model);
    m_delegate = new Delegate(model, m_thumbnails, this);
    setItemDelegate(m_delegate);
    setViewMode(QListView::IconMode);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setLayoutMode(QListView::Batched);
    setUniformItemSizes(true);
    setGridSize(smallestTile);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setRole(this, "bare");
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &AnswerGrid::askForPictures);
    connect(&m_thumbnails, &core::Thumbnails::ready, viewport(), qOverload<>(&QWidget::update));
    connect(&Theme::of(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

AnswerGrid::~AnswerGrid() = default;

void AnswerGrid::setShowsBelow(bool shows)
{
    m_delegate->below = shows;
    viewport()->update();
}

/// As many tiles in a row as fit, each as wide as they then can be.
void AnswerGrid::resizeEvent(QResizeEvent* event)
{
    const int width = viewport()->width() - 2;
    const int columns = std::max(1, width / smallestTile.width());
    const int wide = width / columns;
    m_delegate->size = QSize(wide, captionHeight + 2 * margin + (wide - 2 * margin) * 3 / 4);
    setGridSize(m_delegate->size);
    QListView::resizeEvent(event);
}

/// Space, A and D belong to the page, not to the search by letters.
void AnswerGrid::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers() == Qt::NoModifier && (event->key() == Qt::Key_Space || event->key() == Qt::Key_A || event->key() == Qt::Key_D))
        event->ignore();
    else
        QListView::keyPressEvent(event);
}

void AnswerGrid::paintEvent(QPaintEvent* event)
{
    QListView::paintEvent(event);
    m_soon.start(); // what is on the screen now is what is wanted
}

void AnswerGrid::askForPictures()
{
    const QModelIndex first = indexAt(QPoint(margin * 2, margin * 2));
    if (!first.isValid() || !isVisible())
        return;
    const QSize tile = gridSize();
    const int columns = std::max(1, viewport()->width() / std::max(1, tile.width())), lines = viewport()->height() / std::max(1, tile.height()) + 2;
    std::vector<core::Region> wanted;
    for (int row = first.row(); row < std::min(m_model.rowCount(), first.row() + columns * lines); ++row) {
        const auto* answer = m_model.answerAt(row);
        if (answer && answer->failure.isEmpty() && answer->picture.isNull() && !m_thumbnails.find(answer->region, side))
            wanted.push_back(answer->region);
    }
    if (!wanted.empty())
        m_thumbnails.setWanted(wanted, side);
}

} // namespace ui
