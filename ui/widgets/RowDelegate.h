#pragma once

#include <QModelIndex>
#include <QStyledItemDelegate>

namespace ui {

/// Paints the cells of tables and of the Library: a hairline per row, no vertical lines, the chosen row on `sel`.
/// Everything it shows is in the model, so screen readers lose nothing.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// Model roles it understands besides Qt's own; -1: none. `strong`: bool, 600 weight. `secondary`: grey text after the main text.
    struct Roles {
        int strong = -1;
        int secondary = -1;
    };
    explicit RowDelegate(Roles roles, int rowHeight = 36, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// How wide a column must be for this number at its right edge, also where it is set strong, as the best of a column is.
    static int widthFor(const QString& number);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void paintGround(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    Roles m_roles;
    int m_rowHeight;
};

/// The column of links in the Library: words that do something, in the accent. `compact`: one "…" that opens a menu.
class LinkDelegate final : public RowDelegate {
    Q_OBJECT
public:
    /// `linksRole` gives the keys of a row's links.
    LinkDelegate(int linksRole, Roles roles, QObject* parent = nullptr);

    void setCompact(bool compact) { m_compact = compact; }
    static QString wordOf(const QString& key);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) override;

Q_SIGNALS:
    void activated(const QModelIndex& index, const QString& key); // key "menu" when compact

private:
    QStringList keysOf(const QModelIndex& index) const;
    std::vector<std::pair<QString, QRect>> placesOf(const QRect& cell, const QModelIndex& index) const;

    int m_linksRole;
    bool m_compact = false;
};

} // namespace ui
