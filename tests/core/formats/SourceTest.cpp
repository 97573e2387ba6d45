#include "core/formats/ReadSources.h"

#include "tests/support/Pictures.h"

#include <QElapsedTimer>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace core;

/// Whole sources through the one way in: readSources().
class SourceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void foldersForEachClass();
    void splitFoldersAbove_data();
    void splitFoldersAbove();
    void oddFileIsMarked();
    void picturesAlone();
    void badPicturesAreRejectedRows();
    void nothingToReadIsAnError();
    void cancelEndsSoon();

    void vocStrayClicksAreRejected_data();
    void vocStrayClicksAreRejected();
    void vocNearRepeatIsKept();
    void vocSplitsAndStates();
    void vocCountsFromZeroWhenOneDoes();
    void vocPartsAndTurnedBoxes();
    void vocBombIsRefused();
    void vocEncodings();
    void vocTurnedPicture();

    void cocoJoinsAtTheEnd();
    void cocoShapes();
    void cocoUnknownThings();
    void cocoSameNameInTwoFolders();
    void cocoCutIsAnError();
    void cocoResultsAloneSayWhatTheyLack();

    void yoloNames_data();
    void yoloNames();
    void yoloRows();
    void yoloForeignPathsAndSplits();

    void csvForms_data();
    void csvForms();
    void csvBoxes();
    void csvBadRow();
    void csvAnswers();
    void csvInThreeFiles();

    void splitOptionsWin();

private:
    QString path(const QString& relative) const { return m_folder->filePath(relative); }
    QString picture(const QString& relative, int number, int width = 640, int height = 480) const
    {
        return pictures::write(path(relative), pictures::numbered(number, width, height));
    }
    QString file(const QString& relative, const QByteArray& text) const { return pictures::write(path(relative), text); }
    SourceData read(const QString& relative = {}, const SourceOptions& options = {}) const
    {
        const auto sources = readSources({relative.isEmpty() ? m_folder->path() : path(relative)}, options, {});
        return sources.front();
    }
    static QStringList codes(const SourceData& data, ImportIssue::Level level)
    {
        QStringList found;
        for (const ImportIssue& issue : data.issues)
            if (issue.level == level)
                found << issue.code;
        return found;
    }
    static const SourceRecord& record(const SourceData& data, const QString& name)
    {
        const auto found = std::ranges::find_if(data.records, [&](const SourceRecord& r) { return r.relativePath.endsWith(name); });
        if (found == data.records.end())
            qFatal("no record %s", qPrintable(name));
        return *found;
    }
    static QByteArray voc(const QByteArray& name, const QByteArray& objects, int width = 640, int height = 480)
    {
        return "<annotation><filename>" + name + "</filename><size><width>" + QByteArray::number(width) + "</width><height>" + QByteArray::number(height)
            + "</height><depth>3</depth></size>" + objects + "</annotation>";
    }
    static QByteArray object(const QByteArray& name, int x0, int y0, int x1, int y1, const QByteArray& more = {})
    {
        const auto tag = [](const char* key, int value) { return QByteArray("<") + key + ">" + QByteArray::number(value) + "</" + key + ">"; };
        return "<object><name>" + name + "</name>" + more + "<bndbox>" + tag("xmin", x0) + tag("ymin", y0) + tag("xmax", x1) + tag("ymax", y1)
            + "</bndbox></object>";
    }
    QString errorOf(const QString& relative = {}) const
    {
        try {
            read(relative);
        } catch (const Error& error) {
            return error.message();
        }
        return {};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

using Level = ImportIssue::Level;

void SourceTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

// Folders ---------------------------------------------------------------------------------------------------------------

void SourceTest::foldersForEachClass()
{
    picture(QStringLiteral("ants/a.png"), 1, 32, 24);
    picture(QStringLiteral("ants/deep/b.png"), 2, 32, 24);
    picture(QStringLiteral("bees/c.png"), 3, 32, 24);
    picture(QStringLiteral("unsorted/d.png"), 4, 32, 24);
    picture(QStringLiteral("e.png"), 5, 32, 24);
    file(QStringLiteral("bees/Thumbs.db"), "x");
    const SourceData data = read();
    QCOMPARE(data.format, QStringLiteral("folders"));
    QCOMPARE(data.type, ViewType::Classification);
    QCOMPARE(data.concepts, QStringList({QStringLiteral("ants"), QStringLiteral("bees")}));
    QCOMPARE(data.records.size(), size_t(5));
    QCOMPARE(record(data, QStringLiteral("deep/b.png")).labels, QStringList{QStringLiteral("ants")});
    QVERIFY(!record(data, QStringLiteral("d.png")).hasRecord);
    QVERIFY(!record(data, QStringLiteral("e.png")).hasRecord);
    QCOMPARE(data.annotationsRead, 3);
    QCOMPARE(record(data, QStringLiteral("a.png")).sha256.size(), 32);
}

void SourceTest::splitFoldersAbove_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("split");
    QTest::newRow("train") << "train" << int(Split::Train);
    QTest::newRow("val") << "val" << int(Split::Validation);
    QTest::newRow("valid") << "valid" << int(Split::Validation);
    QTest::newRow("Validation") << "Validation" << int(Split::Validation);
    QTest::newRow("test") << "test" << int(Split::Test);
}

void SourceTest::splitFoldersAbove()
{
    QFETCH(QString, name);
    QFETCH(int, split);
    picture(name + QStringLiteral("/ants/a.png"), 1);
    picture(name + QStringLiteral("/bees/b.png"), 2);
    const SourceData data = read();
    QCOMPARE(data.concepts, QStringList({QStringLiteral("ants"), QStringLiteral("bees")}));
    for (const SourceRecord& record : data.records)
        QCOMPARE(int(record.split.value()), split);
}

void SourceTest::oddFileIsMarked()
{
    for (int i = 0; i < 50; ++i)
        picture(QStringLiteral("train/%1/%2.png").arg(i % 2 ? QStringLiteral("ants") : QStringLiteral("bees")).arg(i), i, 16, 16);
    file(QStringLiteral("train/ants/imageNotFound.gif"), pictures::gif(1));
    const SourceData data = read();
    QCOMPARE(data.records.size(), size_t(51));
    QVERIFY(record(data, QStringLiteral("imageNotFound.gif")).odd);
    QCOMPARE(std::ranges::count_if(data.records, &SourceRecord::odd), 1);
    QCOMPARE(codes(data, Level::Notice), QStringList{QStringLiteral("odd_file")});
}

void SourceTest::picturesAlone()
{
    picture(QStringLiteral("one/a.png"), 1);
    picture(QStringLiteral("one/b.png"), 2);
    const SourceData folder = read(QStringLiteral("one"));
    QCOMPARE(folder.format, QStringLiteral("pictures"));
    QVERIFY(!folder.type);
    QCOMPARE(folder.records.size(), size_t(2));
    const auto loose = readSources({path(QStringLiteral("one/b.png")), path(QStringLiteral("one/a.png"))}, {}, {});
    QCOMPARE(loose.size(), size_t(1));
    QCOMPARE(loose.front().records.size(), size_t(2));
    QCOMPARE(loose.front().records.front().relativePath, QStringLiteral("b.png"));
}

void SourceTest::badPicturesAreRejectedRows()
{
    picture(QStringLiteral("good.png"), 1);
    file(QStringLiteral("empty.jpg"), "");
    file(QStringLiteral("page.jpg"), "<html></html>");
    picture(QStringLiteral("tiny.png"), 2, 5, 5);
    file(QStringLiteral("layers.psd"), QByteArray("8BPS\0\1", 6));
    file(QStringLiteral("wrong.jpg"), pictures::numbered(3));
    file(QStringLiteral("cut.jpg"), pictures::jpeg(pictures::quarters(200, 200)).chopped(200));
    file(QStringLiteral("notes.txt"), "no picture");
    const SourceData data = read();
    QStringList rejected = codes(data, Level::Rejected);
    rejected.sort();
    QCOMPARE(rejected, QStringList({QStringLiteral("too_small"), QStringLiteral("undecodable"), QStringLiteral("undecodable"),
                                    QStringLiteral("unsupported_kind")}));
    QCOMPARE(data.records.size(), size_t(3));
    QVERIFY(record(data, QStringLiteral("cut.jpg")).truncated);
    QStringList noticed = codes(data, Level::Notice);
    noticed.sort();
    QCOMPARE(noticed, QStringList({QStringLiteral("extension_mismatch"), QStringLiteral("not_read"), QStringLiteral("truncated")})); // notes.txt is named
}

void SourceTest::nothingToReadIsAnError()
{
    file(QStringLiteral("notes.txt"), "no picture");
    QVERIFY(errorOf().contains(QLatin1String("recognised")));
    QVERIFY(errorOf(QStringLiteral("absent")).contains(QLatin1String("not there")));
}

void SourceTest::cancelEndsSoon()
{
    for (int i = 0; i < 300; ++i)
        picture(QStringLiteral("%1.png").arg(i), i, 64, 64);
    std::atomic_int asked = 0;
    QElapsedTimer clock;
    std::atomic<qint64> canceledAt = 0;
    clock.start();
    SourceListener listener;
    listener.isCanceled = [&] {
        if (++asked < 340)
            return false;
        qint64 never = 0;
        canceledAt.compare_exchange_strong(never, clock.elapsed());
        return true;
    };
    const auto sources = readSources({m_folder->path()}, {}, listener);
    QVERIFY(clock.elapsed() - canceledAt < 200);
    QVERIFY(sources.front().records.size() < 300);
}

// Pascal VOC ------------------------------------------------------------------------------------------------------------

void SourceTest::vocStrayClicksAreRejected_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("boxes");
    QTest::newRow("00338, 13th object") << "BloodImage_00338" << 163 << 13;
    QTest::newRow("00343, 4th object") << "BloodImage_00343" << 55 << 11;
}

void SourceTest::vocStrayClicksAreRejected()
{
    QFETCH(QString, name);
    QFETCH(int, line);
    QFETCH(int, boxes);
    QVERIFY(QDir().mkpath(path(QStringLiteral("Annotations"))));
    QVERIFY(QFile::copy(QStringLiteral(ORIEL_TEST_DATA "/formats/bccd/") + name + QStringLiteral(".xml"), path(QStringLiteral("Annotations/") + name + QStringLiteral(".xml"))));
    picture(QStringLiteral("JPEGImages/") + name + QStringLiteral(".jpg"), 1);
    const SourceData data = read();
    QCOMPARE(data.format, QStringLiteral("voc"));
    QCOMPARE(int(data.records.front().boxes.size()), boxes);
    QCOMPARE(data.annotationsRead, boxes + 1);
    QCOMPARE(data.annotationsRejected, 1);
    const auto issue = std::ranges::find(data.issues, QStringLiteral("box_zero"), &ImportIssue::code);
    QVERIFY(issue != data.issues.end());
    QCOMPARE(issue->line, line);
    QCOMPARE(issue->level, Level::Rejected);
    QVERIFY(!codes(data, Level::Rejected).contains(QLatin1String("image_missing"))); // its <path> is of another machine
}

void SourceTest::vocNearRepeatIsKept()
{
    QVERIFY(QDir().mkpath(path(QStringLiteral("Annotations"))));
    QVERIFY(QFile::copy(QStringLiteral(ORIEL_TEST_DATA "/formats/bccd/BloodImage_00020.xml"), path(QStringLiteral("Annotations/BloodImage_00020.xml"))));
    picture(QStringLiteral("JPEGImages/BloodImage_00020.jpg"), 1);
    const SourceData data = read();
    QCOMPARE(codes(data, Level::Notice).count(QStringLiteral("box_near_repeat")), 1);
    QCOMPARE(data.annotationsRead, qint64(data.records.front().boxes.size()));
}

void SourceTest::vocSplitsAndStates()
{
    for (const char* name : {"a", "b", "c", "d", "e"})
        picture(QStringLiteral("JPEGImages/%1.png").arg(QLatin1String(name)), name[0]);
    file(QStringLiteral("Annotations/a.xml"), voc("a.png", object("RBC", 1, 1, 640, 480, "<difficult>1</difficult><truncated>1</truncated>")));
    file(QStringLiteral("Annotations/b.xml"), voc("b.png", {}));
    file(QStringLiteral("Annotations/d.xml"), voc("d", object("RBC", 10, 10, 20, 20))); // no extension
    file(QStringLiteral("Annotations/gone.xml"), voc("gone.png", object("RBC", 10, 10, 20, 20)));
    file(QStringLiteral("ImageSets/Main/train.txt"), "a\nb 1\n");
    file(QStringLiteral("ImageSets/Main/val.txt"), "c\r\n");
    file(QStringLiteral("ImageSets/Main/trainval.txt"), "a\nb\nc\nd\n");
    file(QStringLiteral("ImageSets/Main/test.txt"), "e\n");
    file(QStringLiteral("ImageSets/Main/RBC_train.txt"), "c 1\n");
    const SourceData data = read();
    QCOMPARE(record(data, QStringLiteral("a.png")).boxes.front().rect, QRectF(0, 0, 640, 480));
    QCOMPARE(record(data, QStringLiteral("a.png")).boxes.front().flags, 1 | 2);
    QVERIFY(record(data, QStringLiteral("b.png")).hasRecord); // without concept
    QVERIFY(record(data, QStringLiteral("b.png")).boxes.empty());
    QVERIFY(!record(data, QStringLiteral("c.png")).hasRecord); // unseen
    QCOMPARE(record(data, QStringLiteral("d.png")).boxes.size(), size_t(1));
    QCOMPARE(record(data, QStringLiteral("a.png")).split, Split::Train);
    QCOMPARE(record(data, QStringLiteral("b.png")).split, Split::Train);
    QCOMPARE(record(data, QStringLiteral("c.png")).split, Split::Validation);
    QCOMPARE(record(data, QStringLiteral("d.png")).split, Split::Train);
    QCOMPARE(record(data, QStringLiteral("e.png")).split, Split::Test);
    QCOMPARE(codes(data, Level::Rejected), QStringList{QStringLiteral("image_missing")});
    QCOMPARE(data.annotationsRead, 3);
    QCOMPARE(data.annotationsRejected, 1);
}

void SourceTest::vocCountsFromZeroWhenOneDoes()
{
    picture(QStringLiteral("a.png"), 1);
    picture(QStringLiteral("b.png"), 2);
    file(QStringLiteral("a.xml"), voc("a.png", object("x", 0, 10, 20, 30)));
    file(QStringLiteral("b.xml"), voc("b.png", object("x", 5, 10, 20, 30)));
    const SourceData data = read();
    QCOMPARE(record(data, QStringLiteral("a.png")).boxes.front().rect, QRectF(0, 10, 20, 20));
    QCOMPARE(record(data, QStringLiteral("b.png")).boxes.front().rect, QRectF(5, 10, 15, 20));
}

void SourceTest::vocPartsAndTurnedBoxes()
{
    picture(QStringLiteral("a.png"), 1);
    file(QStringLiteral("a.xml"), voc("a.png", object("person", 11, 21, 50, 60,
            "<part><name>head</name><bndbox><xmin>12</xmin><ymin>22</ymin><xmax>20</xmax><ymax>30</ymax></bndbox></part>")
        + "<object><name>ship</name><robndbox><cx>100</cx><cy>100</cy><w>40</w><h>20</h><angle>1.5707963267948966</angle></robndbox></object>"));
    const SourceData data = read();
    const auto& boxes = record(data, QStringLiteral("a.png")).boxes;
    QCOMPARE(boxes.size(), size_t(2));
    QCOMPARE(boxes[0].rect, QRectF(10, 20, 40, 40));
    QVERIFY(std::abs(boxes[1].rect.width() - 21) < 1e-6 && std::abs(boxes[1].rect.height() - 41) < 1e-6); // 1-based, as all of the file
    QVERIFY(codes(data, Level::Notice).contains(QLatin1String("parts_ignored")));
    QVERIFY(codes(data, Level::Repaired).contains(QLatin1String("shape_to_box")));
}

void SourceTest::vocBombIsRefused()
{
    picture(QStringLiteral("a.png"), 1);
    file(QStringLiteral("a.xml"), "<?xml version=\"1.0\"?><!DOCTYPE b [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><annotation><filename>&b;</filename></annotation>");
    QElapsedTimer clock;
    clock.start();
    const SourceData data = read();
    QVERIFY(clock.elapsed() < 5000); // entities that were followed would take for ever
    QCOMPARE(codes(data, Level::Rejected), QStringList{QStringLiteral("bad_file")});
}

void SourceTest::vocEncodings()
{
    picture(QStringLiteral("a.png"), 1);
    picture(QStringLiteral("b.png"), 2);
    const QString text = QString::fromUtf8(voc("a.png", object("größe", 10, 10, 20, 20)));
    QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    file(QStringLiteral("a.xml"), QByteArray(utf16.encode(text)));
    file(QStringLiteral("b.xml"), QString::fromUtf8(voc("b.png", object("größe", 10, 10, 20, 20))).toLatin1());
    const SourceData data = read();
    QCOMPARE(data.concepts, QStringList{QStringLiteral("größe")});
    QCOMPARE(data.annotationsRead, 2);
    QCOMPARE(codes(data, Level::Notice), QStringList{QStringLiteral("encoding_guessed")});
}

void SourceTest::vocTurnedPicture()
{
    file(QStringLiteral("a.jpg"), pictures::withOrientation(pictures::jpeg(pictures::quarters(640, 480)), 6));
    file(QStringLiteral("a.xml"), voc("a.jpg", object("x", 1, 1, 100, 50)));
    const SourceData data = read();
    QCOMPARE(data.records.front().header.size, QSize(480, 640));
    QCOMPARE(data.records.front().boxes.front().rect, QRectF(430, 0, 50, 100));
    QCOMPARE(codes(data, Level::Repaired), QStringList{QStringLiteral("box_turned")});
}

// COCO ------------------------------------------------------------------------------------------------------------------

void SourceTest::cocoJoinsAtTheEnd()
{
    picture(QStringLiteral("images/a.png"), 1);
    picture(QStringLiteral("images/b.png"), 2);
    picture(QStringLiteral("images/c.png"), 3);
    file(QStringLiteral("annotations/instances_val2017.json"),
         R"({"annotations":[{"id":1,"image_id":7,"category_id":90,"bbox":[10,20,30,40],"iscrowd":0},
             {"id":2,"image_id":7,"category_id":3,"bbox":[0,0,640,480],"iscrowd":1}],
             "images":[{"id":7,"file_name":"a.png","width":640,"height":480},{"id":9,"file_name":"b.png","width":640,"height":480}],
             "categories":[{"id":1,"name":"cat"},{"id":3,"name":"dog"},{"id":90,"name":"cup"}]})");
    const SourceData data = read();
    QCOMPARE(data.format, QStringLiteral("coco"));
    QCOMPARE(data.concepts, QStringList({QStringLiteral("cat"), QStringLiteral("dog"), QStringLiteral("cup")}));
    const SourceRecord& a = record(data, QStringLiteral("a.png"));
    QCOMPARE(a.boxes.size(), size_t(2));
    QCOMPARE(a.boxes[0].conceptName, QStringLiteral("cup"));
    QCOMPARE(a.boxes[0].rect, QRectF(10, 20, 30, 40));
    QCOMPARE(a.boxes[1].flags, 8);
    QCOMPARE(a.sourceId, QStringLiteral("7"));
    QCOMPARE(a.split, Split::Validation);
    QVERIFY(record(data, QStringLiteral("b.png")).hasRecord); // without concept
    QVERIFY(!record(data, QStringLiteral("c.png")).hasRecord); // not listed: unseen
    QCOMPARE(read(QStringLiteral("annotations/instances_val2017.json")).records.size(), size_t(2)); // the file by itself
}

void SourceTest::cocoShapes()
{
    picture(QStringLiteral("a.png"), 1, 20, 10);
    file(QStringLiteral("a.json"), R"({"images":[{"id":1,"file_name":"a.png","width":20,"height":10}],"categories":[{"id":1,"name":"x"}],"annotations":[
        {"image_id":1,"category_id":1,"segmentation":[[2,3,8,3,8,7,2,7]]},
        {"image_id":1,"category_id":1,"iscrowd":1,"segmentation":{"size":[10,20],"counts":[32,3,7,3,155]}},
        {"image_id":1,"category_id":1,"bbox":[5,5,0,10]},
        {"image_id":1,"category_id":1,"bbox":[5,5,-3,4]},
        {"image_id":1,"category_id":1,"bbox":[null,1,2,3]},
        {"image_id":1,"category_id":1,"keypoints":[1,2,3]}]})");
    const SourceData data = read();
    const auto& boxes = data.records.front().boxes;
    QCOMPARE(boxes.size(), size_t(3));
    QCOMPARE(boxes[0].rect, QRectF(2, 3, 6, 4));
    QCOMPARE(boxes[1].rect, QRectF(3, 2, 2, 3)); // runs go down the columns
    QCOMPARE(boxes[1].flags, 8);
    QCOMPARE(boxes[2].rect, QRectF(2, 5, 3, 4));
    QCOMPARE(codes(data, Level::Rejected), QStringList({QStringLiteral("shape_without_area"), QStringLiteral("box_zero"), QStringLiteral("box_not_number")}));
    QVERIFY(codes(data, Level::Repaired).contains(QLatin1String("box_swapped")));
    QVERIFY(codes(data, Level::Repaired).contains(QLatin1String("shape_to_box")));
    QCOMPARE(data.annotationsRead, 6);
    QCOMPARE(data.annotationsRejected, 3);
}

void SourceTest::cocoUnknownThings()
{
    picture(QStringLiteral("a.png"), 1);
    file(QStringLiteral("a.json"), R"({"images":[{"id":1,"file_name":"a.png"},{"id":1,"file_name":"a.png"},{"id":2,"file_name":"gone.png"}],
        "categories":[{"id":1,"name":"x"}],"annotations":[{"image_id":999,"category_id":1,"bbox":[1,1,5,5]},
        {"image_id":1,"category_id":77,"bbox":[1,1,5,5]},{"image_id":2,"category_id":1,"bbox":[1,1,5,5]},{"image_id":1,"category_id":1,"bbox":[1,1,5,5]}]})");
    const SourceData data = read();
    QCOMPARE(codes(data, Level::Rejected), QStringList({QStringLiteral("image_missing"), QStringLiteral("unknown_image"), QStringLiteral("unknown_class")}));
    QCOMPARE(data.annotationsRejected, 3); // that of the missing picture too
    const auto unknown = std::ranges::find(data.issues, QStringLiteral("unknown_class"), &ImportIssue::code);
    QCOMPARE(unknown->line, 2); // element number
    QVERIFY(codes(data, Level::Notice).contains(QLatin1String("repeated_id")));
    QCOMPARE(data.records.front().boxes.size(), size_t(1));
}

void SourceTest::cocoSameNameInTwoFolders()
{
    picture(QStringLiteral("one/a.png"), 1);
    picture(QStringLiteral("two/a.png"), 2);
    file(QStringLiteral("a.json"), R"({"images":[{"id":1,"file_name":"one/a.png"},{"id":2,"file_name":"two/a.png"},{"id":3,"file_name":"three/a.png"}],
        "categories":[{"id":1,"name":"x"}],"annotations":[{"image_id":1,"category_id":1,"bbox":[1,1,5,5]}]})");
    const SourceData data = read();
    QCOMPARE(data.records.size(), size_t(2));
    QCOMPARE(codes(data, Level::Rejected), QStringList{QStringLiteral("ambiguous_name")});
}

void SourceTest::cocoCutIsAnError()
{
    picture(QStringLiteral("a.png"), 1);
    const QByteArray cut = R"({"images":[{"id":1,"file_name":"a.png"}],"annotations":[{"image_id":1,"cat)";
    file(QStringLiteral("a.json"), cut);
    const QString message = errorOf(QStringLiteral("a.json"));
    QVERIFY2(message.contains(QStringLiteral("byte %1.").arg(cut.size() + 1)), qPrintable(message));
    QVERIFY(message.contains(QLatin1String("not changed")));
}

void SourceTest::cocoResultsAloneSayWhatTheyLack()
{
    picture(QStringLiteral("a.png"), 1);
    file(QStringLiteral("results.json"), R"([{"image_id":1,"category_id":1,"bbox":[1,1,5,5],"score":0.5}])");
    const SourceData alone = read(QStringLiteral("results.json"));
    QCOMPARE(codes(alone, Level::Rejected), QStringList{QStringLiteral("unknown_image")});
    SourceOptions options; // what an earlier import left in the project
    options.knownIds = [this] { return KnownIds{{{QStringLiteral("1"), path(QStringLiteral("a.png"))}}, {{QStringLiteral("1"), QStringLiteral("cat")}}}; };
    const SourceData known = read(QStringLiteral("results.json"), options);
    QCOMPARE(known.records.size(), size_t(1));
    QVERIFY(!known.records.front().hasRecord);
    QCOMPARE(known.records.front().drafts.size(), size_t(1));
    QCOMPARE(known.records.front().drafts.front().conceptName, QStringLiteral("cat"));
    QCOMPARE(*known.records.front().drafts.front().rect, QRectF(1, 1, 5, 5));
}

// YOLO ------------------------------------------------------------------------------------------------------------------

void SourceTest::yoloNames_data()
{
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<QStringList>("concepts");
    QTest::addColumn<QString>("ofTwo");
    const QStringList three{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    QTest::newRow("list") << QByteArray("names: [a, b, c]\n") << three << "c";
    QTest::newRow("block list") << QByteArray("names:\n  - a\n  - b\n  - c\n") << three << "c";
    QTest::newRow("map with a gap") << QByteArray("names:\n  0: a\n  2: c\n") << QStringList({QStringLiteral("a"), QStringLiteral("c")}) << "c";
    QTest::newRow("BOM") << QByteArray("\xEF\xBB\xBFnames: [a, b, c]\n") << three << "c";
}

void SourceTest::yoloNames()
{
    QFETCH(QByteArray, names);
    QFETCH(QString, ofTwo);
    picture(QStringLiteral("images/p.png"), 1);
    file(QStringLiteral("labels/p.txt"), "2 0.5 0.5 1 1\n");
    file(QStringLiteral("data.yaml"), names + "train: images\n");
    const SourceData data = read();
    QCOMPARE(data.format, QStringLiteral("yolo"));
    QTEST(data.concepts, "concepts");
    QCOMPARE(data.records.front().boxes.front().conceptName, ofTwo);
    QCOMPARE(data.records.front().boxes.front().rect, QRectF(0, 0, 640, 480));
}

void SourceTest::yoloRows()
{
    file(QStringLiteral("data.yaml"), "train: images/train\nval: images/val\nnc: 4\nnames: [a, b, c]\n");
    picture(QStringLiteral("images/train/empty.png"), 1);
    picture(QStringLiteral("images/train/unseen.png"), 2);
    picture(QStringLiteral("images/train/rows.png"), 3);
    picture(QStringLiteral("images/val/pixels.png"), 4);
    file(QStringLiteral("labels/train/empty.txt"), "");
    file(QStringLiteral("labels/train/rows.txt"), "0.0 0.5 0.5 0.1 0.1\r\n5 0.5 0.5 0.1 0.1\n1 0.1 0.1 0.2 0.1 0.2 0.2 0.1 0.2\n"
                                                  "1 0.5 0.5 0.6 0.5 0.6 0.6 0.55 0.7 0.5 0.6\n0 0.5 0.5 0.1 0.1 0.9\nx y\n");
    file(QStringLiteral("labels/val/pixels.txt"), "0 320 240 100 100\n");
    file(QStringLiteral("labels/val/lonely.txt"), "0 0.5 0.5 0.1 0.1\n");
    const SourceData data = read();
    QVERIFY(record(data, QStringLiteral("empty.png")).hasRecord);
    QVERIFY(!record(data, QStringLiteral("unseen.png")).hasRecord);
    const auto& boxes = record(data, QStringLiteral("rows.png")).boxes;
    QCOMPARE(boxes.size(), size_t(3));
    QCOMPARE(boxes[0].conceptName, QStringLiteral("a"));
    QCOMPARE(boxes[1].rect, QRectF(64, 48, 64, 48)); // four corners
    QCOMPARE(boxes[2].rect, QRectF(320, 240, 64, 96)); // five points
    QVERIFY(!record(data, QStringLiteral("pixels.png")).hasRecord); // unseen, not "nothing there"
    QCOMPARE(record(data, QStringLiteral("pixels.png")).split, Split::Validation);
    QCOMPARE(codes(data, Level::Rejected), QStringList({QStringLiteral("bad_row"), QStringLiteral("unknown_class"),
                                                        QStringLiteral("not_normalised"), QStringLiteral("image_missing")}));
    QCOMPARE(std::ranges::find(data.issues, QStringLiteral("unknown_class"), &ImportIssue::code)->line, 2);
    QVERIFY(codes(data, Level::Notice).contains(QLatin1String("names_differ")));
    QCOMPARE(data.annotationsRead, 7);
    QCOMPARE(data.annotationsRejected, 3);
}

void SourceTest::yoloForeignPathsAndSplits()
{
    file(QStringLiteral("data.yaml"), "\xEF\xBB\xBFpath: C:\\Users\\somebody\\set\ntrain: ..\\train\\images\nval: /home/other/set/valid/images\ntest: test.txt\nnames: {0: a}\n");
    picture(QStringLiteral("train/images/a.png"), 1);
    file(QStringLiteral("train/labels/a.txt"), "0 0.5 0.5 0.5 0.5");
    picture(QStringLiteral("valid/images/b.png"), 2);
    picture(QStringLiteral("extra/c.png"), 3);
    file(QStringLiteral("test.txt"), "./extra/c.png\n");
    const SourceData data = read(QStringLiteral("data.yaml"));
    QCOMPARE(data.records.size(), size_t(3));
    QCOMPARE(record(data, QStringLiteral("a.png")).split, Split::Train);
    QCOMPARE(record(data, QStringLiteral("a.png")).boxes.size(), size_t(1));
    QCOMPARE(record(data, QStringLiteral("b.png")).split, Split::Validation);
    QCOMPARE(record(data, QStringLiteral("c.png")).split, Split::Test);
}

// CSV -------------------------------------------------------------------------------------------------------------------

void SourceTest::csvForms_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << QByteArray("filename,label\na.png,cat\nb.png,dog\n");
    QTest::newRow("semicolon") << QByteArray("filename;label\na.png;cat\nb.png;dog\n");
    QTest::newRow("tab") << QByteArray("filename\tlabel\na.png\tcat\nb.png\tdog\n");
    QTest::newRow("BOM, CRLF, no last line end") << QByteArray("\xEF\xBB\xBF""filename,label\r\na.png,cat\r\nb.png,dog");
    QTest::newRow("quotes") << QByteArray("\"file_name\",\"class\",\"note\"\na.png,\"cat\",\"a, b\"\"c\"\"\nd\"\nb.png,dog,\n");
    QTest::newRow("other order and case") << QByteArray("Label,Image\ncat,.\\a.png\ndog,C:\\set\\b.png\n");
    QTest::newRow("no header") << QByteArray("a.png,cat\nb.png,dog\n");
}

void SourceTest::csvForms()
{
    QFETCH(QByteArray, text);
    picture(QStringLiteral("a.png"), 1);
    picture(QStringLiteral("b.png"), 2);
    file(QStringLiteral("labels.csv"), text);
    const SourceData data = read(QStringLiteral("labels.csv"));
    QCOMPARE(data.format, QStringLiteral("csv"));
    QCOMPARE(data.type, ViewType::Classification);
    QCOMPARE(data.records.size(), size_t(2));
    QCOMPARE(record(data, QStringLiteral("a.png")).labels, QStringList{QStringLiteral("cat")});
    QCOMPARE(record(data, QStringLiteral("b.png")).labels, QStringList{QStringLiteral("dog")});
    QVERIFY(data.issues.empty());
}

void SourceTest::csvBoxes()
{
    picture(QStringLiteral("a.png"), 1);
    picture(QStringLiteral("b.png"), 2);
    file(QStringLiteral("a.csv"), "filename,width,height,class,xmin,ymin,xmax,ymax\na.png,640,480,cat,10,20,40,60\na.png,640,480,dog,0,0,640,480\nb.png,640,480,,,,,\n");
    SourceData data = read(QStringLiteral("a.csv"));
    QCOMPARE(data.type, ViewType::Detection);
    QCOMPARE(record(data, QStringLiteral("a.png")).boxes[0].rect, QRectF(10, 20, 30, 40));
    QCOMPARE(record(data, QStringLiteral("a.png")).boxes[1].rect, QRectF(0, 0, 640, 480));
    QVERIFY(record(data, QStringLiteral("b.png")).hasRecord && record(data, QStringLiteral("b.png")).boxes.empty());
    file(QStringLiteral("b.csv"), "a.png,10,20,40,60,cat\nb.png,,,,,\n");
    data = read(QStringLiteral("b.csv"));
    QCOMPARE(record(data, QStringLiteral("a.png")).boxes[0].rect, QRectF(10, 20, 30, 40));
    QVERIFY(record(data, QStringLiteral("b.png")).hasRecord);
    file(QStringLiteral("c.csv"), "image,label,x,y,w,h\na.png,cat,10,20,30,40\n");
    QCOMPARE(read(QStringLiteral("c.csv")).records.front().boxes[0].rect, QRectF(10, 20, 30, 40));
    file(QStringLiteral("d.csv"), "image;label;x1;y1;x2;y2\na.png;cat;0,25;0;0,5;1\n");
    QCOMPARE(read(QStringLiteral("d.csv")).records.front().boxes[0].rect, QRectF(160, 0, 160, 480)); // decimal comma, shares
}

void SourceTest::csvBadRow()
{
    picture(QStringLiteral("a.png"), 1);
    file(QStringLiteral("a.csv"), "filename,width,height,class,xmin,ymin,xmax,ymax\na.png,640,480,cat,10,20,40\na.png,640,480,cat,1,2,30,40\ngone.png,1,1,cat,1,1,2,2\n");
    const SourceData data = read(QStringLiteral("a.csv"));
    QCOMPARE(codes(data, Level::Rejected), QStringList({QStringLiteral("bad_row"), QStringLiteral("image_missing")}));
    QCOMPARE(data.issues.front().line, 2);
    QCOMPARE(data.records.front().boxes.size(), size_t(1));
    QCOMPARE(data.annotationsRead, 3);
}

void SourceTest::csvAnswers()
{
    picture(QStringLiteral("a.png"), 1);
    picture(QStringLiteral("b.png"), 2);
    file(QStringLiteral("wide.csv"), "filename,cat,dog,split\na.png,1,0,train\nb.png,,1,valid\n");
    SourceData data = read(QStringLiteral("wide.csv"));
    QCOMPARE(data.type, ViewType::Tagging);
    using Answers = std::vector<std::pair<QString, bool>>;
    QCOMPARE(record(data, QStringLiteral("a.png")).answers, (Answers{{QStringLiteral("cat"), true}, {QStringLiteral("dog"), false}}));
    QCOMPARE(record(data, QStringLiteral("b.png")).answers, (Answers{{QStringLiteral("dog"), true}}));
    QCOMPARE(record(data, QStringLiteral("b.png")).split, Split::Validation);
    file(QStringLiteral("lists.csv"), "filename,concepts\na.png,cat;dog\nb.png,\n");
    data = read(QStringLiteral("lists.csv"));
    QCOMPARE(data.type, ViewType::Tagging);
    QCOMPARE(record(data, QStringLiteral("a.png")).labels, QStringList({QStringLiteral("cat"), QStringLiteral("dog")}));
    QVERIFY(record(data, QStringLiteral("b.png")).hasRecord);
}

void SourceTest::csvInThreeFiles()
{
    const QByteArray header = "filename,class,xmin,ymin,xmax,ymax\n", a = "a.png,cat,10,20,40,60\n", b = "b.png,cat,10,20,40,60\n";
    picture(QStringLiteral("images/a.png"), 1);
    picture(QStringLiteral("images/b.png"), 2);
    file(QStringLiteral("all.csv"), header + a + b);
    file(QStringLiteral("train.csv"), header + a);
    file(QStringLiteral("test.csv"), header + b);
    const SourceData data = read();
    QCOMPARE(data.records.size(), size_t(2));
    QCOMPARE(record(data, QStringLiteral("a.png")).boxes.size(), size_t(1));
    QCOMPARE(record(data, QStringLiteral("a.png")).split, Split::Train);
    QCOMPARE(record(data, QStringLiteral("b.png")).split, Split::Test);
    QCOMPARE(data.annotationsRead, 4);
    QCOMPARE(data.annotationsRepeated, 2);
}

void SourceTest::splitOptionsWin()
{
    picture(QStringLiteral("train/ants/a.png"), 1);
    picture(QStringLiteral("train/bees/b.png"), 2);
    SourceOptions options;
    options.split = Split::Test;
    options.splitOfName.insert(QStringLiteral("train/bees/b.png"), Split::Validation);
    const SourceData data = read({}, options);
    QCOMPARE(record(data, QStringLiteral("a.png")).split, Split::Test);
    QCOMPARE(record(data, QStringLiteral("b.png")).split, Split::Validation);
}

QTEST_GUILESS_MAIN(SourceTest)
#include "SourceTest.moc"
