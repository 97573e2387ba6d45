#include "ui/widgets/ThumbnailGrid.h"

#include "ui/widgets/TileDelegate.h"

#include <QAbstractListModel>
#include <QKeyEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace ui;

namespace {

class Numbers final : public QAbstractListModel {
public:
    explicit Numbers(int rows) : m_rows(rows) {}
    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : m_rows; }
    QVariant data(const QModelIndex& index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(index.row()) : QVariant();
    }

private:
    int m_rows;
};

} // namespace

class ThumbnailGridTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTileIsFoundWhereItIsDrawn()
    {
        Numbers model(100000);
        ThumbnailGrid grid;
        grid.setModel(&model);
        grid.resize(900, 700);
        grid.show();
        for (int row : {0, 7, 4999, 99999}) {
            grid.scrollTo(model.index(row));
            const QRect rect = grid.visualRect(model.index(row));
            QVERIFY(grid.viewport()->rect().contains(rect));
            QCOMPARE(grid.indexAt(rect.center()).row(), row);
            QVERIFY(grid.visibleRows().first <= row && row <= grid.visibleRows().second);
        }
        QVERIFY(grid.visibleRows().second - grid.visibleRows().first < 60);
        QVERIFY(!grid.indexAt(QPoint(1, 1)).isValid() || grid.verticalScrollBar()->value() > 0);
    }

    void arrowsWalkLinesAndShiftExtends()
    {
        Numbers model(50);
        ThumbnailGrid grid;
        grid.setModel(&model);
        grid.resize(740, 500);
        grid.show();
        grid.setCurrentIndex(model.index(0));
        QTest::keyClick(&grid, Qt::Key_Right);
        QCOMPARE(grid.currentIndex().row(), 1);
        QTest::keyClick(&grid, Qt::Key_Down);
        const int columns = grid.currentIndex().row() - 1;
        QVERIFY(columns > 1);
        QTest::keyClick(&grid, Qt::Key_Up);
        QTest::keyClick(&grid, Qt::Key_Up); // already on top
        QCOMPARE(grid.currentIndex().row(), 1);
        QTest::keyClick(&grid, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(grid.selectionModel()->selectedIndexes().size(), columns + 1);
        QTest::keyClick(&grid, Qt::Key_End);
        QCOMPARE(grid.currentIndex().row(), 49);
        QTest::keyClick(&grid, Qt::Key_Home);
        QCOMPARE(grid.currentIndex().row(), 0);
    }

    void clicksChooseOneWithControlMore()
    {
        Numbers model(20);
        ThumbnailGrid grid;
        grid.setModel(&model);
        grid.resize(740, 500);
        grid.show();
        QTest::mouseClick(grid.viewport(), Qt::LeftButton, {}, grid.visualRect(model.index(2)).center());
        QTest::mouseClick(grid.viewport(), Qt::LeftButton, Qt::ControlModifier, grid.visualRect(model.index(5)).center());
        QCOMPARE(grid.selectionModel()->selectedIndexes().size(), 2);
        QTest::mouseClick(grid.viewport(), Qt::LeftButton, Qt::ShiftModifier, grid.visualRect(model.index(7)).center());
        QVERIFY(grid.selectionModel()->isSelected(model.index(6)));
    }

    void biggerTilesKeepTheCurrentOneInSight()
    {
        Numbers model(2000);
        ThumbnailGrid grid;
        grid.setModel(&model);
        grid.resize(900, 700);
        grid.show();
        grid.setCurrentIndex(model.index(1500));
        grid.setTileSize(320);
        QVERIFY(grid.viewport()->rect().contains(grid.visualRect(model.index(1500)).center()));
        grid.setTileSize(5000);
        QCOMPARE(grid.tileSize(), 512);
    }

    /// The page asks for thumbnails by the width of the grid's tiles, the delegate draws them by the rectangle of each tile.
    void thumbnailsAreAskedForAsTheyAreDrawn()
    {
        Numbers model(60);
        ThumbnailGrid grid;
        grid.setModel(&model);
        grid.resize(900, 700);
        grid.show();
        for (const qreal ratio : {1.0, 1.25, 1.5, 2.0})
            for (int size = 64; size <= 512; size += 16) {
                grid.setTileSize(size);
                const int asked = TileDelegate::thumbnailSide(grid.tileWidth(), ratio);
                const auto [first, last] = grid.visibleRows();
                for (int row = first; row <= last; ++row)
                    QCOMPARE(TileDelegate::thumbnailSide(grid.visualRect(model.index(row)).width(), ratio), asked);
            }
    }

    void keysGoToThePageFirst()
    {
        Numbers model(5);
        ThumbnailGrid grid;
        grid.setModel(&model);
        grid.show();
        grid.setCurrentIndex(model.index(0));
        connect(&grid, &ThumbnailGrid::keyPressed, &grid, [](QKeyEvent* event) { event->accept(); });
        QTest::keyClick(&grid, Qt::Key_Right);
        QCOMPARE(grid.currentIndex().row(), 0);
    }
};

QTEST_MAIN(ThumbnailGridTest)
#include "ThumbnailGridTest.moc"
