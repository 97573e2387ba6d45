#include "ui/widgets/LibraryTree.h"

#include "ui/models/LibraryModel.h"
#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"
#include "ui/widgets/RowDelegate.h"

#include <QHeaderView>
#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

constexpr int modelRowHeight = 44;
constexpr int versionRowHeight = 36;
constexpr int versionIndent = 60;

/// Versions sort within their model; models keep their order, the current set first.
class SortedLibrary final : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override
    {
        if (!left.parent().isValid())
            return sortOrder() == Qt::AscendingOrder ? left.row() < right.row() : left.row() > right.row();
        return QSortFilterProxyModel::lessThan(left, right);
    }
};

/// The first column: a model's row with its chevron over all columns, a version's name set in.
class NameDelegate final : public RowDelegate {
public:
    explicit NameDelegate(QTreeView* tree) : RowDelegate({LibraryModel::StrongRole, LibraryModel::SecondaryRole}, versionRowHeight, tree), m_tree(tree) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return {RowDelegate::sizeHint(option, index).width(), index.parent().isValid() ? m_rowHeight : modelRowHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        paintGround(painter, option, index);
        const bool version = index.parent().isValid();
        QStyleOptionViewItem inner = option;
        inner.rect.setLeft(option.rect.left() + (version ? versionIndent - 8 : 22));
        if (!version) {
            const auto chevron = Theme::of().pixmap(m_tree->isExpanded(index) ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
                                                    Theme::of().tokens().text2, 16, m_tree->devicePixelRatioF());
            painter->drawPixmap(option.rect.left() + 4, option.rect.center().y() - 7, chevron);
        }
        RowDelegate::paint(painter, inner, index);
    }

    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        editor->setGeometry(option.rect.adjusted(versionIndent - 8, 3, 0, -4));
    }

private:
    const QTreeView* m_tree;
};

} // namespace

LibraryTree::LibraryTree(LibraryModel* library, QWidget* parent) : QTreeView(parent), m_sorted(new SortedLibrary(this))
{
    m_sorted->setSourceModel(library);
    m_sorted->setSortRole(LibraryModel::SortRole);
    m_sorted->setRecursiveFilteringEnabled(true);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    setObjectName(QStringLiteral("libraryTree"));
    setAccessibleName(tr("Models and their versions"));
    setRole(this, "card");
    setModel(m_sorted);
    setRootIsDecorated(false);
    setIndentation(0);
    setMouseTracking(true);
    setExpandsOnDoubleClick(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::EditKeyPressed); // F2
    setContextMenuPolicy(Qt::CustomContextMenu);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSortingEnabled(true);
    sortByColumn(LibraryModel::Date, Qt::DescendingOrder);

    m_links = new LinkDelegate(LibraryModel::LinksRole, {}, this);
    setItemDelegate(new RowDelegate({LibraryModel::StrongRole, -1}, versionRowHeight, this));
    setItemDelegateForColumn(LibraryModel::Name, new NameDelegate(this));
    setItemDelegateForColumn(LibraryModel::Links, m_links);

    auto* top = header();
    top->setStretchLastSection(true);
    top->setHighlightSections(false);
    top->setMinimumSectionSize(40);
    const std::vector<std::pair<int, int>> widths = {{LibraryModel::Name, 184}, {LibraryModel::Status, 226}, {LibraryModel::Indicator, 122},
                                                     {LibraryModel::MeanAp, std::max(66, RowDelegate::widthFor(percentNumber(1.0)))}, {LibraryModel::Images, 74}, {LibraryModel::Architecture, 140},
                                                     {LibraryModel::Date, 70}, {LibraryModel::Duration, 74}};
    for (const auto& [column, width] : widths)
        top->resizeSection(column, width);
    connect(this, &QTreeView::expanded, this, &LibraryTree::fit);
    connect(this, &QTreeView::collapsed, this, &LibraryTree::fit);
}

void LibraryTree::find(const QString& text)
{
    m_sorted->setFilterFixedString(text);
    showAll();
}

void LibraryTree::showAll()
{
    for (int row = 0; row < m_sorted->rowCount(); ++row)
        setFirstColumnSpanned(row, {}, true);
    expandAll();
    fit();
}

/// As high as the rows, so that what lies below follows them; the page's lower part may stay empty.
void LibraryTree::fit()
{
    int height = header()->sizeHint().height() + 3;
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        const auto model = m_sorted->index(row, 0);
        height += modelRowHeight;
        if (isExpanded(model))
            height += versionRowHeight * m_sorted->rowCount(model);
    }
    setMaximumHeight(height);
}

} // namespace ui
