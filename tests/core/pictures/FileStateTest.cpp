#include "core/pictures/FileState.h"

#include "core/pictures/PictureFile.h"
#include "tests/support/Pictures.h"

#include <QDateTime>
#include <QTemporaryDir>
#include <QTest>

using namespace core;

class FileStateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comparesFileAndRecord_data()
    {
        QTest::addColumn<QString>("act");
        QTest::addColumn<int>("bySizeAndTime");
        QTest::addColumn<int>("byContent");
        const auto row = [](const char* act, Health quick, Health whole) { QTest::newRow(act) << QString::fromLatin1(act) << int(quick) << int(whole); };
        row("nothing", Health::Good, Health::Good);
        row("gone", Health::Missing, Health::Missing);
        row("a folder in its place", Health::Missing, Health::Missing);
        row("only touched", Health::Good, Health::Good); // read, and found the same
        row("other content, other time", Health::Changed, Health::Changed);
        row("other size", Health::Changed, Health::Changed);
        row("other content, same size and time", Health::Good, Health::Changed); // what the quick look cannot see
    }

    void comparesFileAndRecord()
    {
        QFETCH(QString, act);
        QTemporaryDir folder;
        const QByteArray bytes = pictures::numbered(1);
        ImageRecord record;
        record.path = pictures::write(folder.filePath(QStringLiteral("a.png")), bytes);
        record.sha256 = PictureFile::sha256(bytes);
        const FileState before = stampOf(record.path);
        record.bytes = before.bytes;
        record.mtimeNs = before.mtimeNs;
        const QDateTime then = QFileInfo(record.path).lastModified();
        QByteArray other = bytes;
        other[other.size() / 2] = char(other[other.size() / 2] ^ 1);
        const auto setTime = [&](const QDateTime& when) {
            QFile file(record.path);
            QVERIFY(file.open(QIODevice::ReadWrite) && file.setFileTime(when, QFileDevice::FileModificationTime));
        };
        if (act == QLatin1String("gone")) {
            QVERIFY(QFile::remove(record.path));
        } else if (act.startsWith(QLatin1String("a folder"))) {
            QVERIFY(QFile::remove(record.path) && QDir().mkpath(record.path));
        } else if (act == QLatin1String("only touched")) {
            setTime(then.addSecs(5));
        } else if (act.startsWith(QLatin1String("other content"))) {
            pictures::write(record.path, other);
            setTime(act.endsWith(QLatin1String("size and time")) ? then : then.addSecs(5));
        } else if (act == QLatin1String("other size")) {
            pictures::write(record.path, bytes + 'x');
        }
        QTEST(int(compareWithFile(record).health), "bySizeAndTime");
        QTEST(int(compareWithFile(record, Comparison::ByContent).health), "byContent");
    }

    void cancelEndsAHash()
    {
        QTemporaryDir folder;
        ImageRecord record;
        record.path = pictures::write(folder.filePath(QStringLiteral("a.png")), pictures::numbered(1));
        record.sha256 = QByteArray(32, 'x');
        record.bytes = QFileInfo(record.path).size();
        QVERIFY(compareWithFile(record, Comparison::ByContent, [] { return true; }).sha256.isEmpty());
    }
};

QTEST_GUILESS_MAIN(FileStateTest)
#include "FileStateTest.moc"
