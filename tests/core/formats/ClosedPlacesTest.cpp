#include "core/formats/ReadSources.h"
#include "core/formats/TextFile.h"

#include "tests/support/Pictures.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <sys/stat.h>

using namespace core;

/// What lies in a source and must not be opened, or leads out of it.
class ClosedPlacesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void pipesAndBrokenLinksAreTold()
    {
        picture("cat/a.png");
        picture("dog/b.png");
        QCOMPARE(::mkfifo(QFile::encodeName(path("cat/pipe.png")).constData(), 0600), 0);
        link("/dev/zero", "dog/endless.png");
        link("/nowhere/at/all.png", "dog/gone.png");
        const SourceData data = read();
        QCOMPARE(data.records.size(), size_t(2));
        QCOMPARE(codesOf(data, QStringLiteral("cat/pipe.png")), QStringList{QStringLiteral("no_ordinary_file")});
        QCOMPARE(codesOf(data, QStringLiteral("dog/endless.png")), QStringList{QStringLiteral("no_ordinary_file")});
        QCOMPARE(codesOf(data, QStringLiteral("dog/gone.png")), QStringList{QStringLiteral("link_broken")});
        QVERIFY(isRejected(data, QStringLiteral("dog/gone.png")));
    }

    void pipesInPlaceOfTextsAreNotOpened()
    {
        picture("images/a.png");
        file("classes.txt", "cat\n");
        file("labels/a.txt", "0 0.5 0.5 0.25 0.25\n");
        picture("images/b.png");
        QCOMPARE(::mkfifo(QFile::encodeName(path("labels/b.txt")).constData(), 0600), 0);
        QElapsedTimer clock;
        clock.start();
        const SourceData data = read();
        QVERIFY(clock.elapsed() < 2000);
        QCOMPARE(data.format, QStringLiteral("yolo"));
        QVERIFY(isRejected(data, QStringLiteral("labels/b.txt")));
        QVERIFY(!textOf(path("labels/b.txt")).problem.isEmpty());
        QVERIFY(!textOf(QStringLiteral("/dev/zero")).problem.isEmpty());
    }

    void unreadableFolderIsTold()
    {
        picture("cat/a.png");
        picture("dog/b.png");
        picture("secret/c.png");
        QFile::setPermissions(path("secret"), {});
        const bool isClosed = QDir(path("secret")).entryList(QDir::Files).isEmpty(); // never for an administrator
        const SourceData data = read();
        QFile::setPermissions(path("secret"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        if (!isClosed)
            QSKIP("an administrator may read everything");
        QVERIFY(isRejected(data, QStringLiteral("secret")));
    }

    void loopsOfLinksEnd()
    {
        picture("cat/a.png");
        picture("dog/b.png");
        link(path("."), "cat/up");
        link(path("dog"), "cat/beside");
        link(path("cat"), "dog/beside");
        link("/", "dog/everything");
        const SourceData data = read();
        QVERIFY(data.records.size() >= 2 && data.records.size() <= 4);
        QVERIFY(codesOf(data, QStringLiteral("dog/everything")).contains(QStringLiteral("link_loop")));
    }

    void namesThatAreNoTextAreTold()
    {
        picture("cat/a.png");
        picture("dog/b.png");
        const QByteArray closed = QFile::encodeName(path("cat")) + "/caf\xE9.png";
        QCOMPARE(::rename(QFile::encodeName(path("cat/a.png")).constData(), closed.constData()), 0);
        picture("cat/c.png");
        const SourceData data = read();
        QCOMPARE(data.records.size(), size_t(2));
        QVERIFY(isRejected(data, QStringLiteral("cat/caf\\xe9.png")));
        QCOMPARE(::remove(closed.constData()), 0); // QTemporaryDir does not see it
    }

    void aSourceThatLeavesItsFolderIsAsked_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("list");
        QTest::newRow("a folder beside") << QByteArray("train: ../elsewhere\nnames: [cat]\n") << QByteArray();
        QTest::newRow("its path") << QByteArray("path: ..\ntrain: elsewhere\nnames: [cat]\n") << QByteArray();
        QTest::newRow("absolute") << QByteArray("train: %1/elsewhere\nnames: [cat]\n") << QByteArray();
        QTest::newRow("a list of pictures") << QByteArray("train: list.txt\nnames: [cat]\n") << QByteArray("../elsewhere/a.png\n%1/elsewhere/b.png\n");
    }

    void aSourceThatLeavesItsFolderIsAsked()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QByteArray, list);
        const QByteArray top = m_folder->path().toUtf8();
        picture("elsewhere/a.png");
        picture("elsewhere/b.png");
        picture("set/images/c.png");
        file("set/config.yaml", QByteArray(yaml).replace("%1", top));
        if (!list.isEmpty())
            file("set/list.txt", QByteArray(list).replace("%1", top));
        SourceData data = read("set");
        QVERIFY(std::ranges::none_of(data.records, [](const SourceRecord& record) { return record.path.contains(QLatin1String("elsewhere")); }));
        QCOMPARE(data.outside.size(), size_t(1));
        QCOMPARE(data.outside.front().file, list.isEmpty() ? QStringLiteral("config.yaml") : QStringLiteral("list.txt"));
        QCOMPARE(data.outside.front().place, path("elsewhere"));
        QCOMPARE(data.outside.front().pictures, 2);
        SourceOptions options;
        options.followsOutside = true;
        data = read("set", options);
        QVERIFY(data.outside.empty());
        QCOMPARE(data.records.size(), size_t(2));
    }

    void theWholeDiskIsNotRead()
    {
        picture("images/a.png");
        file("config.yaml", "train: /\nnames: [cat]\n");
        QElapsedTimer clock;
        clock.start();
        const SourceData data = read();
        QVERIFY(clock.elapsed() < 10'000);
        QVERIFY(data.records.empty());
        QCOMPARE(data.outside.front().place, QStringLiteral("/"));
        QVERIFY(sentenceOf(data.outside.front()).contains(QStringLiteral("config.yaml")));
    }

    void oneOfSeveralOfNoUseIsARow()
    {
        picture("cat/a.png");
        picture("dog/b.png");
        QVERIFY(QDir().mkpath(path("nothing")));
        const QStringList paths{path("cat"), path("nothing"), path("dog")};
        const auto sources = readSources(paths, {}, {});
        QCOMPARE(sources.size(), size_t(2));
        QVERIFY(isRejected(sources.front(), path("nothing")));
    }

    void foldersOfSplitsNamedOneByOne()
    {
        picture("train/cat/a.png");
        picture("train/dog/b.png");
        picture("val/cat/c.png");
        picture("val/dog/d.png");
        const auto sources = readSources({path("train"), path("val")}, {}, {});
        for (const SourceRecord& record : sources[1].records)
            QCOMPARE(record.split, std::optional(Split::Validation));
        QCOMPARE(sources[0].records.front().split, std::optional(Split::Train));
    }

    void namesOfAListOfSplitsThatFitNothingAreTold()
    {
        picture("cat/a.png");
        picture("dog/b.png");
        SourceOptions options;
        options.splitOfName = {{QStringLiteral("a.png"), Split::Test}, {QStringLiteral("c.png"), Split::Test}};
        const SourceData data = read(".", options);
        const auto row = std::ranges::find(data.issues, QStringLiteral("split_name_missing"), &ImportIssue::code);
        QVERIFY(row != data.issues.end());
        QCOMPARE(row->detail, QStringLiteral("c.png"));
    }

private:
    QString path(const char* relative) const { return QDir::cleanPath(m_folder->filePath(QString::fromUtf8(relative))); }
    void picture(const char* relative) { pictures::write(path(relative), pictures::numbered(++m_number, 64, 48)); }
    void file(const char* relative, const QByteArray& text) const { pictures::write(path(relative), text); }
    void link(const char* target, const char* relative) const { link(QString::fromUtf8(target), relative); }
    void link(const QString& target, const char* relative) const { QVERIFY(QFile::link(target, path(relative))); }
    SourceData read(const char* relative = ".", const SourceOptions& options = {}) const { return readSources({path(relative)}, options, {}).front(); }
    static QStringList codesOf(const SourceData& data, const QString& file)
    {
        QStringList codes;
        for (const ImportIssue& issue : data.issues)
            if (issue.file == file)
                codes << issue.code;
        return codes;
    }
    static bool isRejected(const SourceData& data, const QString& file)
    {
        return std::ranges::any_of(data.issues, [&](const ImportIssue& issue) { return issue.file == file && issue.level == ImportIssue::Level::Rejected; });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    int m_number = 0;
};

QTEST_GUILESS_MAIN(ClosedPlacesTest)
#include "ClosedPlacesTest.moc"
