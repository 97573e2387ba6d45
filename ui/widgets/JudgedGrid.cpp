#include "ui/widgets/JudgedGrid.h"

#include "core/pictures/Thumbnails.h"
#include "ui/support/Theme.h"

#include <QAbstractListModel>
#include <QHash>
#include <QPainter>
#include <QSet>
#include <QStyledItemDelegate>

#include <algorithm>

namespace ui {

namespace {

constexpr int side = 320;
constexpr int captionHeight = 40;
constexpr int margin = 6;

} // namespace

class JudgedGrid::Model final : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    void set(core::ViewType viewType, std::vector<core::JudgedExample> examples, ShownConcepts shown)
    {
        beginResetModel();
        type = viewType;
        judged = std::move(examples);
        concepts = std::move(shown);
        rowOf.clear();
        failed.clear();
        for (size_t row = 0; row < judged.size(); ++row)
            rowOf.insert(judged[row].example.image.id.value, int(row));
        endResetModel();
    }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(judged.size()); }

    QVariant data(const QModelIndex& index, int role) const override
    {
        if (!index.isValid())
            return {};
        const auto& one = judged[size_t(index.row())];
        const bool tagging = type == core::ViewType::Tagging;
        switch (role) {
        case Qt::DisplayRole: return one.example.image.path.section(QLatin1Char('/'), -1);
        case Qt::ToolTipRole: return failed.value(one.example.image.id.value, one.example.image.path);
        case Qt::AccessibleTextRole: return JudgedGrid::tr("%1: truth %2, guess %3").arg(data(index, Qt::DisplayRole).toString(), truth(one, tagging), guess(one, tagging));
        default: return {};
        }
    }

    QString truth(const core::JudgedExample& one, bool tagging) const
    {
        return type == core::ViewType::Detection ? JudgedGrid::tr("%Ln box(es)", nullptr, int(one.example.boxes.size()))
                                                 : JudgementPainter::truthText(one.example, concepts, tagging);
    }

    QString guess(const core::JudgedExample& one, bool tagging) const
    {
        if (type != core::ViewType::Detection)
            return JudgementPainter::predictedText(one.prediction, concepts, tagging);
        const auto found = std::ranges::count_if(one.prediction.boxes, [this](const auto& box) {
            return size_t(box.label) < concepts.thresholds.size() && box.score >= concepts.thresholds[size_t(box.label)];
        });
        return JudgedGrid::tr("%Ln box(es)", nullptr, int(found));
    }

    core::ViewType type = core::ViewType::Classification;
    std::vector<core::JudgedExample> judged;
    ShownConcepts concepts;
    QMultiHash<qint64, int> rowOf;
    QHash<qint64, QString> failed;
};

class JudgedGrid::Delegate final : public QStyledItemDelegate {
public:
    Delegate(const Model& model, core::Thumbnails& thumbnails, QObject* parent) : QStyledItemDelegate(parent), m_model(model), m_thumbnails(thumbnails) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return size; }

    QSize size = smallestTile;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto& tokens = Theme::of().tokens();
        const auto& one = m_model.judged[size_t(index.row())];
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        const QRectF frame = QRectF(option.rect).adjusted(margin, margin, -margin, -margin - captionHeight);
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.canvas);
        painter->drawRoundedRect(frame, 4, 4);
        paintPicture(*painter, frame, one);
        if (option.state & (QStyle::State_Selected | QStyle::State_HasFocus)) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(tokens.accent, 2.5));
            painter->drawRoundedRect(frame.adjusted(-3, -3, 3, 3), 5, 5);
        }
        paintCaption(*painter, QRectF(frame.left(), frame.bottom() + 4, frame.width(), captionHeight), one);
        painter->restore();
    }

private:
    void paintPicture(QPainter& painter, const QRectF& frame, const core::JudgedExample& one) const
    {
        const auto picture = m_thumbnails.find(one.example, side);
        if (!picture) {
            const auto id = one.example.image.id.value;
            const bool failed = m_model.failed.contains(id);
            if (!failed)
                m_thumbnails.request(one.example, side);
            painter.setPen(Theme::of().tokens().text3);
            painter.setFont(Theme::of().font(TextRole::Caption));
            painter.drawText(frame, int(Qt::AlignCenter) | Qt::TextWordWrap, m_model.failed.value(id));
            return;
        }
        QRectF place(QPointF(), QSizeF(picture->size()).scaled(frame.size(), Qt::KeepAspectRatio));
        place.moveCenter(frame.center());
        painter.drawImage(place, *picture);
        const QRect part = one.example.part();
        JudgementPainter::drawBoxes(painter, place, part.isEmpty() ? picture->rect() : part, one.example.boxes, one.prediction.boxes, m_model.concepts, false);
    }

    void paintCaption(QPainter& painter, const QRectF& rect, const core::JudgedExample& one) const
    {
        const auto& tokens = Theme::of().tokens();
        const bool tagging = m_model.type == core::ViewType::Tagging;
        painter.setFont(Theme::of().font(TextRole::Caption));
        const QFontMetricsF metrics(painter.font());
        //: What is true of a picture
        const QString truth = JudgedGrid::tr("truth %1").arg(m_model.truth(one, tagging));
        //: What the version said about a picture
        const QString guess = JudgedGrid::tr("guess %1").arg(m_model.guess(one, tagging));
        painter.setPen(tokens.text2);
        painter.drawText(QPointF(rect.left(), rect.top() + metrics.ascent()), metrics.elidedText(truth, Qt::ElideRight, rect.width()));
        painter.setPen(one.badness > 0 ? tokens.text : tokens.text2);
        painter.drawText(QPointF(rect.left(), rect.top() + metrics.height() + 1 + metrics.ascent()), metrics.elidedText(guess, Qt::ElideRight, rect.width()));
    }

    const Model& m_model;
    core::Thumbnails& m_thumbnails;
};

JudgedGrid::JudgedGrid(core::Thumbnails& thumbnails, QWidget* parent) : QListView(parent), m_model(new Model(this))
{
    setModel(m_model);
    m_delegate = new Delegate(*m_model, thumbnails, this);
    setItemDelegate(m_delegate);
    setViewMode(QListView::IconMode);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setGridSize(smallestTile);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setAccessibleName(JudgedGrid::tr("Validation images, worst first"));
    connect(this, &QListView::activated, this, [this](const QModelIndex& index) { Q_EMIT exampleActivated(m_model->judged[size_t(index.row())].example.item); });
    connect(&thumbnails, &core::Thumbnails::ready, this, [this](const core::Region& region) {
        for (const int row : m_model->rowOf.values(region.image.id.value))
            update(m_model->index(row));
    });
    connect(&thumbnails, &core::Thumbnails::failed, this, [this](core::ImageId image, const QString& reason) {
        if (!m_model->rowOf.contains(image.value))
            return;
        m_model->failed.insert(image.value, reason);
        viewport()->update();
    });
}

JudgedGrid::~JudgedGrid() = default;

/// As many tiles in a row as fit, each as wide as they then can be.
void JudgedGrid::resizeEvent(QResizeEvent* event)
{
    const int width = viewport()->width() - 2;
    const int columns = std::max(1, width / smallestTile.width());
    const int side = width / columns;
    m_delegate->size = QSize(side, captionHeight + 2 * margin + (side - 2 * margin) * 3 / 4);
    setGridSize(m_delegate->size);
    QListView::resizeEvent(event);
}

void JudgedGrid::setJudged(core::ViewType type, std::vector<core::JudgedExample> judged, ShownConcepts concepts)
{
    m_model->set(type, std::move(judged), std::move(concepts));
}

int JudgedGrid::count() const
{
    return m_model->rowCount();
}

} // namespace ui
