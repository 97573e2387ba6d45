#pragma once

#include "core/base/Job.h"
#include "core/dataset/Model.h"
#include "core/training/Train.h"

#include <QObject>

#include <deque>
#include <memory>
#include <vector>

namespace core {

class Project;

/// Everything a page needs to show a run that is going on or has ended: kept complete, so a page may come late.
struct LiveRun {
    VersionId version;
    QString name;
    QString viewName;
    ViewType type = ViewType::Classification;
    TrainingSpec spec;
    int trainingItems = 0;
    int validationItems = 0;
    int iterationsPerEpoch = 0;
    std::vector<StepReport> steps;     // all, in order
    std::vector<BatchMetrics> batches;
    std::vector<EpochMetrics> epochs;
    int bestEpoch = -1;                // -1: none yet
    VersionStatus status = VersionStatus::Queued;
    QDateTime started;
    double secondsLeft = -1;           // -1: not known yet
    double share = 0;                  // 0..1 of the whole run
    QString failure;
    QString note;

    const StepReport* runningStep() const; // null between steps, and when none is going on
};

/// Trains one version at a time, the others wait in order. Lives on the window's thread; the network trains on a Job's.
/// The only place where training and storage meet: it freezes the data, writes what the run reports, and files the result.
class TrainingQueue final : public QObject {
    Q_OBJECT
public:
    explicit TrainingQueue(Project& project, QObject* parent = nullptr);
    ~TrainingQueue() override; // stops the running one, keeps its best, and files it; queued ones stay queued and start at next opening

    /// Freezes the data of the view, makes model (by the model rule) and version, and starts or queues. Throws Error when the
    /// selection cannot train or the name is taken.
    VersionId enqueue(ViewId view, const QString& name, const TrainingSpec& spec);
    /// Puts the versions back in line that were still waiting when the project was closed. Once, after opening.
    void resumeQueued();
    /// Queued: leaves the queue as `stopped`. Running: ends with the running batch and keeps the best so far.
    void stop(VersionId version);
    bool isRunning() const;
    bool isIdle() const;                     // nothing running, nothing queued
    const LiveRun* running() const;          // the run going on
    const LiveRun* run(VersionId version) const; // running or finished since the program started
    int queued() const;

Q_SIGNALS:
    void started(core::VersionId version);
    void stepChanged(core::VersionId version, const core::StepReport& step);
    void batchesFinished(core::VersionId version, const std::vector<core::BatchMetrics>& batches); // at most 4 a second
    void epochFinished(core::VersionId version, const core::EpochMetrics& epoch);
    void ended(core::VersionId version); // done, stopped or failed: see run(version)->status
    void queueChanged();

private:
    struct State;

    void addRun(const VersionRecord& version);
    void startNext();
    void takeStep(const StepReport& step);
    void takeBatches(const std::vector<BatchMetrics>& batches);
    void takeEpoch(const EpochMetrics& epoch, bool isBest);
    void finish(const QString& failure);
    void file(LiveRun& run, const QString& failure);

    std::unique_ptr<State> m_state;
};

/// Expected seconds of a training on this machine, from a short measurement kept between runs; absent while unknown.
std::optional<double> expectedSeconds(const TrainingSpec& spec, int trainingItems, int validationItems);

} // namespace core
