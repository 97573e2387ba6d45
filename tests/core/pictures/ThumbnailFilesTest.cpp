#include "core/base/MachineShare.h"
#include "core/pictures/ThumbnailFiles.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using core::CacheUse;
using core::ThumbnailFiles;

/// Thumbnails on the disk stay within their limit, the unused ones go first, and nothing else is ever removed.
class ThumbnailFilesTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_cache;

    static QByteArray keyOf(int number) { return QByteArray::number(number, 16).rightJustified(32, '0'); }
    static QImage picture()
    {
        QImage image(64, 48, QImage::Format_RGB888);
        image.fill(Qt::darkCyan);
        return image;
    }
    QString pathOf(int number) const
    {
        const QString name = QString::fromLatin1(keyOf(number));
        return m_cache->filePath(QStringLiteral("thumbs/%1/%2.jpg").arg(name.left(2), name));
    }
    static void age(const QString& path, int days)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-days), QFileDevice::FileModificationTime));
    }

private Q_SLOTS:
    void init() { m_cache = std::make_unique<QTemporaryDir>(); }
    void cleanup() { core::setMachineShare({}); }

    void whatIsKeptComesBack()
    {
        ThumbnailFiles files(m_cache->path());
        QVERIFY(files.read(keyOf(1)).isNull());
        files.keep(keyOf(1), picture());
        QVERIFY(files.has(keyOf(1)));
        QCOMPARE(files.read(keyOf(1)).size(), QSize(64, 48));
        QCOMPARE(files.use(), (CacheUse{QFileInfo(pathOf(1)).size(), 1}));
    }

    void withoutAFolderNothingIsKept()
    {
        ThumbnailFiles files{QString()};
        files.keep(keyOf(1), picture());
        QVERIFY(!files.has(keyOf(1)));
        QCOMPARE(files.use(), CacheUse());
        QCOMPARE(files.removeAll(), CacheUse());
    }

    void thoseGoThatWereUnusedLongest()
    {
        ThumbnailFiles files(m_cache->path());
        for (int i = 0; i < 4; ++i)
            files.keep(keyOf(i), picture());
        const qint64 each = QFileInfo(pathOf(0)).size();
        age(pathOf(0), 10);
        age(pathOf(1), 30);
        age(pathOf(2), 20);
        QVERIFY(!files.read(keyOf(1)).isNull()); // looked at now
        QCOMPARE(files.bound(2 * each), (CacheUse{2 * each, 2}));
        QVERIFY(!files.has(keyOf(2)));
        QVERIFY(!files.has(keyOf(0)));
        QVERIFY(files.has(keyOf(1)));
        QVERIFY(files.has(keyOf(3)));
    }

    void aNewOneNeverGoesBeyondTheLimit()
    {
        ThumbnailFiles files(m_cache->path());
        files.keep(keyOf(0), picture());
        const qint64 most = 5 * QFileInfo(pathOf(0)).size();
        for (int i = 1; i < 30; ++i) {
            files.keep(keyOf(i), picture(), most);
            QVERIFY(files.use().bytes <= most);
        }
        QVERIFY(files.use().files >= 4);
        QVERIFY(files.has(keyOf(29))); // the one just made
    }

    void thoseOfAnEarlierRunCount()
    {
        qint64 each = 0;
        {
            ThumbnailFiles before(m_cache->path());
            for (int i = 0; i < 6; ++i)
                before.keep(keyOf(i), picture());
            each = QFileInfo(pathOf(0)).size();
        }
        ThumbnailFiles files(m_cache->path());
        files.keep(keyOf(10), picture(), 3 * each);
        QVERIFY(files.use().bytes <= 3 * each);
    }

    void onlyWhatTheProgramMadeIsRemoved()
    {
        QTemporaryDir elsewhere;
        ThumbnailFiles files(m_cache->path());
        files.keep(keyOf(1), picture());
        const QString own = QFileInfo(pathOf(1)).path();
        for (const QString& path : {own + QStringLiteral("/holiday.jpg"), m_cache->filePath(QStringLiteral("thumbs/notes.txt")), elsewhere.filePath(QString::fromLatin1(keyOf(2)) + QStringLiteral(".jpg"))}) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("mine");
        }
        QVERIFY(QFile::link(elsewhere.path(), m_cache->filePath(QStringLiteral("thumbs/ff"))));
        QCOMPARE(files.removeAll().files, 1);
        QVERIFY(!files.has(keyOf(1)));
        QVERIFY(QFileInfo::exists(own + QStringLiteral("/holiday.jpg")));
        QVERIFY(QFileInfo::exists(m_cache->filePath(QStringLiteral("thumbs/notes.txt"))));
        QVERIFY(QFileInfo::exists(elsewhere.filePath(QString::fromLatin1(keyOf(2)) + QStringLiteral(".jpg"))));
    }

    void aLinkInPlaceOfTheFolderIsNotFollowed()
    {
        QTemporaryDir elsewhere;
        ThumbnailFiles there(elsewhere.path());
        there.keep(keyOf(1), picture());
        QVERIFY(QFile::link(elsewhere.filePath(QStringLiteral("thumbs")), m_cache->filePath(QStringLiteral("thumbs"))));
        ThumbnailFiles files(m_cache->path());
        QCOMPARE(files.use(), CacheUse());
        QCOMPARE(files.removeAll(), CacheUse());
        QVERIFY(there.has(keyOf(1)));
    }

    void allWhoUseAFolderCountTogether() { QCOMPARE(ThumbnailFiles::in(m_cache->path()), ThumbnailFiles::in(m_cache->path())); }
};

QTEST_GUILESS_MAIN(ThumbnailFilesTest)
#include "ThumbnailFilesTest.moc"
