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
        qCWarning(log) << "not closed cleanly:" << error.what();
    }
}

} // namespace

WriterThread::WriterThread(const QString& databasePath)
{
    m_thread.reset(QThread::create([this, databasePath] { run(databasePath); }));
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

bool WriterThread::isBusy() const
{
    const std::lock_guard lock(m_mutex);
    return m_working || !m_tasks.empty();
}

void WriterThread::wait() const
{
    Q_ASSERT(QThread::currentThread() != m_thread.get());
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_working && m_tasks.empty(); });
}

void WriterThread::run(const QString& databasePath)
{
    // Like a Job, this is a gate: nothing thrown may leave the thread.
    try {
        Database database(databasePath, Database::Mode::Write);
        {
            const std::lock_guard lock(m_mutex);
            m_opened = true;
        }
        m_changed.notify_all();
        work(database);
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
        std::exception_ptr error;
        try {
            task.act(database);
        } catch (...) {
            error = std::current_exception();
        }
        task.act = nullptr; // what it holds ends before anybody hears that it is done
        {
            // Told under the lock: who hears it and asks isBusy() must not still be told "yes".
            const std::lock_guard lock(m_mutex);
            m_working = false;
            task.done(error);
        }
        m_changed.notify_all();
    }
}

} // namespace core
