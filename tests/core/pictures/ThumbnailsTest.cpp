#include "core/pictures/Thumbnails.h"

#include "core/pictures/PictureFile.h"
#include "tests/support/Pictures.h"

#include <QDirIterator>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace core;

class ThumbnailsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void madeOnceThenFound();
    void keptOnDiskByContent();
    void latestRequestComesFirst();
    void wantedDropsTheRest();
    void everyShapeAtEveryTileSizeIsFoundAsAsked_data();
    void everyShapeAtEveryTileSizeIsFoundAsAsked();
    void equalPicturesAreBothAnnounced();
    void cropsOfOnePictureDiffer_data();
    void cropsOfOnePictureDiffer();
    void oneFileLackingDoesNotTakeItsCopyAlong();
    void whatIsInMemoryIsAnnouncedToo();
    void anotherContentIsNotKeptAndIsTold();
    void nothingIsWrittenThroughALink_data();
    void nothingIsWrittenThroughALink();
    void unreadablePictureSaysWhy();
    void goingAwayWhileBusyIsSafe();

private:
    Region image(int number, int width = 300, int height = 200);
    int keptFiles() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ThumbnailsTest::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qRegisterMetaType<ImageId>();
    qRegisterMetaType<Region>();
    qRegisterMetaType<Health>();
}

Region ThumbnailsTest::image(int number, int width, int height)
{
    const QByteArray bytes = pictures::numbered(number, width, height);
    Region record;
    record.image.id = ImageId{number + 1};
    record.image.path = pictures::write(m_folder->filePath(QStringLiteral("%1-%2.png").arg(number).arg(width)), bytes);
    record.image.size = QSize(width, height);
    record.image.sha256 = PictureFile::sha256(bytes);
    return record;
}

int ThumbnailsTest::keptFiles() const
{
    int count = 0;
    QDirIterator files(m_folder->filePath(QStringLiteral("cache/thumbs")), QDir::Files, QDirIterator::Subdirectories);
    for (; files.hasNext(); files.next())
        ++count;
    return count;
}

void ThumbnailsTest::madeOnceThenFound()
{
    Thumbnails thumbnails({});
    QSignalSpy ready(&thumbnails, &Thumbnails::ready);
    const Region record = image(1);
    QVERIFY(!thumbnails.find(record, 128));
    thumbnails.request(record, 128);
    thumbnails.request(record, 128);
    QVERIFY(ready.wait(30000));
    QCOMPARE(ready.front().at(0).value<Region>().image.id, record.image.id);
    QCOMPARE(ready.front().at(1).value<QImage>().size(), QSize(128, 85));
    QVERIFY(thumbnails.find(record, 128));
    QVERIFY(!thumbnails.find(record, 320)); // another size is another thumbnail
    QTest::qWait(50);
    QCOMPARE(ready.size(), 1);
}

void ThumbnailsTest::keptOnDiskByContent()
{
    const Region record = image(2);
    {
        Thumbnails thumbnails(m_folder->filePath(QStringLiteral("cache")));
        QSignalSpy ready(&thumbnails, &Thumbnails::ready);
        thumbnails.request(record, 128);
        QVERIFY(ready.wait(30000));
    }
    QCOMPARE(keptFiles(), 1);
    QVERIFY(QFile::remove(record.image.path));
    Thumbnails again(m_folder->filePath(QStringLiteral("cache")));
    QSignalSpy ready(&again, &Thumbnails::ready);
    again.request(record, 128);
    QVERIFY(ready.wait(30000)); // from the kept file alone
    Region edited = record;
    edited.image.sha256 = QByteArray(32, 'x');
    QSignalSpy failed(&again, &Thumbnails::failed);
    again.request(edited, 128);
    QVERIFY(failed.wait(30000)); // other content: the old thumbnail is not shown
}

void ThumbnailsTest::latestRequestComesFirst()
{
    Thumbnails thumbnails({});
    QSignalSpy ready(&thumbnails, &Thumbnails::ready);
    for (int i = 10; i < 30; ++i)
        thumbnails.request(image(i), 64);
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 20, 30000);
    QList<qint64> order;
    for (const auto& signal : ready)
        order << signal.at(0).value<Region>().image.id.value;
    QVERIFY(order.indexOf(30) < order.indexOf(17)); // number 29 before number 16
}

void ThumbnailsTest::wantedDropsTheRest()
{
    Thumbnails thumbnails({});
    QSignalSpy ready(&thumbnails, &Thumbnails::ready);
    for (int i = 40; i < 80; ++i)
        thumbnails.request(image(i), 64);
    const auto first = image(90), second = image(91); // once: each call writes its file anew, which a worker may be reading
    thumbnails.setWanted({first, second}, 64);
    QTRY_VERIFY_WITH_TIMEOUT(thumbnails.find(first, 64) && thumbnails.find(second, 64), 30000);
    QTest::qWait(50);
    QVERIFY(ready.size() < 20); // those that ran already, and the two
}

void ThumbnailsTest::everyShapeAtEveryTileSizeIsFoundAsAsked_data()
{
    QTest::addColumn<QSize>("picture");
    for (const auto& [name, size] : {std::pair{"portrait", QSize(200, 300)}, {"landscape", QSize(300, 200)}, {"square", QSize(250, 250)}, {"strip", QSize(600, 20)},
                                     {"tower", QSize(20, 600)}})
        QTest::newRow(name) << size;
}

void ThumbnailsTest::everyShapeAtEveryTileSizeIsFoundAsAsked()
{
    QFETCH(QSize, picture);
    Thumbnails thumbnails({});
    const Region record = image(200 + picture.width(), picture.width(), picture.height());
    for (int width = 64; width <= 512; width += 16)
        for (const qreal ratio : {1.0, 1.25, 1.5, 2.0}) {
            const int side = Thumbnails::sideFor({width, width * 3 / 4}, ratio); // the frame alone decides
            thumbnails.request(record, side);
            QTRY_VERIFY_WITH_TIMEOUT(thumbnails.find(record, side), 30000);
            const auto found = thumbnails.find(record, side);
            QCOMPARE(std::max(found->width(), found->height()), std::min(side, std::max(picture.width(), picture.height())));
        }
    QCOMPARE(Thumbnails::sideFor({128, 96}, 1), Thumbnails::smallSide);
    QCOMPARE(Thumbnails::sideFor({129, 96}, 1), Thumbnails::largeSide);
    QCOMPARE(Thumbnails::sideFor({96, 129}, 1), Thumbnails::largeSide);
}

void ThumbnailsTest::equalPicturesAreBothAnnounced()
{
    Thumbnails thumbnails({});
    QSignalSpy ready(&thumbnails, &Thumbnails::ready);
    const Region first = image(130);
    Region second = first;
    second.image.id = ImageId{9131};
    thumbnails.setWanted({first, second}, 128);
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 2, 30000);
    QSet<qint64> told;
    for (const auto& signal : ready)
        told.insert(signal.at(0).value<Region>().image.id.value);
    QCOMPARE(told, (QSet<qint64>{first.image.id.value, second.image.id.value}));
}

void ThumbnailsTest::cropsOfOnePictureDiffer_data()
{
    QTest::addColumn<QSize>("size"); // as a viewer sees it
    QTest::addColumn<int>("orientation");
    QTest::newRow("landscape") << QSize(400, 300) << 1;
    QTest::newRow("portrait") << QSize(300, 400) << 1;
    QTest::newRow("square") << QSize(320, 320) << 1;
    QTest::newRow("turned by EXIF") << QSize(300, 400) << 6;
    QTest::newRow("large, so that the decoder may reduce it") << QSize(3200, 2400) << 8;
}

/// Each quarter of the picture has a colour of its own: a crop of one shows it alone, in its own shape, and so does the kept file.
void ThumbnailsTest::cropsOfOnePictureDiffer()
{
    QFETCH(QSize, size);
    QFETCH(int, orientation);
    QTemporaryDir folder;
    const QByteArray bytes = pictures::withOrientation(pictures::jpeg(pictures::storedFor(pictures::quarters(size.width(), size.height()), orientation)), orientation);
    Region whole;
    whole.image.id = ImageId{9200};
    whole.image.path = pictures::write(folder.filePath(QStringLiteral("a.jpg")), bytes);
    whole.image.sha256 = PictureFile::sha256(bytes);
    whole.image.size = size;
    std::vector<Region> regions{whole};
    const std::array colours{QColor(Qt::red), QColor(Qt::green), QColor(Qt::blue), QColor(Qt::white)};
    for (int i = 0; i < 4; ++i) {
        Region quarter = whole;
        quarter.box.value = i + 1;
        quarter.crop = QRect(QPoint(i % 2 * size.width() / 2, i / 2 * size.height() / 2), size / 2).adjusted(10, 10, -10, -10);
        regions.push_back(quarter);
    }
    for (const bool isKept : {false, true}) {
        if (isKept)
            QVERIFY(QFile::remove(whole.image.path));
        Thumbnails thumbnails(folder.filePath(QStringLiteral("cache")));
        QSignalSpy ready(&thumbnails, &Thumbnails::ready);
        thumbnails.setWanted(regions, 128);
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 5, 30000);
        for (size_t i = 0; i < 4; ++i) {
            const auto small = thumbnails.find(regions[i + 1], 128);
            QVERIFY(small.has_value());
            const QSize part = regions[i + 1].crop.size();
            QCOMPARE(std::max(small->width(), small->height()), std::min(128, std::max(part.width(), part.height())));
            QCOMPARE(small->width() > small->height(), part.width() > part.height());
            for (const QPoint corner : {QPoint(2, 2), QPoint(small->width() - 3, small->height() - 3)}) {
                const QColor seen = small->pixelColor(corner);
                QVERIFY2(std::abs(seen.red() - colours[i].red()) + std::abs(seen.green() - colours[i].green()) + std::abs(seen.blue() - colours[i].blue()) < 60, qPrintable(seen.name()));
            }
        }
        QVERIFY(thumbnails.find(whole, 128)->pixelColor(4, 4).red() > 200); // and the whole is still the whole
        QVERIFY(thumbnails.find(whole, 128)->pixelColor(thumbnails.find(whole, 128)->width() - 5, 4).green() > 200);
    }
}

void ThumbnailsTest::oneFileLackingDoesNotTakeItsCopyAlong()
{
    Thumbnails thumbnails({});
    QSignalSpy ready(&thumbnails, &Thumbnails::ready), failed(&thumbnails, &Thumbnails::failed), differs(&thumbnails, &Thumbnails::differs);
    const Region there = image(131);
    Region gone = there;
    gone.image.id = ImageId{9132};
    gone.image.path = m_folder->filePath(QStringLiteral("nowhere.png"));
    thumbnails.request(gone, 128);
    thumbnails.request(there, 128);
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 30000);
    QCOMPARE(ready.front().at(0).value<Region>().image.id, there.image.id);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.front().at(0).value<ImageId>(), gone.image.id);
    QCOMPARE(differs.front().at(1).value<Health>(), Health::Missing);
}

void ThumbnailsTest::whatIsInMemoryIsAnnouncedToo()
{
    Thumbnails thumbnails({});
    QSignalSpy ready(&thumbnails, &Thumbnails::ready);
    const Region record = image(132);
    thumbnails.request(record, 128);
    QVERIFY(ready.wait(30000));
    thumbnails.request(record, 128);
    QVERIFY(ready.wait(30000));
    QCOMPARE(ready.size(), 2);
}

void ThumbnailsTest::anotherContentIsNotKeptAndIsTold()
{
    const int before = keptFiles();
    Thumbnails thumbnails(m_folder->filePath(QStringLiteral("cache")));
    QSignalSpy failed(&thumbnails, &Thumbnails::failed), differs(&thumbnails, &Thumbnails::differs);
    const Region record = image(133);
    pictures::write(record.image.path, pictures::numbered(4133)); // under the same name
    thumbnails.request(record, 128);
    QVERIFY(failed.wait(30000));
    QCOMPARE(differs.size(), 1);
    QCOMPARE(differs.front().at(1).value<Health>(), Health::Changed);
    QVERIFY(failed.front().at(1).toString().contains(QFileInfo(record.image.path).fileName()));
    QVERIFY(!thumbnails.find(record, 128));
    QCOMPARE(keptFiles(), before);
}

void ThumbnailsTest::nothingIsWrittenThroughALink_data()
{
    QTest::addColumn<QString>("link"); // below the cache folder
    QTest::newRow("the folder of thumbnails") << "thumbs";
    QTest::newRow("the folder in it") << "thumbs/%1";
    QTest::newRow("the file") << "thumbs/%1/%2.jpg";
}

void ThumbnailsTest::nothingIsWrittenThroughALink()
{
#ifndef Q_OS_UNIX
    QSKIP("making links takes rights here");
#endif
    QFETCH(QString, link);
    QTemporaryDir folder;
    const Region record = image(134);
    const QString cache = folder.filePath(QStringLiteral("cache")), elsewhere = folder.filePath(QStringLiteral("elsewhere"));
    {
        Thumbnails thumbnails(cache);
        QSignalSpy ready(&thumbnails, &Thumbnails::ready);
        thumbnails.request(record, 128);
        QVERIFY(ready.wait(30000));
    }
    QDirIterator files(cache, QDir::Files, QDirIterator::Subdirectories); // where it puts this one
    QVERIFY(files.hasNext());
    const QFileInfo kept(files.next());
    link = link.contains(QLatin1String("%2")) ? link.arg(kept.dir().dirName(), kept.completeBaseName())
                                              : link.contains(QLatin1String("%1")) ? link.arg(kept.dir().dirName()) : link;
    QVERIFY(QDir(cache).removeRecursively());
    const QString place = cache + QLatin1Char('/') + link;
    QVERIFY(QDir().mkpath(QFileInfo(place).path()));
    const bool isFile = link.endsWith(QLatin1String(".jpg"));
    if (isFile)
        pictures::write(elsewhere, "mine");
    else
        QVERIFY(QDir().mkpath(elsewhere));
    QVERIFY(QFile::link(elsewhere, place));
    Thumbnails thumbnails(cache);
    QSignalSpy ready(&thumbnails, &Thumbnails::ready);
    thumbnails.request(record, 128);
    QVERIFY(ready.wait(30000)); // it is made, and not kept
    if (isFile) {
        QFile mine(elsewhere);
        QVERIFY(mine.open(QIODevice::ReadOnly));
        QCOMPARE(mine.readAll(), QByteArray("mine"));
    } else {
        QVERIFY(QDir(elsewhere).isEmpty());
    }
}

void ThumbnailsTest::unreadablePictureSaysWhy()
{
    Thumbnails thumbnails({});
    QSignalSpy failed(&thumbnails, &Thumbnails::failed);
    Region gone;
    gone.image.id = ImageId{7};
    gone.image.path = m_folder->filePath(QStringLiteral("gone.png"));
    thumbnails.request(gone, 128);
    QVERIFY(failed.wait(30000));
    QVERIFY(failed.front().at(1).toString().contains(QLatin1String("gone.png")));
}

void ThumbnailsTest::goingAwayWhileBusyIsSafe()
{
    std::vector<Region> records;
    for (int i = 100; i < 110; ++i)
        records.push_back(image(i, 900, 700));
    for (int round = 0; round < 5; ++round) {
        Thumbnails thumbnails({});
        for (const Region& record : records)
            thumbnails.request(record, 128);
    }
}

QTEST_GUILESS_MAIN(ThumbnailsTest)
#include "ThumbnailsTest.moc"
