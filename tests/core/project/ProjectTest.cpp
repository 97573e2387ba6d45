#include "core/project/Project.h"

#include "AddedPictures.h"
#include "DamagedDatabase.h"
#include "tests/support/SmallDisk.h"

#include "core/base/Error.h"
#include "core/storage/Database.h"
#include "core/storage/Query.h"
#include "core/storage/VersionRepository.h"
#include "core/storage/ViewRepository.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace core;

namespace {

ViewId addView(Project& project, ViewType type, const QStringList& concepts)
{
    ViewId view;
    project.editAndWait(QStringLiteral("Add view"), [&](Editor& editor) {
        view = editor.addView(QStringLiteral("View"), type);
        for (const auto& name : concepts)
            editor.addConcept(view, name);
    });
    return view;
}

VersionId addVersion(Project& project, ViewId view, const QString& name, VersionStatus status)
{
    VersionId id;
    project.write([&](Database& database) {
        const VersionRepository versions(database);
        const ViewRepository views(database);
        id = versions.add({.model = versions.modelFor(*views.find(view), views.concepts(view)), .name = name, .status = status});
    }, {.library = true, .cause = ChangeSet::Cause::Library}, true);
    return id;
}

void copyFolder(const QString& from, const QString& to)
{
    QDir().mkpath(to);
    for (const auto& entry : QDir(from).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
        if (entry.isDir())
            copyFolder(entry.absoluteFilePath(), to + QLatin1Char('/') + entry.fileName());
        else if (entry.fileName() != QLatin1String("lock"))
            QFile::copy(entry.absoluteFilePath(), to + QLatin1Char('/') + entry.fileName());
    }
}

void writeFile(const QString& path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("x");
}

QString refusal(const std::function<void()>& act)
{
    try {
        act();
    } catch (const Error& error) {
        return error.message();
    }
    return {};
}

} // namespace

class ProjectTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void newFolderHasItsParts();
    void somethingInTheWayIsRefused();
    void aProjectIsKnownByAnyOfItsFiles();
    void whoHoldsTheLockIsTold();
    void readersReadWhileAnotherWrites();
    void readersCannotEdit();
    void editsAreAnnouncedAndSaved();
    void failedEditIsTold();
    void editsWaitWhileTheDiskRefuses();
    void theRefusedActOfWhoWaitsIsGivenUp();
    void editThenTellsHowItEnded();
    void aWrongEditAmongWaitingOnesIsDropped();
    void editsRunInOrder();
    void undoSurvivesReopening();
    void everySavedEditSurvivesAKill();
    void killedTrainingIsInterrupted_data();
    void killedTrainingIsInterrupted();
    void leftoversAreRemoved();
    void nothingBehindALinkIsDeleted();
    void locksThatAreNoneAreTakenOver_data();
    void locksThatAreNoneAreTakenOver();
    void aCopyOfAnOpenProjectIsNotLocked();
    void aFailedOpeningChangesNothing();
    void anUnfinishedProjectIsNotInTheWay_data();
    void anUnfinishedProjectIsNotInTheWay();
    void newerProjectIsRefusedAndUnchanged();
    void deletedViewMovesItsVersionsToTheTrash();
    void moveOfFolderAndPicturesKeepsThePaths();
    void summaryCounts();
    void destructorFinishesWhatIsQueued();
    void readingWithoutAnyWriterWorks();

private:
    QString path(const QString& name = QStringLiteral("Fruit.oriel")) const { return m_folder->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void ProjectTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void ProjectTest::newFolderHasItsParts()
{
    {
        const auto project = Project::create(path());
        QCOMPARE(project->name(), QStringLiteral("Fruit"));
        QCOMPARE(project->folder(), path());
        QVERIFY(project->views().empty());
        QCOMPARE(project->imageCount(), 0);
        QVERIFY(project->openingNotes().isEmpty());
    }
    for (const auto* part : {"project.orielproj", "project.sqlite", "versions", "cache", "backups", "trash"})
        QVERIFY2(QFileInfo::exists(path() + QLatin1Char('/') + QLatin1String(part)), part);
    QVERIFY(!QFileInfo::exists(path() + QStringLiteral("/lock")));
    QVERIFY(!QFileInfo(path() + QStringLiteral("/project.sqlite-wal")).size()); // the log was emptied
    QFile header(path() + QStringLiteral("/project.orielproj"));
    QVERIFY(header.open(QIODevice::ReadOnly));
    const auto bytes = header.readAll();
    QVERIFY(bytes.startsWith("{\"format\":\"oriel-project\",\"version\":1,\"uuid\":\""));
    const auto object = QJsonDocument::fromJson(bytes).object();
    QCOMPARE(object.value(QLatin1String("name")).toString(), QStringLiteral("Fruit"));

    const auto named = Project::create(path(QStringLiteral("x")), QString::fromUtf8("Obst \"é\""));
    named->waitForPending();
    QCOMPARE(named->name(), QString::fromUtf8("Obst \"é\""));
}

void ProjectTest::somethingInTheWayIsRefused()
{
    writeFile(path(QStringLiteral("full/file.txt")));
    QVERIFY(refusal([&] { Project::create(path(QStringLiteral("full"))); }).contains(QLatin1String("not empty")));
    QVERIFY(QFileInfo::exists(path(QStringLiteral("full/file.txt"))));
    QVERIFY(!QFileInfo::exists(path(QStringLiteral("full/project.sqlite"))));
    QVERIFY(refusal([&] { Project::create(path(QStringLiteral("full/file.txt"))); }).contains(QLatin1String("is a file")));
    QDir().mkpath(path(QStringLiteral("empty")));
    QVERIFY(Project::create(path(QStringLiteral("empty"))));
}

void ProjectTest::aProjectIsKnownByAnyOfItsFiles()
{
    Project::create(path());
    for (const auto* file : {"", "/", "/project.orielproj", "/project.sqlite"}) {
        QVERIFY(Project::isProject(path() + QLatin1String(file)));
        QCOMPARE(Project::open(path() + QLatin1String(file))->folder(), path());
    }
    QVERIFY(!Project::isProject(m_folder->path()));
    QVERIFY(!Project::isProject(path() + QStringLiteral("/cache")));
    QVERIFY(refusal([&] { Project::open(m_folder->path()); }).contains(QLatin1String("is not an Oriel project")));
}

void ProjectTest::whoHoldsTheLockIsTold()
{
    auto project = Project::create(path());
    const auto told = refusal([&] { Project::open(path()); });
    QVERIFY2(told.contains(QString::fromUtf8("“Fruit” is open for writing")), qPrintable(told));
    QVERIFY2(told.contains(QString::number(QCoreApplication::applicationPid())), qPrintable(told));
    QVERIFY(told.contains(QSysInfo::machineHostName()));
    project.reset();
    QVERIFY(Project::open(path()));
}

void ProjectTest::readersReadWhileAnotherWrites()
{
    const auto writer = Project::create(path());
    const auto reader = Project::open(path(), Project::Access::Read);
    QVERIFY(reader->isReadOnly());
    addPictures(*writer, 10);
    const auto view = addView(*writer, ViewType::Classification, {QStringLiteral("A")});
    QCOMPARE(reader->imageCount(), 10);
    QCOMPARE(reader->itemIds(view).size(), size_t(10));
    QCOMPARE(reader->revision(), writer->revision());
}

void ProjectTest::readersCannotEdit()
{
    Project::create(path());
    const auto reader = Project::open(path(), Project::Access::Read);
    QSignalSpy failed(reader.get(), &Project::editFailed);
    reader->edit(QStringLiteral("x"), [](Editor& editor) { editor.addView(QStringLiteral("V"), ViewType::Tagging); });
    QVERIFY(failed.wait());
    QVERIFY(refusal([&] { reader->editAndWait(QStringLiteral("x"), [](Editor&) {}); }).contains(QLatin1String("reading only")));
    reader->undo();
    QVERIFY(failed.wait());
    QVERIFY(!reader->hasPendingEdits());
    reader->waitForPending();
}

void ProjectTest::editsAreAnnouncedAndSaved()
{
    const auto project = Project::create(path());
    addPictures(*project, 3);
    const auto view = addView(*project, ViewType::Classification, {QStringLiteral("A"), QStringLiteral("B")});
    const auto a = project->concepts(view).at(0).id;
    const auto items = project->itemIds(view);
    const auto revision = project->revision();
    QCoreApplication::processEvents();
    QSignalSpy started(project.get(), &Project::savingStarted);
    QSignalSpy changed(project.get(), &Project::changed);
    QSignalSpy saved(project.get(), &Project::saved);
    project->edit(QStringLiteral("Set A on 2 images"), [=](Editor& editor) { editor.setClass({items[0], items[1]}, a); });
    QVERIFY(saved.wait());
    QCOMPARE(started.size(), 1);
    QCOMPARE(changed.size(), 1);
    const auto change = changed.first().first().value<ChangeSet>();
    QCOMPARE(change.title, QStringLiteral("Set A on 2 images"));
    QVERIFY(change.annotations && !change.structure && !change.images && !change.library);
    QCOMPARE(change.items.size(), size_t(2));
    QCOMPARE(change.cause, ChangeSet::Cause::Edit);
    QCOMPARE(project->undoTitle(), QStringLiteral("Set A on 2 images"));
    QCOMPARE(project->revision(), revision + 1);
    QVERIFY(!project->hasPendingEdits());

    project->undo();
    QVERIFY(saved.wait());
    QCOMPARE(changed.last().first().value<ChangeSet>().cause, ChangeSet::Cause::Undo);
    QCOMPARE(project->redoTitle(), QStringLiteral("Set A on 2 images"));
    QCOMPARE(project->item(items[0])->annotation.state, ItemState::Unseen);
    project->redo();
    QVERIFY(saved.wait());
    QCOMPARE(changed.last().first().value<ChangeSet>().cause, ChangeSet::Cause::Redo);
    QCOMPARE(project->item(items[0])->annotation.state, ItemState::Annotated);
}

void ProjectTest::failedEditIsTold()
{
    const auto project = Project::create(path());
    QSignalSpy failed(project.get(), &Project::editFailed);
    QSignalSpy changed(project.get(), &Project::changed);
    project->edit(QStringLiteral("bad"), [](Editor& editor) { editor.addView(QString(), ViewType::Tagging); });
    QVERIFY(failed.wait());
    QVERIFY(refusal([&] { project->editAndWait(QStringLiteral("bad"), [](Editor& editor) { editor.renameView(ViewId{9}, QStringLiteral("x")); }); }).contains(QLatin1String("deleted")));
    QVERIFY_EXCEPTION_THROWN(project->write([](Database&) { throw std::runtime_error("no core::Error"); }, {}, true), std::runtime_error);
    QCoreApplication::processEvents();
    QCOMPARE(failed.size(), 1); // who waited was given the exception
    QCOMPARE(changed.size(), 0);
    QCOMPARE(project->undoTitle(), QString());
}

#ifdef Q_OS_UNIX
void ProjectTest::editsWaitWhileTheDiskRefuses()
{
    const auto project = Project::create(path());
    addPictures(*project, 60);
    const auto view = addView(*project, ViewType::Tagging, {QStringLiteral("A")});
    const auto a = project->concepts(view).at(0).id;
    const auto items = project->itemIds(view);
    QCoreApplication::processEvents();
    QSignalSpy failed(project.get(), &Project::editFailed);
    QSignalSpy pending(project.get(), &Project::pendingChanged);
    QSignalSpy settled(project.get(), &Project::settled);
    std::vector<Project::Ticket> tickets;
    {
        const SmallDisk disk(QFileInfo(path() + QStringLiteral("/project.sqlite-wal")).size());
        for (size_t i = 0; i < 40; ++i)
            tickets.push_back(project->edit(QStringLiteral("Edit %1").arg(i), [=](Editor& editor) { editor.setAnswer({items[i]}, a, i % 2 ? Answer::Yes : Answer::No); }));
        project->undo(); // of the last one: it lines up behind it
        project->waitForPending();
        QCoreApplication::processEvents();
        QCOMPARE(project->pendingEditCount(), 41);
        QVERIFY(project->hasPendingEdits());
        QVERIFY(project->isPending(tickets.front()));
        QVERIFY2(project->pendingMessage().contains(QLatin1String("41 edits")), qPrintable(project->pendingMessage()));
        QCOMPARE(project->itemIds(view, {.state = ItemState::Unseen}).size(), items.size());
        QCOMPARE(settled.size(), 0);
        project->retryPending();
        project->waitForPending();
        QCOMPARE(project->pendingEditCount(), 41);
    }
    project->retryPending();
    project->waitForPending();
    QCOMPARE(project->pendingEditCount(), 0);
    QCOMPARE(project->pendingMessage(), QString());
    QCoreApplication::processEvents();
    QCOMPARE(settled.size(), 41);
    for (qsizetype i = 0; i < 40; ++i)
        QCOMPARE(settled[i], (QVariantList{QVariant::fromValue(tickets[size_t(i)]), true}));
    QVERIFY(pending.size() >= 41);
    QVERIFY(failed.isEmpty());
    QVERIFY(!project->isPending(tickets.front()));
    for (size_t i = 0; i < 40; ++i)
        QCOMPARE(project->item(items[i])->annotation.answerFor(a), i == 39 ? Answer::Unseen : i % 2 ? Answer::Yes : Answer::No);
    QCOMPARE(project->undoTitle(), QStringLiteral("Edit 38"));
    QCOMPARE(project->redoTitle(), QStringLiteral("Edit 39"));
}

void ProjectTest::theRefusedActOfWhoWaitsIsGivenUp()
{
    const auto project = Project::create(path());
    const auto view = addView(*project, ViewType::Tagging, {});
    {
        const SmallDisk disk(QFileInfo(path() + QStringLiteral("/project.sqlite-wal")).size());
        QVERIFY_EXCEPTION_THROWN(project->editAndWait(QStringLiteral("x"), [&](Editor& editor) { editor.renameView(view, QStringLiteral("never")); }), DatabaseError);
        QCOMPARE(project->pendingEditCount(), 0);
        project->edit(QStringLiteral("y"), [=](Editor& editor) { editor.renameView(view, QStringLiteral("kept")); });
        QVERIFY_EXCEPTION_THROWN(project->editAndWait(QStringLiteral("z"), [&](Editor& editor) { editor.renameView(view, QStringLiteral("after")); }), DatabaseError);
        QCOMPARE(project->pendingEditCount(), 1);
    }
    project->edit(QStringLiteral("w"), [=](Editor& editor) { editor.addConcept(view, QStringLiteral("A")); }); // tries the waiting one first
    project->waitForPending();
    QCOMPARE(project->view(view)->name, QStringLiteral("kept"));
    QCOMPARE(project->concepts(view).size(), size_t(1));
}

void ProjectTest::aWrongEditAmongWaitingOnesIsDropped()
{
    const auto project = Project::create(path());
    const auto view = addView(*project, ViewType::Tagging, {});
    QSignalSpy failed(project.get(), &Project::editFailed);
    {
        const SmallDisk disk(QFileInfo(path() + QStringLiteral("/project.sqlite-wal")).size());
        for (const auto& name : {QStringLiteral("A"), QStringLiteral("A"), QStringLiteral("B")}) // the second one is taken by then
            project->edit(QStringLiteral("Add"), [=](Editor& editor) { editor.addConcept(view, name); });
        project->waitForPending();
        QCOMPARE(project->pendingEditCount(), 3);
    }
    project->retryPending();
    project->waitForPending();
    QCoreApplication::processEvents();
    QCOMPARE(project->concepts(view).size(), size_t(2));
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed.first().first().toString().contains(QLatin1String("already")));
}
#else
void ProjectTest::editsWaitWhileTheDiskRefuses() { QSKIP("needs a limit of the file size"); }
void ProjectTest::theRefusedActOfWhoWaitsIsGivenUp() { QSKIP("needs a limit of the file size"); }
void ProjectTest::aWrongEditAmongWaitingOnesIsDropped() { QSKIP("needs a limit of the file size"); }
#endif

void ProjectTest::editThenTellsHowItEnded()
{
    const auto project = Project::create(path());
    QObject context;
    QStringList told;
    const auto note = [&](const QString& failure) { told << (failure.isEmpty() ? QStringLiteral("saved") : failure); };
    const auto rename = [](Editor& editor) { editor.renameView(ViewId{9}, QStringLiteral("x")); };
    QSignalSpy failed(project.get(), &Project::editFailed);
    project->editThen(QStringLiteral("Add"), [](Editor& editor) { editor.addView(QStringLiteral("V"), ViewType::Tagging); }, &context, note);
    project->editThen(QStringLiteral("Rename"), rename, &context, note);
    {
        QObject gone;
        project->editThen(QStringLiteral("Rename"), rename, &gone, [](const QString&) { QFAIL("its context is gone"); });
    }
    bool isWritten = false;
    project->whenWritten(&context, [&] { isWritten = true; });
    QVERIFY(told.isEmpty());
    QTRY_VERIFY(isWritten);
    QCOMPARE(told.size(), 2);
    QCOMPARE(told[0], QStringLiteral("saved"));
    QVERIFY(told[1].contains(QLatin1String("deleted")));
    QVERIFY(failed.isEmpty());
}

void ProjectTest::editsRunInOrder()
{
    const auto project = Project::create(path());
    const auto view = addView(*project, ViewType::Tagging, {});
    for (int i = 0; i < 50; ++i)
        project->edit(QStringLiteral("rename %1").arg(i), [=](Editor& editor) { editor.renameView(view, QStringLiteral("name %1").arg(i)); });
    project->waitForPending();
    QCOMPARE(project->view(view)->name, QStringLiteral("name 49"));
    QCOMPARE(project->undoTitle(), QStringLiteral("rename 49"));
}

void ProjectTest::undoSurvivesReopening()
{
    ViewId view;
    {
        const auto project = Project::create(path());
        view = addView(*project, ViewType::Tagging, {QStringLiteral("A")});
        project->editAndWait(QStringLiteral("Rename"), [&](Editor& editor) { editor.renameView(view, QStringLiteral("Other")); });
    }
    const auto project = Project::open(path());
    QCOMPARE(project->undoTitle(), QStringLiteral("Rename"));
    project->undo();
    project->waitForPending();
    QCOMPARE(project->view(view)->name, QStringLiteral("View"));
    QCOMPARE(project->redoTitle(), QStringLiteral("Rename"));
}

void ProjectTest::everySavedEditSurvivesAKill()
{
    const auto project = Project::create(path());
    addPictures(*project, 20);
    const auto view = addView(*project, ViewType::Tagging, {QStringLiteral("A")});
    const auto a = project->concepts(view).at(0).id;
    const auto items = project->itemIds(view);
    QSignalSpy saved(project.get(), &Project::saved);
    int copies = 0;
    for (size_t i = 0; i < items.size(); ++i) {
        project->edit(QStringLiteral("yes"), [=](Editor& editor) { editor.setAnswer({items[i]}, a, Answer::Yes); });
        QTRY_COMPARE(saved.size(), int(i) + 3); // import and view before
        if (i % 7 != 6)
            continue;
        // What lies on the disk now is what a killed program leaves.
        const auto copy = path(QStringLiteral("copy%1").arg(++copies));
        copyFolder(path(), copy);
        const auto found = Project::open(copy);
        QCOMPARE(found->itemIds(view, {.conceptId = a}).size(), i + 1);
        QCOMPARE(found->summary(view).answers.at(0).second, int(i) + 1);
        QCOMPARE(found->undoTitle(), QStringLiteral("yes"));
    }
    QCOMPARE(copies, 2);
}

void ProjectTest::killedTrainingIsInterrupted_data()
{
    QTest::addColumn<int>("epochs");
    QTest::addColumn<bool>("weights");
    QTest::addColumn<QString>("says");
    QTest::newRow("before the first epoch") << 0 << false << QStringLiteral("before its first epoch");
    QTest::newRow("best kept") << 3 << true << QStringLiteral("after epoch 3 when the program ended. The best epoch so far, 2, is kept");
    QTest::newRow("nothing kept") << 3 << false << QStringLiteral("No weights were kept");
}

void ProjectTest::killedTrainingIsInterrupted()
{
    QFETCH(int, epochs);
    QFETCH(bool, weights);
    QFETCH(QString, says);
    const auto project = Project::create(path());
    const auto view = addView(*project, ViewType::Classification, {QStringLiteral("A")});
    const auto running = addVersion(*project, view, QStringLiteral("v1"), VersionStatus::Running);
    const auto queued = addVersion(*project, view, QStringLiteral("v2"), VersionStatus::Queued);
    const auto done = addVersion(*project, view, QStringLiteral("v3"), VersionStatus::Done);
    project->write([&](Database& database) {
        for (int epoch = 1; epoch <= epochs; ++epoch)
            VersionRepository(database).appendEpoch(running, {.epoch = epoch, .accuracy = epoch == 2 ? 0.9 : 0.5});
    }, {}, true);
    if (weights)
        writeFile(project->versionFolder(project->version(running)->uuid) + QStringLiteral("/weights.safetensors"));
    const auto copy = path(QStringLiteral("copy"));
    copyFolder(path(), copy);

    {
        const auto beside = Project::open(path(), Project::Access::Read); // its writer lives
        QCOMPARE(beside->version(running)->status, VersionStatus::Running);
        const auto reader = Project::open(copy, Project::Access::Read); // a reader mends nothing, but it tells no tales
        QCOMPARE(reader->version(running)->status, VersionStatus::Interrupted);
        QCOMPARE(reader->library(view).front().versions.size(), 3u);
    }
    const auto found = Project::open(copy);
    const auto version = *found->version(running);
    QCOMPARE(version.status, VersionStatus::Interrupted);
    QCOMPARE(version.weights, weights ? WeightsState::Present : WeightsState::None);
    QVERIFY(version.finished.isValid());
    QCOMPARE(found->openingNotes(), QStringList{version.failure});
    QVERIFY2(version.failure.contains(says), qPrintable(version.failure));
    QCOMPARE(found->version(queued)->status, VersionStatus::Queued);
    QCOMPARE(found->version(done)->status, VersionStatus::Done);
}

void ProjectTest::leftoversAreRemoved()
{
    Project::create(path());
    const auto version = path() + QStringLiteral("/versions/") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto orphan = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto trashed = path() + QStringLiteral("/trash/") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QStringList gone{version + QStringLiteral("/weights.safetensors.part"), path() + QStringLiteral("/backups/project-20250101T000000Z-s1-daily.sqlite.part"),
        path() + QStringLiteral("/versions/%1/run.sqlite").arg(orphan), trashed + QStringLiteral("/card.json")};
    const QStringList kept{path() + QStringLiteral("/cache/thumbs.sqlite"), version + QStringLiteral("/card.json"), path() + QStringLiteral("/notes.part"),
        path() + QStringLiteral("/versions/mine/film.part"), path() + QStringLiteral("/cache/import-of-my-pictures"), path() + QStringLiteral("/trash/mine/x")};
    for (const auto& file : gone + kept)
        writeFile(file);
    Project::open(path(), Project::Access::Read);
    QVERIFY(QFileInfo::exists(gone[0]));
    Project::open(path());
    for (const auto& file : gone)
        QVERIFY2(!QFileInfo::exists(file), qPrintable(file));
    for (const auto& file : kept)
        QVERIFY2(QFileInfo::exists(file), qPrintable(file));
    QVERIFY(QFileInfo::exists(path() + QStringLiteral("/trash/orphan-%1/run.sqlite").arg(orphan)));
}

#ifdef Q_OS_UNIX
void ProjectTest::nothingBehindALinkIsDeleted()
{
    Project::create(path());
    const auto uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QStringList foreign;
    for (const auto* part : {"versions", "backups", "trash", "cache"}) {
        const auto outside = path(QStringLiteral("outside-") + QLatin1String(part));
        for (const auto& file : {uuid + QStringLiteral("/run.sqlite"), uuid + QStringLiteral("/weights.safetensors.part"), QStringLiteral("project-x.sqlite.part"), QStringLiteral("import-1.sqlite")})
            foreign << outside + QLatin1Char('/') + file;
        QVERIFY(QDir(path() + QLatin1Char('/') + QLatin1String(part)).removeRecursively());
        QVERIFY(QFile::link(outside, path() + QLatin1Char('/') + QLatin1String(part)));
    }
    for (const auto& file : foreign)
        writeFile(file);
    {
        const auto project = Project::open(path());
        const auto view = addView(*project, ViewType::Classification, {QStringLiteral("A")});
        addVersion(*project, view, QStringLiteral("v1"), VersionStatus::Done);
        project->editAndWait(QStringLiteral("Delete view"), [&](Editor& editor) { editor.removeView(view); });
        project->undo();
    }
    for (const auto& file : foreign)
        QVERIFY2(QFileInfo::exists(file), qPrintable(file));
    QCOMPARE(QDir(path(QStringLiteral("outside-backups"))).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 3);
}
#else
void ProjectTest::nothingBehindALinkIsDeleted() { QSKIP("needs links"); }
#endif

void ProjectTest::locksThatAreNoneAreTakenOver_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a word") << QByteArray("locked");
    QTest::newRow("zeros") << QByteArray(512, '\0');
    QTest::newRow("no number") << QByteArray("x\noriel\nhost\nmachine\nboot\n");
    QTest::newRow("of a dead process") << QByteArray("999999999\noriel\n") + QSysInfo::machineHostName().toUtf8() + "\n" + QSysInfo::machineUniqueId() + "\n" + QSysInfo::bootUniqueId() + "\n";
}

void ProjectTest::locksThatAreNoneAreTakenOver()
{
    QFETCH(QByteArray, content);
    Project::create(path());
    QFile lock(path() + QStringLiteral("/lock"));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write(content);
    lock.close();
    QVERIFY(!Project::open(path())->isReadOnly());
    QVERIFY(!QFileInfo::exists(lock.fileName()));
}

void ProjectTest::aCopyOfAnOpenProjectIsNotLocked()
{
    const auto project = Project::create(path());
    const auto copy = path(QStringLiteral("Copy"));
    copyFolder(path(), copy);
    QVERIFY(QFile::copy(path() + QStringLiteral("/lock"), copy + QStringLiteral("/lock")));
    QVERIFY(!Project::open(copy)->isReadOnly());
    QVERIFY(!refusal([&] { Project::open(path()); }).isEmpty()); // the first one still is
}

void ProjectTest::aFailedOpeningChangesNothing()
{
    {
        const auto project = Project::create(path());
        addPictures(*project, 200);
        addView(*project, ViewType::Tagging, {QStringLiteral("A")});
    }
    const auto file = path() + QStringLiteral("/project.sqlite");
    {
        const Database database(file, Database::Mode::Write);
        Query(database, QStringLiteral("UPDATE project SET clean_close = 0")).run();
        database.checkpoint();
    }
    damage(file, QStringLiteral("image"));
    const auto content = [&] {
        QFile read(file);
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
    };
    const auto before = content();
    const auto files = QDir(path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    for (int i = 0; i < 3; ++i) { // the second time as the first
        const auto told = refusal([&] { Project::open(path()); });
        QVERIFY2(told.contains(QLatin1String("damaged")), qPrintable(told));
        QVERIFY(content() == before);
        QCOMPARE(QDir(path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), files);
    }
}

void ProjectTest::anUnfinishedProjectIsNotInTheWay_data()
{
    QTest::addColumn<bool>("isFolderThere");
    QTest::newRow("new folder") << false;
    QTest::newRow("empty folder") << true;
}

void ProjectTest::anUnfinishedProjectIsNotInTheWay()
{
    QFETCH(bool, isFolderThere);
    const auto draft = QStringLiteral(".oriel-new-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (isFolderThere) { // killed while its parts were moved in
        writeFile(path() + QStringLiteral("/project.sqlite"));
        writeFile(path() + QLatin1Char('/') + draft + QStringLiteral("/project.orielproj"));
        QVERIFY(!Project::isProject(path()));
    } else {
        writeFile(path(draft) + QStringLiteral("/project.sqlite"));
    }
    QCOMPARE(Project::create(path())->name(), QStringLiteral("Fruit"));
    QVERIFY(Project::isProject(path()));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList{QStringLiteral("Fruit.oriel")});
    QCOMPARE(QDir(path()).entryList({QStringLiteral(".*")}, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
}

void ProjectTest::newerProjectIsRefusedAndUnchanged()
{
    Project::create(path());
    const auto file = path() + QStringLiteral("/project.sqlite");
    {
        const Database database(file, Database::Mode::Write);
        Query(database, QStringLiteral("PRAGMA user_version = 9")).run();
        database.checkpoint();
    }
    const auto read = [&] {
        QFile content(file);
        return content.open(QIODevice::ReadOnly) ? content.readAll() : QByteArray();
    };
    const auto before = read();
    for (const auto access : {Project::Access::Write, Project::Access::Read}) {
        const auto told = refusal([&] { Project::open(path(), access); });
        QVERIFY2(told.contains(QLatin1String("newer Oriel (project format 9")), qPrintable(told));
    }
    QCOMPARE(read(), before);
    QVERIFY(!QFileInfo::exists(path() + QStringLiteral("/lock"))); // the refusal lets go of it
}

void ProjectTest::deletedViewMovesItsVersionsToTheTrash()
{
    const auto project = Project::create(path());
    const auto view = addView(*project, ViewType::Classification, {QStringLiteral("A")});
    const auto id = addVersion(*project, view, QStringLiteral("v1"), VersionStatus::Done);
    const auto uuid = project->version(id)->uuid;
    const auto weights = project->versionFolder(uuid) + QStringLiteral("/weights.safetensors");
    writeFile(weights);
    QSignalSpy changed(project.get(), &Project::changed);
    project->editAndWait(QStringLiteral("Delete view"), [&](Editor& editor) { editor.removeView(view); });
    QVERIFY(!QFileInfo::exists(weights));
    QVERIFY(QFileInfo::exists(path() + QStringLiteral("/trash/") + uuid.toString(QUuid::WithoutBraces)));
    project->undo();
    project->waitForPending();
    QVERIFY(QFileInfo::exists(weights));
    QCOMPARE(project->library(view).at(0).versions.at(0).name, QStringLiteral("v1"));
    QTRY_VERIFY(!changed.isEmpty());
    QTRY_VERIFY(changed.last().first().value<ChangeSet>().library);
}

void ProjectTest::moveOfFolderAndPicturesKeepsThePaths()
{
    writeFile(path(QStringLiteral("a/pictures/0.png")));
    {
        const auto project = Project::create(path(QStringLiteral("a/Fruit")));
        addPictures(*project, 1);
        QCOMPARE(project->images().at(0).path, path(QStringLiteral("a/pictures/0.png")));
    }
    QVERIFY(QDir().rename(path(QStringLiteral("a")), path(QStringLiteral("b"))));
    QCOMPARE(Project::open(path(QStringLiteral("b/Fruit")))->images().at(0).path, path(QStringLiteral("b/pictures/0.png")));
}

void ProjectTest::summaryCounts()
{
    const auto project = Project::create(path());
    addPictures(*project, 10);
    const auto view = addView(*project, ViewType::Tagging, {QStringLiteral("A"), QStringLiteral("B")});
    const auto concepts = project->concepts(view);
    const auto items = project->itemIds(view);
    project->editAndWait(QStringLiteral("x"), [&](Editor& editor) {
        editor.setAnswer({items[0], items[1], items[2]}, concepts[0].id, Answer::Yes);
        editor.setAnswer({items[0]}, concepts[1].id, Answer::No);
        editor.setWithoutConcept({items[5]});
    });
    const auto summary = project->summary(view);
    QCOMPARE(summary.items, 10);
    QCOMPARE(summary.train, 8);
    QCOMPARE(summary.validation, 2);
    QCOMPARE(summary.annotated, 2);
    QCOMPARE(summary.withoutConcept, 1);
    QCOMPARE(summary.answers.at(0).second, 3);
    QCOMPARE(summary.answers.at(1).second, 0);
    const auto selection = project->trainingSelection(view);
    QCOMPARE(selection.train.size(), size_t(4)); // 0, 1, 2 and 5
    QVERIFY(!project->viewNamed(QStringLiteral("none")));
    QCOMPARE(project->viewNamed(QStringLiteral("VIEW"))->id, view);
    QCOMPARE(project->allItems(view).size(), size_t(10));
}

void ProjectTest::destructorFinishesWhatIsQueued()
{
    ViewId view;
    {
        const auto project = Project::create(path());
        view = addView(*project, ViewType::Tagging, {});
        for (int i = 0; i < 20; ++i)
            project->edit(QStringLiteral("x"), [=](Editor& editor) { editor.addConcept(view, QStringLiteral("concept %1").arg(i)); });
    }
    QCOMPARE(Project::open(path())->concepts(view).size(), size_t(20));
}

void ProjectTest::readingWithoutAnyWriterWorks()
{
    ViewId view;
    {
        const auto project = Project::create(path());
        view = addView(*project, ViewType::Tagging, {QStringLiteral("A")});
    }
    const auto reader = Project::open(path(), Project::Access::Read);
    QCOMPARE(reader->concepts(view).size(), size_t(1));
    QVERIFY(!QFileInfo::exists(path() + QStringLiteral("/lock")));
}

QTEST_GUILESS_MAIN(ProjectTest)
#include "ProjectTest.moc"
