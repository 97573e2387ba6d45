#include "core/pictures/Thumbnails.h"

#include "core/pictures/PictureFile.h"
#include "tests/support/Pictures.h"

#include <QDirIterator>
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
    void unreadablePictureSaysWhy();
    void goingAwayWhileBusyIsSafe();

private:
    ImageRecord image(int number, int width = 300, int height = 200);
    int keptFiles() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ThumbnailsTest::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qRegisterMetaType<ImageId>();
}

ImageRecord ThumbnailsTest::image(int number, int width, int height)
{
    const QByteArray bytes = pictures::numbered(number, width, height);
    ImageRecord record;
    record.id = ImageId{number + 1};
    record.path = pictures::write(m_folder->filePath(QStringLiteral("%1-%2.png").arg(number).arg(width)), bytes);
    record.sha256 = PictureFile::sha256(bytes);
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
    const ImageRecord record = image(1);
    QVERIFY(!thumbnails.find(record, 128));
    thumbnails.request(record, 128);
    thumbnails.request(record, 128);
    QVERIFY(ready.wait(30000));
    QCOMPARE(ready.front().at(0).value<ImageId>(), record.id);
    QCOMPARE(ready.front().at(1).value<QImage>().size(), QSize(128, 85));
    QVERIFY(thumbnails.find(record, 128));
    QVERIFY(!thumbnails.find(record, 320)); // another size is another thumbnail
    QTest::qWait(50);
    QCOMPARE(ready.size(), 1);
}

void ThumbnailsTest::keptOnDiskByContent()
{
    const ImageRecord record = image(2);
    {
        Thumbnails thumbnails(m_folder->filePath(QStringLiteral("cache")));
        QSignalSpy ready(&thumbnails, &Thumbnails::ready);
        thumbnails.request(record, 128);
        QVERIFY(ready.wait(30000));
    }
    QCOMPARE(keptFiles(), 1);
    QVERIFY(QFile::remove(record.path));
    Thumbnails again(m_folder->filePath(QStringLiteral("cache")));
    QSignalSpy ready(&again, &Thumbnails::ready);
    again.request(record, 128);
    QVERIFY(ready.wait(30000)); // from the kept file alone
    ImageRecord edited = record;
    edited.sha256 = QByteArray(32, 'x');
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
        order << signal.at(0).value<ImageId>().value;
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

void ThumbnailsTest::unreadablePictureSaysWhy()
{
    Thumbnails thumbnails({});
    QSignalSpy failed(&thumbnails, &Thumbnails::failed);
    ImageRecord gone;
    gone.id = ImageId{7};
    gone.path = m_folder->filePath(QStringLiteral("gone.png"));
    thumbnails.request(gone, 128);
    QVERIFY(failed.wait(30000));
    QVERIFY(failed.front().at(1).toString().contains(QLatin1String("gone.png")));
}

void ThumbnailsTest::goingAwayWhileBusyIsSafe()
{
    std::vector<ImageRecord> records;
    for (int i = 100; i < 110; ++i)
        records.push_back(image(i, 900, 700));
    for (int round = 0; round < 5; ++round) {
        Thumbnails thumbnails({});
        for (const ImageRecord& record : records)
            thumbnails.request(record, 128);
    }
}

QTEST_GUILESS_MAIN(ThumbnailsTest)
#include "ThumbnailsTest.moc"
