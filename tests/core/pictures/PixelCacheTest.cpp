#include "core/pictures/PixelCache.h"

#include "core/base/Error.h"
#include "core/pictures/PictureFile.h"
#include "tests/support/Pictures.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using Fit = core::Reduction::Fit;

class PixelCacheTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sizesFollowTheRecipes_data();
    void sizesFollowTheRecipes();
    void secondFillDecodesNothing();
    void damagedFileIsMadeAnew();
    void nothingIsWrittenThroughALink();
    void aPictureWithoutPixelsIsNoPicture();
    void unwritableFolderOnlyCostsTheFiles();
    void cancelEndsEarly();
    void unreadablePicturesAreNamed();
};

void PixelCacheTest::sizesFollowTheRecipes_data()
{
    QTest::addColumn<QSize>("picture");
    QTest::addColumn<int>("fit");
    QTest::addColumn<int>("side");
    QTest::addColumn<QSize>("cached");
    QTest::newRow("short side reduced") << QSize(640, 480) << int(Fit::ShortSide) << 256 << QSize(341, 256);
    QTest::newRow("upright") << QSize(480, 640) << int(Fit::ShortSide) << 256 << QSize(256, 341);
    QTest::newRow("short side enlarged") << QSize(100, 50) << int(Fit::ShortSide) << 256 << QSize(512, 256);
    QTest::newRow("long side at most twice") << QSize(1000, 100) << int(Fit::ShortSide) << 64 << QSize(128, 64);
    QTest::newRow("long side reduced") << QSize(640, 480) << int(Fit::LongSide) << 416 << QSize(416, 312);
    QTest::newRow("long side never enlarged") << QSize(320, 240) << int(Fit::LongSide) << 416 << QSize(320, 240);
    QTest::newRow("half is rounded to even") << QSize(200, 101) << int(Fit::LongSide) << 100 << QSize(100, 50);
}

void PixelCacheTest::sizesFollowTheRecipes()
{
    QFETCH(QSize, picture);
    QFETCH(int, fit);
    QFETCH(int, side);
    QTemporaryDir folder;
    const QByteArray bytes = pictures::jpeg(pictures::quarters(picture.width(), picture.height()));
    const QString path = pictures::write(folder.filePath(QStringLiteral("a.jpg")), bytes);
    PixelCache cache(folder.filePath(QStringLiteral("cache")), {Fit(fit), side});
    QVERIFY(cache.fill({{path, PictureFile::sha256(bytes)}}).empty());
    QTEST(cache.at(0).size(), "cached");
    QCOMPARE(cache.at(0).format(), QImage::Format_RGB888);
    QCOMPARE(cache.originalSize(0), picture);
    QVERIFY(cache.at(0).pixelColor(2, 2).red() > 240); // the red quarter is where it was
    QCOMPARE(PixelCache::reduced(path, {Fit(fit), side}), cache.at(0));
}

void PixelCacheTest::secondFillDecodesNothing()
{
    QTemporaryDir folder;
    PixelCache::Pictures list;
    for (int i = 0; i < 12; ++i) {
        const QByteArray bytes = pictures::numbered(i, 60, 40);
        list.emplace_back(pictures::write(folder.filePath(QStringLiteral("%1.png").arg(i)), bytes), PictureFile::sha256(bytes));
    }
    PixelCache first(folder.filePath(QStringLiteral("cache")), {Fit::ShortSide, 20}, 4);
    std::atomic_int most = 0;
    QVERIFY(first.fill(list, [&](int done, int total) {
        most = std::max<int>(most, done);
        Q_ASSERT(total == 12);
    }).empty());
    QCOMPARE(int(most), 12);
    QCOMPARE(first.fromDisk(), 0);
    for (const auto& [path, sha] : list)
        QVERIFY(QFile::remove(path)); // a second fill must not need them
    PixelCache second(folder.filePath(QStringLiteral("cache")), {Fit::ShortSide, 20});
    QVERIFY(second.fill(list).empty() && second.isWhole());
    QCOMPARE(second.fromDisk(), 12);
    for (int i = 0; i < 12; ++i) {
        QCOMPARE(second.at(i), first.at(i));
        QCOMPARE(second.scaleAt(i), first.scaleAt(i));
    }
    QCOMPARE(second.scaleAt(0), 0.5);
}

void PixelCacheTest::damagedFileIsMadeAnew()
{
    QTemporaryDir folder;
    const QByteArray bytes = pictures::numbered(1);
    const PixelCache::Pictures list{{pictures::write(folder.filePath(QStringLiteral("a.png")), bytes), PictureFile::sha256(bytes)}};
    PixelCache cache(folder.filePath(QStringLiteral("cache")), {Fit::LongSide, 16});
    QVERIFY(cache.fill(list).empty());
    const QImage right = cache.at(0);
    QDirIterator files(folder.filePath(QStringLiteral("cache")), QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(files.hasNext());
    QFile kept(files.next());
    QVERIFY(kept.resize(kept.size() - 5));
    QVERIFY(cache.fill(list).empty());
    QCOMPARE(cache.fromDisk(), 0);
    QCOMPARE(cache.at(0), right);
}

void PixelCacheTest::nothingIsWrittenThroughALink()
{
#ifndef Q_OS_UNIX
    QSKIP("making links takes rights here");
#endif
    const QByteArray bytes = pictures::numbered(1);
    for (const bool isFile : {false, true}) {
        QTemporaryDir folder;
        const PixelCache::Pictures list{{pictures::write(folder.filePath(QStringLiteral("a.png")), bytes), PictureFile::sha256(bytes)}};
        const QString cacheFolder = folder.filePath(QStringLiteral("cache")), elsewhere = folder.filePath(QStringLiteral("elsewhere"));
        PixelCache cache(cacheFolder, {Fit::LongSide, 16});
        cache.fill(list);
        QDirIterator files(cacheFolder, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(files.hasNext());
        const QString kept = files.next();
        const QString place = isFile ? kept : QFileInfo(kept).path();
        QVERIFY(isFile ? QFile::remove(place) : QDir(place).removeRecursively());
        if (isFile)
            pictures::write(elsewhere, "mine");
        else
            QVERIFY(QDir().mkpath(elsewhere));
        QVERIFY(QFile::link(elsewhere, place));
        cache.fill(list);
        QCOMPARE(cache.at(0).size(), QSize(16, 12)); // in memory alone
        QVERIFY(isFile ? QFileInfo(elsewhere).size() == 4 : QDir(elsewhere).isEmpty());
    }
}

void PixelCacheTest::aPictureWithoutPixelsIsNoPicture()
{
    const QByteArray cut = pictures::png(pictures::quarters()).left(40); // its header, and nothing behind
    QVERIFY_EXCEPTION_THROWN(PixelCache::reduced(cut, QStringLiteral("a.png"), {Fit::LongSide, 16}), PictureError);
}

void PixelCacheTest::unwritableFolderOnlyCostsTheFiles()
{
    QTemporaryDir folder;
    const QByteArray bytes = pictures::numbered(1);
    const QString path = pictures::write(folder.filePath(QStringLiteral("a.png")), bytes);
    PixelCache cache(path, {Fit::LongSide, 16}); // a file, where a folder should be
    QVERIFY(cache.fill({{path, PictureFile::sha256(bytes)}}).empty());
    QCOMPARE(cache.at(0).size(), QSize(16, 12));
}

void PixelCacheTest::cancelEndsEarly()
{
    QTemporaryDir folder;
    PixelCache::Pictures list;
    for (int i = 0; i < 50; ++i)
        list.emplace_back(pictures::write(folder.filePath(QStringLiteral("%1.png").arg(i)), pictures::numbered(i)), QByteArray());
    std::atomic_int done = 0;
    PixelCache cache({}, {Fit::LongSide, 16}, 2);
    cache.fill(list, [&](int, int) { ++done; }, [&] { return done >= 5; });
    QVERIFY(!cache.isWhole());
    QVERIFY(done < 10);
}

/// Missing, broken, and another picture under the recorded name: each is a line with a reason, and the others are there.
void PixelCacheTest::unreadablePicturesAreNamed()
{
    QTemporaryDir folder;
    const auto good = pictures::numbered(1), other = pictures::numbered(2);
    const auto write = [&](const char* name, const QByteArray& bytes) { return pictures::write(folder.filePath(QLatin1String(name)), bytes); };
    PixelCache cache(folder.filePath(QStringLiteral("cache")), {Fit::LongSide, 16}, 3);
    const PixelCache::Pictures list{{write("good.png", good), PictureFile::sha256(good)}, {write("broken.jpg", "nothing"), {}},
        {folder.filePath(QStringLiteral("missing.png")), PictureFile::sha256(good + "x")}, {write("changed.png", other), PictureFile::sha256(good + "y")},
        {write("last.png", other), PictureFile::sha256(other)}};
    const auto unread = cache.fill(list);
    QVERIFY(cache.isWhole());
    QCOMPARE(int(unread.size()), 3);
    const std::array names{"broken.jpg", "missing.png", "changed.png"};
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(unread[size_t(i)].index, i + 1);
        QVERIFY2(unread[size_t(i)].why.contains(QLatin1String(names[size_t(i)])), qPrintable(unread[size_t(i)].why));
        QVERIFY(cache.at(i + 1).isNull());
    }
    QVERIFY(unread[2].why.contains(QLatin1String("changed")));
    QVERIFY(!cache.at(0).isNull() && !cache.at(4).isNull());
    QCOMPARE(PixelCache(folder.filePath(QStringLiteral("cache")), {Fit::LongSide, 16}).fill(list).size(), size_t(3)); // and nothing wrong was kept
}

QTEST_GUILESS_MAIN(PixelCacheTest)
#include "PixelCacheTest.moc"
