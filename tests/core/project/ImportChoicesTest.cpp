#include "core/project/ImportChoices.h"

#include "core/project/ImportJob.h"
#include "core/project/ImportRun.h"
#include "core/project/Project.h"
#include "core/pictures/FileState.h"
#include "core/pictures/PictureFile.h"
#include "tests/support/Films.h"
#include "tests/support/Pictures.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using Existing = ImportChoices::Existing;
using Splits = ImportChoices::Splits;
using Names = QHash<QString, QString>;

/// What a person decides between reading and writing: the map of concepts, annotation that is there already, splits, silent pictures.
class ImportChoicesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void conceptsAreMapped_data();
    void conceptsAreMapped();
    void answersOfJoinedConceptsAreJoined();
    void existingAnnotation_data();
    void existingAnnotation();
    void aGapIsClosedByANewBox();
    void replacedAnnotationComesBackByUndo();
    void splitsAreChosen_data();
    void splitsAreChosen();
    void silentPictures_data();
    void silentPictures();
    void choosingReadsNothingAgain();
    void copiedPicturesStandInTheProject();
    void framesOfAFilmAreOneGroup_data();
    void framesOfAFilmAreOneGroup();

private:
    QString path(const QString& relative) const { return m_folder->filePath(relative); }
    void table(const QByteArray& rows) const { pictures::write(path(QStringLiteral("set/boxes.csv")), "filename,class,xmin,ymin,xmax,ymax\n" + rows); }
    ReadImport read(const ImportChoices& choices = {}) const
    {
        ImportOptions options;
        options.sources = {path(QStringLiteral("set"))};
        options.viewName = QStringLiteral("Set");
        options.choices = choices;
        ReadImport import{options, 1, readSources(options.sources, options.source, {}), {}};
        import.choose(choices);
        return import;
    }
    /// The trial run says what the import does, whatever was chosen.
    ImportReport import(const ImportChoices& choices = {}) const
    {
        const ReadImport import = read(choices);
        const QString database = m_project->folder() + QStringLiteral("/project.sqlite");
        m_project->waitForPending();
        const ImportReport trial = previewImport(database, import), written = writeImport(*m_project, import, {});
        if (toJson(trial) != toJson(written) || trial.changed != written.changed)
            QTest::qFail("the trial run says something else than the import", __FILE__, __LINE__);
        return written;
    }
    /// "0.png: cell 1,1 dot 5,5" or "0.png: +cell -dot" of each picture that is not unseen, with "nothing" where that was said.
    QStringList dump() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Project> m_project;
};

void ImportChoicesTest::init()
{
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = Project::create(path(QStringLiteral("Test.oriel")));
    for (int i = 0; i < 4; ++i)
        pictures::write(path(QStringLiteral("set/%1.png").arg(i)), pictures::numbered(i, 32, 24));
}

QStringList ImportChoicesTest::dump() const
{
    QStringList lines;
    const ViewRecord view = m_project->viewNamed(QStringLiteral("Set")).value_or(ViewRecord{});
    QHash<ConceptId, QString> names;
    for (const ConceptRecord& record : m_project->concepts(view.id))
        names[record.id] = record.name;
    for (const Item& item : m_project->allItems(view.id)) {
        QStringList words;
        for (const Label& label : item.annotation.labels)
            words << (label.yes ? QLatin1Char('+') : QLatin1Char('-')) + names[label.conceptId];
        for (const BoxRecord& box : item.annotation.boxes)
            words << QStringLiteral("%1 %2,%3").arg(names[box.conceptId]).arg(box.rect.left()).arg(box.rect.top());
        if (item.annotation.state == ItemState::WithoutConcept)
            words << QStringLiteral("nothing");
        if (item.annotation.state == ItemState::Partly)
            words << QStringLiteral("partly");
        if (item.annotation.state != ItemState::Unseen)
            lines << item.image.relativePath + QStringLiteral(": ") + words.join(QLatin1Char(' '));
    }
    return lines;
}

void ImportChoicesTest::conceptsAreMapped_data()
{
    QTest::addColumn<Names>("names");
    QTest::addColumn<QStringList>("right");
    QTest::addColumn<QStringList>("concepts");
    const QStringList all{QStringLiteral("0.png: cell 1,1 dot 12,1"), QStringLiteral("1.png: dot 1,1"), QStringLiteral("2.png: nothing")};
    QTest::newRow("as they are") << Names{} << all << QStringList{QStringLiteral("cell"), QStringLiteral("dot")};
    QTest::newRow("renamed") << Names{{QStringLiteral("dot"), QStringLiteral("Platelet")}}
                             << QStringList{QStringLiteral("0.png: cell 1,1 Platelet 12,1"), QStringLiteral("1.png: Platelet 1,1"), QStringLiteral("2.png: nothing")}
                             << QStringList{QStringLiteral("cell"), QStringLiteral("Platelet")};
    QTest::newRow("two become one") << Names{{QStringLiteral("dot"), QStringLiteral("cell")}}
                                    << QStringList{QStringLiteral("0.png: cell 1,1 cell 12,1"), QStringLiteral("1.png: cell 1,1"), QStringLiteral("2.png: nothing")}
                                    << QStringList{QStringLiteral("cell")};
    QTest::newRow("left out: the picture was looked at") << Names{{QStringLiteral("dot"), {}}}
                                                         << QStringList{QStringLiteral("0.png: cell 1,1"), QStringLiteral("1.png: nothing"), QStringLiteral("2.png: nothing")}
                                                         << QStringList{QStringLiteral("cell")};
    QTest::newRow("exchanged") << Names{{QStringLiteral("dot"), QStringLiteral("cell")}, {QStringLiteral("cell"), QStringLiteral("dot")}}
                               << QStringList{QStringLiteral("0.png: dot 1,1 cell 12,1"), QStringLiteral("1.png: cell 1,1"), QStringLiteral("2.png: nothing")}
                               << QStringList{QStringLiteral("dot"), QStringLiteral("cell")};
    QTest::newRow("a name that is not there") << Names{{QStringLiteral("other"), QStringLiteral("x")}} << all << QStringList{QStringLiteral("cell"), QStringLiteral("dot")};
}

void ImportChoicesTest::conceptsAreMapped()
{
    QFETCH(const Names, names);
    QFETCH(const QStringList, right);
    QFETCH(const QStringList, concepts);
    table("0.png,cell,1,1,10,10\n0.png,dot,12,1,20,10\n1.png,dot,1,1,10,10\n2.png,,,,,\n");
    const ImportReport report = import({.conceptNames = names});
    QCOMPARE(dump(), right);
    QStringList stored;
    for (const ConceptRecord& record : m_project->concepts(m_project->viewNamed(QStringLiteral("Set"))->id))
        stored << record.name;
    QCOMPARE(stored, concepts);
    QCOMPARE(report.sourceConcepts.size(), size_t(2)); // as the source names them
    QCOMPARE(report.sourceConcepts.back().name, QStringLiteral("dot"));
    QCOMPARE(report.sourceConcepts.back().annotations, 2);
}

void ImportChoicesTest::answersOfJoinedConceptsAreJoined()
{
    pictures::write(path(QStringLiteral("set/tags.csv")), "filename,cat,kitten,dog\n0.png,0,1,0\n1.png,0,0,1\n2.png,0,,\n3.png,,,\n");
    import({.conceptNames = {{QStringLiteral("kitten"), QStringLiteral("cat")}}});
    QCOMPARE(dump(), (QStringList{QStringLiteral("0.png: +cat -dog"), QStringLiteral("1.png: -cat +dog"), QStringLiteral("2.png: -cat partly")}));
}

void ImportChoicesTest::existingAnnotation_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<Existing>("existing");
    QTest::addColumn<QStringList>("right");
    QTest::addColumn<int>("changed");
    const QByteArray head = "filename,class,xmin,ymin,xmax,ymax\n";
    const QByteArray mine = head + "0.png,cell,1,1,10,10\n1.png,,,,,\n", theirs = head + "0.png,cell,1,1,10,10\n0.png,dot,12,1,20,10\n1.png,dot,2,2,9,9\n2.png,dot,3,3,9,9\n";
    const QString fresh = QStringLiteral("2.png: dot 3,3");
    QTest::newRow("boxes, keep") << mine << theirs << Existing::Keep
                                 << QStringList{QStringLiteral("0.png: cell 1,1 partly"), QStringLiteral("1.png: partly"), fresh} << 0;
    // The gap of the new concept is closed by a box of it.
    QTest::newRow("boxes, add") << mine << theirs << Existing::Add
                                << QStringList{QStringLiteral("0.png: cell 1,1 dot 12,1"), QStringLiteral("1.png: dot 2,2"), fresh} << 2;
    QTest::newRow("boxes, add the same again") << mine << mine << Existing::Add << QStringList{QStringLiteral("0.png: cell 1,1"), QStringLiteral("1.png: nothing")} << 0;
    QTest::newRow("boxes, replace") << mine << head + "0.png,cell,5,5,9,9\n1.png,cell,6,6,9,9\n" << Existing::Replace
                                    << QStringList{QStringLiteral("0.png: cell 5,5"), QStringLiteral("1.png: cell 6,6")} << 2;
    QTest::newRow("boxes, replaced by nothing") << mine << head + "0.png,,,,,\n" << Existing::Replace << QStringList{QStringLiteral("0.png: nothing"), QStringLiteral("1.png: nothing")} << 1;
    const QByteArray tags = "filename,cat,dog\n0.png,1,\n1.png,0,0\n", otherTags = "filename,cat,dog\n0.png,0,1\n1.png,1,1\n2.png,1,0\n";
    QTest::newRow("tags, keep") << tags << otherTags << Existing::Keep
                                << QStringList{QStringLiteral("0.png: +cat partly"), QStringLiteral("1.png: -cat -dog nothing"), QStringLiteral("2.png: +cat -dog")} << 0;
    QTest::newRow("tags, add") << tags << otherTags << Existing::Add
                               << QStringList{QStringLiteral("0.png: +cat +dog"), QStringLiteral("1.png: -cat -dog nothing"), QStringLiteral("2.png: +cat -dog")} << 1;
    QTest::newRow("tags, replace") << tags << otherTags << Existing::Replace
                                   << QStringList{QStringLiteral("0.png: -cat +dog"), QStringLiteral("1.png: +cat +dog"), QStringLiteral("2.png: +cat -dog")} << 2;
    const QByteArray classes = "filename,label\n0.png,cat\n1.png,dog\n", otherClasses = "filename,label\n0.png,dog\n1.png,dog\n2.png,cat\n";
    QTest::newRow("class, add keeps the one") << classes << otherClasses << Existing::Add
                                              << QStringList{QStringLiteral("0.png: +cat"), QStringLiteral("1.png: +dog"), QStringLiteral("2.png: +cat")} << 0;
    QTest::newRow("class, replace") << classes << otherClasses << Existing::Replace
                                    << QStringList{QStringLiteral("0.png: +dog"), QStringLiteral("1.png: +dog"), QStringLiteral("2.png: +cat")} << 2;
}

void ImportChoicesTest::existingAnnotation()
{
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, second);
    QFETCH(const Existing, existing);
    QFETCH(const QStringList, right);
    QFETCH(const int, changed);
    pictures::write(path(QStringLiteral("set/table.csv")), first);
    import();
    pictures::write(path(QStringLiteral("set/table.csv")), second);
    const ImportReport report = import({.existing = existing});
    QCOMPARE(dump(), right);
    QCOMPARE(report.changed, changed);
}

void ImportChoicesTest::aGapIsClosedByANewBox()
{
    table("0.png,cell,1,1,10,10\n");
    import();
    table("1.png,dot,1,1,10,10\n");
    import();
    QCOMPARE(dump().front(), QStringLiteral("0.png: cell 1,1 partly")); // nobody looked for dots there
    table("0.png,dot,12,1,20,10\n");
    import({.existing = Existing::Add});
    QCOMPARE(dump().front(), QStringLiteral("0.png: cell 1,1 dot 12,1"));
}

void ImportChoicesTest::replacedAnnotationComesBackByUndo()
{
    table("0.png,cell,1,1,10,10\n1.png,,,,,\n");
    import();
    const QStringList before = dump();
    table("0.png,cell,5,5,9,9\n1.png,cell,6,6,9,9\n");
    import({.existing = Existing::Replace});
    const QStringList after = dump();
    QVERIFY(after != before);
    m_project->undo();
    QTRY_COMPARE(dump(), before);
    m_project->redo();
    QTRY_COMPARE(dump(), after);
}

void ImportChoicesTest::splitsAreChosen_data()
{
    QTest::addColumn<Splits>("splits");
    QTest::addColumn<int>("test");
    QTest::addColumn<int>("unassigned");
    QTest::newRow("as in the source") << Splits::Given << 4 << 0;
    QTest::newRow("dealt") << Splits::Deal << 0 << 0;
    QTest::newRow("none") << Splits::None << 0 << 4;
}

void ImportChoicesTest::splitsAreChosen()
{
    QFETCH(const Splits, splits);
    QFETCH(const int, test);
    QFETCH(const int, unassigned);
    pictures::write(path(QStringLiteral("set/boxes.csv")), "filename,class,xmin,ymin,xmax,ymax,split\n0.png,cell,1,1,10,10,test\n1.png,cell,1,1,10,10,test\n"
                                                          "2.png,cell,1,1,10,10,test\n3.png,cell,1,1,10,10,test\n");
    const ImportReport report = import({.splits = splits});
    QCOMPARE(report.splits.value(QStringLiteral("test")), test);
    QCOMPARE(report.splits.value(QStringLiteral("none")), unassigned);
    QCOMPARE(m_project->imageCount(), 4);
}

void ImportChoicesTest::silentPictures_data()
{
    QTest::addColumn<bool>("without");
    QTest::addColumn<QStringList>("right");
    const QString told = QStringLiteral("0.png: cell 1,1");
    QTest::newRow("not looked at") << false << QStringList{told};
    // 1.png has a box without a size: what it shows nobody knows.
    QTest::newRow("nothing there") << true << QStringList{told, QStringLiteral("2.png: nothing"), QStringLiteral("3.png: nothing")};
}

void ImportChoicesTest::silentPictures()
{
    QFETCH(const bool, without);
    QFETCH(const QStringList, right);
    table("0.png,cell,1,1,10,10\n1.png,cell,5,5,5,5\n");
    const ImportReport report = import({.unlistedIsWithout = without});
    QCOMPARE(dump(), right);
    QCOMPARE(report.unlisted, 2); // told, whatever becomes of them
}

void ImportChoicesTest::choosingReadsNothingAgain()
{
    table("0.png,cell,1,1,10,10\n");
    ImportOptions options;
    options.sources = {path(QStringLiteral("set"))};
    ImportJob job(*m_project);
    QSignalSpy read(&job, &ImportJob::readFinished), finished(&job, &Job::finished);
    job.read(options);
    QVERIFY(finished.wait());
    QFile::remove(path(QStringLiteral("set/boxes.csv")));
    job.choose({.conceptNames = {{QStringLiteral("cell"), QStringLiteral("Zelle")}}});
    QVERIFY(finished.wait());
    const auto report = read.back().front().value<ImportReport>();
    QCOMPARE(report.annotations.front().first, QStringLiteral("Zelle"));
    QCOMPARE(m_project->imageCount(), 0);
    job.write();
    QVERIFY(finished.wait());
    QCOMPARE(m_project->concepts(m_project->views().front().id).front().name, QStringLiteral("Zelle"));
}

void ImportChoicesTest::copiedPicturesStandInTheProject()
{
    table("0.png,cell,1,1,10,10\n");
    ImportOptions options;
    options.sources = {path(QStringLiteral("set"))};
    options.source.copies = true;
    ImportJob job(*m_project);
    QSignalSpy finished(&job, &Job::finished), failed(&job, &Job::failed);
    job.read(options);
    QVERIFY(finished.wait());
    job.write();
    QVERIFY(finished.wait());
    QCOMPARE(failed.size(), 0);
    const auto images = m_project->images();
    QCOMPARE(images.size(), size_t(4));
    for (const ImageRecord& image : images) {
        QVERIFY2(image.path.startsWith(m_project->folder() + QStringLiteral("/images/")), qPrintable(image.path));
        QCOMPARE(PictureFile::sha256OfFile(image.path), image.sha256);
        QCOMPARE(compareWithFile(image).health, Health::Good);
        QVERIFY(QFile::exists(path(QStringLiteral("set/") + image.name()))); // the originals are where they were
    }
    QTRY_VERIFY(QDir(m_project->cacheFolder()).entryList({QStringLiteral("import-*")}).isEmpty()); // taken away beside what goes on
}

void ImportChoicesTest::framesOfAFilmAreOneGroup_data()
{
    QTest::addColumn<double>("perSecond");
    QTest::addColumn<bool>("skips");
    QTest::addColumn<int>("frames");
    // 20 frames at 10 a second: 10 of one picture, then 10 that differ.
    QTest::newRow("each one") << 0.0 << false << 20;
    QTest::newRow("five a second") << 5.0 << false << 10;
    QTest::newRow("without those that show the same") << 0.0 << true << 11;
}

void ImportChoicesTest::framesOfAFilmAreOneGroup()
{
    QFETCH(double, perSecond);
    QFETCH(bool, skips);
    QFETCH(int, frames);
    const QString film = path(QStringLiteral("clip.avi"));
    std::vector<QImage> shown;
    for (int i = 0; i < 20; ++i)
        shown.push_back(QImage::fromData(pictures::numbered(i < 10 ? 1 : i * 37, 160, 120)));
    if (!films::write(film, shown, 10))
        QSKIP("OpenCV writes no films here");
    ImportOptions options;
    options.sources = {film};
    options.source.frames = {perSecond, skips};
    ImportJob job(*m_project);
    QSignalSpy read(&job, &ImportJob::readFinished), finished(&job, &Job::finished), failed(&job, &Job::failed);
    job.read(options);
    QVERIFY(finished.wait());
    QVERIFY2(failed.isEmpty(), qPrintable(failed.isEmpty() ? QString() : failed.front().front().toString()));
    QCOMPARE(read.front().front().value<ImportReport>().images, frames);
    QCOMPARE(m_project->imageCount(), 0);
    job.write();
    QVERIFY(finished.wait());
    const auto images = m_project->images();
    QCOMPARE(int(images.size()), frames);
    for (const ImageRecord& image : images) {
        QCOMPARE(image.split, images.front().split); // frames of one film are never parted
        QVERIFY(image.path.startsWith(m_project->folder() + QStringLiteral("/images/clip/clip-0000")));
        QCOMPARE(image.size, QSize(160, 120));
    }
}

QTEST_GUILESS_MAIN(ImportChoicesTest)
#include "ImportChoicesTest.moc"
