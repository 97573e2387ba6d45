#include "StorageFixture.h"
#include "tests/support/ProcessorTime.h"

#include "core/storage/TransferRepository.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace core;

class ImportWriterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsWrittenIsRead();
    void oneUndoTakesItAllBackAndKeepsTheLog();
    void knownPicturesAreFound();
    void rootsAreSharedAndNamedApart();
    void viewOfAnotherTypeIsRefused();
    void answersFollowTheTable();
    void everyViewGetsThePicture();
    void tenThousandPicturesAreFast();

private:
    template <class Act>
    static void import(StorageFixture& fixture, Act act)
    {
        Transaction transaction(fixture.database);
        Journal journal(fixture.database);
        journal.begin(QStringLiteral("import"));
        ImportWriter writer(fixture.database, journal);
        act(writer);
        journal.end();
        transaction.commit();
    }
};

void ImportWriterTest::whatIsWrittenIsRead()
{
    StorageFixture fixture;
    auto record = StorageFixture::picture(1);
    record.mtimeNs = 1'700'000'000'123'456'789;
    record.format = 2;
    record.orientation = 6;
    record.frames = 3;
    record.bits = 16;
    record.channels = 4;
    record.health = Health::Truncated;
    record.split = Split::Validation;
    record.sourceId = QStringLiteral("397133");
    record.relativePath = QString::fromUtf8("пример/图 片/😀 e\u0301.jpg");
    import(fixture, [&](ImportWriter& writer) { record.id = writer.addImage(writer.ensureRoot(QStringLiteral("/data/set")), record, {}); });
    auto found = *ImageRepository(fixture.database).find(record.id);
    QVERIFY(!found.uuid.isNull());
    record.uuid = found.uuid;
    record.path = QStringLiteral("/data/set/") + record.relativePath; // exactly as the file system spells it
    QCOMPARE(found, record);
}

void ImportWriterTest::oneUndoTakesItAllBackAndKeepsTheLog()
{
    StorageFixture fixture;
    const auto empty = fixture.dump();
    TransferId transfer;
    import(fixture, [&](ImportWriter& writer) {
        transfer = writer.beginTransfer(QStringLiteral("voc"), QStringLiteral("/data/bccd"), {{QStringLiteral("seed"), 1}});
        const auto root = writer.ensureRoot(QStringLiteral("/data/bccd"));
        const auto image = writer.addImage(root, StorageFixture::picture(1), transfer);
        const auto view = writer.ensureView(QStringLiteral("Cells"), ViewType::Detection);
        const auto rbc = writer.ensureConcept(view, QStringLiteral("RBC"));
        const auto item = writer.item(view, image);
        QVERIFY(writer.isUnseen(item));
        writer.storeBoxes(item, {{.conceptId = rbc, .rect = QRectF(1, 2, 3, 4), .flags = Difficult}, {.conceptId = rbc, .rect = QRectF(0, 0, 100, 80)}});
        QVERIFY(!writer.isUnseen(item));
        writer.setSplit(image, Split::Validation);
        writer.addIssue(transfer, 2, QStringLiteral("box_zero"), QStringLiteral("a.xml"), 163, QStringLiteral("504,337"));
        writer.endTransfer(transfer, {{QStringLiteral("images"), 1}});
    });
    QVERIFY(fixture.isSound());
    const auto view = ViewRepository(fixture.database).all().at(0).id;
    const auto item = AnnotationRepository(fixture.database).allItems(view).at(0);
    QCOMPARE(item.annotation.state, ItemState::Annotated);
    QCOMPARE(item.annotation.boxes.size(), size_t(2));
    QCOMPARE(item.annotation.boxes[0].rect, QRectF(1, 2, 3, 4));
    QCOMPARE(item.annotation.boxes[0].flags, int(Difficult));
    QCOMPARE(item.image.split, Split::Validation);
    QCOMPARE(AnnotationRepository(fixture.database).itemIds(view, {.split = Split::Validation}).size(), size_t(1));

    const auto full = fixture.dump();
    QVERIFY(fixture.undo());
    QCOMPARE(fixture.dump(), empty);
    QVERIFY(fixture.isSound());
    const auto issues = TransferRepository(fixture.database).issues(transfer);
    QCOMPARE(issues.size(), size_t(1));
    QCOMPARE(issues[0].line, 163);
    QVERIFY(TransferRepository(fixture.database).all().at(0).finished);
    QVERIFY(fixture.redo());
    QCOMPARE(fixture.dump(), full);
}

void ImportWriterTest::knownPicturesAreFound()
{
    StorageFixture fixture;
    fixture.addImages(3);
    import(fixture, [&](ImportWriter& writer) {
        QVERIFY(writer.findImage(QStringLiteral("/pictures/a/2.png")));
        QVERIFY(writer.findImage(QStringLiteral("/pictures/b/../a/2.png")));
        QVERIFY(!writer.findImage(QStringLiteral("/pictures/a/3.png")));
        QVERIFY(!writer.findImage(QStringLiteral("/picturesque/a/2.png")));
        QCOMPARE(writer.imagesWithBytes(StorageFixture::picture(1).sha256).size(), size_t(1));
        QVERIFY(writer.imagesWithBytes({}).empty());
        QCOMPARE(writer.allImages().size(), size_t(3));
        QCOMPARE(writer.allImages()[0].split, Split::Train);
    });
}

void ImportWriterTest::rootsAreSharedAndNamedApart()
{
    StorageFixture fixture;
    import(fixture, [&](ImportWriter& writer) {
        const auto a = writer.ensureRoot(QStringLiteral("/data/a/images"));
        QCOMPARE(writer.ensureRoot(QStringLiteral("/data/a/images/")), a);
        const auto b = writer.ensureRoot(QStringLiteral("/data/b/images"));
        QVERIFY(a != b);
        writer.addImage(a, StorageFixture::picture(1), {});
        writer.addImage(b, StorageFixture::picture(1), {}); // one name in two folders: two images
    });
    QCOMPARE(ImageRepository(fixture.database).count(), 2);
    import(fixture, [&](ImportWriter& writer) { QVERIFY_EXCEPTION_THROWN(writer.addImage(writer.ensureRoot(QStringLiteral("/data/a/images")), StorageFixture::picture(1), {}), Error); });
}

void ImportWriterTest::viewOfAnotherTypeIsRefused()
{
    StorageFixture fixture;
    fixture.addView(ViewType::Tagging, QStringLiteral("Cells"));
    import(fixture, [&](ImportWriter& writer) {
        QVERIFY_EXCEPTION_THROWN(writer.ensureView(QStringLiteral("cells"), ViewType::Detection), Error);
        const auto view = writer.ensureView(QStringLiteral("CELLS"), ViewType::Tagging);
        QCOMPARE(writer.ensureConcept(view, QStringLiteral("a")), writer.ensureConcept(view, QStringLiteral("A ")));
    });
    QCOMPARE(ViewRepository(fixture.database).all().size(), size_t(1));
}

void ImportWriterTest::answersFollowTheTable()
{
    StorageFixture fixture;
    fixture.addImages(3);
    const auto view = fixture.addView(ViewType::Tagging);
    const auto a = fixture.addConcept(view, QStringLiteral("A"));
    const auto b = fixture.addConcept(view, QStringLiteral("B"));
    const auto items = fixture.items(view);
    import(fixture, [&](ImportWriter& writer) {
        writer.storeAnswers(items[0], {{a, true}});
        writer.storeAnswers(items[1], {{a, true}, {b, false}});
        writer.storeWithoutConcept(items[2]);
    });
    QCOMPARE(fixture.annotation(items[0]).state, ItemState::Partly);
    QCOMPARE(fixture.annotation(items[1]).state, ItemState::Annotated);
    QCOMPARE(fixture.annotation(items[2]).state, ItemState::WithoutConcept);
    QCOMPARE(fixture.annotation(items[2]).labels.size(), size_t(2));
    QVERIFY(fixture.isSound());
}

void ImportWriterTest::everyViewGetsThePicture()
{
    StorageFixture fixture;
    const auto one = fixture.addView(ViewType::Tagging, QStringLiteral("One"));
    const auto two = fixture.addView(ViewType::Detection, QStringLiteral("Two"));
    fixture.addImages(2);
    QCOMPARE(fixture.items(one).size(), size_t(2));
    QCOMPARE(fixture.items(two).size(), size_t(2));
}

void ImportWriterTest::tenThousandPicturesAreFast()
{
    QTemporaryDir folder;
    Database database(folder.filePath(QStringLiteral("project.sqlite")), Database::Mode::Create);
    QElapsedTimer timer;
    timer.start();
    const ProcessorTime time;
    Transaction transaction(database);
    Journal journal(database);
    journal.begin(QStringLiteral("import"));
    ImportWriter writer(database, journal);
    const auto root = writer.ensureRoot(folder.path());
    const auto view = writer.ensureView(QStringLiteral("Cells"), ViewType::Detection);
    const auto id = writer.ensureConcept(view, QStringLiteral("A"));
    for (int i = 0; i < 10'000; ++i) {
        const auto image = writer.addImage(root, StorageFixture::picture(i), {});
        writer.storeBoxes(writer.item(view, image), {{.conceptId = id, .rect = QRectF(1, 1, 9, 9)}, {.conceptId = id, .rect = QRectF(20, 20, 9, 9)}});
    }
    journal.end();
    transaction.commit();
    qInfo() << "10,000 pictures and 20,000 boxes in ms:" << timer.elapsed();
    QVERIFY2(time.seconds() < 10, qPrintable(QString::number(time.seconds()))); // 2 s wanted
    timer.restart();
    const AnnotationRepository annotations(database);
    const auto ids = annotations.itemIds(view, {});
    qInfo() << "10,000 ids in ms:" << timer.elapsed();
    QCOMPARE(ids.size(), size_t(10'000));
    timer.restart();
    QCOMPARE(annotations.items(std::span(ids).first(200)).size(), size_t(200));
    qInfo() << "200 items in ms:" << timer.elapsed();
    timer.restart();
    Transaction undoing(database);
    Journal(database).undo();
    undoing.commit();
    qInfo() << "undone in ms:" << timer.elapsed();
    QCOMPARE(ImageRepository(database).count(), 0);
}

QTEST_GUILESS_MAIN(ImportWriterTest)
#include "ImportWriterTest.moc"
