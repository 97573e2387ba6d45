#include "core/project/Project.h"

#include "AddedPictures.h"
#include "DamagedDatabase.h"

#include "core/base/Error.h"
#include "core/project/Backups.h"
#include "core/project/ProjectCare.h"
#include "core/project/Recovery.h"
#include "core/storage/VersionRepository.h"
#include "core/storage/ViewRepository.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace core;

namespace {

constexpr int pictures = 700; // so many that tables have more than one page

/// A project with something in every table that a page reads, closed cleanly.
void makeProject(const QString& folder)
{
    const auto project = Project::create(folder);
    addPictures(*project, pictures, QStringLiteral("a/rather/long/path/of/a/picture/"));
    ViewId boxes;
    ViewId tags;
    ConceptId cell;
    ConceptId round;
    project->editAndWait(QStringLiteral("Views"), [&](Editor& editor) {
        boxes = editor.addView(QStringLiteral("Cells"), ViewType::Detection);
        tags = editor.addView(QStringLiteral("Tags"), ViewType::Tagging);
        cell = editor.addConcept(boxes, QStringLiteral("Cell"));
        round = editor.addConcept(tags, QStringLiteral("Round"));
    });
    const auto items = project->itemIds(boxes);
    project->editAndWait(QStringLiteral("Boxes"), [&](Editor& editor) {
        for (const auto item : items)
            editor.setBoxes(item, {{.id = newBoxId(), .conceptId = cell, .rect = QRectF(1, 1, 20, 20)}});
        editor.setAnswer(project->itemIds(tags), round, Answer::Yes);
    });
    project->write([&](Database& database) {
        const VersionRepository versions(database);
        const ViewRepository views(database);
        const auto id = versions.add({.model = versions.modelFor(*views.find(boxes), views.concepts(boxes)), .name = QStringLiteral("v1"), .status = VersionStatus::Done});
        versions.appendEpoch(id, {.epoch = 1, .trainLoss = 0.5});
    }, {.library = true}, true);
}

void copyFolder(const QString& from, const QString& to)
{
    QDir().mkpath(to);
    for (const auto& entry : QDir(from).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
        if (entry.isDir())
            copyFolder(entry.absoluteFilePath(), to + QLatin1Char('/') + entry.fileName());
        else
            QFile::copy(entry.absoluteFilePath(), to + QLatin1Char('/') + entry.fileName());
    }
}

/// Every read that a page can ask for; how many of them said that they failed.
int failedReads(const Project& project)
{
    int failed = 0;
    const auto ask = [&](const auto& read) {
        try {
            read();
        } catch (const Error& error) {
            QVERIFY2(!error.message().isEmpty() && !error.message().contains(QLatin1String("malformed")), error.what());
            ++failed;
        }
    };
    const ViewId view{1};
    ask([&] { project.splitSeed(); });
    ask([&] { project.revision(); });
    ask([&] { project.views(); });
    ask([&] { project.view(view); });
    ask([&] { project.viewNamed(QStringLiteral("Cells")); });
    ask([&] { project.concepts(view); });
    ask([&] { project.summary(view); });
    ask([&] { project.imageCount(); });
    ask([&] { project.itemIds(view); });
    ask([&] { project.itemIds(view, {.conceptId = ConceptId{1}, .split = Split::Train, .state = ItemState::Annotated, .health = Health::Good, .nameContains = QStringLiteral("1")}); });
    ask([&] { const ItemId first{1}; project.items(std::span(&first, 1)); });
    ask([&] { project.item(ItemId{1}); });
    ask([&] { project.allItems(view); });
    ask([&] { project.allItems(ViewId{2}); });
    ask([&] { project.images(); });
    ask([&] { project.trainingSelection(view); });
    ask([&] { project.library(view); });
    ask([&] { project.version(VersionId{1}); });
    ask([&] { project.versionNamed(QStringLiteral("v1")); });
    ask([&] { project.freeVersionName(); });
    ask([&] { project.epochs(VersionId{1}); });
    ask([&] { project.undoTitle(); });
    ask([&] { project.redoTitle(); });
    return failed;
}

} // namespace

/// Nothing that lies in a project file ends the program, and what can be saved is saved.
class DamageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void everyReadSaysThatItFailed_data();
    void everyReadSaysThatItFailed();
    void theBackgroundCheckFindsWhatNobodyRead();
    void backupsAreMadeAndKeptByRule();
    void whatIsNotKept_data();
    void whatIsNotKept();
    void aSoundProjectIsLeftAlone();
    void aWrongLogIndexIsMadeAnew();
    void theNewestSoundBackupIsRestored();
    void whatCanBeReadIsSaved_data();
    void whatCanBeReadIsSaved();
    void aFileCutInHalfDoesNotEndTheProgram();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("Cells.oriel")); }
    QString database() const { return path() + QStringLiteral("/project.sqlite"); }
    QTemporaryDir m_sound;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void DamageTest::initTestCase()
{
    makeProject(m_sound.filePath(QStringLiteral("sound")));
}

void DamageTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    copyFolder(m_sound.filePath(QStringLiteral("sound")), path());
}

void DamageTest::everyReadSaysThatItFailed_data()
{
    QTest::addColumn<QString>("tree");
    for (const auto& tree : treesOf(m_sound.filePath(QStringLiteral("sound/project.sqlite"))))
        QTest::newRow(qPrintable(tree)) << tree;
}

void DamageTest::everyReadSaysThatItFailed()
{
    QFETCH(QString, tree);
    damage(database(), tree);
    for (const auto access : {Project::Access::Read, Project::Access::Write}) {
        std::unique_ptr<Project> project;
        try {
            project = Project::open(path(), access);
        } catch (const Error& error) { // refused with a sentence: nothing can be read wrong
            QVERIFY2(error.message().contains(QLatin1String("damaged")), error.what());
            continue;
        }
        QVERIFY2(access == Project::Access::Read, "a damaged file must not be written to");
        QSignalSpy told(project.get(), &Project::readFailed);
        if (failedReads(*project) == 0)
            continue;
        QVERIFY(!project->damage().isEmpty());
        QVERIFY(project->isReadOnly());
        QTRY_COMPARE(told.size(), 1);
        QVERIFY_EXCEPTION_THROWN(project->editAndWait(QStringLiteral("x"), [](Editor& editor) { editor.renameView(ViewId{1}, QStringLiteral("x")); }), Error);
    }
}

void DamageTest::theBackgroundCheckFindsWhatNobodyRead()
{
    const auto project = Project::open(path());
    damage(database(), QStringLiteral("image_by_sha"));
    QSignalSpy told(project.get(), &Project::readFailed);
    ProjectCare care(*project, false);
    QSignalSpy checked(&care, &ProjectCare::checked);
    QVERIFY(checked.wait(20000));
    QCOMPARE(checked.first().first().toBool(), false);
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(project->isReadOnly());
    QVERIFY2(project->damage().contains(QLatin1String("damaged")), qPrintable(project->damage()));
    QVERIFY_EXCEPTION_THROWN(project->editAndWait(QStringLiteral("x"), [](Editor& editor) { editor.renameView(ViewId{1}, QStringLiteral("x")); }), Error);
}

void DamageTest::backupsAreMadeAndKeptByRule()
{
    {
        const auto project = Project::open(path()); // changed since it was made: the day's first opening backs it up
    }
    const auto daily = Backups::list(path());
    QCOMPARE(daily.size(), size_t(1));
    QCOMPARE(daily.front().kind, Backup::Kind::Daily);
    const auto held = Backups::read(daily.front());
    QVERIFY(held.isSound);
    QCOMPARE(held.images, pictures);
    QVERIFY(!Backups::isDue(path()));
    {
        const auto project = Project::open(path());
        project->editAndWait(QStringLiteral("Delete view"), [&](Editor& editor) { editor.removeView(ViewId{2}); });
    }
    const auto both = Backups::list(path());
    QCOMPARE(both.size(), size_t(2));
    QCOMPARE(both.front().kind, Backup::Kind::BeforeDelete);
    QCOMPARE(Database(both.front().path, Database::Mode::Examine).problems(), QStringList());
    QVERIFY(Backups::isDue(path()));
    QVERIFY(QDir(path() + QStringLiteral("/backups")).entryList({QStringLiteral("*.part")}).isEmpty());
}

void DamageTest::whatIsNotKept_data()
{
    QTest::addColumn<Backup::Kind>("kind");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("hoursApart");
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<int>("kept");
    constexpr qint64 small = 1000, large = 1LL << 30;
    QTest::newRow("timed") << Backup::Kind::Timed << 40 << 1 << small << 10;
    QTest::newRow("seven days and four weeks") << Backup::Kind::Daily << 60 << 24 << small << 11;
    QTest::newRow("several on one day") << Backup::Kind::Daily << 5 << 0 << small << 1;
    QTest::newRow("before restores") << Backup::Kind::BeforeRestore << 9 << 1 << small << 3;
    QTest::newRow("before upgrades of long ago") << Backup::Kind::BeforeMigration << 5 << 1 << small << 1;
    QTest::newRow("two GB") << Backup::Kind::Timed << 5 << 1 << large << 2;
    QTest::newRow("the newest stays") << Backup::Kind::Timed << 2 << 1 << 4 * large << 1;
}

void DamageTest::whatIsNotKept()
{
    QFETCH(Backup::Kind, kind);
    QFETCH(int, count);
    QFETCH(int, hoursApart);
    QFETCH(qint64, bytes);
    QFETCH(int, kept);
    std::vector<Backup> backups;
    const QDateTime newest(QDate(2026, 3, 1), QTime(23, 30), Qt::UTC);
    for (int i = 0; i < count; ++i)
        backups.push_back({QString::number(i), newest.addSecs(-3600LL * hoursApart * i - i), 3, kind, bytes});
    const auto removed = Backups::superfluous(backups, 9, 1000);
    QCOMPARE(count - int(removed.size()), kept);
    QVERIFY(std::ranges::find(removed, backups.front()) == removed.end());
}

void DamageTest::aSoundProjectIsLeftAlone()
{
    const auto check = Recovery::check(path());
    QVERIFY(check.isSound && check.wasClosedCleanly && check.areCountsRight);
    QCOMPARE(check.problems, QStringList());
    QCOMPARE(Recovery::folderOf(database()), path());
    QVERIFY(Recovery::folderOf(m_folder->path()).isEmpty());
}

void DamageTest::aWrongLogIndexIsMadeAnew()
{
    QFile index(database() + QStringLiteral("-shm"));
    QVERIFY(index.open(QIODevice::WriteOnly));
    index.write(QByteArray(32768, 'x'));
    index.close();
    const auto repair = Recovery::reread(path());
    QVERIFY(repair);
    QVERIFY(repair->isWhole());
    QVERIFY(QFileInfo::exists(repair->setAside + QStringLiteral("/project.sqlite-shm")));
    QCOMPARE(Project::open(path())->imageCount(), pictures);
}

void DamageTest::theNewestSoundBackupIsRestored()
{
    const auto backup = Backups::make(path(), Backup::Kind::Timed);
    {
        const auto project = Project::open(path());
        for (int i = 0; i < 3; ++i)
            project->editAndWait(QStringLiteral("Edit %1").arg(i), [=](Editor& editor) { editor.renameView(ViewId{1}, QStringLiteral("Name %1").arg(i)); });
    }
    damage(database(), QStringLiteral("image"));
    QFile file(database());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto before = file.readAll();
    QVERIFY(!Recovery::check(path()).isSound);
    const auto repair = Recovery::repair(path());
    QCOMPARE(repair.way, ProjectRepair::Way::Restore);
    QCOMPARE(repair.editsLacking, 3);
    QCOMPARE(repair.titlesLacking.value(0), QStringLiteral("Edit 2"));
    QVERIFY(!repair.isWhole());
    QFile aside(repair.setAside + QStringLiteral("/project.sqlite"));
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QVERIFY(aside.readAll() == before);
    QVERIFY(Recovery::check(path()).isSound);
    const auto project = Project::open(path());
    QCOMPARE(project->view(ViewId{1})->name, QStringLiteral("Cells"));
}

void DamageTest::whatCanBeReadIsSaved_data()
{
    QTest::addColumn<QString>("tree");
    QTest::addColumn<int>("images");
    QTest::addColumn<int>("boxes"); // at least
    QTest::newRow("an index") << QStringLiteral("item_page") << pictures << pictures;
    QTest::newRow("picture folders") << QStringLiteral("root") << pictures << pictures;
    QTest::newRow("concepts") << QStringLiteral("concept") << pictures << pictures;
    QTest::newRow("answers") << QStringLiteral("label") << pictures << pictures;
    QTest::newRow("history") << QStringLiteral("undo_row") << pictures << pictures;
    QTest::newRow("counts") << QStringLiteral("item_tally") << pictures << pictures;
    QTest::newRow("boxes") << QStringLiteral("box") << pictures << 0; // its whole tree hangs on that page
}

void DamageTest::whatCanBeReadIsSaved()
{
    QFETCH(QString, tree);
    QFETCH(int, images);
    QFETCH(int, boxes);
    damage(database(), tree);
    const auto repair = Recovery::salvage(path());
    QCOMPARE(repair.way, ProjectRepair::Way::Salvage);
    QCOMPARE(repair.isWhole(), tree == QLatin1String("item_page") || tree == QLatin1String("item_tally"));
    const auto check = Recovery::check(path());
    QVERIFY2(check.isSound && check.areCountsRight, qPrintable(check.problems.join(QLatin1Char('\n'))));
    const auto project = Project::open(path());
    QCOMPARE(project->imageCount(), images);
    const auto summary = project->summary(ViewId{1});
    QCOMPARE(summary.items, images);
    QVERIFY2(summary.answers.at(0).second >= boxes, qPrintable(QString::number(summary.answers.at(0).second)));
    QCOMPARE(summary.annotated, summary.answers.at(0).second); // no item says that it has what is lost
}

void DamageTest::aFileCutInHalfDoesNotEndTheProgram()
{
    const auto backup = Backups::make(path(), Backup::Kind::Timed);
    QFile file(database());
    QVERIFY(file.resize(file.size() / 2));
    try {
        const auto project = Project::open(path());
        QVERIFY(failedReads(*project) > 0);
    } catch (const Error& error) {
        QVERIFY(!error.message().isEmpty());
    }
    QCOMPARE(Recovery::repair(path()).way, ProjectRepair::Way::Restore);
    QCOMPARE(Project::open(path())->imageCount(), pictures);
    QVERIFY(file.resize(100)); // not even the list of tables
    QVERIFY_EXCEPTION_THROWN(Recovery::salvage(path()), Error);
    QVERIFY(QFile::remove(file.fileName()));
    QVERIFY(!Recovery::check(Recovery::folderOf(path())).isSound);
    QCOMPARE(Recovery::repair(path()).backup->path, backup.path);
    QVERIFY(Recovery::check(path()).isSound);
}

QTEST_GUILESS_MAIN(DamageTest)
#include "DamageTest.moc"
