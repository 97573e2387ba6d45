#include "core/project/Project.h"

#include "core/base/Error.h"
#include "core/project/ProjectFolder.h"
#include "core/project/ProjectState.h"
#include "core/project/WriterThread.h"
#include "core/storage/AnnotationRepository.h"
#include "core/storage/Database.h"
#include "core/storage/Journal.h"
#include "core/storage/Query.h"
#include "core/storage/Transaction.h"

#include <QCoreApplication>
#include <QLockFile>

#include <future>
#include <optional>

namespace core {

// Opening, closing and writing. Reads are in ProjectReads.cpp.

namespace {

QString text(const char* sentence)
{
    return QCoreApplication::translate("Project", sentence);
}

ChangeSet toChange(const Touched& touched, const QString& title, ChangeSet::Cause cause)
{
    ChangeSet change{.title = title, .structure = touched.structure, .images = touched.images, .annotations = touched.annotations,
        .library = touched.library, .cause = cause};
    if (!touched.manyItems)
        for (const auto id : touched.items)
            change.items.push_back(ItemId{id});
    return change;
}

void moveVersions(const QString& folder, const Touched& touched)
{
    for (const auto& version : touched.versionsRemoved)
        ProjectFolder::moveToTrash(folder, version);
    for (const auto& version : touched.versionsRestored)
        ProjectFolder::moveFromTrash(folder, version);
}

/// Mends what the last program left, before anybody reads.
QStringList tidy(Database& database, const QString& folder, const QString& name)
{
    Query state(database, QStringLiteral("SELECT clean_close FROM project"));
    const bool closedCleanly = state.first() && state.integer(0) == 1;
    if (!closedCleanly) {
        if (const auto problems = database.problems(); !problems.isEmpty())
            throw Error(text(QT_TRANSLATE_NOOP("Project", "The database of “%1” is damaged (%2). It was not changed. Keep a copy of the folder, and open it for reading to save what can be read."))
                            .arg(name, problems.first()));
        AnnotationRepository(database).mendTallies();
    }
    ProjectFolder::sweep(folder);
    Transaction transaction(database);
    const auto notes = ProjectFolder::interruptRunning(database, folder);
    Query(database, QStringLiteral("UPDATE project SET clean_close = 0")).run();
    transaction.commit();
    return notes;
}

} // namespace

Project::Project()
    : m_state(std::make_unique<State>())
{
    qRegisterMetaType<ChangeSet>();
}

Project::~Project()
{
    m_state->database.reset(); // a reader would keep the log from being emptied
    m_state->writer.reset();   // finishes what is queued, closes cleanly
}

bool Project::isProject(const QString& path)
{
    return !ProjectFolder::resolve(path).isEmpty();
}

std::unique_ptr<Project> Project::create(const QString& folder, const QString& name)
{
    ProjectFolder::create(folder, name);
    return open(folder);
}

std::unique_ptr<Project> Project::open(const QString& path, Access access)
{
    const auto folder = ProjectFolder::resolve(path);
    if (folder.isEmpty())
        throw Error(text(QT_TRANSLATE_NOOP("Project", "%1 is not an Oriel project. Nothing was changed.")).arg(path));
    std::unique_ptr<Project> project(new Project);
    auto& state = *project->m_state;
    state.folder = folder;
    state.name = ProjectFolder::readHeader(folder).name;
    state.access = access;
    if (access == Access::Write) {
        state.lock = ProjectFolder::lock(folder, state.name);
        state.writer = std::make_unique<WriterThread>(ProjectFolder::databasePath(folder));
        const auto tidied = std::make_shared<std::promise<void>>();
        state.writer->add({[&state](Database& database) { state.notes = tidy(database, state.folder, state.name); },
            [tidied](std::exception_ptr error) { error ? tidied->set_exception(error) : tidied->set_value(); }});
        tidied->get_future().get();
    }
    state.isHeldElsewhere = access == Access::Read && ProjectFolder::isHeld(folder);
    state.database = std::make_unique<Database>(ProjectFolder::databasePath(folder), Database::Mode::Read);
    return project;
}

// Writing -------------------------------------------------------------------------------------------------------------

/// One transaction on the writer thread. `act` returns what it changed; absent: nothing, and nothing is committed.
/// `committed` runs on the writer thread when the disk has it.
void Project::enqueue(std::function<std::optional<ChangeSet>(Database&)> act, bool wait, std::function<void()> committed)
{
    if (isReadOnly()) {
        const Error error(text(QT_TRANSLATE_NOOP("Project", "“%1” is open for reading only. Nothing was changed.")).arg(name()));
        if (wait)
            throw error;
        announce([this, error] { Q_EMIT editFailed(error.message()); });
        return;
    }
    announce([this] { Q_EMIT savingStarted(); });
    auto change = std::make_shared<std::optional<ChangeSet>>();
    auto ended = std::make_shared<std::promise<void>>();
    auto future = ended->get_future();
    m_state->writer->add({[act = std::move(act), committed = std::move(committed), change](Database& database) {
                              Transaction transaction(database);
                              *change = act(database);
                              if (!*change)
                                  return;
                              Query(database, QStringLiteral("UPDATE project SET revision = revision + 1")).run();
                              transaction.commit();
                              if (committed)
                                  committed();
                          },
        [this, change, ended, wait](std::exception_ptr error) {
            settle(*change, error, wait);
            error ? ended->set_exception(error) : ended->set_value();
        }});
    if (wait)
        future.get();
}

/// On the writer thread: tells the project's thread how a write ended.
void Project::settle(const std::optional<ChangeSet>& change, std::exception_ptr error, bool isWaitedFor)
{
    QString message;
    try {
        if (error)
            std::rethrow_exception(error);
    } catch (const std::exception& exception) {
        message = QString::fromUtf8(exception.what());
    } catch (...) {
        message = text(QT_TRANSLATE_NOOP("Project", "The last act was not saved, for a reason that is not known."));
    }
    announce([this, change, message, failed = bool(error), isWaitedFor, when = QDateTime::currentDateTimeUtc()] {
        if (!failed && change)
            Q_EMIT changed(*change);
        if (!failed)
            Q_EMIT saved(when);
        else if (!isWaitedFor) // the waiting caller is given the exception
            Q_EMIT editFailed(message);
    });
}

void Project::announce(std::function<void()> announcement)
{
    QMetaObject::invokeMethod(this, std::move(announcement), Qt::QueuedConnection);
}

/// An act on the journal; `act` returns the title of the step; absent: nothing was changed.
void Project::enqueueStep(std::function<std::optional<QString>(Database&, Journal&)> act, ChangeSet::Cause cause, bool wait)
{
    const auto touched = std::make_shared<Touched>();
    enqueue(
        [act = std::move(act), cause, touched](Database& database) -> std::optional<ChangeSet> {
            Journal journal(database);
            const auto title = act(database, journal);
            *touched = journal.touched();
            return title ? std::optional(toChange(*touched, *title, cause)) : std::nullopt;
        },
        wait, [folder = m_state->folder, touched] { moveVersions(folder, *touched); });
}

void Project::editWith(const QString& title, std::function<void(Editor&)> act, bool wait)
{
    enqueueStep(
        [title, act = std::move(act)](Database& database, Journal& journal) {
            journal.begin(title);
            Editor editor(database, journal);
            act(editor);
            return journal.end() ? std::optional(title) : std::nullopt;
        },
        ChangeSet::Cause::Edit, wait);
}

void Project::edit(const QString& title, std::function<void(Editor&)> act)
{
    editWith(title, std::move(act), false);
}

void Project::editAndWait(const QString& title, const std::function<void(Editor&)>& act)
{
    editWith(title, act, true);
}

void Project::undo()
{
    enqueueStep([](Database&, Journal& journal) { return journal.undo(); }, ChangeSet::Cause::Undo, false);
}

void Project::redo()
{
    enqueueStep([](Database&, Journal& journal) { return journal.redo(); }, ChangeSet::Cause::Redo, false);
}

void Project::write(std::function<void(Database&)> act, const ChangeSet& change, bool wait)
{
    enqueue([act = std::move(act), change](Database& database) -> std::optional<ChangeSet> {
        act(database);
        return change;
    }, wait);
}

bool Project::hasPendingEdits() const
{
    return m_state->writer && m_state->writer->isBusy();
}

void Project::waitForPending()
{
    if (m_state->writer)
        m_state->writer->wait();
}

} // namespace core
