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
/// they were added. A task that the disk refuses waits in memory, and the later ones that may wait line up behind it: each further
/// task first tries those that wait. Owned and ended by Project alone.
class WriterThread {
public:
    enum class Outcome {
        Saved,
        Waits,  // the disk refused; it is tried again. Told once; Saved or Failed follows
        Failed, // it will not be tried again
    };
    /// Runs on the writer thread. Nothing may leave it but what `done` is given.
    struct Task {
        std::function<void(Database&)> act;
        std::function<void(Outcome, std::exception_ptr)> done; // the error of Waits and Failed; must not call back into this object
        bool mayWait = false;
    };

    /// Opens the database and runs `prepare` on it; waits for both and throws what they throw. Only then does the end mark the
    /// project as closed cleanly: a failed opening changes nothing.
    WriterThread(const QString& databasePath, const std::function<void(Database&)>& prepare);
    ~WriterThread(); // finishes what was added, tries what waits once more, marks the clean close, empties the log

    void add(Task task); // from any thread
    void retry();        // tries what waits
    bool isBusy() const;
    int waiting() const;
    std::exception_ptr refusal() const; // why the first of them waits; null: none does
    void wait() const; // until everything added was tried; not from the writer thread
    /// The file cannot be trusted: the next opening shall check it.
    void leaveUnclean();

private:
    void run(const QString& databasePath, const std::function<void(Database&)>& prepare);
    void work(Database& database);
    void tryWaiting(Database& database);
    void attempt(Database& database, Task task);

    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    std::deque<Task> m_tasks;
    std::deque<Task> m_waiting;  // changed by the writer thread alone, under the lock
    std::exception_ptr m_refusal; // why the first of them waits
    bool m_working = false;
    bool m_ending = false;
    bool m_opened = false;
    bool m_isUnclean = false;
    std::exception_ptr m_openError;
    std::unique_ptr<QThread> m_thread;
};

} // namespace core
