#include "ui/widgets/TileDelegate.h"

#include "core/pictures/Thumbnails.h"
#include "ui/models/ItemListModel.h"
#include "ui/support/ItemText.h"
#include "ui/support/Theme.h"
#include "ui/widgets/TilePainter.h"

#include <QPainter>
#include <QPainterPath>

namespace ui {

namespace {

constexpr double radius = 4;
constexpr int smallestForBoxes = 96; // px; below, boxes would hide the picture
constexpr int smallestForState = 150; // px

QString shortName(const QString& name)
{
    return name.contains(QLatin1Char('.')) ? name.section(QLatin1Char('.'), 0, -2) : name;
}

/// Its content, so that another content is never shown in its place; a picture that is not hashed yet goes by its id.
QByteArray keyOf(const core::Region& region)
{
    const QByteArray key = core::contentKey(region);
    return key.isEmpty() ? QByteArray::number(region.image.id.value) : key;
}

} // namespace

TileDelegate::TileDelegate(const ItemListModel& model, core::Thumbnails& thumbnails, QObject* parent)
    : QStyledItemDelegate(parent), m_model(model), m_thumbnails(thumbnails)
{
    connect(&Theme::of(), &Theme::changed, this, [this] { m_scaled.clear(); });
}

void TileDelegate::forgetPicture(core::ImageId image)
{
    m_scaled.remove(QByteArray::number(image.value));
    m_failures.erase(image);
}

void TileDelegate::noteFailure(core::ImageId image, const QString& reason)
{
    m_failures[image] = reason;
}

QSize TileDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {option.rect.width(), heightFor(option.rect.width())};
}

void TileDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& tokens = Theme::of().tokens();
    const QRect frame(option.rect.topLeft(), QSize(option.rect.width(), option.rect.height() - captionHeight));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    if (const core::Item* item = m_model.itemAt(index.row())) {
        paintPicture(*painter, *item, frame);
        paintCaption(*painter, *item, QRect(frame.left(), frame.bottom() + 1, frame.width(), captionHeight));
    } else {
        paintPlaceholder(*painter, frame, index.data().toString(), true);
    }
    painter->setBrush(Qt::NoBrush);
    if (option.state & QStyle::State_Selected) {
        painter->setPen(QPen(tokens.accent, 2.5));
        painter->drawRoundedRect(QRectF(frame).adjusted(-3.25, -3.25, 3.25, 3.25), radius + 2, radius + 2); // 2 px gap
    } else if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(tokens.accent, 1, Qt::DotLine));
        painter->drawRoundedRect(QRectF(frame).adjusted(-2.5, -2.5, 2.5, 2.5), radius + 2, radius + 2);
    }
    painter->restore();
}

int TileDelegate::thumbnailSide(int width, qreal ratio)
{
    return core::Thumbnails::sideFor({width, heightFor(width) - captionHeight}, ratio);
}

QString TileDelegate::stateBesideName(core::ItemState state, int width)
{
    return width < smallestForState ? QString() : nameOf(state); // the disc on the picture says the same
}

QPixmap TileDelegate::scaledThumbnail(const core::Region& region, const QSize& size, int side, qreal ratio) const
{
    const QSize pixels = size * ratio;
    const QByteArray key = keyOf(region);
    if (QPixmap* known = m_scaled.object(key); known && known->size() == pixels)
        return *known;
    std::optional<QImage> picture = m_thumbnails.find(region, side);
    if (!picture)
        return {};
    QPixmap scaled = QPixmap::fromImage(picture->scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    scaled.setDevicePixelRatio(ratio);
    m_scaled.insert(key, new QPixmap(scaled));
    return scaled;
}

void TileDelegate::paintPicture(QPainter& painter, const core::Item& item, const QRect& frame) const
{
    const auto failure = m_failures.find(item.image.id);
    const bool broken = item.image.health == core::Health::Undecodable || item.image.health == core::Health::Missing || failure != m_failures.end();
    const QRect picture = TilePainter::placed(item.part().size(), frame).toAlignedRect();
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QPixmap pixmap = broken ? QPixmap() : scaledThumbnail(item, picture.size(), thumbnailSide(frame.width(), ratio), ratio);
    if (pixmap.isNull()) {
        const QString reason = failure != m_failures.end() ? failure->second : sentenceOf(item.image.health);
        paintPlaceholder(painter, frame, broken ? reason : QString(), broken);
    } else {
        QPainterPath rounded;
        rounded.addRoundedRect(frame, radius, radius);
        painter.save();
        painter.setClipPath(rounded);
        if (picture.size() != frame.size())
            painter.fillRect(frame, Theme::of().tokens().canvas);
        painter.drawPixmap(picture.topLeft(), pixmap);
        if (frame.width() >= smallestForBoxes) {
            TilePainter::drawBoxes(painter, item, picture, [this](core::ConceptId id) {
                const core::ConceptRecord* record = m_model.conceptOf(id);
                return record ? record->colour : -1;
            });
        }
        painter.restore();
    }
    TilePainter::drawSplit(painter, item.image.split, frame.topLeft() + QPointF(6, 6));
    TilePainter::drawState(painter, item.annotation.state, QPointF(frame.right() + 1 - 5, frame.top() + 5));
    if (item.image.health != core::Health::Good)
        TilePainter::drawWarning(painter, QPointF(frame.right() + 1 - 5, frame.bottom() + 1 - 5));
}

void TileDelegate::paintPlaceholder(QPainter& painter, const QRect& frame, const QString& words, bool broken) const
{
    const Tokens& tokens = Theme::of().tokens();
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.canvas);
    painter.drawRoundedRect(frame, radius, radius);
    if (broken) {
        const QPixmap sign = Theme::of().pixmap(QStringLiteral("error"), tokens.err, 20, painter.device()->devicePixelRatioF());
        painter.drawPixmap(frame.left() + (frame.width() - 20) / 2, frame.top() + frame.height() / 4 - 4, sign);
    }
    painter.setPen(tokens.text2);
    painter.setFont(Theme::of().font(TextRole::Axis));
    painter.drawText(frame.adjusted(8, frame.height() / 4 + 20, -8, -4), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, words);
}

void TileDelegate::paintCaption(QPainter& painter, const core::Item& item, const QRect& rect) const
{
    constexpr int side = 12;
    const Tokens& tokens = Theme::of().tokens();
    const QFont font = Theme::of().font(TextRole::Caption);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    int right = rect.right() + 1;
    const int leftLimit = rect.left() + 36;
    painter.setPen(tokens.text2);
    const std::vector<AnswerCount> answers = answersOf(item.annotation);
    if (answers.empty()) {
        const QString words = metrics.elidedText(stateBesideName(item.annotation.state, rect.width()), Qt::ElideRight, rect.width() * 2 / 3);
        right -= metrics.horizontalAdvance(words);
        painter.setPen(tokens.text3);
        painter.drawText(QRect(right, rect.top(), rect.right() + 1 - right, rect.height()), Qt::AlignVCenter | Qt::AlignRight, words);
    }
    const bool counts = !item.annotation.boxes.empty();
    for (const core::ConceptRecord& record : std::vector(m_model.concepts().rbegin(), m_model.concepts().rend())) {
        const auto answer = std::find_if(answers.begin(), answers.end(), [&](const AnswerCount& a) { return a.conceptId == record.id; });
        if (answer == answers.end())
            continue;
        const bool alone = answers.size() == 1 && !counts;
        const QString words = counts ? QLocale().toString(answer->count) : alone ? metrics.elidedText(record.name, Qt::ElideRight, rect.width() / 2) : QString();
        const int width = side + (words.isEmpty() ? 0 : 4 + metrics.horizontalAdvance(words));
        if (right - width < leftLimit)
            break;
        right -= width;
        painter.drawPixmap(right, rect.top() + (rect.height() - side) / 2, Theme::of().swatch(record.colour, side, painter.device()->devicePixelRatioF()));
        painter.drawText(QRect(right + side + 4, rect.top(), width, rect.height()), Qt::AlignVCenter | Qt::AlignLeft, words);
        right -= 8;
    }
    painter.setPen(tokens.text2);
    const QRect nameRect(rect.left(), rect.top(), right - rect.left() - 8, rect.height());
    painter.drawText(nameRect, Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(shortName(item.image.name()), Qt::ElideLeft, nameRect.width()));
}

} // namespace ui
