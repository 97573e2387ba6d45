#include "core/base/OwnFiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace core;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
}

void put(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

class OwnFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesAndReadsBelowTheFolder()
    {
        QTemporaryDir place;
        QVERIFY(OwnFiles::write(place.path(), QStringLiteral("a/b/c.json"), "one"));
        QVERIFY(OwnFiles::write(place.path(), place.filePath(QStringLiteral("a/b/c.json")), "two")); // absolute is the same
        QCOMPARE(OwnFiles::read(place.path(), QStringLiteral("a/b/c.json"), 100), QByteArray("two"));
        QCOMPARE(OwnFiles::read(place.path(), QStringLiteral("a/b/c.json"), 2), QByteArray()); // longer than asked for
        QCOMPARE(QDir(place.filePath(QStringLiteral("a/b"))).entryList(QDir::Files), QStringList{QStringLiteral("c.json")}); // nothing is left beside it
        QVERIFY(QFile::permissions(place.filePath(QStringLiteral("a/b/c.json"))) & QFile::ReadOwner);
    }

#ifdef Q_OS_UNIX
    void othersMayReadWhatIsWritten()
    {
        QTemporaryDir place;
        QVERIFY(OwnFiles::write(place.path(), QStringLiteral("weights"), "w"));
        QVERIFY(QFile::permissions(place.filePath(QStringLiteral("weights"))) & QFile::ReadOther); // the umask of tests is 022
    }

    void linksAreNeverFollowed_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("path");
        QTest::newRow("the file") << "a/file" << "a/file";
        QTest::newRow("its folder") << "a" << "a/file";
        QTest::newRow("a folder above") << "a" << "a/b/c/file";
    }

    void linksAreNeverFollowed()
    {
        QFETCH(QString, link);
        QFETCH(QString, path);
        QTemporaryDir place;
        const QString project = place.filePath(QStringLiteral("project")), mine = place.filePath(QStringLiteral("mine"));
        const bool isFile = link == path;
        put(isFile ? mine : mine + path.mid(link.size()), "mine");
        QVERIFY(QDir().mkpath(QFileInfo(project + QLatin1Char('/') + link).path()));
        QVERIFY(QFile::link(mine, project + QLatin1Char('/') + link));
        const QString target = isFile ? mine : mine + path.mid(link.size());
        QString why;
        QVERIFY(!OwnFiles::isOwn(project, path));
        QVERIFY(!OwnFiles::write(project, path, "theirs", &why));
        QVERIFY(!why.isEmpty());
        QCOMPARE(OwnFiles::read(project, path, 100), QByteArray());
        QVERIFY(OwnFiles::files(project, QFileInfo(path).path(), {QStringLiteral("*")}).isEmpty());
        QVERIFY(!OwnFiles::makeFolder(project, path + QStringLiteral("/more")));
        QCOMPARE(OwnFiles::remove(project, path), isFile); // the link itself may go
        QCOMPARE(contentOf(target), QByteArray("mine"));
    }

    void aFolderGoesWithoutWhatItsLinksLeadTo()
    {
        QTemporaryDir place;
        const QString project = place.filePath(QStringLiteral("project"));
        put(place.filePath(QStringLiteral("mine/file")), "mine");
        put(project + QStringLiteral("/versions/1/card"), "card");
        QVERIFY(QFile::link(place.filePath(QStringLiteral("mine")), project + QStringLiteral("/versions/1/folder")));
        QVERIFY(QFile::link(place.filePath(QStringLiteral("mine/file")), project + QStringLiteral("/versions/1/file")));
        QVERIFY(OwnFiles::remove(project, QStringLiteral("versions/1")));
        QVERIFY(!QFileInfo::exists(project + QStringLiteral("/versions/1")));
        QCOMPARE(contentOf(place.filePath(QStringLiteral("mine/file"))), QByteArray("mine"));
    }
#endif

    void whatLiesOutsideIsNobodysOwn()
    {
        QTemporaryDir place;
        const QString project = place.filePath(QStringLiteral("project"));
        put(place.filePath(QStringLiteral("mine")), "mine");
        QVERIFY(QDir().mkpath(project));
        for (const auto& path : {QStringLiteral("../mine"), place.filePath(QStringLiteral("mine")), QStringLiteral("."), QString()}) {
            QVERIFY(!OwnFiles::isOwn(project, path));
            QVERIFY(!OwnFiles::write(project, path, "theirs"));
            QVERIFY(!OwnFiles::remove(project, path));
        }
        QCOMPARE(contentOf(place.filePath(QStringLiteral("mine"))), QByteArray("mine"));
        QVERIFY(OwnFiles::remove(project, QStringLiteral("never/there")));
    }

    void aHalfWrittenFileIsNeverSeen()
    {
        QTemporaryDir place;
        QVERIFY(OwnFiles::write(place.path(), QStringLiteral("file"), "before"));
        QVERIFY(!OwnFiles::write(place.path(), QStringLiteral("file"), [](QIODevice& file) {
            file.write("half");
            return false;
        }));
        QCOMPARE(contentOf(place.filePath(QStringLiteral("file"))), QByteArray("before"));
        QCOMPARE(QDir(place.path()).entryList(QDir::Files), QStringList{QStringLiteral("file")});
    }
};

QTEST_GUILESS_MAIN(OwnFilesTest)
#include "OwnFilesTest.moc"
