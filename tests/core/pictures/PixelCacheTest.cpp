#include "core/pictures/PixelCache.h"

#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/pictures/Checksum.h"
#include "core/pictures/PictureFile.h"
#include "tests/support/Pictures.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace core;
using Fit = core::Reduction::Fit;

namespace {

/// The whole of a picture that is written below the folder.
Region written(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes)
{
    return {.image = {.path = pictures::write(folder.filePath(name), bytes), .sha256 = PictureFile::sha256(bytes)}};
}

std::vector<Region> several(const QTemporaryDir& folder, int count)
{
    std::vector<Region> regions;
    for (int i = 0; i < count; ++i)
        regions.push_back(written(folder, QStringLiteral("%1.png").arg(i), pictures::numbered(i, 60, 40)));
    return regions;
}

QString cacheOf(const QTemporaryDir& folder)
{
    return folder.filePath(QStringLiteral("cache"));
}

/// The file of the cache whose name ends so.
QString fileOf(const QString& cache, const QString& suffix)
{
    QDirIterator files(cache, {QStringLiteral("*.") + suffix}, QDir::Files, QDirIterator::Subdirectories);
    return files.hasNext() ? files.next() : QString();
}

} // namespace

class PixelCacheTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sizesFollowTheRecipes_data();
    void sizesFollowTheRecipes();
    void checksumsAreThoseOfTheirDefinition();
    void cropsAreCutsOfTheWhole_data();
    void cropsAreCutsOfTheWhole();
    void aCropBeyondItsPictureIsUnread();
    void secondFillDecodesNothing();
    void whatFindsNoRoomInMemoryIsReadFromTheDisk();
    void aPackThatIsDamagedMeanwhileIsDecodedAgain();
    void damagedFilesNeverGiveOtherPixels_data();
    void damagedFilesNeverGiveOtherPixels();
    void twoAtATimeDoNotDisturbEachOther();
    void equalPicturesAreKeptOnce();
    void thePackIsBounded();
    void oldCachesAreSwept();
    void nothingIsWrittenThroughALink_data();
    void nothingIsWrittenThroughALink();
    void aFullDiskOnlyCostsThePack();
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
    const Region region = written(folder, QStringLiteral("a.jpg"), pictures::jpeg(pictures::quarters(picture.width(), picture.height())));
    PixelCache cache(cacheOf(folder), {Fit(fit), side});
    QVERIFY(cache.fill({region}).empty());
    const auto [image, part] = cache.at(0);
    QTEST(image.size(), "cached");
    QCOMPARE(image.format(), QImage::Format_RGB888);
    QCOMPARE(part, QRect(QPoint(0, 0), picture));
    QCOMPARE(cache.partAt(0), part);
    QVERIFY(image.pixelColor(2, 2).red() > 240); // the red quarter is where it was
    QCOMPARE(PixelCache::reduced(region, {Fit(fit), side}).image, image);
}

/// Numbers of the reference program (xxhsum), below and above the 32 bytes that are taken at once.
void PixelCacheTest::checksumsAreThoseOfTheirDefinition()
{
    QByteArray rising;
    for (int i = 0; i < 101; ++i)
        rising.append(char(i));
    QCOMPARE(xxh64(QByteArray()), Q_UINT64_C(0xef46db3751d8e999));
    QCOMPARE(xxh64("a"), Q_UINT64_C(0xd24ec4f1a98c6e5b));
    QCOMPARE(xxh64("abc", 7), Q_UINT64_C(0x9e755206156676d7));
    QCOMPARE(xxh64("Nobody inspects the spammish repetition"), Q_UINT64_C(0xfbcea83c8a378bf1));
    QCOMPARE(xxh64(rising), Q_UINT64_C(0xe99038495f85381e));
    QCOMPARE(xxh64(rising, 7), Q_UINT64_C(0xe878e9791dbc64fa));
}

void PixelCacheTest::cropsAreCutsOfTheWhole_data()
{
    QTest::addColumn<QSize>("size"); // as a viewer sees it
    QTest::addColumn<int>("orientation");
    QTest::newRow("landscape") << QSize(320, 240) << 1;
    QTest::newRow("portrait") << QSize(240, 320) << 1;
    QTest::newRow("square") << QSize(256, 256) << 1;
    QTest::newRow("turned by EXIF") << QSize(240, 320) << 6;
    QTest::newRow("mirrored by EXIF") << QSize(320, 240) << 2;
    QTest::newRow("turned, and so large that the decoder could reduce it") << QSize(1200, 1600) << 8;
}

/// Pixel for pixel, in whatever company a crop is read, and from the disk as well.
void PixelCacheTest::cropsAreCutsOfTheWhole()
{
    QFETCH(QSize, size);
    QFETCH(int, orientation);
    QTemporaryDir folder;
    QImage drawn = pictures::quarters(size.width(), size.height());
    QPainter painter(&drawn);
    for (int i = 0; i < 40; ++i)
        painter.drawLine(i * 31 % size.width(), i * 17 % size.height(), i * 57 % size.width(), i * 83 % size.height());
    painter.end();
    const QByteArray bytes = pictures::withOrientation(pictures::jpeg(pictures::storedFor(drawn, orientation)), orientation);
    const Region whole = written(folder, QStringLiteral("a.jpg"), bytes);
    const QImage decoded = PictureFile::decode(bytes, QStringLiteral("a.jpg")).image;
    QCOMPARE(decoded.size(), size);
    std::vector<Region> regions{whole};
    for (const QRect& crop : {QRect(0, 0, 64, 64), QRect(30, 40, 50, 20), QRect(size.width() - 21, size.height() - 45, 21, 45), QRect(5, 6, 2, 2), QRect(QPoint(0, 0), size)}) {
        regions.push_back(whole);
        regions.back().box.value = qint64(regions.size());
        regions.back().crop = crop;
    }
    const Reduction reduction{Fit::LongSide, 64};
    PixelCache cache(cacheOf(folder), reduction, 3), again(cacheOf(folder), reduction);
    QVERIFY(cache.fill(regions).empty());
    QVERIFY(QFile::remove(whole.image.path));
    QVERIFY(again.fill(regions).empty());
    QCOMPARE(again.fromDisk(), int(regions.size()));
    for (size_t i = 1; i < regions.size(); ++i) {
        const auto [image, part] = cache.at(int(i));
        QCOMPARE(part, regions[i].crop);
        QCOMPARE(image.size(), PixelCache::cachedSize(part.size(), reduction));
        if (std::max(part.width(), part.height()) <= 64) // not reduced: the very pixels
            QCOMPARE(image, decoded.copy(part));
        QCOMPARE(again.at(int(i)).image, image);
        QCOMPARE(again.at(int(i)).part, part);
    }
    QCOMPARE(cache.partAt(0), QRect(QPoint(0, 0), size));
}

void PixelCacheTest::aCropBeyondItsPictureIsUnread()
{
    QTemporaryDir folder;
    auto regions = std::vector(2, several(folder, 1).front());
    regions[0].crop = QRect(600, 10, 20, 20);
    PixelCache cache(cacheOf(folder), {Fit::LongSide, 16});
    const auto unread = cache.fill(regions);
    QCOMPARE(int(unread.size()), 1);
    QCOMPARE(unread.front().index, 0);
    QVERIFY2(unread.front().why.contains(QStringLiteral("0.png")), qPrintable(unread.front().why));
    QCOMPARE(cache.at(1).image.size(), QSize(16, 11));
}

void PixelCacheTest::secondFillDecodesNothing()
{
    QTemporaryDir folder;
    const auto regions = several(folder, 12);
    std::atomic_int most = 0;
    std::vector<QImage> images;
    {
        PixelCache first(cacheOf(folder), {Fit::ShortSide, 20}, 4);
        QVERIFY(first.fill(regions, [&](int done, int total) {
            most = std::max<int>(most, done);
            Q_ASSERT(total == 12);
        }).empty());
        QCOMPARE(int(most), 12);
        QCOMPARE(first.fromDisk(), 0);
        for (int i = 0; i < 12; ++i)
            images.push_back(first.at(i).image);
    }
    QCOMPARE(QDir(cacheOf(folder) + QStringLiteral("/pixels")).entryList(QDir::Files).size(), 2); // whatever the number of pictures
    for (const auto& region : regions)
        QVERIFY(QFile::remove(region.image.path)); // a second fill must not need them
    PixelCache second(cacheOf(folder), {Fit::ShortSide, 20});
    QVERIFY(second.fill(regions).empty() && second.isWhole());
    QCOMPARE(second.fromDisk(), 12);
    for (int i = 0; i < 12; ++i) {
        QCOMPARE(second.at(i).image, images[size_t(i)]);
        QCOMPARE(second.at(i).part, QRect(0, 0, 60, 40));
    }
}

/// Memory for none or for three of them: the others come from the disk, the same from every thread.
void PixelCacheTest::whatFindsNoRoomInMemoryIsReadFromTheDisk()
{
    QTemporaryDir folder;
    const auto regions = several(folder, 20);
    PixelCache all({}, {Fit::LongSide, 32});
    QVERIFY(all.fill(regions).empty());
    QCOMPARE(all.inMemory(), 20);
    const qint64 each = all.at(0).image.sizeInBytes();
    for (const int room : {0, 3}) {
        PixelCache cache(cacheOf(folder), {Fit::LongSide, 32}, 4, {.memory = room * each});
        QVERIFY(cache.fill(regions).empty());
        QCOMPARE(cache.inMemory(), room);
        std::atomic_int different = 0;
        forEachIndex(400, 4, [&](qint64 i) { different += cache.at(int(i % 20)).image != all.at(int(i % 20)).image; });
        QCOMPARE(int(different), 0);
    }
    PixelCache alone({}, {Fit::LongSide, 32}, 2, {.memory = 0}); // no disk: then memory alone
    QVERIFY(alone.fill(regions).empty());
    QCOMPARE(alone.inMemory(), 20);
}

/// What is read from the disk while a training runs may be damaged then, or gone.
void PixelCacheTest::aPackThatIsDamagedMeanwhileIsDecodedAgain()
{
    QTemporaryDir folder;
    const auto regions = several(folder, 3);
    PixelCache cache(cacheOf(folder), {Fit::LongSide, 32}, 1, {.memory = 0});
    QVERIFY(cache.fill(regions).empty());
    const QImage right = cache.at(1).image;
    QFile pack(fileOf(cacheOf(folder), QStringLiteral("pack")));
    QVERIFY(pack.open(QIODevice::ReadWrite));
    QVERIFY(pack.resize(16));
    QCOMPARE(cache.at(1).image, right);
    QVERIFY(QFile::remove(regions[1].image.path));
    QVERIFY_EXCEPTION_THROWN(cache.at(1), PictureError);
    QVERIFY(QDir(cacheOf(folder)).removeRecursively()); // may be deleted at any time
    QCOMPARE(cache.at(2).image, PixelCache::reduced(regions[2], {Fit::LongSide, 32}).image);
}

void PixelCacheTest::damagedFilesNeverGiveOtherPixels_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<int>("at");       // below 0: from the end
    QTest::addColumn<QString>("how");
    QTest::addColumn<int>("fromDisk"); // of three
    QTest::newRow("a pixel of the first") << "pack" << 20 << "flip" << 2;
    QTest::newRow("a pixel of the last") << "pack" << -3 << "flip" << 2;
    QTest::newRow("the pixels are cut") << "pack" << -5 << "cut" << 2;
    QTest::newRow("the pixels are gone") << "pack" << 0 << "cut" << 0;
    QTest::newRow("another kind of file") << "pack" << 3 << "flip" << 0;
    QTest::newRow("a key") << "index" << 16 << "flip" << 2;
    QTest::newRow("a size") << "index" << 16 + 48 + 1 << "flip" << 2;
    QTest::newRow("a part") << "index" << 16 + 48 + 8 << "flip" << 2;
    QTest::newRow("a checksum of pixels") << "index" << 16 + 72 << "flip" << 2;
    QTest::newRow("a place") << "index" << 16 + 80 << "flip" << 2;
    QTest::newRow("the record's own checksum") << "index" << 16 + 95 << "flip" << 2;
    QTest::newRow("another kind of index") << "index" << 2 << "flip" << 0;
    QTest::newRow("a record is cut") << "index" << -7 << "cut" << 2;
    QTest::newRow("the index is gone") << "index" << 0 << "cut" << 0;
    QTest::newRow("half a record that was not written to its end") << "index" << 0 << "append" << 3;
    QTest::newRow("half a picture that was not written to its end") << "pack" << 0 << "append" << 3;
}

/// Whatever is damaged is decoded anew, and kept anew where the file can still be written.
void PixelCacheTest::damagedFilesNeverGiveOtherPixels()
{
    QFETCH(QString, suffix);
    QFETCH(int, at);
    QFETCH(QString, how);
    QFETCH(int, fromDisk);
    QTemporaryDir folder;
    const auto regions = several(folder, 3);
    PixelCache right({}, {Fit::LongSide, 16});
    QVERIFY(right.fill(regions).empty());
    QVERIFY(PixelCache(cacheOf(folder), {Fit::LongSide, 16}, 1).fill(regions).empty());
    QFile file(fileOf(cacheOf(folder), suffix));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 place = at < 0 ? file.size() + at : at;
    if (how == QLatin1String("flip")) {
        QVERIFY(file.seek(place));
        const char was = file.read(1).front();
        QVERIFY(file.seek(place) && file.putChar(char(was ^ 0x10)));
    } else if (how == QLatin1String("cut")) {
        QVERIFY(file.resize(place));
    } else {
        QVERIFY(file.seek(file.size()) && file.write(QByteArray(77, 'x')) == 77);
    }
    file.close();
    PixelCache cache(cacheOf(folder), {Fit::LongSide, 16}, 1);
    for (const bool isMended : {false, true}) {
        QVERIFY(cache.fill(regions).empty());
        QCOMPARE(cache.fromDisk(), isMended ? 3 : fromDisk);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(cache.at(i).image, right.at(i).image);
            QCOMPARE(cache.at(i).part, right.at(i).part);
        }
    }
}

/// The second of two at a time reads what the first had written, and goes without writing.
void PixelCacheTest::twoAtATimeDoNotDisturbEachOther()
{
    QTemporaryDir folder;
    const auto regions = several(folder, 12);
    const std::vector<Region> half(regions.begin(), regions.begin() + 6);
    PixelCache first(cacheOf(folder), {Fit::LongSide, 16}), second(cacheOf(folder), {Fit::LongSide, 16});
    QVERIFY(first.fill(half).empty());
    const qint64 before = QFileInfo(fileOf(cacheOf(folder), QStringLiteral("pack"))).size();
    QVERIFY(second.fill(regions).empty());
    QCOMPARE(second.fromDisk(), 6);
    QCOMPARE(QFileInfo(fileOf(cacheOf(folder), QStringLiteral("pack"))).size(), before);
    QVERIFY(first.fill(regions).empty());
    QCOMPARE(first.fromDisk(), 6);
    for (int i = 0; i < 12; ++i)
        QCOMPARE(first.at(i).image, second.at(i).image);
    QVERIFY(second.fill(regions).empty());
    QCOMPARE(second.fromDisk(), 12);
}

void PixelCacheTest::equalPicturesAreKeptOnce()
{
    QTemporaryDir folder;
    std::vector<Region> regions;
    for (int i = 0; i < 16; ++i)
        regions.push_back(written(folder, QStringLiteral("copy %1.png").arg(i), pictures::numbered(1, 60, 40)));
    PixelCache cache(cacheOf(folder), {Fit::LongSide, 60}, 4);
    QVERIFY(cache.fill(regions).empty());
    QCOMPARE(QFileInfo(fileOf(cacheOf(folder), QStringLiteral("pack"))).size(), 16 + 3 * 60 * 40);
    QCOMPARE(cache.at(15).image, cache.at(0).image);
}

/// What is not wanted any more makes room, and not before it is needed; other reductions give way, the oldest first.
void PixelCacheTest::thePackIsBounded()
{
    QTemporaryDir folder;
    const auto regions = several(folder, 12);
    const auto part = [&](int first, int count) { return std::vector<Region>(regions.begin() + first, regions.begin() + first + count); };
    const auto sizeOfPack = [&] { return QFileInfo(cacheOf(folder) + QStringLiteral("/pixels/l60r%1.pack").arg(PictureFile::decoderRevision)).size(); };
    const qint64 each = 3 * 60 * 40;
    PixelCache cache(cacheOf(folder), {Fit::LongSide, 60}, 1, {.disk = 16 + 5 * each});
    QVERIFY(cache.fill(part(0, 8)).empty());
    QCOMPARE(sizeOfPack(), 16 + 5 * each); // as many as there is room for
    QCOMPARE(cache.at(7).image.size(), QSize(60, 40));
    QVERIFY(cache.fill(part(0, 4)).empty());
    QCOMPARE(cache.fromDisk(), 4);
    QVERIFY(cache.fill(part(8, 4)).empty()); // none of what is there
    QCOMPARE(sizeOfPack(), 16 + 4 * each);
    QVERIFY(PixelCache(cacheOf(folder), {Fit::LongSide, 32}, 1, {.disk = 16 + 5 * each}).fill(part(0, 1)).empty());
    QCOMPARE(sizeOfPack(), 16 + 4 * each); // there is room for both
    QVERIFY(PixelCache(cacheOf(folder), {Fit::LongSide, 32}, 1, {.disk = 16 + 4 * each}).fill(part(0, 1)).empty());
    QCOMPARE(sizeOfPack(), 0);
}

/// What earlier programs left; a person's own files stay.
void PixelCacheTest::oldCachesAreSwept()
{
    QTemporaryDir folder;
    const QDir cache(cacheOf(folder));
    QVERIFY(cache.mkpath(QStringLiteral("pixels-s256r2/ab")) && cache.mkpath(QStringLiteral("pixels-of-mine")) && cache.mkpath(QStringLiteral("pixels")));
    for (const char* name : {"pixels-s256r2/ab/abcd.rgb", "pixels-of-mine/a.rgb", "pixels/s256r1.pack", "pixels/s256r1.index", "pixels/mine.pack", "pixels/s256r1.txt"})
        pictures::write(cache.filePath(QLatin1String(name)), "x");
    PixelCache(cache.path(), {Fit::LongSide, 16}).fill(several(folder, 1));
    QVERIFY(!cache.exists(QStringLiteral("pixels-s256r2")));
    QVERIFY(!cache.exists(QStringLiteral("pixels/s256r1.pack")) && !cache.exists(QStringLiteral("pixels/s256r1.index")));
    QVERIFY(cache.exists(QStringLiteral("pixels-of-mine/a.rgb")) && cache.exists(QStringLiteral("pixels/mine.pack")) && cache.exists(QStringLiteral("pixels/s256r1.txt")));
}

void PixelCacheTest::nothingIsWrittenThroughALink_data()
{
    QTest::addColumn<QString>("link"); // below the cache
    QTest::newRow("the folder") << "pixels";
    QTest::newRow("the pixels") << "pixels/l16r%1.pack";
    QTest::newRow("the index") << "pixels/l16r%1.index";
    QTest::newRow("an old cache") << "pixels-l16r1";
}

void PixelCacheTest::nothingIsWrittenThroughALink()
{
#ifndef Q_OS_UNIX
    QSKIP("making links takes rights here");
#endif
    QFETCH(QString, link);
    QTemporaryDir folder;
    const auto regions = several(folder, 1);
    const QString place = cacheOf(folder) + QLatin1Char('/') + (link.contains(QLatin1Char('%')) ? link.arg(PictureFile::decoderRevision) : link);
    const QString elsewhere = folder.filePath(QStringLiteral("elsewhere"));
    QVERIFY(QDir().mkpath(QFileInfo(place).path()));
    const bool isFile = link.contains(QLatin1Char('.'));
    pictures::write(isFile ? elsewhere : elsewhere + QStringLiteral("/mine"), "mine");
    QVERIFY(QFile::link(elsewhere, place));
    PixelCache cache(cacheOf(folder), {Fit::LongSide, 16});
    QVERIFY(cache.fill(regions).empty());
    QCOMPARE(cache.at(0).image.size(), QSize(16, 11)); // in memory alone
    if (isFile)
        QCOMPARE(QFileInfo(elsewhere).size(), 4);
    else
        QCOMPARE(QDir(elsewhere).entryList(QDir::Files), QStringList{QStringLiteral("mine")});
}

/// No file may grow beyond two of the pictures: the third is in memory, and what was half written is no record.
void PixelCacheTest::aFullDiskOnlyCostsThePack()
{
#ifdef Q_OS_LINUX
    QTemporaryDir folder;
    const auto regions = several(folder, 6);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{16 + 5 * 3 * 60 * 40 / 2, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    PixelCache cache(cacheOf(folder), {Fit::LongSide, 60}, 2, {.memory = 0});
    const auto unread = cache.fill(regions);
    setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(unread.empty());
    QCOMPARE(cache.inMemory(), 4);
    PixelCache again(cacheOf(folder), {Fit::LongSide, 60});
    QVERIFY(again.fill(regions).empty());
    QVERIFY(again.fromDisk() <= 2); // the first still holds the lock, so nothing was cut off
    for (int i = 0; i < 6; ++i)
        QCOMPARE(again.at(i).image, cache.at(i).image);
#endif
}

void PixelCacheTest::aPictureWithoutPixelsIsNoPicture()
{
    QTemporaryDir folder;
    auto region = written(folder, QStringLiteral("a.png"), pictures::png(pictures::quarters()).left(40)); // its header, and nothing behind
    QVERIFY_EXCEPTION_THROWN(PixelCache::reduced(region, {Fit::LongSide, 16}), PictureError);
    region.crop = QRect(2, 2, 8, 8);
    QVERIFY_EXCEPTION_THROWN(PixelCache::reduced(region, {Fit::LongSide, 16}), PictureError);
}

void PixelCacheTest::unwritableFolderOnlyCostsTheFiles()
{
    QTemporaryDir folder;
    const auto regions = several(folder, 1);
    PixelCache cache(regions.front().image.path, {Fit::LongSide, 16}); // a file, where a folder should be
    QVERIFY(cache.fill(regions).empty());
    QCOMPARE(cache.at(0).image.size(), QSize(16, 11));
}

void PixelCacheTest::cancelEndsEarly()
{
    QTemporaryDir folder;
    const auto regions = several(folder, 50);
    std::atomic_int done = 0;
    PixelCache cache({}, {Fit::LongSide, 16}, 2);
    cache.fill(regions, [&](int, int) { ++done; }, [&] { return done >= 5; });
    QVERIFY(!cache.isWhole());
    QVERIFY(done < 10);
    std::vector<Region> crops(50, regions.front()); // of one picture
    for (int i = 0; i < 50; ++i)
        crops[size_t(i)].crop = QRect(i % 40, 3, 10, 10);
    done = 0;
    cache.fill(crops, [&](int, int) { ++done; }, [&] { return done >= 5; });
    QVERIFY(!cache.isWhole());
    QVERIFY(done < 10);
}

/// Missing, broken, and another picture under the recorded name: each is a line with a reason, and the others are there.
void PixelCacheTest::unreadablePicturesAreNamed()
{
    QTemporaryDir folder;
    const auto good = pictures::numbered(1), other = pictures::numbered(2);
    std::vector<Region> regions{written(folder, QStringLiteral("good.png"), good), written(folder, QStringLiteral("broken.jpg"), "nothing"),
        written(folder, QStringLiteral("missing.png"), good + "x"), written(folder, QStringLiteral("changed.png"), other), written(folder, QStringLiteral("last.png"), other)};
    regions[1].image.sha256.clear();
    QVERIFY(QFile::remove(regions[2].image.path));
    regions[3].image.sha256 = PictureFile::sha256(good + "y");
    PixelCache cache(cacheOf(folder), {Fit::LongSide, 16}, 3);
    const auto unread = cache.fill(regions);
    QVERIFY(cache.isWhole());
    QCOMPARE(int(unread.size()), 3);
    const std::array names{"broken.jpg", "missing.png", "changed.png"};
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(unread[size_t(i)].index, i + 1);
        QVERIFY2(unread[size_t(i)].why.contains(QLatin1String(names[size_t(i)])), qPrintable(unread[size_t(i)].why));
        QVERIFY(cache.at(i + 1).image.isNull());
        QVERIFY(cache.partAt(i + 1).isNull());
    }
    QVERIFY(unread[2].why.contains(QLatin1String("changed")));
    QVERIFY(!cache.at(0).image.isNull() && !cache.at(4).image.isNull());
    QCOMPARE(PixelCache(cacheOf(folder), {Fit::LongSide, 16}).fill(regions).size(), size_t(3)); // and nothing wrong was kept
}

QTEST_GUILESS_MAIN(PixelCacheTest)
#include "PixelCacheTest.moc"
