#include "core/formats/Archive.h"

#include "core/base/Error.h"
#include "tests/support/Pictures.h"
#include "tests/support/ZipBytes.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using Members = std::vector<zips::Member>;
Q_DECLARE_METATYPE(Members)

/// Archives as people and attackers make them.
class ArchiveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void filesComeOutAsTheyWentIn();
    void hostileArchivesAreRefusedBeforeAnythingIsWritten_data();
    void hostileArchivesAreRefusedBeforeAnythingIsWritten();
    void brokenArchivesLeaveNothing_data();
    void brokenArchivesLeaveNothing();
    void cancelLeavesNothing();
    void archiveIsASource();

private:
    QString path(const QString& relative) const { return m_folder->filePath(relative); }
    QStringList filesBelow(const QString& folder) const
    {
        QStringList files;
        for (QDirIterator walk(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); walk.hasNext();)
            files << QDir(folder).relativeFilePath(walk.next());
        files.sort();
        return files;
    }
    QString errorOf(const QByteArray& bytes) const
    {
        pictures::write(path(QStringLiteral("a.zip")), bytes);
        try {
            unpackZip(path(QStringLiteral("a.zip")), path(QStringLiteral("out/x")), {});
        } catch (const Error& error) {
            return error.message();
        }
        return {};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ArchiveTest::filesComeOutAsTheyWentIn()
{
    const QByteArray large = QByteArray("0123456789").repeated(300'000);
    pictures::write(path(QStringLiteral("a.zip")), zips::zip({{"set/", {}}, {"set/a.txt", "hello", true}, {"win\\b.txt", "dos"}, {"\xC3\xA9/\xF0\x9F\x98\x80.txt", "unicode", false, 0, 0100644},
                                                              {"large.bin", large, true}, {"__MACOSX/set/._a.txt", "mac"}, {".hidden", "x"}, {"empty.txt", {}}}));
    qint64 last = 0;
    SourceListener listener;
    listener.progressed = [&](const QString&, qint64 done, qint64 total) {
        QVERIFY(done >= last && done <= total);
        last = done;
    };
    QVERIFY(unpackZip(path(QStringLiteral("a.zip")), path(QStringLiteral("out")), listener));
    QCOMPARE(filesBelow(path(QStringLiteral("out"))), QStringList({QStringLiteral("empty.txt"), QStringLiteral("large.bin"), QStringLiteral("set/a.txt"), QStringLiteral("win/b.txt"), QString::fromUtf8("\xC3\xA9/\xF0\x9F\x98\x80.txt")}));
    QFile file(path(QStringLiteral("out/large.bin")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll() == large);
    QCOMPARE(last, qint64(large.size()) + 5 + 3 + 7);
}

void ArchiveTest::hostileArchivesAreRefusedBeforeAnythingIsWritten_data()
{
    QTest::addColumn<Members>("members");
    QTest::addColumn<QString>("says");
    const zips::Member good{"good.txt", "good"};
    const auto add = [&](const char* name, const Members& hostile, const char* says) {
        Members members{good};
        members.insert(members.end(), hostile.begin(), hostile.end());
        QTest::newRow(name) << members << QString::fromLatin1(says);
    };
    add("out of the folder", {{"../evil.txt", "x"}}, "leads out");
    add("out of the folder, further in", {{"a/../../evil.txt", "x"}}, "leads out");
    add("out of the folder, Windows", {{"a\\..\\..\\evil.txt", "x"}}, "leads out");
    add("absolute", {{"/etc/evil", "x"}}, "leads out");
    add("absolute, Windows", {{"\\\\host\\evil", "x"}}, "leads out");
    add("a drive", {{"C:evil.txt", "x"}}, "leads out");
    add("a folder out of the folder", {{"../evil/", {}}}, "leads out");
    add("a name of control characters", {{"a\x01" "b", "x"}}, "was not unpacked");
    add("a link", {{"link", "/etc/passwd", false, 0, 0120777}}, "link");
    add("a device", {{"pipe", {}, false, 0, 0010644}}, "link");
    add("equal after case folding", {{"Good.TXT", "x"}}, "same one");
    add("twice", {{"good.txt", "x"}}, "same one");
    add("a folder with the name of a file", {{"good.txt/inner", "x"}}, "same one");
    add("folders that differ in case", {{"a/1", "x"}, {"A/2", "x"}}, "same one");
    add("composed and decomposed", {{"\xC3\xA9", "x"}, {"e\xCC\x81", "x"}}, "same one");
    add("ratio", {{"bomb", QByteArray(1000, '\0'), true, 3'900'000'000u}, {"bomb2", QByteArray(1000, '\0'), true, 3'900'000'000u}}, "times as large");
    add("a password", {{"secret", "x", false, 0, 0, true}}, "password");
}

void ArchiveTest::hostileArchivesAreRefusedBeforeAnythingIsWritten()
{
    QFETCH(Members, members);
    QFETCH(QString, says);
    const QString message = errorOf(zips::zip(members));
    QVERIFY2(message.contains(says), qPrintable(message));
    QVERIFY(message.contains(QLatin1String("Nothing was changed")));
    QVERIFY(!QFileInfo::exists(path(QStringLiteral("out"))));
    QCOMPARE(filesBelow(m_folder->path()), QStringList{QStringLiteral("a.zip")});
}

void ArchiveTest::brokenArchivesLeaveNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray sound = zips::zip({{"a.txt", "hello"}, {"b.txt", QByteArray(5000, 'x'), true}});
    QTest::newRow("empty file") << QByteArray();
    QTest::newRow("no archive") << QByteArray("this is a text");
    QTest::newRow("no files") << zips::zip({});
    QTest::newRow("only leftovers") << zips::zip({{"__MACOSX/a", "x"}, {"dir/", {}}});
    QTest::newRow("cut") << sound.chopped(30);
    QTest::newRow("cut in the list") << sound.chopped(60);
    QTest::newRow("a wrong checksum") << zips::zip({{"a.txt", "hello"}, {"b.txt", "hello", false, 0, 0, false, true}});
    QTest::newRow("more than it states") << zips::zip({{"a.txt", QByteArray(100'000, 'x'), true, 10}});
    QTest::newRow("less than it states") << zips::zip({{"a.txt", QByteArray(100, 'x'), true, 5000}});
}

void ArchiveTest::brokenArchivesLeaveNothing()
{
    QFETCH(QByteArray, bytes);
    const QString message = errorOf(bytes);
    QVERIFY2(message.contains(QLatin1String("was not unpacked")), qPrintable(message));
    QVERIFY(!QFileInfo::exists(path(QStringLiteral("out/x"))));
}

void ArchiveTest::cancelLeavesNothing()
{
    pictures::write(path(QStringLiteral("a.zip")), zips::zip({{"a.bin", QByteArray(5'000'000, 'x'), true}, {"b.bin", QByteArray(5'000'000, 'y'), true}}));
    int asked = 0;
    SourceListener listener;
    listener.isCanceled = [&] { return ++asked > 5; };
    QVERIFY(!unpackZip(path(QStringLiteral("a.zip")), path(QStringLiteral("out/x")), listener));
    QVERIFY(!QFileInfo::exists(path(QStringLiteral("out/x"))));
}

void ArchiveTest::archiveIsASource()
{
    const QByteArray box = "<annotation><filename>a.png</filename><object><name>cat</name><bndbox><xmin>2</xmin><ymin>3</ymin><xmax>9</xmax><ymax>9</ymax></bndbox></object></annotation>";
    pictures::write(path(QStringLiteral("My set.ZIP")), zips::zip({{"My set/images/a.png", pictures::numbered(1, 64, 48)}, {"My set/annotations/a.xml", box, true}}));
    SourceOptions options;
    options.unpackTo = path(QStringLiteral("unpacked"));
    const SourceData data = readSources({path(QStringLiteral("My set.ZIP"))}, options, {}).front();
    QCOMPARE(data.format, QStringLiteral("voc"));
    QCOMPARE(data.name, QStringLiteral("My set"));
    QCOMPARE(data.place, path(QStringLiteral("My set.ZIP")));
    QCOMPARE(data.records.size(), size_t(1));
    QCOMPARE(data.records.front().boxes.size(), size_t(1));
    QVERIFY(data.root.startsWith(options.unpackTo));
    QVERIFY_EXCEPTION_THROWN(readSources({path(QStringLiteral("My set.ZIP"))}, {}, {}), Error); // where nothing may be unpacked
}

QTEST_GUILESS_MAIN(ArchiveTest)
#include "ArchiveTest.moc"
