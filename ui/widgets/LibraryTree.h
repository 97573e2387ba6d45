#pragma once

#include <QSortFilterProxyModel>
#include <QTreeView>

namespace ui {

class LibraryModel;
class LinkDelegate;

/// The models of a view and their versions as rows: sorted, searchable, as high as what it shows.
class LibraryTree final : public QTreeView {
    Q_OBJECT
public:
    explicit LibraryTree(LibraryModel* library, QWidget* parent = nullptr);

    LinkDelegate* links() const { return m_links; }
    /// Only rows with `text` in them, and their models; empty: all.
    bool isEditing() const { return state() == EditingState; } // a name
    void find(const QString& text);
    /// All rows, open; after the library has changed.
    void showAll();
    QModelIndex toModel(const QModelIndex& row) const { return m_sorted->mapToSource(row); }
    QModelIndex fromModel(const QModelIndex& index) const { return m_sorted->mapFromSource(index); }

protected:
    /// Model rows are drawn by the delegate over the full width.
    void drawBranches(QPainter*, const QRect&, const QModelIndex&) const override {}

private:
    void fit();

    QSortFilterProxyModel* m_sorted;
    LinkDelegate* m_links = nullptr;
};

} // namespace ui
