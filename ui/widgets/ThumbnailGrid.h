#pragma once

#include "ui/support/AccessibleParts.h"

#include <QAbstractItemView>

class QRubberBand;

namespace ui {

/// A grid of equal tiles over any list model. All geometry is arithmetic from the row, so 100,000 tiles cost nothing until they
/// come into sight. Keys that mean something to the page go through keyPressed.
class ThumbnailGrid final : public QAbstractItemView, public AccessibleParts {
    Q_OBJECT
public:
    explicit ThumbnailGrid(QWidget* parent = nullptr);

    int tileSize() const { return m_tileSize; }
    void setTileSize(int px); // wanted width, 64..512; the tiles stretch to fill the row
    int tileWidth() const;    // real width now
    std::pair<int, int> visibleRows() const; // first and last; last < first: none

    QRect visualRect(const QModelIndex& index) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint& point) const override;

    // Screen readers find the tiles as children of the grid.
    int partCount() const override { return count(); }
    AccessiblePart partAt(int row) const override;
    int partUnder(const QPoint& point) const override;
    int focusedPart() const override { return currentIndex().row(); }
    void choosePart(int row) override;

Q_SIGNALS:
    void visibleRowsChanged();
    void tileSizeChanged(int px);
    void keyPressed(QKeyEvent* event); // accept it to keep it from the grid

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex&) const override { return false; }
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags flags) override;
    QRegion visualRegionForSelection(const QItemSelection& selection) const override;
    void updateGeometries() override;
    void reset() override;
    void rowsInserted(const QModelIndex& parent, int start, int end) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyboardSearch(const QString&) override {} // letters are the page's
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    static constexpr int gap = 12;
    static constexpr int margin = 4; // room for the frame of a chosen tile
    int count() const;
    int columns() const;
    int cellHeight() const;
    QRect contentRect(int row) const;

    int m_tileSize = 160;
    QRubberBand* m_band = nullptr;
    QPoint m_bandOrigin; // in content coordinates
};

} // namespace ui
