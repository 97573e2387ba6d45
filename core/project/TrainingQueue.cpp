#include "core/project/TrainingQueue.h"

#include "core/base/Error.h"
#include "core/project/MeasuredRates.h"
#include "core/project/Project.h"
#include "core/project/TrainingRun.h"
#include "core/storage/RunFile.h"
#include "core/storage/VersionRepository.h"

#include <QDir>
#include <QElapsedTimer>

#include <algorithm>
#include <map>

namespace core {

namespace {

ChangeSet libraryChange()
{
    return {.library = true, .cause = ChangeSet::Cause::Library};
}

/// A version folder that is taken away again unless the version was stored.
class NewFolder {
public:
    explicit NewFolder(const QString& path) : m_dir(path)
    {
        if (!m_dir.mkpath(QStringLiteral(".")))
            throw Error(TrainingQueue::tr("The folder %1 cannot be made, so the training was not started. Nothing else was changed. "
                                          "Look whether the project's disk has room and can be written.")
                            .arg(QDir::toNativeSeparators(path)));
    }
    ~NewFolder()
    {
        if (!m_isKept)
            m_dir.removeRecursively();
    }
    void keep() { m_isKept = true; }

private:
    QDir m_dir;
    bool m_isKept = false;
};

std::vector<FrozenConcept> frozen(const TrainingSelection& selection)
{
    std::vector<FrozenConcept> concepts;
    for (const auto& living : selection.concepts)
        concepts.push_back({.uuid = living.uuid, .name = living.name, .threshold = selection.view.type == ViewType::Classification ? 0.0 : 0.5});
    return concepts;
}

void refuseUnless(const Project& project, const TrainingSelection& selection, const QString& name)
{
    for (const auto& finding : selection.findings()) {
        if (finding.level == SelectionFinding::Level::Error)
            throw Error(finding.text);
    }
    if (project.versionNamed(name))
        throw Error(TrainingQueue::tr("A version is called \"%1\" already. Nothing was changed; choose another name.").arg(name));
}

std::vector<StepReport> waitingSteps()
{
    std::vector<StepReport> steps;
    for (const auto step : {TrainingStep::Freeze, TrainingStep::Cache, TrainingStep::Head, TrainingStep::Train, TrainingStep::Evaluate,
                            TrainingStep::Thresholds, TrainingStep::Save})
        steps.push_back({.step = step});
    return steps;
}

QJsonValue orNull(const std::optional<double>& number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

/// What the kept epoch reached, as far as the run came.
QJsonObject metricsOf(const LiveRun& run, const RunOutcome& outcome)
{
    QJsonObject metrics;
    if (outcome.result && outcome.result->hasWeights) {
        const auto& result = *outcome.result;
        metrics = {{QStringLiteral("accuracy"), orNull(result.validation.accuracy)},
                   {QStringLiteral("map"), orNull(result.validation.map)},
                   {QStringLiteral("map50"), orNull(result.validation.map50)},
                   {QStringLiteral("lrp"), orNull(result.validation.lrp)},
                   {QStringLiteral("parameters"), result.parameters},
                   {QStringLiteral("bestEpoch"), result.bestEpoch}};
    } else if (const auto best = std::ranges::find(outcome.epochs, outcome.bestEpoch, &EpochMetrics::epoch); best != outcome.epochs.end()) {
        metrics = {{QStringLiteral("accuracy"), orNull(best->accuracy)},
                   {QStringLiteral("map"), orNull(best->map)},
                   {QStringLiteral("map50"), orNull(best->map50)},
                   {QStringLiteral("bestEpoch"), best->epoch}};
    }
    if (outcome.result) {
        metrics[QStringLiteral("device")] = outcome.result->device;
        metrics[QStringLiteral("deviceName")] = outcome.result->deviceName;
        metrics[QStringLiteral("note")] = outcome.result->note;
        metrics[QStringLiteral("secondsUntilBest")] = outcome.result->seconds;
    }
    metrics[QStringLiteral("seconds")] = double(run.started.msecsTo(QDateTime::currentDateTimeUtc())) / 1000;
    metrics[QStringLiteral("epochsDone")] = outcome.epochs.empty() ? 0 : outcome.epochs.back().epoch;
    return metrics;
}

RunOrder orderFor(const Project& project, const VersionRecord& version, const LiveRun& run)
{
    Card card{.uuid = version.uuid, .name = version.name, .created = version.created, .concepts = version.concepts, .dataRevision = version.dataRevision,
              .itemsTrain = version.itemsTrain, .itemsValidation = version.itemsValidation, .spec = version.spec, .seed = run.spec.seed};
    card.shape = {.architecture = version.architecture, .type = run.type, .concepts = int(version.concepts.size())};
    return {.card = std::move(card), .spec = run.spec, .versionFolder = project.versionFolder(version.uuid), .cacheFolder = project.cacheFolder(),
            .trainingItems = run.trainingItems, .validationItems = run.validationItems};
}

} // namespace

const StepReport* LiveRun::runningStep() const
{
    const auto found = std::ranges::find(steps, StepState::Running, &StepReport::state);
    return found == steps.end() ? nullptr : &*found;
}

struct TrainingQueue::State {
    explicit State(Project& project) : project(project) {}

    Project& project;
    std::map<VersionId, LiveRun> runs; // nodes stay where they are: pages hold pointers to them for a moment
    std::deque<VersionId> waiting;
    VersionId current; // invalid: nothing is running
    std::shared_ptr<RunOutcome> outcome;
    std::map<VersionId, double> freezeSeconds;
    std::unique_ptr<Job> job;
};

TrainingQueue::TrainingQueue(Project& project, QObject* parent)
    : QObject(parent)
    , m_state(std::make_unique<State>(project))
{
    m_state->job = std::make_unique<Job>();
    connect(m_state->job.get(), &Job::finished, this, [this] { finish({}); });
    connect(m_state->job.get(), &Job::failed, this, [this](const QString& sentence) { finish(sentence); });
}

TrainingQueue::~TrainingQueue()
{
    m_state->job.reset(); // cancels and waits; what it still had to say is in the outcome
    if (!m_state->current.isValid())
        return;
    const bool isWhole = m_state->outcome->result.has_value();
    file(m_state->runs.at(m_state->current), isWhole ? QString() : tr("The program was closed while this training was ending. What it had reached is listed."));
}

VersionId TrainingQueue::enqueue(ViewId view, const QString& wantedName, const TrainingSpec& wanted)
{
    QElapsedTimer timer;
    timer.start();
    auto& project = m_state->project;
    const auto selection = project.trainingSelection(view);
    const auto name = validName(wantedName);
    auto spec = wanted;
    spec.type = selection.view.type;
    validate(spec);
    refuseUnless(project, selection, name);

    VersionRecord version{.uuid = QUuid::createUuid(), .view = view, .name = name, .status = VersionStatus::Queued, .architecture = spec.architecture,
                          .spec = toJson(spec), .concepts = frozen(selection), .dataRevision = selection.dataRevision,
                          .itemsTrain = int(selection.train.size()), .itemsValidation = int(selection.validation.size()),
                          .created = QDateTime::currentDateTimeUtc()};
    NewFolder folder(project.versionFolder(version.uuid));
    RunFile(project.versionFolder(version.uuid), RunFile::Mode::Create).freeze(selection.train, selection.validation, selection.test);
    project.write(
        [&](Database& database) {
            const VersionRepository versions(database);
            version.model = versions.modelFor(selection.view, selection.concepts);
            version.id = versions.add(version);
        },
        libraryChange(), true);
    folder.keep();
    m_state->freezeSeconds[version.id] = double(timer.elapsed()) / 1000;
    addRun(version);
    return version.id;
}

void TrainingQueue::resumeQueued()
{
    std::vector<VersionRecord> queued;
    for (const auto& view : m_state->project.views()) {
        for (const auto& model : m_state->project.library(view.id))
            std::ranges::copy_if(model.versions, std::back_inserter(queued), [this](const auto& version) {
                return version.status == VersionStatus::Queued && !m_state->runs.contains(version.id);
            });
    }
    std::ranges::sort(queued, {}, &VersionRecord::id);
    for (const auto& version : queued)
        addRun(version);
}

/// Announces the version as waiting; it starts from the event loop, so that whoever asked can connect first.
void TrainingQueue::addRun(const VersionRecord& version)
{
    LiveRun run{.version = version.id, .name = version.name, .spec = trainingSpecFromJson(version.spec), .trainingItems = version.itemsTrain,
                .validationItems = version.itemsValidation, .steps = waitingSteps()};
    run.type = run.spec.type;
    if (const auto view = m_state->project.view(version.view)) {
        run.viewName = view->name;
        run.type = view->type;
    }
    run.iterationsPerEpoch = (run.trainingItems + run.spec.batchSize - 1) / std::max(1, run.spec.batchSize);
    m_state->runs[version.id] = std::move(run);
    m_state->waiting.push_back(version.id);
    Q_EMIT queueChanged();
    QMetaObject::invokeMethod(this, [this] { startNext(); }, Qt::QueuedConnection);
}

void TrainingQueue::startNext()
{
    auto& state = *m_state;
    if (state.current.isValid() || state.waiting.empty())
        return;
    const auto id = state.waiting.front();
    state.waiting.pop_front();
    const auto version = state.project.version(id);
    if (!version) { // its view was deleted meanwhile
        state.runs.erase(id);
        startNext();
        return;
    }
    state.current = id;
    state.outcome = std::make_shared<RunOutcome>();
    auto& run = state.runs.at(id);
    run.status = VersionStatus::Running;
    run.started = QDateTime::currentDateTimeUtc();
    state.project.write([id](Database& database) { VersionRepository(database).setStatus(id, VersionStatus::Running); }, libraryChange());
    Q_EMIT started(id);
    Q_EMIT queueChanged();
    takeStep({.step = TrainingStep::Freeze, .state = StepState::Running});
    takeStep({.step = TrainingStep::Freeze, .state = StepState::Done, .done = run.trainingItems + run.validationItems,
              .total = run.trainingItems + run.validationItems, .seconds = state.freezeSeconds[id]});

    auto* job = state.job.get();
    const auto setPace = [this, id](RunPace pace) {
        m_state->runs.at(id).share = pace.share;
        m_state->runs.at(id).secondsLeft = pace.secondsLeft;
    };
    const RunListener listener{
        .stepChanged = [=, this](const StepReport& step, RunPace pace) { job->post([=, this] { setPace(pace); takeStep(step); }); },
        .batchesFinished = [=, this](const std::vector<BatchMetrics>& batches, RunPace pace) { job->post([=, this] { setPace(pace); takeBatches(batches); }); },
        .epochFinished = [=, this](const EpochMetrics& epoch, bool isBest, RunPace pace) { job->post([=, this] { setPace(pace); takeEpoch(epoch, isBest); }); },
        .isCanceled = [job] { return job->isCanceled(); },
    };
    job->start([order = orderFor(state.project, *version, run), outcome = state.outcome, listener] { runTraining(order, *outcome, listener); });
}

void TrainingQueue::takeStep(const StepReport& step)
{
    auto& run = m_state->runs.at(m_state->current);
    *std::ranges::find(run.steps, step.step, &StepReport::step) = step;
    Q_EMIT stepChanged(run.version, step);
}

void TrainingQueue::takeBatches(const std::vector<BatchMetrics>& batches)
{
    auto& run = m_state->runs.at(m_state->current);
    run.batches.insert(run.batches.end(), batches.begin(), batches.end());
    Q_EMIT batchesFinished(run.version, batches);
}

void TrainingQueue::takeEpoch(const EpochMetrics& epoch, bool isBest)
{
    auto& run = m_state->runs.at(m_state->current);
    run.epochs.push_back(epoch);
    if (isBest)
        run.bestEpoch = epoch.epoch;
    const auto id = run.version;
    m_state->project.write([id, epoch](Database& database) { VersionRepository(database).appendEpoch(id, epoch); }, libraryChange());
    Q_EMIT epochFinished(id, epoch);
}

void TrainingQueue::finish(const QString& failure)
{
    auto& run = m_state->runs.at(m_state->current);
    file(run, failure);
    m_state->project.waitForPending(); // whoever hears of the end may read it from the project
    m_state->current = {};
    Q_EMIT ended(run.version);
    Q_EMIT queueChanged();
    startNext();
}

/// Writes what came of the run into the project.
void TrainingQueue::file(LiveRun& run, const QString& failure)
{
    const auto& outcome = *m_state->outcome;
    run.status = !failure.isEmpty() ? VersionStatus::Failed : outcome.result->stopped ? VersionStatus::Stopped : VersionStatus::Done;
    run.failure = failure;
    run.epochs = outcome.epochs;
    run.bestEpoch = outcome.bestEpoch;
    run.secondsLeft = 0;
    for (auto& step : run.steps) {
        if (step.state == StepState::Running)
            step.state = failure.isEmpty() ? StepState::Done : StepState::Failed;
    }
    if (failure.isEmpty()) {
        run.note = outcome.result->note;
        run.share = 1;
        rememberRates(run.spec, outcome.result->device, outcome.steps, outcome.epochs, run.trainingItems, run.validationItems);
    }
    auto found = m_state->project.version(run.version);
    if (!found)
        return; // its view was deleted meanwhile
    auto version = *found;
    version.status = run.status;
    version.failure = failure;
    version.finished = QDateTime::currentDateTimeUtc();
    version.metrics = metricsOf(run, outcome);
    if (outcome.hasCard)
        version.weights = WeightsState::Present;
    if (outcome.result && outcome.result->hasWeights) {
        version.headline = outcome.result->validation.headline();
        version.headlineKey = outcome.result->validation.headlineKey();
        for (size_t i = 0; i < version.concepts.size(); ++i)
            version.concepts[i].threshold = outcome.result->thresholds[i];
    }
    m_state->project.write(
        [version, epochs = outcome.epochs](Database& database) {
            const VersionRepository versions(database);
            versions.update(version);
            for (const auto& epoch : epochs)
                versions.appendEpoch(version.id, epoch);
        },
        libraryChange());
}

void TrainingQueue::stop(VersionId id)
{
    auto& state = *m_state;
    if (id == state.current) {
        state.job->cancel();
        return;
    }
    const auto place = std::ranges::find(state.waiting, id);
    if (place == state.waiting.end())
        return;
    state.waiting.erase(place);
    auto& run = state.runs.at(id);
    run.status = VersionStatus::Stopped;
    if (auto version = state.project.version(id)) {
        version->status = VersionStatus::Stopped;
        version->finished = QDateTime::currentDateTimeUtc();
        state.project.write([version = *version](Database& database) { VersionRepository(database).update(version); }, libraryChange());
        state.project.waitForPending();
    }
    Q_EMIT ended(id);
    Q_EMIT queueChanged();
}

bool TrainingQueue::isRunning() const { return m_state->current.isValid(); }
bool TrainingQueue::isIdle() const { return !isRunning() && m_state->waiting.empty(); }
int TrainingQueue::queued() const { return int(m_state->waiting.size()); }
const LiveRun* TrainingQueue::running() const { return run(m_state->current); }

const LiveRun* TrainingQueue::run(VersionId version) const
{
    const auto found = m_state->runs.find(version);
    return found == m_state->runs.end() ? nullptr : &found->second;
}

} // namespace core
