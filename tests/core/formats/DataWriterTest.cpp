#include "core/formats/ReadBack.h"
#include "core/formats/Reading.h"
#include "core/formats/TargetNames.h"

#include "core/base/Error.h"
#include "tests/support/ExportCases.h"

#include <QTemporaryDir>
#include <QTest>

using namespace core;
using exports::linesOf;
using exports::onlyIn;

namespace {

std::vector<SourceData> readAgain(const QString& folder, const QString& format, ViewType type)
{
    SourceOptions options;
    options.format = format;
    options.target = type;
    options.followsOutside = true;
    return readSources({folder}, options, {});
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString rootOf(const QTemporaryDir& folder) { return QFileInfo(folder.path()).canonicalFilePath(); }

} // namespace



/// What each format writes is what its reader finds: nothing more, nothing less, but for what the format says it cannot hold.
class DataWriterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void formats_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<ViewType>("type");
        for (const QString& format : dataFormats())
            for (const ViewType type : {ViewType::Classification, ViewType::Tagging, ViewType::Detection})
                if (dataOutput(format)->holds(type))
                    QTest::addRow("%s %s", qPrintable(format), qPrintable(keyOf(type))) << format << type;
    }

    void roundTrip_data() { formats_data(); }
    void roundTrip()
    {
        QFETCH(QString, format);
        QFETCH(ViewType, type);
        const DataOutput& output = *dataOutput(format);
        QTemporaryDir folder;
        TargetFolder target(rootOf(folder));
        const ExportedView view = exports::view(type);
        auto pictures = exports::pictures(type, output.isFlat);
        const auto writer = exports::write(output, target, view, pictures);
        const auto read = readAgain(target.path(), format, type);

        if (format != QLatin1String("voc")) { // VOC rounds; see roundsVoc()
            const QStringList out = linesOf(*writer, pictures), back = linesOf(read, target.path());
            QCOMPARE(onlyIn(out, back).join(QLatin1Char('\n')), QString());
            QCOMPARE(onlyIn(back, out).join(QLatin1Char('\n')), QString());
        }
        const ReadBack report = compareReadBack(view, pictures, *writer, target.path(), read);
        QCOMPARE(report.problems.join(QLatin1Char('\n')), QString());
        QVERIFY(report.isEqual());
        QCOMPARE(report.pictures.back, qint64(pictures.size()));
        QVERIFY(report.annotations().out > 0);
        QCOMPARE(report.annotations().back, report.annotations().out);
        QVERIFY2(report.largestDifference <= (format == QLatin1String("voc") ? 1.0 : 1e-3), qPrintable(QString::number(report.largestDifference)));
        for (const SourceData& source : read)
            for (const ImportIssue& issue : source.issues)
                QVERIFY2(issue.level != ImportIssue::Level::Rejected, qPrintable(issue.code + QLatin1Char(' ') + issue.file + QLatin1Char(' ') + issue.detail));
    }

    void withoutSplits_data() { formats_data(); }
    void withoutSplits()
    {
        QFETCH(QString, format);
        QFETCH(ViewType, type);
        const DataOutput& output = *dataOutput(format);
        QTemporaryDir folder;
        TargetFolder target(rootOf(folder));
        ExportedView view = exports::view(type);
        view.hasSplits = false;
        auto pictures = exports::pictures(type, output.isFlat);
        for (ExportedPicture& picture : pictures)
            picture.split = Split::Unassigned;
        const auto writer = exports::write(output, target, view, pictures);
        const ReadBack report = compareReadBack(view, pictures, *writer, target.path(), readAgain(target.path(), format, type));
        QCOMPARE(report.problems.join(QLatin1Char('\n')), QString());
        QVERIFY(report.isEqual());
    }

    /// Our own importer recognises what we write without being told.
    void isRecognised_data() { formats_data(); }
    void isRecognised()
    {
        QFETCH(QString, format);
        QFETCH(ViewType, type);
        QTemporaryDir folder;
        TargetFolder target(rootOf(folder));
        const ExportedView view = exports::view(type);
        auto pictures = exports::pictures(type, dataOutput(format)->isFlat);
        exports::write(*dataOutput(format), target, view, pictures);
        const auto read = readSources({target.path()}, {}, {});
        QCOMPARE(read.size(), size_t(1));
        QCOMPARE(read.front().format, format);
        QCOMPARE(read.front().type, std::optional(type));
    }

    void referencedPictures_data() { formats_data(); }
    void referencedPictures()
    {
        QFETCH(QString, format);
        QFETCH(ViewType, type);
        const DataOutput& output = *dataOutput(format);
        if (output.needsPictures)
            QSKIP("finds its pictures by their place");
        QTemporaryDir folder, elsewhere;
        TargetFolder target(rootOf(folder));
        const ExportedView view = exports::view(type);
        auto pictures = exports::pictures(type, output.isFlat);
        int number = 100;
        for (ExportedPicture& picture : pictures) {
            picture.reference = rootOf(elsewhere) + QLatin1Char('/') + picture.name;
            pictures::write(picture.reference, pictures::numbered(++number, picture.size.width(), picture.size.height()));
        }
        const auto writer = exports::write(output, target, view, pictures);
        const auto read = readAgain(target.path(), format, type);
        const QStringList out = linesOf(*writer, pictures), back = linesOf(read, target.path());
        QCOMPARE(onlyIn(out, back).join(QLatin1Char('\n')), QString());
        QCOMPARE(onlyIn(back, out).join(QLatin1Char('\n')), QString());
    }

    /// A comparison that never finds anything would prove nothing.
    void findsWhatIsLost()
    {
        QTemporaryDir folder;
        TargetFolder target(rootOf(folder));
        const ExportedView view = exports::view(ViewType::Detection);
        auto pictures = exports::pictures(ViewType::Detection);
        const auto writer = exports::write(cocoOutput, target, view, pictures);
        auto read = readAgain(target.path(), QStringLiteral("coco"), ViewType::Detection);
        const auto problems = [&](const std::function<void(SourceData&)>& harm) {
            auto harmed = read;
            harm(harmed.front());
            return compareReadBack(view, pictures, *writer, target.path(), harmed).problemCount;
        };
        const auto withBoxes = [](SourceData& data) -> SourceRecord& { return *std::ranges::find_if(data.records, [](const SourceRecord& record) { return record.boxes.size() > 2; }); };
        QCOMPARE(problems([](SourceData&) {}), 0);
        QVERIFY(problems([&](SourceData& data) { withBoxes(data).boxes.pop_back(); }) > 0);
        QVERIFY(problems([&](SourceData& data) { withBoxes(data).boxes.front().conceptName = QStringLiteral("on/off"); }) > 0);
        QVERIFY(problems([&](SourceData& data) { withBoxes(data).boxes.front().conceptName = QStringLiteral("other"); }) > 0);
        QVERIFY(problems([&](SourceData& data) { withBoxes(data).boxes.back().flags = 0; }) > 0);
        QVERIFY(problems([&](SourceData& data) { withBoxes(data).split = Split::Unassigned; withBoxes(data).hasRecord = false; }) > 0);
        QVERIFY(problems([](SourceData& data) { data.records.pop_back(); }) > 0);
        QVERIFY(problems([](SourceData& data) { data.records.push_back(data.records.front()); data.records.back().path += QStringLiteral("x"); }) > 0);
        auto moved = read;
        withBoxes(moved.front()).boxes.front().rect.translate(0.25, 0);
        const ReadBack report = compareReadBack(view, pictures, *writer, target.path(), moved);
        QCOMPARE(report.largestDifference, 0.25);
    }

    /// Two boxes with equal corners are written, and a reader takes one: no loss of the file.
    void tellsRepeats()
    {
        QTemporaryDir folder;
        TargetFolder target(rootOf(folder));
        const ExportedView view = exports::view(ViewType::Detection);
        std::vector<ExportedPicture> pictures{exports::pictures(ViewType::Detection).front()};
        pictures.front().boxes = {{0, {3, 3, 5, 5}, 0}, {1, {3, 3, 5, 5}, 0}, {0, {3, 3, 5, 5}, 0}, {0, {20, 20, 5, 5}, 0}};
        const auto writer = exports::write(cocoOutput, target, view, pictures);
        const ReadBack report = compareReadBack(view, pictures, *writer, target.path(), readAgain(target.path(), QStringLiteral("coco"), ViewType::Detection));
        QCOMPARE(report.problems.join(QLatin1Char('\n')), QString());
        QCOMPARE(report.repeats, 1);
        QCOMPARE(report.annotations().out, 4);
        QCOMPARE(report.annotations().back, 4);
    }

    void roundsVoc_data()
    {
        QTest::addColumn<QRectF>("box");
        QTest::addColumn<QByteArray>("written"); // xmin ymin xmax ymax, of a picture of 64 × 48
        QTest::newRow("whole picture") << QRectF(0, 0, 64, 48) << QByteArray("1 1 64 48");
        QTest::newRow("whole pixels") << QRectF(10, 20, 5, 6) << QByteArray("11 21 15 26");
        QTest::newRow("between pixels") << QRectF(QPointF(10.4, 20.6), QPointF(15.4, 26.6)) << QByteArray("11 22 15 27");
        QTest::newRow("two pixels") << QRectF(10, 20, 2, 2) << QByteArray("11 21 12 22");
        QTest::newRow("one pixel grows") << QRectF(10, 20, 1, 1) << QByteArray("10 20 11 21");
        QTest::newRow("one pixel at the start") << QRectF(0, 0, 1, 1) << QByteArray("1 1 2 2");
        QTest::newRow("one pixel at the end") << QRectF(63, 47, 1, 1) << QByteArray("63 47 64 48");
    }

    void roundsVoc()
    {
        QFETCH(QRectF, box);
        QFETCH(QByteArray, written);
        QTemporaryDir folder;
        TargetFolder target(rootOf(folder));
        const ExportedView view = exports::view(ViewType::Detection);
        std::vector<ExportedPicture> pictures{exports::pictures(ViewType::Detection).front()};
        pictures.front().boxes = {{0, box, 0}};
        exports::write(vocOutput, target, view, pictures);
        const QByteArray xml = bytesOf(target.absolute(QStringLiteral("Annotations/a/same.xml")));
        QByteArrayList numbers;
        for (const char* name : {"xmin", "ymin", "xmax", "ymax"}) {
            const QByteArray open = QByteArray("<") + name + '>';
            const qsizetype from = xml.indexOf(open) + open.size();
            numbers << xml.mid(from, xml.indexOf('<', from) - from);
        }
        QCOMPARE(numbers.join(' '), written);
    }

    /// Programs want a name for each number below the largest.
    void yoloFillsHoles()
    {
        QTemporaryDir folder;
        TargetFolder target(rootOf(folder));
        const ExportedView view = exports::view(ViewType::Detection);
        auto pictures = exports::pictures(ViewType::Detection);
        exports::write(yoloOutput, target, view, pictures);
        const QByteArray yaml = bytesOf(target.absolute(QStringLiteral("data.yaml")));
        for (const char* line : {"\ntrain: images/train\n", "\nval: images/val\n", "\ntest: images/test\n", "\n  1: \"removed_1\"\n", "\n  6: \"removed_6\"\n", "\n  3: \"on/off\"\n"})
            QVERIFY2(yaml.contains(line), line);
        QVERIFY(!yaml.contains("path:"));
        QVERIFY(bytesOf(target.absolute(QStringLiteral("labels/train/a/same.txt"))).startsWith("0 0.50000000 0.50000000 1.00000000 1.00000000\n"));
        QVERIFY(QFileInfo::exists(target.absolute(QStringLiteral("labels/train/nothing.txt"))));
        QVERIFY(!QFileInfo::exists(target.absolute(QStringLiteral("labels/train/unseen.txt"))));
    }

    /// "width" says something else of a picture than that a width is on it.
    void csvColumnsAreReadAsConcepts()
    {
        QTemporaryDir folder;
        TargetFolder target(rootOf(folder));
        ExportedView view = exports::view(ViewType::Tagging);
        const QStringList names{QStringLiteral("width"), QStringLiteral("label"), QStringLiteral("number of cars"), QStringLiteral("split"), QStringLiteral("plain")};
        for (size_t label = 0; label < view.concepts.size(); ++label)
            view.concepts[label].name = names[qsizetype(label)];
        auto pictures = exports::pictures(ViewType::Tagging);
        const auto writer = exports::write(csvOutput, target, view, pictures);
        QCOMPARE(writer->writtenName(0), QStringLiteral("is_width"));
        QCOMPARE(writer->writtenName(4), QStringLiteral("plain"));
        const ReadBack report = compareReadBack(view, pictures, *writer, target.path(), readAgain(target.path(), QStringLiteral("csv"), ViewType::Tagging));
        QCOMPARE(report.problems.join(QLatin1Char('\n')), QString());
    }

    void cocoKeepsIds()
    {
        QTemporaryDir folder;
        TargetFolder target(rootOf(folder));
        ExportedView view = exports::view(ViewType::Detection);
        view.concepts.front().id = QStringLiteral("9007199254740993"); // above what a double can hold
        view.concepts.back().id = QStringLiteral("\"a7\"");
        std::vector<ExportedPicture> pictures{exports::pictures(ViewType::Detection).front()};
        pictures.front().id = QStringLiteral("123456789012345678");
        exports::write(cocoOutput, target, view, pictures);
        const auto read = readAgain(target.path(), QStringLiteral("coco"), ViewType::Detection);
        QCOMPARE(read.front().conceptIds.value(exports::text(u8"Äpfel")), QStringLiteral("9007199254740993"));
        QCOMPARE(read.front().conceptIds.value(exports::text(u8"日本")), QStringLiteral("\"a7\""));
        QCOMPARE(read.front().records.front().sourceId, QStringLiteral("123456789012345678"));
    }

    void names_data()
    {
        QTest::addColumn<QStringList>("wanted");
        QTest::addColumn<bool>("stems");
        QTest::addColumn<QStringList>("given");
        QTest::newRow("plain") << QStringList{QStringLiteral("a/b.jpg"), QStringLiteral("b.jpg")} << false << QStringList{QStringLiteral("a/b.jpg"), QStringLiteral("b.jpg")};
        QTest::newRow("equal") << QStringList{QStringLiteral("b.jpg"), QStringLiteral("B.JPG"), QStringLiteral("b.jpg")} << false
                               << QStringList{QStringLiteral("b.jpg"), QStringLiteral("B~2.JPG"), QStringLiteral("b~3.jpg")};
        QTest::newRow("composed otherwise") << QStringList{QString(QChar(0xE9)), QStringLiteral("e") + QChar(0x301)} << false
                                            << QStringList{QString(QChar(0xE9)), QStringLiteral("e") + QChar(0x301) + QStringLiteral("~2")};
        QTest::newRow("one stem") << QStringList{QStringLiteral("a/b.jpg"), QStringLiteral("a/b.png")} << true << QStringList{QStringLiteral("a/b.jpg"), QStringLiteral("a/b~2.png")};
        QTest::newRow("two suffixes") << QStringList{QStringLiteral("a/b.jpg"), QStringLiteral("a/b.png")} << false << QStringList{QStringLiteral("a/b.jpg"), QStringLiteral("a/b.png")};
        QTest::newRow("Windows") << QStringList{QStringLiteral("a:b/what?.jpg"), QStringLiteral("con.txt"), QStringLiteral("end. "), QStringLiteral("..")} << false
                                 << QStringList{QStringLiteral("a_b/what_.jpg"), QStringLiteral("_con.txt"), QStringLiteral("end_"), QStringLiteral("_")};
    }

    void names()
    {
        QFETCH(QStringList, wanted);
        QFETCH(bool, stems);
        TargetNames names(stems);
        QStringList given;
        for (const QString& name : wanted)
            given << names.take(name);
        QTEST(given, "given");
    }

    void longNamesFit()
    {
        const QString name = safeFileName(QString(300, QChar(0x65E5)) + QStringLiteral(".jpg"));
        QVERIFY(name.toUtf8().size() <= 240);
        QVERIFY(name.endsWith(QLatin1String(".jpg")));
    }

    void nothingIsOverwritten()
    {
        QTemporaryDir folder;
        TargetFolder target(rootOf(folder));
        target.write(QStringLiteral("a/b.txt"), "first");
        QVERIFY_EXCEPTION_THROWN(target.write(QStringLiteral("a/b.txt"), "second"), Error);
        QCOMPARE(bytesOf(target.absolute(QStringLiteral("a/b.txt"))), QByteArray("first"));
        QVERIFY_EXCEPTION_THROWN(target.write(QStringLiteral("a/b.txt/c.txt"), "third"), Error); // a file where a folder should be
    }
};

QTEST_GUILESS_MAIN(DataWriterTest)
#include "DataWriterTest.moc"
