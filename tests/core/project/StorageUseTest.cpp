#include "core/base/Error.h"
#include "core/base/MachineShare.h"
#include "core/project/Project.h"
#include "core/project/StorageUse.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace core;

/// What a project takes on the disk is counted part by part, and only what can be made again is emptied.
class StorageUseTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<Project> m_project;

    QString folder() const { return m_project->folder(); }
    static void write(const QString& path, int bytes)
    {
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(bytes, 'x'));
    }
    QString addVersion(const QByteArray& card, int weights) const
    {
        const QString version = folder() + QStringLiteral("/versions/") + QUuid::createUuid().toString(QUuid::WithoutBraces);
        write(version + QStringLiteral("/weights.safetensors"), weights);
        QFile file(version + QStringLiteral("/card.json"));
        if (!card.isEmpty() && file.open(QIODevice::WriteOnly))
            file.write(card);
        return version;
    }
    void addCaches() const
    {
        write(folder() + QStringLiteral("/cache/thumbs/ab/ab000000000000000000000000000000.jpg"), 100);
        write(folder() + QStringLiteral("/cache/pixels/s224r3.pack"), 3000);
        write(folder() + QStringLiteral("/cache/pixels/s224r3.index"), 40);
        write(folder() + QStringLiteral("/cache/pixels/mine.pack"), 7);
    }

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_project = Project::create(m_place->filePath(QStringLiteral("Orchard.oriel")));
    }
    void cleanup()
    {
        m_project.reset();
        setMachineShare({});
    }

    void everyPartIsCounted()
    {
        addCaches();
        addVersion("{\"name\":\"small\"}", 1000);
        addVersion("{\"name\":\"large\"}", 5000);
        const QString unnamed = addVersion({}, 10);
        write(folder() + QStringLiteral("/backups/project-20250131T101500Z-s4-daily.sqlite"), 500);
        write(folder() + QStringLiteral("/trash/x/weights.safetensors"), 60);
        write(folder() + QStringLiteral("/images/ab/1.png"), 70);
        const auto use = measureStorage(folder());
        QVERIFY(use.isThere);
        QCOMPARE(use.name, QStringLiteral("Orchard"));
        QCOMPARE(use.thumbnails, (CacheUse{100, 1}));
        QCOMPARE(use.pixels, (CacheUse{3040, 2}));
        QCOMPARE(use.versions.size(), size_t(3));
        QCOMPARE(use.versions[0].name, QStringLiteral("large"));
        QCOMPARE(use.versions[2].name, QFileInfo(unnamed).fileName());
        QCOMPARE(use.weights(), qint64(6010 + 2 * 16));
        QCOMPARE(use.backups, (CacheUse{500, 1}));
        QCOMPARE(use.trash, (CacheUse{60, 1}));
        QCOMPARE(use.pictures, (CacheUse{70, 1}));
        QVERIFY(use.database > 0);
    }

    void aFolderThatIsNoProjectIsSaidToBeNone()
    {
        const auto use = measureStorage(m_place->filePath(QStringLiteral("gone")));
        QVERIFY(!use.isThere);
        QCOMPARE(use.together(), qint64(0));
    }

    void whatLiesBehindALinkIsNotCounted()
    {
        QTemporaryDir elsewhere;
        write(elsewhere.filePath(QStringLiteral("pixels/s224r3.pack")), 5000);
        QVERIFY(QDir(folder() + QStringLiteral("/cache")).removeRecursively());
        QVERIFY(QFile::link(elsewhere.path(), folder() + QStringLiteral("/cache")));
        QCOMPARE(measureStorage(folder()).pixels, CacheUse());
        QCOMPARE(emptyCache(folder(), CachePart::Pixels, true), CacheUse());
        QVERIFY(QFileInfo::exists(elsewhere.filePath(QStringLiteral("pixels/s224r3.pack"))));
    }

    void onePartIsEmptiedAndNothingElse_data()
    {
        QTest::addColumn<int>("part");
        QTest::addColumn<int>("bytes");
        QTest::addColumn<int>("files");
        QTest::newRow("thumbnails") << int(CachePart::Thumbnails) << 100 << 1;
        QTest::newRow("decoded pictures") << int(CachePart::Pixels) << 3040 << 2;
    }
    void onePartIsEmptiedAndNothingElse()
    {
        QFETCH(int, part);
        QFETCH(int, bytes);
        QFETCH(int, files);
        addCaches();
        const QString version = addVersion("{\"name\":\"v1\"}", 1000);
        const auto before = measureStorage(folder());
        QCOMPARE(emptyCache(folder(), CachePart(part), true), (CacheUse{bytes, files}));
        const auto after = measureStorage(folder());
        QCOMPARE(after.together(), before.together() - bytes);
        QVERIFY(QFileInfo::exists(folder() + QStringLiteral("/cache/pixels/mine.pack")));
        QVERIFY(QFileInfo::exists(version + QStringLiteral("/weights.safetensors")));
        QCOMPARE(emptyCache(folder(), CachePart(part), true), CacheUse());
    }

    void whatAnotherProgramHoldsIsLeftAlone()
    {
        addCaches();
        QVERIFY_EXCEPTION_THROWN(emptyCache(folder(), CachePart::Pixels, false), Error); // this program holds it, as another one would
        const QString place = folder();
        QCOMPARE(measureStorage(place).pixels.files, 2);
        m_project.reset();
        QCOMPARE(emptyCache(place, CachePart::Pixels, false).files, 2);
    }

    void theJobCountsEachProjectAndTellsWhatItEmptied()
    {
        addCaches();
        StorageJob job;
        QSignalSpy measured(&job, &StorageJob::measured), emptied(&job, &StorageJob::emptied), finished(&job, &Job::finished), failed(&job, &Job::failed);
        job.measure({folder(), m_place->filePath(QStringLiteral("gone"))});
        QVERIFY(finished.wait());
        QCOMPARE(measured.size(), 2);
        QVERIFY(!measured[1][0].value<StorageUse>().isThere);
        job.empty(folder(), {CachePart::Thumbnails, CachePart::Pixels}, true);
        QVERIFY(finished.wait());
        QCOMPARE(emptied.size(), 1);
        QCOMPARE(emptied[0][1].value<CacheUse>(), (CacheUse{3140, 3}));
        QCOMPARE(measured.last()[0].value<StorageUse>().pixels, CacheUse());
        job.empty(folder(), {CachePart::Pixels}, false);
        QVERIFY(failed.wait());
        QVERIFY(failed[0][0].toString().contains(QStringLiteral("Orchard")));
    }
};

QTEST_GUILESS_MAIN(StorageUseTest)
#include "StorageUseTest.moc"
