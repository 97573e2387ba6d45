#pragma once

#include "core/base/Id.h"
#include "core/dataset/Annotation.h"

#include <QCache>
#include <QPixmap>
#include <QStyledItemDelegate>

#include <unordered_map>

namespace core {
class Thumbnails;
}

namespace ui {

class ItemListModel;

/// Draws one tile of the image grid: the picture with its boxes, split, state and warning; beneath it name and answers.
class TileDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    TileDelegate(const ItemListModel& model, core::Thumbnails& thumbnails, QObject* parent = nullptr);

    static constexpr int captionHeight = 26;
    /// Height of a tile `width` px wide: the picture's frame is 4:3.
    static int heightFor(int width) { return width * 3 / 4 + captionHeight; }
    /// Of the thumbnail that tiles `width` px wide show: the page asks for this one.
    static int thumbnailSide(int width, qreal ratio);
    /// The word for a state beside the name of an image without answers, in a tile `width` px wide; empty where it would hide the name.
    static QString stateBesideName(core::ItemState state, int width);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void forgetPicture(core::ImageId image);
    void noteFailure(core::ImageId image, const QString& reason);

private:
    void paintPicture(QPainter& painter, const core::Item& item, const QRect& frame) const;
    void paintPlaceholder(QPainter& painter, const QRect& frame, const QString& words, bool broken) const;
    void paintCaption(QPainter& painter, const core::Item& item, const QRect& rect) const;
    QPixmap scaledThumbnail(const core::Region& region, const QSize& size, int side, qreal ratio) const;

    const ItemListModel& m_model;
    core::Thumbnails& m_thumbnails;
    mutable QCache<QByteArray, QPixmap> m_scaled{400};
    std::unordered_map<core::ImageId, QString> m_failures;
};

} // namespace ui
