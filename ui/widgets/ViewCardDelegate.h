#pragma once

#include <QStyledItemDelegate>

namespace ui {

/// Paints a ViewListModel row as a card: type mark, name, concepts, and its numbers.
class ViewCardDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace ui
