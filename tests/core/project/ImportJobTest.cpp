#include "core/project/ImportJob.h"

#include "core/inference/Predictor.h"
#include "core/project/ImportRun.h"
#include "core/project/Project.h"
#include "core/project/SampleProject.h"
#include "core/project/ProjectFolder.h"
#include "core/project/SourceIds.h"
#include "core/project/VersionFolder.h"
#include "core/storage/Database.h"
#include "core/storage/Query.h"
#include "tests/support/Pictures.h"
#include "tests/support/ProcessorTime.h"
#include "tests/support/SourceCases.h"
#include "tests/support/ZipBytes.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace core;

/// Imports of generated sources into real projects, through the job and through the functions below it.
class ImportJobTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void dryRunWritesNothingAndEqualsTheImport();
    void dryRunChecksWhatTheImportChecks_data();
    void dryRunChecksWhatTheImportChecks();
    void draftsComeOnceAndGoWithUndo();
    void archiveIsUnpackedIntoTheProject();
    void unpackedPicturesThatAreNotTakenGo();
    void picturesInsideOfLabelmeFilesAreKept();
    void manyConceptsArePlannedAndWrittenQuickly();
    void foldersOfSplitsNamedOneByOneShareAView();
    void freeTextIsNoListOfConcepts();
    void cancelEndsThePlanning();
    void idsOfTheSourceAreStored();
    void namesThatTheViewHasInAnotherCaseAreTold();
    void sourcesOfTwoTypesCannotShareAView();
    void secondImportAddsNothing();
    void undoAndRedoTakeItAllBack();
    void cancelLeavesTheProjectAsItWas_data();
    void cancelLeavesTheProjectAsItWas();
    void jobMayGoAwayWhileReading();
    void failedReadIsASentence();

    void splitsAreDealtOnlyWhenNoneIsGiven_data();
    void splitsAreDealtOnlyWhenNoneIsGiven();
    void copiesThatTheSourcePartsAllTrain();
    void dealtCopiesStayTogether();
    void knownImageKeepsItsSplit();
    void copyOfAKnownImageIsKnown();

    void viewIsChosen_data();
    void viewIsChosen();
    void boxesBecomeTags();
    void misfitIsRefused();
    void annotationOfAPersonIsKept();
    void emptyRecordsByViewType();
    void oddAndTruncatedKeepTheirHealth();
    void picturesAloneJoinEveryView();
    void unusedNamesStayOut();
    void countsAddUp();
    void jsonHasTheShapeOfTheTerminal();
    void sourceIsNotTouched();
    void sampleProjectHasBothViews();
    void theSampleHasATrainedVersionOfEachView();

private:
    QString path(const QString& relative) const { return m_folder->filePath(relative); }
    void picture(const QString& relative, int number) const { pictures::write(path(relative), pictures::numbered(number, 32, 24)); }
    void file(const QString& relative, const QByteArray& text) const { pictures::write(path(relative), text); }
    void makeFolders(int ants, int bees, const QString& below = QStringLiteral("set")) const
    {
        for (int i = 0; i < ants; ++i)
            picture(below + QStringLiteral("/ants/%1.png").arg(i), i);
        for (int i = 0; i < bees; ++i)
            picture(below + QStringLiteral("/bees/%1.png").arg(i), 1000 + i);
    }
    void makeBoxes() const
    {
        for (int i = 0; i < 4; ++i)
            picture(QStringLiteral("boxes/%1.png").arg(i), 2000 + i);
        file(QStringLiteral("boxes/boxes.csv"), "filename,class,xmin,ymin,xmax,ymax\n0.png,cell,1,1,10,10\n0.png,cell,12,1,20,10\n1.png,dot,1,1,10,10\n2.png,,,,,\n"
                                                "1.png,dot,5,5,5,9\n");
    }
    ImportOptions options(const QString& source) const
    {
        ImportOptions options;
        options.sources = {path(source)};
        return options;
    }
    ImportReport import(const ImportOptions& options) const
    {
        const ReadImport read{options, m_project->splitSeed(), readSources(options.sources, options.source, {})};
        return writeImport(*m_project, read, {});
    }
    ImportReport import(const QString& source) const { return import(options(source)); }
    static int count(const ImportReport& report, const char* code)
    {
        return int(std::ranges::count(report.issues, QLatin1String(code), &ImportIssue::code));
    }
    ViewRecord view(const QString& name) const { return m_project->viewNamed(name).value_or(ViewRecord{}); }
    /// Everything a person would see, as text; ids and times left out.
    int draftCount() const
    {
        const Database database(ProjectFolder::databasePath(m_project->folder()), Database::Mode::Read);
        Query query(database, QStringLiteral("SELECT count(*) FROM draft"));
        return query.first() ? query.integer(0) : -1;
    }
    /// What sources::Case::right says about one picture in one view.
    static QString saidOf(const QStringList& right, const ViewRecord& view, const QString& picture)
    {
        const QString title = QStringLiteral("[%1 %2]").arg(view.name, keyOf(view.type));
        const bool hasSection = right.contains(title);
        bool isInside = !hasSection;
        QString said = QStringLiteral("unseen"); // a picture that only another task of the source knows
        for (QString line : right) {
            if (line.startsWith(QLatin1Char('[')))
                isInside = hasSection && line == title;
            else if (isInside && line.remove(QRegularExpression(QStringLiteral(" @\\w+"))).startsWith(picture + QStringLiteral(": ")))
                said = line.mid(picture.size() + 2);
        }
        return said;
    }
    QStringList dump() const
    {
        QStringList lines;
        for (const ImageRecord& image : m_project->images())
            lines << image.relativePath + keyOf(image.split) + QString::number(int(image.health)) + QString::fromLatin1(image.sha256.toHex());
        for (const ViewRecord& view : m_project->views()) {
            lines << view.name + keyOf(view.type);
            QHash<ConceptId, QString> names;
            for (const ConceptRecord& record : m_project->concepts(view.id)) {
                names[record.id] = record.name;
                lines << record.name;
            }
            for (const Item& item : m_project->allItems(view.id)) {
                QString line = item.image.relativePath + QString::number(int(item.annotation.state));
                for (const Label& label : item.annotation.labels)
                    line += names[label.conceptId] + QString::number(label.yes);
                for (const BoxRecord& box : item.annotation.boxes)
                    line += names[box.conceptId] + QString::number(box.rect.left()) + QString::number(box.rect.width());
                lines << line;
            }
        }
        return lines;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Project> m_project;
};

void ImportJobTest::init()
{
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = Project::create(path(QStringLiteral("Test.oriel")));
}

// The course ------------------------------------------------------------------------------------------------------------

void ImportJobTest::dryRunWritesNothingAndEqualsTheImport()
{
    makeFolders(6, 4);
    file(QStringLiteral("set/ants/broken.jpg"), "no picture");
    const QStringList before = dump();
    ImportJob job(*m_project);
    QSignalSpy read(&job, &ImportJob::readFinished), written(&job, &ImportJob::written), finished(&job, &Job::finished), progressed(&job, &Job::progressed);
    QSignalSpy changed(m_project.get(), &Project::changed);
    job.read(options(QStringLiteral("set")));
    QVERIFY(finished.wait());
    QCOMPARE(read.size(), 1);
    QVERIFY(progressed.size() > 0);
    const auto dry = read.front().front().value<ImportReport>();
    QCOMPARE(dry.images, 10);
    QCOMPARE(dry.rejected, 1);
    QVERIFY(dry.hasRejections());
    QVERIFY(dry.viewIsNew);
    QCOMPARE(dry.viewName, QStringLiteral("set"));
    QCOMPARE(dump(), before);
    QCOMPARE(changed.size(), 0);
    job.write();
    QVERIFY(finished.wait());
    QCOMPARE(written.size(), 1);
    QCOMPARE(toJson(written.front().front().value<ImportReport>()), toJson(dry));
    QCOMPARE(m_project->imageCount(), 10);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed.front().front().value<ChangeSet>().cause, ChangeSet::Cause::Import);
    QCOMPARE(m_project->summary(view(QStringLiteral("set")).id).annotated, 10);
}

void ImportJobTest::dryRunChecksWhatTheImportChecks_data()
{
    sources::addRows();
}

void ImportJobTest::dryRunChecksWhatTheImportChecks()
{
    const sources::Case source = sources::fetched();
    sources::write(source, path(QStringLiteral("in")));
    const ImportOptions set = options(QStringLiteral("in"));
    const ReadImport read{set, m_project->splitSeed(), readSources(set.sources, set.source, {})};
    const ImportReport dry = previewImport(ProjectFolder::databasePath(m_project->folder()), read);
    const ImportReport written = writeImport(*m_project, read, {}); // throws nothing that the dry run did not say
    QCOMPARE(toJson(written), toJson(dry));
    QCOMPARE(written.hasRejections(), dry.hasRejections());
    QCOMPARE(m_project->imageCount(), dry.images);
    for (const ViewRecord& view : m_project->views())
        for (const Item& item : m_project->allItems(view.id)) {
            const QString said = saidOf(source.right, view, item.image.relativePath);
            const bool isUnseen = said.startsWith(QLatin1String("unseen")) || (view.type == ViewType::Classification && said == QLatin1String("nothing"));
            QCOMPARE(item.annotation.state == ItemState::Unseen, isUnseen);
        }
    QCOMPARE(dry.drafts, int(source.right.join(QLatin1Char(' ')).count(QLatin1String(" ?"))));
    QCOMPARE(draftCount(), dry.drafts);
}

void ImportJobTest::draftsComeOnceAndGoWithUndo()
{
    for (int i = 0; i < 2; ++i)
        file(QStringLiteral("set/%1.png").arg(i), pictures::numbered(i, 64, 48));
    file(QStringLiteral("set/x.json"), sources::coco(sources::image("\"f0\"", "0.png") + ',' + sources::image("70", "1.png"), sources::box("70", "90", "1,1,9,9"), R"({"id":90,"name":"cup"})"));
    import(options(QStringLiteral("set")));
    const QStringList before = dump();
    // of a person's own program, which knows nothing but the ids: one is a box that is annotated already
    file(QStringLiteral("out/results.json"), R"([{"image_id":70,"category_id":90,"bbox":[1,1,9,9],"score":0.9},{"image_id":70,"category_id":90,"bbox":[2,2,9,9],"score":0.8},)"
                                             R"({"image_id":"f0","category_id":90,"bbox":[3,3,9,9],"score":0.7}])");
    ImportOptions results = options(QStringLiteral("out"));
    results.source.knownIds = [this] { return knownIds(m_project->folder()); };
    const ImportReport first = import(results);
    QCOMPARE(first.drafts, 2);
    QCOMPARE(first.images, 0);
    QCOMPARE(first.known, 2);
    QCOMPARE(draftCount(), 2);
    QCOMPARE(dump(), before);
    QCOMPARE(import(results).drafts, 0); // the same file again
    QCOMPARE(draftCount(), 2);
    m_project->undo();
    m_project->waitForPending();
    QCOMPARE(draftCount(), 0);
    QCOMPARE(dump(), before);
    m_project->redo();
    m_project->waitForPending();
    QCOMPARE(draftCount(), 2);
}

void ImportJobTest::archiveIsUnpackedIntoTheProject()
{
    const QByteArray archive = zips::zip({{"ants/1.png", pictures::numbered(1)}, {"ants/2.png", pictures::numbered(2)}, {"bees/1.png", pictures::numbered(3)}});
    file(QStringLiteral("insects.zip"), archive);
    const auto foldersIn = [this](const char* below) { return QDir(m_project->folder() + QLatin1Char('/') + QLatin1String(below)).entryList(QDir::Dirs | QDir::NoDotAndDotDot); };
    ImportJob job(*m_project);
    QSignalSpy finished(&job, &Job::finished), written(&job, &ImportJob::written), failed(&job, &Job::failed);
    job.read(options(QStringLiteral("insects.zip")));
    QVERIFY(finished.wait());
    QCOMPARE(failed.size(), 0);
    QVERIFY(foldersIn("images").isEmpty()); // nothing of it is in the project yet
    job.write();
    QVERIFY(finished.wait());
    QCOMPARE(written.front().front().value<ImportReport>().images, 3);
    QCOMPARE(foldersIn("images"), QStringList{QStringLiteral("insects")});
    QTRY_VERIFY(foldersIn("cache").filter(QStringLiteral("import-")).isEmpty());
    for (const ImageRecord& image : m_project->images()) {
        QVERIFY(image.path.startsWith(m_project->folder() + QStringLiteral("/images/insects/")));
        QVERIFY(QFileInfo(image.path).isFile());
    }
    QCOMPARE(m_project->views().front().name, QStringLiteral("insects"));
    const QStringList after = dump();
    m_project->undo(); // one step takes all of it back ...
    m_project->waitForPending();
    QCOMPARE(m_project->imageCount(), 0);
    m_project->redo(); // ... and another brings it again
    m_project->waitForPending();
    QCOMPARE(dump(), after);
    for (const ImageRecord& image : m_project->images())
        QVERIFY(QFileInfo(image.path).isFile());
    job.read(options(QStringLiteral("insects.zip"))); // the same once more
    QVERIFY(finished.wait());
    job.write();
    QVERIFY(finished.wait());
    QCOMPARE(written.back().front().value<ImportReport>().known, 3);
    QCOMPARE(foldersIn("images"), QStringList{QStringLiteral("insects")});
    QCOMPARE(dump(), after);
    QFile untouched(path(QStringLiteral("insects.zip")));
    QVERIFY(untouched.open(QIODevice::ReadOnly));
    QCOMPARE(untouched.readAll(), archive);
}

void ImportJobTest::unpackedPicturesThatAreNotTakenGo()
{
    file(QStringLiteral("insects.zip"), zips::zip({{"ants/1.png", pictures::numbered(1)}, {"bees/1.png", pictures::numbered(3)}}));
    const auto leftIn = [this] { return QDir(m_project->folder() + QStringLiteral("/cache")).entryList({QStringLiteral("import-*")}, QDir::Dirs); };
    {
        ImportJob job(*m_project);
        QSignalSpy finished(&job, &Job::finished);
        job.read(options(QStringLiteral("insects.zip")));
        QVERIFY(finished.wait());
        QCOMPARE(leftIn().size(), 1);
    }
    QTRY_VERIFY(leftIn().isEmpty());
    QDir().mkpath(m_project->folder() + QStringLiteral("/cache/import-x/0/set")); // of a program that was killed
    const QString folder = m_project->folder();
    m_project.reset();
    m_project = Project::open(folder);
    QVERIFY(leftIn().isEmpty());
}

void ImportJobTest::picturesInsideOfLabelmeFilesAreKept()
{
    const QByteArray picture = pictures::numbered(9, 64, 48);
    file(QStringLiteral("set/a.json"), "{\"shapes\":[{\"label\":\"cat\",\"shape_type\":\"rectangle\",\"points\":[[1,2],[10,12]]}],\"imagePath\":\"..\\\\pics\\\\a.png\",\"imageData\":\""
             + picture.toBase64() + "\"}");
    file(QStringLiteral("set/b.json"), R"({"shapes":[],"imagePath":"b.png","imageData":"no base64 !"})");
    ImportJob job(*m_project);
    QSignalSpy finished(&job, &Job::finished), written(&job, &ImportJob::written);
    job.read(options(QStringLiteral("set")));
    QVERIFY(finished.wait());
    job.write();
    QVERIFY(finished.wait());
    const auto report = written.front().front().value<ImportReport>();
    QCOMPARE(report.images, 1);
    QCOMPARE(count(report, "picture_unpacked"), 1);
    QCOMPARE(count(report, "image_missing"), 1);
    QCOMPARE(m_project->images().front().sha256, PictureFile::sha256(picture));
    QVERIFY(m_project->images().front().path.startsWith(m_project->folder() + QStringLiteral("/images/")));
    QCOMPARE(m_project->summary(m_project->views().front().id).annotated, 1);
}

void ImportJobTest::manyConceptsArePlannedAndWrittenQuickly()
{
    SourceData data;
    data.format = QStringLiteral("csv");
    data.name = QStringLiteral("many");
    data.root = m_folder->path();
    data.type = ViewType::Classification;
    for (int i = 0; i < 20'000; ++i) {
        SourceRecord record;
        record.relativePath = QStringLiteral("%1.png").arg(i);
        record.path = path(record.relativePath);
        record.header.size = record.header.storedSize = QSize(64, 48);
        record.bytes = 1;
        record.sha256 = PictureFile::sha256(QByteArray::number(i));
        record.hasRecord = true;
        record.labels = {QStringLiteral("label %1").arg(i)};
        data.concepts << record.labels;
        data.records.push_back(record);
    }
    data.annotationsRead = 20'000;
    const ReadImport import{options(QStringLiteral("many")), 1, {data}};
    const ProcessorTime time;
    QCOMPARE(previewImport(ProjectFolder::databasePath(m_project->folder()), import).newConcepts.size(), 20'000);
    QVERIFY2(time.seconds() < 10, "planning");
    writeImport(*m_project, import, {});
    QVERIFY2(time.seconds() < 40, "writing");
    QCOMPARE(m_project->concepts(m_project->views().front().id).size(), size_t(20'000));
}

void ImportJobTest::foldersOfSplitsNamedOneByOneShareAView()
{
    makeFolders(2, 2, QStringLiteral("set/train"));
    makeFolders(1, 0, QStringLiteral("set/val"));
    picture(QStringLiteral("set/val/ants/7.png"), 7);
    ImportOptions both = options(QStringLiteral("set/train"));
    both.sources << path(QStringLiteral("set/val"));
    import(both);
    QCOMPARE(m_project->views().size(), size_t(1));
    QCOMPARE(m_project->views().front().name, QStringLiteral("set"));
    QCOMPARE(m_project->summary(view(QStringLiteral("set")).id).annotated, int(m_project->imageCount()));
}

void ImportJobTest::freeTextIsNoListOfConcepts()
{
    SourceData data;
    data.name = QStringLiteral("captions");
    data.root = m_folder->path();
    data.type = ViewType::Tagging;
    for (int i = 0; i < 1001; ++i)
        data.concepts << QStringLiteral("word %1").arg(i);
    for (int i = 0; i < 3; ++i) {
        SourceRecord record;
        record.relativePath = QStringLiteral("%1.png").arg(i);
        record.path = path(record.relativePath);
        record.header.size = record.header.storedSize = QSize(64, 48);
        record.sha256 = PictureFile::sha256(QByteArray::number(i));
        record.hasRecord = true;
        record.labels = data.concepts.mid(i * 300, 401);
        data.annotationsRead += record.labels.size();
        data.records.push_back(record);
    }
    ReadImport import{options(QStringLiteral("captions")), 1, {data}};
    QVERIFY_EXCEPTION_THROWN(previewImport(ProjectFolder::databasePath(m_project->folder()), import), Error);
    QVERIFY_EXCEPTION_THROWN(writeImport(*m_project, import, {}), Error);
    QCOMPARE(m_project->imageCount(), 0);
    import.sources.front().concepts.removeLast(); // as many as a long list may have
    import.sources.front().records.back().labels.removeLast();
    --import.sources.front().annotationsRead;
    QCOMPARE(writeImport(*m_project, import, {}).newConcepts.size(), 1000);
}

void ImportJobTest::cancelEndsThePlanning()
{
    makeFolders(6, 4);
    const ImportOptions set = options(QStringLiteral("set"));
    const ReadImport read{set, 1, readSources(set.sources, set.source, {})};
    int asked = 0;
    SourceListener listener;
    listener.isCanceled = [&] { return ++asked > 3; };
    QVERIFY(previewImport(ProjectFolder::databasePath(m_project->folder()), read, listener).canceled);
    asked = 0;
    QVERIFY(writeImport(*m_project, read, listener).canceled);
    QCOMPARE(m_project->imageCount(), 0);
}

void ImportJobTest::idsOfTheSourceAreStored()
{
    for (int i = 0; i < 2; ++i)
        picture(QStringLiteral("set/%1.png").arg(i), i);
    import(options(QStringLiteral("set"))); // known, before any source speaks of them
    file(QStringLiteral("set/x.json"), sources::coco(sources::image("\"f0\"", "0.png") + ',' + sources::image("70", "1.png"), sources::box("70", "90", "1,1,9,9"),
                                                    R"({"id":90,"name":"cup"},{"id":"c","name":"car"})"));
    import(options(QStringLiteral("set")));
    const SourceIds ids = sourceIds(m_project->folder());
    QCOMPARE(ids.images.value(path(QStringLiteral("set/0.png"))), QStringLiteral("\"f0\""));
    QCOMPARE(ids.images.value(path(QStringLiteral("set/1.png"))), QStringLiteral("70"));
    QCOMPARE(ids.concepts.values(), QStringList{QStringLiteral("90")}); // the car is only listed
}

void ImportJobTest::namesThatTheViewHasInAnotherCaseAreTold()
{
    makeFolders(2, 2, QStringLiteral("one"));
    picture(QStringLiteral("two/Ants/9.png"), 77);
    picture(QStringLiteral("two/bees/8.png"), 78);
    import(options(QStringLiteral("one")));
    const ImportReport report = import(options(QStringLiteral("two")));
    QVERIFY(report.newConcepts.isEmpty());
    const auto told = std::ranges::find(report.issues, QStringLiteral("names_joined"), &ImportIssue::code);
    QVERIFY(told != report.issues.end());
    QCOMPARE(told->detail, QStringLiteral("ants, Ants"));
}

void ImportJobTest::sourcesOfTwoTypesCannotShareAView()
{
    makeFolders(2, 2);
    makeBoxes();
    ImportOptions both = options(QStringLiteral("set"));
    both.sources << path(QStringLiteral("boxes"));
    both.viewName = QStringLiteral("one for all");
    QVERIFY_THROWS_EXCEPTION(Error, import(both));
    QCOMPARE(m_project->imageCount(), 0);
}

void ImportJobTest::secondImportAddsNothing()
{
    makeFolders(6, 4);
    import(QStringLiteral("set"));
    const QStringList before = dump();
    const ImportReport again = import(QStringLiteral("set"));
    QCOMPARE(again.images, 0);
    QCOMPARE(again.known, 10);
    for (const auto& [name, stored] : again.annotations)
        QCOMPARE(stored, 0);
    QVERIFY(!again.viewIsNew);
    QVERIFY(again.issues.empty());
    QCOMPARE(dump(), before);
}

void ImportJobTest::undoAndRedoTakeItAllBack()
{
    const QStringList empty = dump();
    makeFolders(5, 5);
    makeBoxes();
    import(QStringLiteral("set"));
    import(QStringLiteral("boxes"));
    const QStringList full = dump();
    QVERIFY(m_project->undoTitle().contains(QLatin1String("boxes")));
    m_project->undo();
    m_project->undo();
    m_project->waitForPending();
    QCOMPARE(dump(), empty);
    m_project->redo();
    m_project->redo();
    m_project->waitForPending();
    QCOMPARE(dump(), full);
}

void ImportJobTest::cancelLeavesTheProjectAsItWas_data()
{
    QTest::addColumn<bool>("inWrite");
    QTest::newRow("while reading") << false;
    QTest::newRow("while writing") << true;
}

void ImportJobTest::cancelLeavesTheProjectAsItWas()
{
    QFETCH(bool, inWrite);
    makeFolders(60, 40);
    makeBoxes();
    import(QStringLiteral("boxes"));
    const QStringList before = dump();
    const QString undo = m_project->undoTitle();
    if (inWrite) {
        const ImportOptions chosen = options(QStringLiteral("set"));
        const ReadImport read{chosen, 1, readSources(chosen.sources, {}, {})};
        int written = 0;
        const ImportReport report = writeImport(*m_project, read, {[&](const QString&, qint64 done, qint64) { written = int(done); }, [&] { return written >= 32; }});
        QVERIFY(report.canceled);
        QVERIFY(written >= 32 && written < 100);
    } else {
        ImportJob job(*m_project);
        QSignalSpy read(&job, &ImportJob::readFinished), finished(&job, &Job::finished);
        job.read(options(QStringLiteral("set")));
        job.cancel();
        QVERIFY(finished.wait());
        QVERIFY(read.front().front().value<ImportReport>().canceled);
    }
    QCOMPARE(dump(), before);
    QCOMPARE(m_project->undoTitle(), undo);
    QCOMPARE(import(QStringLiteral("set")).images, 100); // and it can be done again
}

void ImportJobTest::jobMayGoAwayWhileReading()
{
    makeFolders(60, 40);
    for (int round = 0; round < 3; ++round) {
        ImportJob job(*m_project);
        job.read(options(QStringLiteral("set")));
    }
    QCOMPARE(m_project->imageCount(), 0);
}

void ImportJobTest::failedReadIsASentence()
{
    ImportJob job(*m_project);
    QSignalSpy failed(&job, &Job::failed), finished(&job, &Job::finished);
    job.read(options(QStringLiteral("nowhere")));
    QVERIFY(failed.wait());
    QVERIFY(failed.front().front().toString().contains(QLatin1String("nowhere")));
    QCOMPARE(finished.size(), 0);
}

// Splits ----------------------------------------------------------------------------------------------------------------

void ImportJobTest::splitsAreDealtOnlyWhenNoneIsGiven_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<double>("share");
    QTest::addColumn<QList<int>>("splits"); // train, val, test, none
    QByteArray plain = "filename,label\n", given = "filename,label,split\n";
    for (int i = 0; i < 10; ++i) {
        plain += QByteArray::number(i) + ".png," + (i % 2 ? "a\n" : "b\n");
        given += QByteArray::number(i) + ".png,a," + (i < 3 ? "train" : i < 5 ? "val" : i < 6 ? "test" : "") + "\n";
    }
    QTest::newRow("none given") << plain << 0.2 << QList<int>{8, 2, 0, 0};
    QTest::newRow("none given, no validation wanted") << plain << 0.0 << QList<int>{10, 0, 0, 0};
    QTest::newRow("half") << plain << 0.5 << QList<int>{5, 5, 0, 0};
    QTest::newRow("some given") << given << 0.2 << QList<int>{3, 2, 1, 4};
}

void ImportJobTest::splitsAreDealtOnlyWhenNoneIsGiven()
{
    QFETCH(QByteArray, csv);
    QFETCH(double, share);
    for (int i = 0; i < 10; ++i)
        picture(QStringLiteral("set/%1.png").arg(i), i);
    file(QStringLiteral("set/labels.csv"), csv);
    ImportOptions chosen = options(QStringLiteral("set"));
    chosen.validationShare = share;
    chosen.seed = 3;
    const ImportReport report = import(chosen);
    QTEST((QList<int>{report.splits[QStringLiteral("train")], report.splits[QStringLiteral("val")], report.splits[QStringLiteral("test")],
                      report.splits[QStringLiteral("none")]}), "splits");
    int train = 0;
    for (const ImageRecord& image : m_project->images())
        train += image.split == Split::Train ? 1 : 0;
    QCOMPARE(train, report.splits[QStringLiteral("train")]);
}

void ImportJobTest::copiesThatTheSourcePartsAllTrain()
{
    picture(QStringLiteral("set/train/a/1.png"), 1);
    picture(QStringLiteral("set/train/b/2.png"), 2);
    picture(QStringLiteral("set/val/a/copy.png"), 1);
    picture(QStringLiteral("set/val/b/3.png"), 3);
    const ImportReport report = import(QStringLiteral("set"));
    QCOMPARE(report.images, 4);
    QCOMPARE(count(report, "copies_parted"), 1);
    QCOMPARE(report.splits[QStringLiteral("train")], 3);
    QCOMPARE(report.splits[QStringLiteral("val")], 1);
    QVERIFY(!report.hasRejections());
}

void ImportJobTest::dealtCopiesStayTogether()
{
    for (int i = 0; i < 40; ++i)
        picture(QStringLiteral("set/%1.png").arg(i), i / 2); // 20 pairs of equal bytes
    for (int seed = 0; seed < 10; ++seed) {
        init();
        for (int i = 0; i < 40; ++i)
            picture(QStringLiteral("set/%1.png").arg(i), i / 2);
        ImportOptions chosen = options(QStringLiteral("set"));
        chosen.seed = seed;
        QCOMPARE(import(chosen).images, 40);
        QHash<QByteArray, Split> splits;
        for (const ImageRecord& image : m_project->images()) {
            if (splits.contains(image.sha256))
                QCOMPARE(image.split, splits[image.sha256]);
            splits[image.sha256] = image.split;
        }
    }
}

void ImportJobTest::knownImageKeepsItsSplit()
{
    makeFolders(5, 5);
    ImportOptions chosen = options(QStringLiteral("set"));
    chosen.validationShare = 0;
    import(chosen);
    chosen.source.split = Split::Validation;
    picture(QStringLiteral("set/bees/new.png"), 77);
    const ImportReport report = import(chosen);
    QCOMPARE(report.images, 1);
    QCOMPARE(report.splits[QStringLiteral("val")], 1);
    int train = 0;
    for (const ImageRecord& image : m_project->images())
        train += image.split == Split::Train ? 1 : 0;
    QCOMPARE(train, 10);
}

void ImportJobTest::copyOfAKnownImageIsKnown()
{
    makeFolders(3, 3);
    import(QStringLiteral("set"));
    makeFolders(3, 4, QStringLiteral("moved"));
    const ImportReport report = import(QStringLiteral("moved"));
    QCOMPARE(report.known, 6);
    QCOMPARE(report.images, 1);
}

// Views and annotation ----------------------------------------------------------------------------------------------------

void ImportJobTest::viewIsChosen_data()
{
    QTest::addColumn<QStringList>("existing"); // "name:type"
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("view");
    QTest::addColumn<bool>("isNew");
    const QString classes = QStringLiteral("Insects:classification"), more = QStringLiteral("More:classification"), cells = QStringLiteral("Cells:detection");
    QTest::newRow("none there") << QStringList() << "" << "set" << true;
    QTest::newRow("the only one of the type") << QStringList{classes, cells} << "" << "Insects" << false;
    QTest::newRow("several: a new one") << QStringList{classes, more} << "" << "set" << true;
    QTest::newRow("several, one of the source's name") << QStringList{classes, QStringLiteral("Set:classification")} << "" << "Set" << false;
    QTest::newRow("name taken by another type") << QStringList{QStringLiteral("set:detection")} << "" << "set 2" << true;
    QTest::newRow("named") << QStringList{classes, more} << "more" << "More" << false;
    QTest::newRow("named, new") << QStringList{classes} << "Fresh" << "Fresh" << true;
}

void ImportJobTest::viewIsChosen()
{
    QFETCH(QStringList, existing);
    QFETCH(QString, asked);
    makeFolders(2, 2);
    for (const QString& both : existing)
        m_project->editAndWait(QStringLiteral("add"), [&](Editor& editor) {
            editor.addView(both.section(QLatin1Char(':'), 0, 0), *viewTypeFromKey(both.section(QLatin1Char(':'), 1)));
        });
    ImportOptions chosen = options(QStringLiteral("set"));
    chosen.viewName = asked;
    const ImportReport report = import(chosen);
    QTEST(report.viewName, "view");
    QTEST(report.viewIsNew, "isNew");
    QCOMPARE(m_project->summary(view(report.viewName).id).annotated, 4);
}

void ImportJobTest::boxesBecomeTags()
{
    makeBoxes();
    ImportOptions chosen = options(QStringLiteral("boxes"));
    chosen.type = ViewType::Tagging;
    const ImportReport report = import(chosen);
    QCOMPARE(count(report, "box_to_tag"), 1);
    const ViewSummary summary = m_project->summary(view(report.viewName).id);
    QCOMPARE(summary.items, 4);
    QCOMPARE(summary.annotated, 3);
    QCOMPARE(summary.withoutConcept, 1);
    QCOMPARE(report.annotations, (std::vector<std::pair<QString, int>>{{QStringLiteral("cell"), 1}, {QStringLiteral("dot"), 1}}));
}

void ImportJobTest::misfitIsRefused()
{
    makeBoxes();
    makeFolders(2, 2);
    const QStringList before = dump();
    ImportOptions boxes = options(QStringLiteral("boxes"));
    boxes.type = ViewType::Classification;
    QVERIFY_EXCEPTION_THROWN(import(boxes), Error);
    ImportOptions classes = options(QStringLiteral("set"));
    classes.type = ViewType::Detection;
    QVERIFY_EXCEPTION_THROWN(import(classes), Error);
    QCOMPARE(dump(), before);
}

void ImportJobTest::annotationOfAPersonIsKept()
{
    makeFolders(2, 2);
    import(QStringLiteral("set"));
    const ViewRecord set = view(QStringLiteral("set"));
    const auto items = m_project->allItems(set.id);
    const auto concepts = m_project->concepts(set.id);
    m_project->editAndWait(QStringLiteral("set"), [&](Editor& editor) {
        editor.setClass({items[0].id}, concepts[1].id); // an ant that is a bee
        editor.clearAnnotation({items[1].id});
    });
    const ImportReport report = import(QStringLiteral("set"));
    QCOMPARE(report.known, 4);
    const auto after = m_project->allItems(set.id);
    QCOMPARE(after[0].annotation.labels.front().conceptId, concepts[1].id);
    QCOMPARE(after[1].annotation.labels.front().conceptId, concepts[0].id); // unseen ones are filled
}

void ImportJobTest::emptyRecordsByViewType()
{
    makeBoxes();
    const ImportReport boxes = import(QStringLiteral("boxes"));
    QCOMPARE(boxes.withoutConcept, 1);
    const auto items = m_project->allItems(view(QStringLiteral("boxes")).id);
    QCOMPARE(items[2].annotation.state, ItemState::WithoutConcept);
    QCOMPARE(items[3].annotation.state, ItemState::Unseen); // not named at all
    QCOMPARE(items[0].annotation.boxes.size(), size_t(2));
    QCOMPARE(items[0].annotation.boxes.front().rect, QRectF(1, 1, 9, 9));

    picture(QStringLiteral("tags/a.png"), 1);
    picture(QStringLiteral("tags/b.png"), 2);
    file(QStringLiteral("tags/tags.csv"), "filename,concepts\na.png,cat;dog\nb.png,\n");
    QCOMPARE(import(QStringLiteral("tags")).withoutConcept, 1);
    const auto tags = m_project->allItems(view(QStringLiteral("tags")).id);
    QCOMPARE(tags[4].annotation.state, ItemState::Annotated);
    QCOMPARE(tags[5].annotation.state, ItemState::WithoutConcept);
    QCOMPARE(tags[5].annotation.labels.size(), size_t(2));

    ImportOptions chosen = options(QStringLiteral("tags"));
    chosen.type = ViewType::Classification;
    const ImportReport classes = import(chosen);
    QCOMPARE(count(classes, "answer_conflict"), 1);
    const auto labels = m_project->allItems(view(classes.viewName).id);
    QCOMPARE(labels[4].annotation.labels.size(), size_t(1));
    QCOMPARE(labels[5].annotation.state, ItemState::Unseen);
}

void ImportJobTest::oddAndTruncatedKeepTheirHealth()
{
    makeFolders(30, 30);
    file(QStringLiteral("set/ants/lost.gif"), pictures::gif(1));
    file(QStringLiteral("set/ants/cut.png"), pictures::numbered(5000).chopped(10));
    import(QStringLiteral("set"));
    QHash<QString, Health> health;
    for (const ImageRecord& image : m_project->images())
        health[image.name()] = image.health;
    QCOMPARE(health[QStringLiteral("lost.gif")], Health::Odd);
    QCOMPARE(health[QStringLiteral("cut.png")], Health::Truncated);
    QCOMPARE(health[QStringLiteral("1.png")], Health::Good);
}

void ImportJobTest::picturesAloneJoinEveryView()
{
    makeFolders(2, 2);
    makeBoxes();
    import(QStringLiteral("set"));
    import(QStringLiteral("boxes"));
    picture(QStringLiteral("more/x.png"), 9000);
    const ImportReport report = import(QStringLiteral("more"));
    QVERIFY(report.viewName.isEmpty());
    QCOMPARE(m_project->views().size(), size_t(2));
    for (const ViewRecord& view : m_project->views())
        QCOMPARE(m_project->summary(view.id).items, 9);
}

void ImportJobTest::unusedNamesStayOut()
{
    picture(QStringLiteral("set/images/a.png"), 1);
    file(QStringLiteral("set/labels/a.txt"), "1 0.5 0.5 0.5 0.5\n");
    file(QStringLiteral("set/data.yaml"), "train: images\nnames: [a, b, c]\n");
    QCOMPARE(import(QStringLiteral("set")).newConcepts, QStringList{QStringLiteral("b")});
}

void ImportJobTest::countsAddUp()
{
    makeBoxes();
    pictures::write(path(QStringLiteral("boxes/broken.jpg")), "x");
    file(QStringLiteral("boxes/more.csv"), "filename,class,xmin,ymin,xmax,ymax\n0.png,cell,1,1,10,10\ngone.png,cell,1,1,5,5\ngone.png,cell,2,2,5,5\n");
    const ImportReport report = import(QStringLiteral("boxes"));
    QCOMPARE(report.images, 4);
    QCOMPARE(report.rejected, 2); // broken.jpg, and gone.png once
    QCOMPARE(count(report, "box_zero"), 1);
    QCOMPARE(count(report, "box_repeated"), 1);
    QCOMPARE(count(report, "image_missing"), 2);
    QCOMPARE(report.annotations, (std::vector<std::pair<QString, int>>{{QStringLiteral("cell"), 2}, {QStringLiteral("dot"), 1}}));
    const ViewSummary summary = m_project->summary(view(report.viewName).id);
    int stored = 0;
    for (const auto& [id, number] : summary.answers)
        stored += number;
    QCOMPARE(stored, 3);
}

void ImportJobTest::jsonHasTheShapeOfTheTerminal()
{
    makeBoxes();
    const QJsonObject json = toJson(import(QStringLiteral("boxes")));
    QCOMPARE(json.keys(), QStringList({QStringLiteral("annotations"), QStringLiteral("drafts"), QStringLiteral("event"), QStringLiteral("images"), QStringLiteral("issues"),
                                       QStringLiteral("known"), QStringLiteral("rejected"), QStringLiteral("splits")}));
    QCOMPARE(json[QLatin1String("event")].toString(), QStringLiteral("finished"));
    QCOMPARE(json[QLatin1String("annotations")].toObject()[QLatin1String("cell")].toInt(), 2);
    QCOMPARE(json[QLatin1String("splits")].toObject().keys(), QStringList({QStringLiteral("none"), QStringLiteral("test"), QStringLiteral("train"), QStringLiteral("val")}));
    const QJsonObject issue = json[QLatin1String("issues")].toArray().first().toObject();
    QCOMPARE(issue[QLatin1String("level")].toString(), QStringLiteral("rejected"));
    QCOMPARE(issue[QLatin1String("code")].toString(), QStringLiteral("box_zero"));
    QCOMPARE(issue[QLatin1String("file")].toString(), QStringLiteral("boxes.csv"));
    QCOMPARE(issue[QLatin1String("line")].toInt(), 6);
}

void ImportJobTest::sourceIsNotTouched()
{
    makeFolders(3, 3);
    const auto state = [&] {
        QStringList lines;
        QDirIterator files(path(QStringLiteral("set")), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            lines << file + QString::number(QFileInfo(file).lastModified().toMSecsSinceEpoch()) + QString::fromLatin1(PictureFile::sha256OfFile(file).toHex());
        }
        lines.sort();
        return lines;
    };
    const QStringList before = state();
    import(QStringLiteral("set"));
    QCOMPARE(state(), before);
}

void ImportJobTest::sampleProjectHasBothViews()
{
    m_project = createSampleProject(path(QStringLiteral("Sample.oriel")), QStringLiteral(ORIEL_SOURCE_DIR "/resources/sample"));
    const ViewSummary cells = m_project->summary(view(QStringLiteral("Cells")).id), slides = m_project->summary(view(QStringLiteral("Slides")).id);
    QCOMPARE(cells.items, 60);
    QCOMPARE(cells.train, 44);
    QCOMPARE(cells.validation, 16);
    QCOMPARE(cells.annotated, 60);
    QCOMPARE(slides.items, 60);
    QCOMPARE(slides.annotated, 60);
    QVERIFY(slides.withoutConcept > 10);
    QVERIFY(m_project->trainingSelection(view(QStringLiteral("Cells")).id).canTrain());
    QVERIFY(m_project->trainingSelection(view(QStringLiteral("Slides")).id).canTrain());
    for (const ImageRecord& image : m_project->images())
        QVERIFY(image.path.startsWith(m_project->folder()));
}

void ImportJobTest::theSampleHasATrainedVersionOfEachView()
{
    m_project = createSampleProject(path(QStringLiteral("Sample.oriel")), QStringLiteral(ORIEL_SOURCE_DIR "/resources/sample"));
    const auto versions = m_project->versions();
    QCOMPARE(versions.size(), m_project->views().size());
    for (const VersionRecord& version : versions) {
        QCOMPARE(version.status, VersionStatus::Done);
        QVERIFY(version.headline);
        const QString folder = m_project->versionFolder(version.uuid);
        const auto contents = VersionFolder::read(folder, version);
        QCOMPARE(contents.damaged, QStringList());
        QVERIFY(contents.report);
        QVERIFY(!contents.batches.empty());
        QCOMPARE(contents.judged.size(), 16u);
        // Its weights, in 16 bits, say what the training wrote down.
        const JudgedExample& one = contents.judged.front();
        const auto answer = Predictor(folder, QStringLiteral("cpu")).answer({one.example}).front();
        QCOMPARE(answer.failure, QString());
        const double was = one.prediction.scores.empty() ? one.prediction.boxes.at(0).score : one.prediction.scores.at(0);
        const double is = answer.prediction.scores.empty() ? answer.prediction.boxes.at(0).score : answer.prediction.scores.at(0);
        QVERIFY2(std::abs(was - is) < 0.05, qPrintable(QStringLiteral("%1 became %2").arg(was).arg(is)));
    }
}

QTEST_GUILESS_MAIN(ImportJobTest)
#include "ImportJobTest.moc"
