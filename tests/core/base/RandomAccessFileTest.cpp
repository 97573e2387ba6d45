#include "core/base/RandomAccessFile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using core::RandomAccessFile;
using Mode = core::RandomAccessFile::Mode;

class RandomAccessFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadAtItsPlace();
    void oneAloneHoldsTheLock();
    void onlyOrdinaryFilesAreOpened();
    void nothingIsReachedThroughALink();
};

void RandomAccessFileTest::whatIsWrittenIsReadAtItsPlace()
{
    const QTemporaryDir folder;
    QVERIFY(!RandomAccessFile::open(folder.path(), QStringLiteral("a/b.bin"), Mode::Read)); // not there
    const auto file = RandomAccessFile::open(folder.path(), QStringLiteral("a/b.bin"), Mode::Write);
    QVERIFY(file);
    QVERIFY(file->write(4, "later", 5) && file->write(0, "soon", 4));
    QCOMPARE(file->size(), 9);
    char bytes[5];
    QVERIFY(file->read(4, bytes, 5));
    QCOMPARE(QByteArray(bytes, 5), QByteArray("later"));
    QVERIFY(!file->read(5, bytes, 5)); // not all of it
    QVERIFY(file->cut(2) && file->cut(20));
    QCOMPARE(file->size(), 2);
    const auto reader = RandomAccessFile::open(folder.path(), QStringLiteral("a/b.bin"), Mode::Read);
    QVERIFY(reader && reader->read(0, bytes, 2));
    QVERIFY(!reader->write(0, "x", 1));
}

void RandomAccessFileTest::oneAloneHoldsTheLock()
{
    const QTemporaryDir folder;
    auto first = RandomAccessFile::open(folder.path(), QStringLiteral("a"), Mode::Write);
    const auto second = RandomAccessFile::open(folder.path(), QStringLiteral("a"), Mode::Write);
    QVERIFY(first->lock());
    QVERIFY(!second->lock());
    first.reset();
    QVERIFY(second->lock());
}

void RandomAccessFileTest::onlyOrdinaryFilesAreOpened()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("a")));
    for (const auto mode : {Mode::Read, Mode::Write}) {
        QVERIFY(!RandomAccessFile::open(folder.path(), QStringLiteral("a"), mode));
        QVERIFY(!RandomAccessFile::open(folder.path(), QStringLiteral("../outside"), mode));
    }
#ifdef Q_OS_UNIX
    QCOMPARE(::mkfifo(QFile::encodeName(folder.filePath(QStringLiteral("pipe"))).constData(), 0600), 0);
    QVERIFY(!RandomAccessFile::open(folder.path(), QStringLiteral("pipe"), Mode::Write)); // and did not wait for the other end
#endif
}

void RandomAccessFileTest::nothingIsReachedThroughALink()
{
#ifndef Q_OS_UNIX
    QSKIP("making links takes rights here");
#endif
    const QTemporaryDir folder, elsewhere;
    QVERIFY(QFile::link(elsewhere.path(), folder.filePath(QStringLiteral("way"))));
    QVERIFY(QFile::link(elsewhere.filePath(QStringLiteral("mine")), folder.filePath(QStringLiteral("file")))); // leads to nothing
    QVERIFY(!RandomAccessFile::open(folder.path(), QStringLiteral("way/a"), Mode::Write));
    QVERIFY(!RandomAccessFile::open(folder.path(), QStringLiteral("file"), Mode::Write));
    QVERIFY(QDir(elsewhere.path()).isEmpty());
}

QTEST_GUILESS_MAIN(RandomAccessFileTest)
#include "RandomAccessFileTest.moc"
