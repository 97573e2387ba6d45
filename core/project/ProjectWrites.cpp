#include "core/project/Project.h"

#include "core/base/Error.h"
#include "core/project/Backups.h"
#include "core/project/ProjectFolder.h"
#include "core/project/ProjectState.h"
#include "core/project/WriterThread.h"
#include "core/storage/Journal.h"
#include "core/storage/Query.h"
#include "core/storage/Transaction.h"

#include <QCoreApplication>
#include <QLocale>
#include <QLoggingCategory>
#include <QPointer>

#include <future>

namespace core {

// Writing: every write of a person or a job becomes one transaction on the writer thread.

namespace {

Q_LOGGING_CATEGORY(log, "oriel.project")

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

/// Inside the transaction that deletes: another connection still sees everything. Without room for it the act goes on, since it can
/// be undone.
void backUpBeforeDelete(const QString& folder)
{
    try {
        Backups::make(folder, Backup::Kind::BeforeDelete);
    } catch (const Error& error) {
        qCDebug(log).noquote() << error.message();
    }
}

bool isDamage(const std::exception_ptr& error)
{
    try {
        std::rethrow_exception(error);
    } catch (const DatabaseError& refused) {
        return refused.kind == DatabaseError::Kind::Damaged;
    } catch (...) {
        return false;
    }
}

QString sentenceOf(const std::exception_ptr& error)
{
    try {
        std::rethrow_exception(error);
    } catch (const Error& exception) {
        return exception.message();
    } catch (const std::bad_alloc&) {
        return text(QT_TRANSLATE_NOOP("Project", "There was not enough memory, so the last act was not done. Nothing was changed. Close other programs and do it again."));
    } catch (...) {
        return text(QT_TRANSLATE_NOOP("Project", "The last act was not saved, for a reason that is not known."));
    }
}

/// The reason for a person who is told how many edits wait and since when.
QString reasonOf(const std::exception_ptr& refusal, const QString& project)
{
    try {
        std::rethrow_exception(refusal);
    } catch (const DatabaseError& error) {
        if (error.kind == DatabaseError::Kind::Full)
            return text(QT_TRANSLATE_NOOP("Project", "the disk holding “%1” is full. Everything up to %2 is safe, and what is not saved is kept in memory. Free about 20 MB, then choose Try again.")).arg(project);
        if (error.kind == DatabaseError::Kind::Busy)
            return text(QT_TRANSLATE_NOOP("Project", "another program is writing to “%1”. Everything up to %2 is safe, and what is not saved is kept in memory. Choose Try again in a moment.")).arg(project);
    } catch (...) {
    }
    return text(QT_TRANSLATE_NOOP("Project", "the folder of “%1” cannot be written to now. Everything up to %2 is safe, and what is not saved is kept in memory. Bring its disk back, then choose Try again.")).arg(project);
}

} // namespace

struct Project::Write {
    std::function<std::optional<ChangeSet>(Database&)> act; // what it changed; absent: nothing, and nothing is committed
    std::function<void()> committed;                        // on the writer thread, when the disk has it
    std::function<void(std::exception_ptr)> done;           // on the writer thread; without it, a failure is told by editFailed()
    bool mayWait = false;                                   // in memory, when the disk refuses

    /// A change through the journal. `step` returns its title; absent: nothing was changed.
    static Write ofStep(const QString& folder, std::function<std::optional<QString>(Database&, Journal&)> step, ChangeSet::Cause cause)
    {
        const auto touched = std::make_shared<Touched>();
        const auto act = [step = std::move(step), cause, touched](Database& database) -> std::optional<ChangeSet> {
            Journal journal(database);
            const auto title = step(database, journal);
            *touched = journal.touched();
            if (touched->viewsRemoved)
                backUpBeforeDelete(database.folder());
            return title ? std::optional(toChange(*touched, *title, cause)) : std::nullopt;
        };
        return {.act = act, .committed = [folder, touched] { moveVersions(folder, *touched); }, .done = {}, .mayWait = true};
    }

    static Write ofEdit(const QString& folder, const QString& title, std::function<void(Editor&)> act)
    {
        return ofStep(folder, [title, act = std::move(act)](Database& database, Journal& journal) {
            journal.begin(title);
            Editor editor(database, journal);
            act(editor);
            return journal.end() ? std::optional(title) : std::nullopt;
        }, ChangeSet::Cause::Edit);
    }

    static Write ofRows(std::function<void(Database&)> act, const ChangeSet& change)
    {
        return {.act = [act = std::move(act), change](Database& database) -> std::optional<ChangeSet> {
                    act(database);
                    return change;
                },
                .committed = {}, .done = {}, .mayWait = true};
    }

    std::optional<ChangeSet> commit(Database& database) const
    {
        Transaction transaction(database);
        auto change = act(database);
        if (!change)
            return change;
        Query(database, QStringLiteral("UPDATE project SET revision = revision + 1")).run();
        transaction.commit();
        if (committed)
            committed();
        return change;
    }
};

void Project::refuse(const Write& write, const QString& why)
{
    if (write.done)
        write.done(std::make_exception_ptr(Error(why)));
    else
        announce([this, why] { Q_EMIT editFailed(why); });
}

Project::Ticket Project::newTicket()
{
    const std::lock_guard lock(m_state->mutex);
    const Ticket ticket = ++m_state->lastTicket;
    if (m_state->access == Access::Write && m_state->damage.isEmpty())
        m_state->unsettled.insert(ticket);
    return ticket;
}

void Project::settle(Ticket ticket, bool isWaiting, bool isSaved, const QDateTime& when)
{
    const std::lock_guard lock(m_state->mutex);
    if (!isWaiting)
        m_state->unsettled.remove(ticket);
    if (isSaved)
        m_state->lastSaved = when;
}

Project::Ticket Project::enqueue(Write write)
{
    const Ticket ticket = newTicket();
    if (isReadOnly()) {
        const auto damage = m_state->damageNow();
        refuse(write, damage.isEmpty() ? text(QT_TRANSLATE_NOOP("Project", "“%1” is open for reading only. Nothing was changed.")).arg(name()) : damage);
        return ticket;
    }
    announce([this] { Q_EMIT savingStarted(); });
    struct Ending { std::optional<ChangeSet> change; bool hasWaited = false; };
    const auto ending = std::make_shared<Ending>();
    const auto done = [this, ticket, ending, told = write.done](WriterThread::Outcome outcome, std::exception_ptr error) {
        const bool waits = outcome == WriterThread::Outcome::Waits;
        const bool pendingChanges = waits || ending->hasWaited;
        ending->hasWaited |= waits;
        announce([=, this, when = QDateTime::currentDateTimeUtc(), change = ending->change, isTold = bool(told)] {
            if (error && isDamage(error))
                distrust(sentenceOf(error));
            settle(ticket, waits, outcome == WriterThread::Outcome::Saved, when);
            if (outcome == WriterThread::Outcome::Saved) {
                if (change)
                    Q_EMIT changed(*change);
                Q_EMIT saved(when);
            } else if (!waits && !isTold) {
                Q_EMIT editFailed(sentenceOf(error));
            }
            if (!waits)
                Q_EMIT settled(ticket, outcome == WriterThread::Outcome::Saved);
            if (pendingChanges)
                Q_EMIT pendingChanged();
            Q_EMIT writingEnded();
        });
        if (told && !waits)
            told(error);
    };
    const bool mayWait = write.mayWait;
    m_state->writer->add({[write = std::move(write), ending](Database& database) { ending->change = write.commit(database); }, done, mayWait});
    return ticket;
}

void Project::enqueueAndWait(Write write)
{
    const auto ended = std::make_shared<std::promise<void>>();
    auto future = ended->get_future();
    write.mayWait = false;
    write.done = [ended](std::exception_ptr error) { error ? ended->set_exception(error) : ended->set_value(); };
    enqueue(std::move(write));
    future.get();
}

void Project::enqueueThen(Write write, std::function<void(std::exception_ptr)> done)
{
    write.mayWait = false;
    write.done = [this, done = std::move(done)](std::exception_ptr error) { announce([=] { done(error); }); };
    enqueue(std::move(write));
}

Project::Ticket Project::edit(const QString& title, std::function<void(Editor&)> act)
{
    return enqueue(Write::ofEdit(m_state->folder, title, std::move(act)));
}

void Project::editThen(const QString& title, std::function<void(Editor&)> act, QObject* context, Done done)
{
    enqueueThen(Write::ofEdit(m_state->folder, title, std::move(act)), [done = std::move(done), context = QPointer(context)](std::exception_ptr error) {
        if (context)
            done(error ? sentenceOf(error) : QString());
    });
}

void Project::editAndWait(const QString& title, const std::function<void(Editor&)>& act)
{
    enqueueAndWait(Write::ofEdit(m_state->folder, title, act));
}

void Project::undo()
{
    enqueue(Write::ofStep(m_state->folder, [](Database&, Journal& journal) { return journal.undo(); }, ChangeSet::Cause::Undo));
}

void Project::redo()
{
    enqueue(Write::ofStep(m_state->folder, [](Database&, Journal& journal) { return journal.redo(); }, ChangeSet::Cause::Redo));
}

void Project::write(std::function<void(Database&)> act, const ChangeSet& change, bool wait)
{
    auto write = Write::ofRows(std::move(act), change);
    if (wait)
        enqueueAndWait(std::move(write));
    else
        enqueue(std::move(write));
}

void Project::writeThen(std::function<void(Database&)> act, const ChangeSet& change, std::function<void(std::exception_ptr)> done)
{
    enqueueThen(Write::ofRows(std::move(act), change), std::move(done));
}

void Project::maintain(std::function<void(Database&)> act)
{
    if (isReadOnly())
        return;
    const auto write = [act = std::move(act)](Database& database) {
        Transaction transaction(database);
        act(database);
        transaction.commit();
    };
    const auto note = [](WriterThread::Outcome, std::exception_ptr error) {
        if (error)
            qCDebug(log).noquote() << sentenceOf(error);
    };
    m_state->writer->add({write, note, false});
}

// What is not saved yet -----------------------------------------------------------------------------------------------

bool Project::hasPendingEdits() const
{
    if (!m_state->writer)
        return false;
    const std::lock_guard lock(m_state->mutex);
    const bool isOnItsWay = m_state->writer->isBusy() && !m_state->unsettled.isEmpty(); // the writer may be busy with maintenance alone
    return isOnItsWay || m_state->writer->waiting() > 0;
}

bool Project::isPending(Ticket ticket) const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->unsettled.contains(ticket);
}

int Project::pendingEditCount() const
{
    return m_state->writer ? m_state->writer->waiting() : 0;
}

QString Project::pendingMessage() const
{
    const auto refusal = m_state->writer ? m_state->writer->refusal() : nullptr;
    if (!refusal)
        return {};
    const int count = pendingEditCount();
    const auto what = count == 1 ? text(QT_TRANSLATE_NOOP("Project", "The last edit could not be saved:"))
                                 : text(QT_TRANSLATE_NOOP("Project", "The last %1 edits could not be saved:")).arg(QLocale().toString(count));
    const auto lastSaved = [this] {
        const std::lock_guard lock(m_state->mutex);
        return m_state->lastSaved;
    };
    const auto since = QLocale().toString(lastSaved().toLocalTime().time(), QLocale::ShortFormat);
    return what + QLatin1Char(' ') + reasonOf(refusal, name()).arg(since);
}

void Project::retryPending()
{
    if (m_state->writer)
        m_state->writer->retry();
}

void Project::whenWritten(QObject* context, std::function<void()> then)
{
    const auto tell = [this, then = std::move(then), context = QPointer(context)] {
        announce([=] {
            if (context)
                then();
        });
    };
    if (m_state->writer)
        m_state->writer->add({[](Database&) {}, [tell](WriterThread::Outcome, std::exception_ptr) { tell(); }, false});
    else
        tell();
}

void Project::waitForPending()
{
    if (m_state->writer)
        m_state->writer->wait();
}

} // namespace core
