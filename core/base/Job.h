#pragma once

#include <QObject>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>

class QThread;

namespace core {

/// How far a long piece of work has come. `total` 0: not known yet.
struct Progress {
    QString step; // already translated, e.g. "Reading pictures"
    qint64 done = 0;
    qint64 total = 0;
    double seconds = 0;                 // since the step began
    double secondsLeft = -1;            // -1: not known yet
};

/// The only thing that owns a thread (but for the project's writer). Runs one plain function on a QThread of its own,
/// catches everything it throws, and posts what it reports to the thread this object lives on, in order.
/// Exactly one of finished() and failed() ends a run. The destructor cancels and waits.
class Job : public QObject {
    Q_OBJECT
public:
    explicit Job(QObject* parent = nullptr);
    ~Job() override; // cancels and waits; reports still queued are dropped

    /// Runs `work` on a thread of its own. Starting while running is a programming error.
    void start(std::function<void()> work);
    void cancel() { m_canceled = true; }
    bool isCanceled() const { return m_canceled; }
    bool isRunning() const; // until finished() or failed() has been emitted; asked on the thread this object lives on

    /// From the worker: runs `announcement` later on the thread this object lives on.
    void post(std::function<void()> announcement);
    /// From the worker: emits progressed() on this object's thread, at most every 50 ms and for the last of a step.
    void report(const Progress& progress);

Q_SIGNALS:
    void progressed(const core::Progress& progress);
    void finished();
    void failed(const QString& message); // a sentence for a person

private:
    std::atomic_bool m_canceled = false;
    bool m_running = false; // this object's thread only: from start() until finished() or failed()
    std::unique_ptr<QThread> m_thread;
    qint64 m_lastReport = 0; // worker only, ms
};

} // namespace core
