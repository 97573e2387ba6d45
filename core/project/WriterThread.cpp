#include "core/project/WriterThread.h"

#include "core/storage/Database.h"
#include "core/storage/Query.h"

#include <QLoggingCategory>
#include <QThread>

namespace core {

namespace {

Q_LOGGING_CATEGORY(log, "oriel.project")

/// Set last, so that a program that ended in any other way is known at the next opening.
void closeCleanly(const Database& database)
{
    try {
        Query(database, QStringLiteral("UPDATE project SET clean_close = 1")).run();
        database.checkpoint();
    } catch (const std::exception& error) { // the next opening checks the file; there is nobody to tell now
        qCDebug(log) << "not closed cleanly:" << error.what();
    }
}

bool isRefusedByTheDisk(const std::exception_ptr& error)
{
    try {
        std::rethrow_exception(error);
    } catch (const DatabaseError& refused) {
        return refused.isOfStorage();
    } catch (...) {
        return false;
    }
}

} // namespace

WriterThread::WriterThread(const QString& databasePath, const std::function<void(Database&)>& prepare)
{
    m_thread.reset(QThread::create([this, databasePath, prepare] { run(databasePath, prepare); }));
    m_thread->setObjectName(QStringLiteral("project writer"));
    m_thread->start();
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_opened || m_openError; });
    if (!m_openError)
        return;
    lock.unlock();
    m_thread->wait();
    std::rethrow_exception(m_openError);
}

WriterThread::~WriterThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    m_thread->wait();
}

void WriterThread::add(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_changed.notify_all();
}

void WriterThread::retry()
{
    add({[](Database&) {}, [](Outcome, std::exception_ptr) {}});
}

bool WriterThread::isBusy() const
{
    const std::lock_guard lock(m_mutex);
    return m_working || !m_tasks.empty();
}

int WriterThread::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_waiting.size());
}

std::exception_ptr WriterThread::refusal() const
{
    const std::lock_guard lock(m_mutex);
    return m_waiting.empty() ? nullptr : m_refusal;
}

void WriterThread::wait() const
{
    Q_ASSERT(QThread::currentThread() != m_thread.get());
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_working && m_tasks.empty(); });
}

void WriterThread::leaveUnclean()
{
    const std::lock_guard lock(m_mutex);
    m_isUnclean = true;
}

void WriterThread::run(const QString& databasePath, const std::function<void(Database&)>& prepare)
{
    // Like a Job, this is a gate: nothing thrown may leave the thread.
    try {
        Database database(databasePath, Database::Mode::Write);
        prepare(database);
        {
            const std::lock_guard lock(m_mutex);
            m_opened = true;
        }
        m_changed.notify_all();
        work(database);
        tryWaiting(database);
        const auto isClean = [this] {
            const std::lock_guard lock(m_mutex);
            return !m_isUnclean;
        };
        if (isClean())
            closeCleanly(database);
    } catch (...) {
        const std::lock_guard lock(m_mutex);
        m_openError = std::current_exception();
    }
    m_changed.notify_all();
}

void WriterThread::work(Database& database)
{
    for (;;) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_ending || !m_tasks.empty(); });
            if (m_tasks.empty())
                return;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
            m_working = true;
        }
        tryWaiting(database);
        attempt(database, std::move(task));
        m_changed.notify_all();
    }
}

/// In their order, up to the first that the disk still refuses.
void WriterThread::tryWaiting(Database& database)
{
    bool isLogEmpty = false; // the log may be what fills the disk: what it holds goes into the file's own pages
    while (!m_waiting.empty()) {
        std::exception_ptr error;
        try {
            m_waiting.front().act(database);
        } catch (...) {
            error = std::current_exception();
        }
        if (error && isRefusedByTheDisk(error) && !isLogEmpty) {
            database.checkpoint();
            isLogEmpty = true;
            continue;
        }
        isLogEmpty = false;
        const std::lock_guard lock(m_mutex);
        if (error && isRefusedByTheDisk(error)) {
            m_refusal = error;
            return;
        }
        const auto task = std::move(m_waiting.front());
        m_waiting.pop_front();
        task.done(error ? Outcome::Failed : Outcome::Saved, error);
    }
}

void WriterThread::attempt(Database& database, Task task)
{
    std::exception_ptr error;
    if (m_waiting.empty()) {
        try {
            task.act(database);
        } catch (...) {
            error = std::current_exception();
        }
    } else {
        error = m_refusal; // it may build on those that wait, so it is not done before them
    }
    const bool waits = error && task.mayWait && isRefusedByTheDisk(error);
    if (!waits)
        task.act = nullptr; // what it holds ends before anybody hears that it is done
    // Told under the lock: who hears it and asks isBusy() must not still be told "yes".
    const std::lock_guard lock(m_mutex);
    m_working = false;
    if (waits) {
        m_refusal = error;
        m_waiting.push_back(task);
    }
    task.done(waits ? Outcome::Waits : error ? Outcome::Failed : Outcome::Saved, error);
}

} // namespace core
