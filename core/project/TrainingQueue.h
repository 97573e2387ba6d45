#pragma once

#include "core/base/Job.h"
#include "core/dataset/Model.h"
#include "core/project/LiveRun.h"

#include <QObject>

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace core {

class Database;
class Project;

/// Trains one version at a time, the others wait in order. Lives on the window's thread; the network trains on a Job's, and what it
/// stores is written on the project's writer thread: nothing here ever waits for a disk, an import or a training.
/// The only place where training and storage meet: it freezes the data, writes what the run reports, and files the result.
class TrainingQueue final : public QObject {
    Q_OBJECT
public:
    using Queued = std::function<void(VersionId)>;
    using Refused = std::function<void(const QString& sentence)>;

    /// Takes back, in their order, the versions that still waited when the project was closed. They wait until startWaiting(): who
    /// opens a project to look at it must not find the machine busy for hours.
    explicit TrainingQueue(Project& project, QObject* parent = nullptr);
    ~TrainingQueue() override; // stops the running one, keeps its best, and files it; waiting ones wait again at the next opening

    /// Freezes the data of the view as they are after every edit made so far, makes model (by the model rule) and version, and puts
    /// it at the end of the line, which starts. Answers later, by one of the two: `refused` when the selection cannot train, the name
    /// is taken or the disk is full; then nothing was made.
    void enqueue(ViewId view, const QString& name, const TrainingSpec& spec, Queued queued = {}, Refused refused = {});
    /// Lets the line go on that was taken back at the opening.
    void startWaiting();
    /// Takes a waiting version out of the line and out of the project, with its folder.
    void remove(VersionId version);
    /// Waiting: leaves the line as `stopped`. Running: ends with the running batch and keeps the best so far.
    void stop(VersionId version);

    bool isRunning() const;
    bool isIdle() const;                     // nothing running, nothing waiting, nothing being frozen
    bool isPaused() const;                   // some wait, and none starts before startWaiting()
    std::vector<VersionId> waiting() const;  // in the order in which they will start
    int queued() const;                      // how many wait
    /// When a waiting version is expected to start; absent while an expectation before it is missing, or the line is paused.
    std::optional<double> secondsUntilStart(VersionId version) const;
    const LiveRun* running() const;          // the run going on
    const LiveRun* run(VersionId version) const; // waiting, running or finished since the program started

Q_SIGNALS:
    void started(core::VersionId version);
    void stepChanged(core::VersionId version, const core::StepReport& step);
    void batchesFinished(core::VersionId version, const std::vector<core::BatchMetrics>& batches); // at most 4 a second
    void epochFinished(core::VersionId version, const core::EpochMetrics& epoch);
    void ended(core::VersionId version); // done, stopped or failed: see run(version)->status
    void queueChanged();
    void failed(const QString& sentence); // a version could not be stopped or removed; it waits as before

private:
    struct State;

    void takeBack();
    void takeFrozen(const VersionRecord& version, double seconds);
    void addRun(const VersionRecord& version);
    void startSoon();
    void startNext();
    void start(const VersionRecord& version);
    void takeStep(const StepReport& step);
    void takeBatches(const std::vector<BatchMetrics>& batches);
    void takeEpoch(const EpochMetrics& epoch, bool isBest);
    void conclude(LiveRun& run, const QString& failure);
    void finish(const QString& failure);
    void takeFiled(VersionId version, std::exception_ptr error);
    void fileAgain();
    void leave(VersionId version, std::function<void(Database&)> act, std::function<void()> left);

    std::unique_ptr<State> m_state;
};

} // namespace core
