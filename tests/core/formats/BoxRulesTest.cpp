#include "core/formats/BoxRules.h"
#include "tests/support/ProcessorTime.h"

#include <QTest>

#include <limits>

using namespace core;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

RawBox box(double x0, double y0, double x1, double y1, const QString& name = QStringLiteral("a"))
{
    RawBox out;
    out.conceptName = name;
    out.x0 = x0;
    out.y0 = y0;
    out.x1 = x1;
    out.y1 = y1;
    out.line = 7;
    return out;
}

PictureHeader header(QSize stored, int orientation = 1)
{
    PictureHeader out;
    out.storedSize = stored;
    out.size = orientation >= 5 ? stored.transposed() : stored;
    out.orientation = orientation;
    return out;
}

QStringList codes(std::initializer_list<const char*> list)
{
    QStringList out;
    for (const char* code : list)
        out << QLatin1String(code);
    return out;
}

QStringList codesOf(const std::vector<ImportIssue>& issues)
{
    QStringList out;
    for (const ImportIssue& issue : issues)
        out << issue.code;
    return out;
}

} // namespace

class BoxRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneBox_data();
    void oneBox();
    void frame_data();
    void frame();
    void turningMovesTheCorners_data();
    void turningMovesTheCorners();
    void repeats();
    void relativeBoxesFillThePicture();
    void nearRepeatsAreFoundAcrossCells_data();
    void nearRepeatsAreFoundAcrossCells();
    void manyBoxesAreJudgedQuickly();
};

void BoxRulesTest::oneBox_data()
{
    QTest::addColumn<QList<double>>("written");
    QTest::addColumn<double>("offset");
    QTest::addColumn<QRectF>("kept"); // null: refused
    QTest::addColumn<QStringList>("codes");
    using Numbers = QList<double>;
    QTest::newRow("plain") << Numbers{10, 20, 40, 60} << 0.0 << QRectF(10, 20, 30, 40) << QStringList();
    QTest::newRow("VOC, whole picture") << Numbers{1, 1, 100, 80} << -1.0 << QRectF(0, 0, 100, 80) << QStringList();
    QTest::newRow("swapped corners") << Numbers{40, 60, 10, 20} << 0.0 << QRectF(10, 20, 30, 40) << codes({"box_swapped"});
    QTest::newRow("not a number") << Numbers{missing, 1, 2, 3} << 0.0 << QRectF() << codes({"box_not_number"});
    QTest::newRow("infinite") << Numbers{0, 1, std::numeric_limits<double>::infinity(), 3} << 0.0 << QRectF() << codes({"box_not_number"});
    QTest::newRow("no width as written") << Numbers{5, 5, 5, 15} << -1.0 << QRectF() << codes({"box_zero"});
    QTest::newRow("a stray click") << Numbers{50, 33, 50, 33} << -1.0 << QRectF() << codes({"box_zero"});
    QTest::newRow("10 px beyond") << Numbers{90, 10, 110, 30} << 0.0 << QRectF(90, 10, 10, 20) << codes({"box_clipped"});
    QTest::newRow("1 px beyond is silent") << Numbers{90, 10, 101, 30} << 0.0 << QRectF(90, 10, 10, 20) << QStringList();
    QTest::newRow("wholly outside") << Numbers{100, 10, 120, 30} << 0.0 << QRectF() << codes({"box_outside"});
    QTest::newRow("left of it") << Numbers{-20, 10, -1, 30} << 0.0 << QRectF() << codes({"box_outside"});
    QTest::newRow("less than 1 px after clipping") << Numbers{99.5, 10, 120, 30} << 0.0 << QRectF() << codes({"box_zero"});
    QTest::newRow("tiny") << Numbers{10, 10, 11.5, 30} << 0.0 << QRectF(10, 10, 1.5, 20) << codes({"box_tiny"});
}

void BoxRulesTest::oneBox()
{
    QFETCH(QList<double>, written);
    QFETCH(double, offset);
    QFETCH(QRectF, kept);
    RawRecord raw;
    raw.lowOffset = offset;
    raw.boxes = {box(written[0], written[1], written[2], written[3])};
    std::vector<ImportIssue> issues;
    const JudgedBoxes judged = judgeBoxes(raw, header({100, 80}), issues);
    QTEST(codesOf(issues), "codes");
    QCOMPARE(judged.rejected, kept.isNull() ? 1 : 0);
    QCOMPARE(judged.boxes.size(), size_t(kept.isNull() ? 0 : 1));
    if (!kept.isNull())
        QCOMPARE(judged.boxes.front().rect, kept);
    for (const ImportIssue& issue : issues) {
        QCOMPARE(issue.line, 7);
        QVERIFY(sentenceOf(issue).size() > 20);
    }
}

void BoxRulesTest::frame_data()
{
    QTest::addColumn<QSize>("stored");
    QTest::addColumn<int>("orientation");
    QTest::addColumn<QSize>("stated");
    QTest::addColumn<QRectF>("kept"); // of 0,0,100,50
    QTest::addColumn<QStringList>("codes");
    const QSize wide(640, 480), tall(480, 640);
    QTest::newRow("as it is") << wide << 1 << wide << QRectF(0, 0, 100, 50) << QStringList();
    QTest::newRow("stored size, EXIF 6") << wide << 6 << wide << QRectF(430, 0, 50, 100) << codes({"box_turned"});
    QTest::newRow("upright size, EXIF 6") << wide << 6 << tall << QRectF(0, 0, 100, 50) << QStringList();
    QTest::newRow("EXIF 3, same both ways") << wide << 3 << wide << QRectF(0, 0, 100, 50) << codes({"orientation_ambiguous"});
    QTest::newRow("square, EXIF 6") << QSize(300, 300) << 6 << QSize(300, 300) << QRectF(0, 0, 100, 50) << codes({"orientation_ambiguous"});
    QTest::newRow("half the size") << wide << 1 << QSize(320, 240) << QRectF(0, 0, 200, 100) << codes({"box_scaled"});
    QTest::newRow("another shape") << wide << 1 << QSize(500, 500) << QRectF() << codes({"size_mismatch"});
    QTest::newRow("no size stated") << wide << 6 << QSize() << QRectF(0, 0, 100, 50) << QStringList();
    QTest::newRow("double size, EXIF 6") << wide << 6 << QSize(1280, 960) << QRectF(455, 0, 25, 50) << codes({"box_turned", "box_scaled"});
}

void BoxRulesTest::frame()
{
    QFETCH(QSize, stored);
    QFETCH(int, orientation);
    QFETCH(QSize, stated);
    QFETCH(QRectF, kept);
    RawRecord raw;
    raw.stated = stated;
    raw.boxes = {box(0, 0, 100, 50)};
    std::vector<ImportIssue> issues;
    const JudgedBoxes judged = judgeBoxes(raw, header(stored, orientation), issues);
    QTEST(codesOf(issues), "codes");
    QCOMPARE(judged.boxes.empty(), kept.isNull());
    if (!kept.isNull())
        QCOMPARE(judged.boxes.front().rect, kept);
}

void BoxRulesTest::turningMovesTheCorners_data()
{
    QTest::addColumn<int>("orientation");
    QTest::addColumn<QRectF>("expected"); // of 10,20 30 × 40 in 100 × 80
    QTest::newRow("1") << 1 << QRectF(10, 20, 30, 40);
    QTest::newRow("2") << 2 << QRectF(60, 20, 30, 40);
    QTest::newRow("3") << 3 << QRectF(60, 20, 30, 40);
    QTest::newRow("4") << 4 << QRectF(10, 20, 30, 40);
    QTest::newRow("5") << 5 << QRectF(20, 10, 40, 30);
    QTest::newRow("6") << 6 << QRectF(20, 10, 40, 30);
    QTest::newRow("7") << 7 << QRectF(20, 60, 40, 30);
    QTest::newRow("8") << 8 << QRectF(20, 60, 40, 30);
}

void BoxRulesTest::turningMovesTheCorners()
{
    QFETCH(int, orientation);
    QTEST(turned(QRectF(10, 20, 30, 40), QSize(100, 80), orientation), "expected");
}

void BoxRulesTest::repeats()
{
    RawRecord raw;
    raw.boxes = {box(0, 0, 50, 50), box(0, 0, 50, 50), box(0, 0, 50, 49), box(0, 0, 50, 50, QStringLiteral("b"))};
    std::vector<ImportIssue> issues;
    const JudgedBoxes judged = judgeBoxes(raw, header({100, 80}), issues);
    QCOMPARE(judged.boxes.size(), size_t(3));
    QCOMPARE(judged.repeated, 1);
    QCOMPARE(codesOf(issues), codes({"box_repeated", "box_near_repeat"}));
}

void BoxRulesTest::relativeBoxesFillThePicture()
{
    RawRecord raw;
    raw.relative = true;
    raw.boxes = {box(0, 0, 1, 1), box(0.25, 0.5, 0.75, 1)};
    std::vector<ImportIssue> issues;
    const JudgedBoxes judged = judgeBoxes(raw, header({640, 480}, 6), issues); // upright 480 × 640
    QCOMPARE(judged.boxes[0].rect, QRectF(0, 0, 480, 640));
    QCOMPARE(judged.boxes[1].rect, QRectF(120, 320, 240, 320));
    QVERIFY(issues.empty());
}

void BoxRulesTest::nearRepeatsAreFoundAcrossCells_data()
{
    QTest::addColumn<QRectF>("other"); // of 20,20 40 × 30
    QTest::addColumn<bool>("isNear");
    QTest::newRow("a little to the left") << QRectF(19, 20, 40, 30) << true;
    QTest::newRow("a little larger") << QRectF(20, 20, 43, 31) << true;
    QTest::newRow("a little smaller, moved") << QRectF(21, 21, 38.5, 29) << true;
    QTest::newRow("0.88") << QRectF(20, 20, 40, 26.4) << false;
    QTest::newRow("elsewhere") << QRectF(20, 49, 40, 30) << false;
}

void BoxRulesTest::nearRepeatsAreFoundAcrossCells()
{
    QFETCH(QRectF, other);
    QFETCH(bool, isNear);
    for (double x = 0; x < 30; x += 0.7) { // wherever the borders of the cells lie
        RawRecord raw;
        raw.boxes = {box(20 + x, 20, 60 + x, 50), box(other.left() + x, other.top(), other.right() + x, other.bottom())};
        std::vector<ImportIssue> issues;
        judgeBoxes(raw, header({200, 150}), issues);
        QCOMPARE(codesOf(issues).contains(QLatin1String("box_near_repeat")), isNear);
    }
}

void BoxRulesTest::manyBoxesAreJudgedQuickly()
{
    RawRecord raw;
    for (int i = 0; i < 100'000; ++i)
        raw.boxes.push_back(box((i * 37) % 3900, (i * 91) % 2900, (i * 37) % 3900 + 20 + i % 60, (i * 91) % 2900 + 20 + i % 70));
    std::vector<ImportIssue> issues;
    const ProcessorTime time;
    const JudgedBoxes judged = judgeBoxes(raw, header({4000, 3000}), issues);
    QVERIFY2(time.seconds() < 5, "100,000 boxes");
    QCOMPARE(int(judged.boxes.size()) + judged.repeated + judged.rejected, 100'000);
}

QTEST_GUILESS_MAIN(BoxRulesTest)
#include "BoxRulesTest.moc"
