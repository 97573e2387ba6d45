#include "core/pictures/MarkedPicture.h"

#include <QPainter>
#include <QtTest>

#include <cmath>

using namespace core;

class MarkedPictureTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void boxesAreDrawnAndTheRestStays();
    void labelsLieInThePicture_data();
    void labelsLieInThePicture();
    void blurredBoxesHoldNoDetail_data();
    void blurredBoxesHoldNoDetail();
    void cropsAreWhatLiesInTheBox();
    void namesDecideTheKind();
};

namespace {

QImage grey(QSize size = {200, 160})
{
    QImage image(size, QImage::Format_RGB888);
    image.fill(QColor(120, 120, 120));
    return image;
}

/// Black and white by turns, one px each: nothing is finer.
QImage checkered(QSize size)
{
    QImage image(size, QImage::Format_RGB888);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x)
            image.setPixelColor(x, y, (x + y) % 2 ? Qt::white : Qt::black);
    return image;
}

} // namespace

void MarkedPictureTest::boxesAreDrawnAndTheRestStays()
{
    const QImage before = grey();
    const QImage after = MarkedPicture::withMarks(before, {{QRectF(40, 40, 80, 60), Qt::red, {}}});
    QCOMPARE(after.size(), before.size());
    QCOMPARE(after.format(), before.format());
    QVERIFY(qRed(after.pixel(80, 40)) > qBlue(after.pixel(80, 40)) + 80);
    QCOMPARE(after.pixel(80, 70), before.pixel(80, 70)); // inside
    QCOMPARE(after.pixel(10, 10), before.pixel(10, 10)); // outside
    QCOMPARE(before, grey());
}

void MarkedPictureTest::labelsLieInThePicture_data()
{
    QTest::addColumn<QRectF>("box");
    QTest::newRow("in the middle") << QRectF(60, 60, 60, 60);
    QTest::newRow("at the top") << QRectF(60, 0, 60, 60);
    QTest::newRow("in the right corner") << QRectF(170, 130, 30, 30);
    QTest::newRow("beyond the edge") << QRectF(190, -20, 60, 300);
    QTest::newRow("of the whole picture") << QRectF();
}

void MarkedPictureTest::labelsLieInThePicture()
{
    QFETCH(QRectF, box);
    const QImage without = MarkedPicture::withMarks(grey(), {{box, QColor(0, 0, 255), {}}});
    const QImage with = MarkedPicture::withMarks(grey(), {{box, QColor(0, 0, 255), QStringLiteral("A very long name of a concept, longer than the picture is wide")}});
    int changed = 0;
    for (int y = 0; y < with.height(); ++y)
        for (int x = 0; x < with.width(); ++x)
            changed += with.pixel(x, y) != without.pixel(x, y);
    QVERIFY(changed > 200);
}

void MarkedPictureTest::blurredBoxesHoldNoDetail_data()
{
    QTest::addColumn<QRect>("box");
    QTest::newRow("large") << QRect(20, 20, 120, 90);
    QTest::newRow("small") << QRect(50, 50, 5, 5);
    QTest::newRow("narrow") << QRect(50, 10, 3, 120);
    QTest::newRow("one pixel high") << QRect(10, 10, 90, 1);
}

void MarkedPictureTest::blurredBoxesHoldNoDetail()
{
    QFETCH(QRect, box);
    const QImage before = checkered({200, 160});
    const QImage after = MarkedPicture::withBlurred(before, {QRectF(box)});
    for (int y = box.top(); y <= box.bottom(); ++y) {
        for (int x = box.left(); x < box.right(); ++x) // neighbours were black and white
            QVERIFY2(std::abs(qGray(after.pixel(x, y)) - qGray(after.pixel(x + 1, y))) < 60, qPrintable(QStringLiteral("%1, %2").arg(x).arg(y)));
    }
    QCOMPARE(after.pixel(box.left() - 1, box.top()), before.pixel(box.left() - 1, box.top()));
    QCOMPARE(after.copy(0, 140, 200, 20), before.copy(0, 140, 200, 20));
}

void MarkedPictureTest::cropsAreWhatLiesInTheBox()
{
    const QImage whole = checkered({50, 40});
    QCOMPARE(MarkedPicture::crop(whole, QRectF(10.4, 5.5, 10, 10)), whole.copy(10, 5, 11, 11)); // rounded outward
    QCOMPARE(MarkedPicture::crop(whole, QRectF(-10, -10, 20, 20)), whole.copy(0, 0, 10, 10));
    QVERIFY(MarkedPicture::crop(whole, QRectF(100, 100, 5, 5)).isNull());
}

void MarkedPictureTest::namesDecideTheKind()
{
    QCOMPARE(MarkedPicture::encodedName(QStringLiteral("a.JPG")), QStringLiteral("a.JPG"));
    QCOMPARE(MarkedPicture::encodedName(QStringLiteral("a.tif")), QStringLiteral("a.tif.png"));
    QVERIFY(MarkedPicture::encoded(grey(), QStringLiteral("a.jpeg")).startsWith("\xFF\xD8"));
    QVERIFY(MarkedPicture::encoded(grey(), QStringLiteral("a.tif.png")).startsWith("\x89PNG"));
}

QTEST_MAIN(MarkedPictureTest)
#include "MarkedPictureTest.moc"
