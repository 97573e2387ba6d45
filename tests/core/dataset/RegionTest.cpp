#include "core/dataset/Region.h"

#include <QtTest>

#include <limits>

using namespace core;

/// Which pixels an item is about.
class RegionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCropIsItsBoxWithAMargin_data();
    void aCropIsItsBoxWithAMargin();
    void theWholePictureIsARegion();
    void keysTellContentsApart();
};

void RegionTest::aCropIsItsBoxWithAMargin_data()
{
    QTest::addColumn<QRectF>("box");
    QTest::addColumn<int>("margin");
    QTest::addColumn<QSize>("picture");
    QTest::addColumn<QRect>("crop");
    const auto box = [](double x0, double y0, double x1, double y1) { return QRectF(QPointF(x0, y0), QPointF(x1, y1)); };
    QTest::newRow("half of the shorter side") << box(10, 10, 30, 50) << 50 << QSize(100, 100) << QRect(0, 0, 40, 60);
    QTest::newRow("no margin") << box(10, 20, 30, 50) << 0 << QSize(100, 100) << QRect(10, 20, 20, 30);
    QTest::newRow("rounded outward") << box(10.2, 20.7, 30.1, 49.5) << 0 << QSize(100, 100) << QRect(10, 20, 21, 30);
    QTest::newRow("rounded outward after the margin") << box(10, 10, 25, 25) << 10 << QSize(100, 100) << QRect(8, 8, 19, 19);
    QTest::newRow("a margin of whole pixels adds none") << box(10, 10, 40, 40) << 10 << QSize(100, 100) << QRect(7, 7, 36, 36);
    QTest::newRow("clipped left and above") << box(2, 3, 22, 23) << 20 << QSize(100, 100) << QRect(0, 0, 26, 27);
    QTest::newRow("clipped right and below") << box(80, 70, 98, 79) << 100 << QSize(100, 80) << QRect(71, 61, 29, 19);
    QTest::newRow("portrait picture") << box(5, 100, 25, 160) << 25 << QSize(30, 200) << QRect(0, 95, 30, 70);
    QTest::newRow("the whole picture") << box(0, 0, 64, 48) << 100 << QSize(64, 48) << QRect(0, 0, 64, 48);
    QTest::newRow("thin: at least two pixels") << box(10.2, 10, 10.7, 40) << 0 << QSize(100, 100) << QRect(10, 10, 2, 30);
    QTest::newRow("one pixel in the far corner") << box(99, 99, 100, 100) << 0 << QSize(100, 100) << QRect(98, 98, 2, 2);
    QTest::newRow("one pixel in the near corner") << box(0, 0, 1, 1) << 0 << QSize(100, 100) << QRect(0, 0, 2, 2);
    QTest::newRow("beyond the picture") << box(300, 10, 340, 40) << 0 << QSize(100, 100) << QRect(98, 10, 2, 30);
    QTest::newRow("without end") << box(10, 10, std::numeric_limits<double>::infinity(), 40) << 10 << QSize(100, 100) << QRect(7, 7, 93, 36);
}

void RegionTest::aCropIsItsBoxWithAMargin()
{
    QFETCH(QRectF, box);
    QFETCH(int, margin);
    QFETCH(QSize, picture);
    QTEST(cropAround(box, margin, picture), "crop");
}

void RegionTest::theWholePictureIsARegion()
{
    Region region{.image = {.size = {64, 48}}};
    QVERIFY(region.isWhole());
    QCOMPARE(region.part(), QRect(0, 0, 64, 48));
    region.crop = QRect(3, 4, 10, 20);
    QVERIFY(!region.isWhole());
    QCOMPARE(region.part(), QRect(3, 4, 10, 20));
}

void RegionTest::keysTellContentsApart()
{
    const Region whole{.image = {.id = {1}, .path = QStringLiteral("a.png"), .sha256 = QByteArray(32, 'a'), .size = {64, 48}}};
    auto crop = whole, moved = whole, other = whole, elsewhere = whole;
    crop.crop = QRect(3, 4, 10, 20);
    moved.crop = QRect(4, 4, 10, 20);
    other.image.sha256[31] = 'b';
    elsewhere.image.path = QStringLiteral("b.png");
    elsewhere.image.id = {2};
    elsewhere.box = {7};
    QCOMPARE(contentKey(elsewhere), contentKey(whole));
    QCOMPARE(contentKey(whole).size(), 48);
    QSet<QByteArray> keys;
    for (const auto& region : {whole, crop, moved, other})
        keys.insert(contentKey(region));
    QCOMPARE(keys.size(), 4);
    auto fresh = whole;
    fresh.image.sha256.clear();
    QVERIFY(contentKey(fresh).isEmpty());
}

QTEST_GUILESS_MAIN(RegionTest)
#include "RegionTest.moc"
