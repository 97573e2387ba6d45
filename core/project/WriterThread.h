#pragma once

#include <QString>

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>

class QThread;

namespace core {

class Database;

/// The one thread that writes to a project's database: tasks run one after the other on its own connection, in the order
/// they were added. Owned and ended by Project alone (house.md 4, rule 5).
class WriterThread {
public:
    /// Runs on the writer thread. Nothing may leave it but what `done` is given.
    struct Task {
        std::function<void(Database&)> act;
        std::function<void(std::exception_ptr)> done; // null: no error; must not call back into this object
    };

    /// Waits until the database is open; throws what opening throws.
    explicit WriterThread(const QString& databasePath);
    ~WriterThread(); // finishes what was added, marks the clean close, empties the log

    void add(Task task); // from any thread
    bool isBusy() const;
    void wait() const; // until everything added is done; not from the writer thread

private:
    void run(const QString& databasePath);
    void work(Database& database);

    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    std::deque<Task> m_tasks;
    bool m_working = false;
    bool m_ending = false;
    bool m_opened = false;
    std::exception_ptr m_openError;
    std::unique_ptr<QThread> m_thread;
};

} // namespace core
