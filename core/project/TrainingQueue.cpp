#include "core/project/TrainingQueue.h"

#include "core/base/Error.h"
#include "core/base/OwnFiles.h"
#include "core/project/FileTraining.h"
#include "core/project/FreezeTraining.h"
#include "core/project/MeasuredRates.h"
#include "core/project/Project.h"
#include "core/project/TrainingRun.h"
#include "core/storage/Database.h"
#include "core/storage/VersionRepository.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QPointer>

#include <algorithm>
#include <deque>
#include <map>

namespace core {

namespace {

Q_LOGGING_CATEGORY(log, "oriel.project")

ChangeSet libraryChange()
{
    return {.library = true, .cause = ChangeSet::Cause::Library};
}

QString sentenceOf(std::exception_ptr error)
{
    try {
        std::rethrow_exception(error);
    } catch (const std::exception& exception) {
        return QString::fromUtf8(exception.what());
    } catch (...) {
        return TrainingQueue::tr("This could not be stored, for a reason that is not known. What was stored before is unharmed.");
    }
}

RunOrder orderFor(const Project& project, const VersionRecord& version, const LiveRun& run)
{
    VersionCard card{.uuid = version.uuid, .name = version.name, .created = version.created, .concepts = version.concepts, .dataRevision = version.dataRevision,
              .itemsTrain = version.itemsTrain, .itemsValidation = version.itemsValidation, .spec = version.spec, .seed = run.spec.seed};
    card.shape = {.architecture = version.architecture, .type = run.type, .concepts = int(version.concepts.size())};
    return {.card = std::move(card), .spec = run.spec, .versionFolder = project.versionFolder(version.uuid), .cacheFolder = project.cacheFolder(),
            .trainingItems = run.trainingItems, .validationItems = run.validationItems};
}

} // namespace

struct TrainingQueue::State {
    struct Ended {
        LiveRun run;
        std::shared_ptr<RunOutcome> outcome;
    };

    explicit State(Project& project) : project(project) {}

    Project& project;
    std::map<VersionId, LiveRun> runs; // nodes stay where they are: pages hold pointers to them for a moment
    std::deque<VersionId> waiting;
    bool isPaused = false;
    int beingFrozen = 0;
    VersionId current; // invalid: nothing is running
    std::shared_ptr<RunOutcome> outcome; // of the current one
    bool isFiling = false;               // it has ended, and the project is taking what came of it
    std::map<VersionId, Ended> unfiled;  // ended, but the project could not take it yet
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
    connect(&project, &Project::saved, this, &TrainingQueue::fileAgain);
    takeBack();
}

TrainingQueue::~TrainingQueue()
{
    m_state->job.reset(); // cancels and waits; what it still had to say is in the outcome
    if (m_state->current.isValid() && !m_state->isFiling) {
        const bool isWhole = m_state->outcome->result.has_value();
        auto& run = m_state->runs.at(m_state->current);
        conclude(run, isWhole ? QString() : tr("The program was closed while this training was ending. What it had reached is listed."));
        m_state->unfiled[run.version] = {run, m_state->outcome};
    }
    fileAgain(); // the project finishes its writes before it closes
}

// The line ------------------------------------------------------------------------------------------------------------

void TrainingQueue::takeBack()
{
    if (m_state->project.isReadOnly())
        return;
    try {
        for (const auto& version : m_state->project.versions()) {
            if (version.status == VersionStatus::Queued)
                addRun(version);
        }
    } catch (const Error& error) { // a damaged table of versions must not keep a person from the pictures
        qCWarning(log) << "waiting trainings cannot be read:" << error.message();
    }
    m_state->isPaused = !m_state->waiting.empty();
}

void TrainingQueue::enqueue(ViewId view, const QString& name, const TrainingSpec& spec, Queued queued, Refused refused)
{
    struct Frozen {
        VersionRecord version;
        double seconds = 0;
    };
    const auto frozen = std::make_shared<Frozen>();
    ++m_state->beingFrozen;
    Q_EMIT queueChanged();
    m_state->project.writeThen(
        [=](Database& database) {
            QElapsedTimer timer;
            timer.start();
            frozen->version = freezeTraining(database, view, name, spec);
            frozen->seconds = double(timer.elapsed()) / 1000;
        },
        libraryChange(), [=, self = QPointer(this), folderOf = &m_state->project](std::exception_ptr error) {
            if (error && !frozen->version.uuid.isNull()) // frozen, but not committed
                OwnFiles::remove(folderOf->folder(), folderOf->versionFolder(frozen->version.uuid));
            if (!self) // closed meanwhile: the version waits for the next opening
                return;
            --self->m_state->beingFrozen;
            if (!error)
                self->takeFrozen(frozen->version, frozen->seconds);
            Q_EMIT self->queueChanged();
            if (error && refused)
                refused(sentenceOf(error));
            else if (!error && queued)
                queued(frozen->version.id);
        });
}

void TrainingQueue::takeFrozen(const VersionRecord& version, double seconds)
{
    m_state->freezeSeconds[version.id] = seconds;
    addRun(version);
    m_state->isPaused = false; // who asks for a training wants the line to go on, the older ones first
    startSoon();
}

void TrainingQueue::addRun(const VersionRecord& version)
{
    m_state->runs[version.id] = waitingRun(version, m_state->project.view(version.view));
    m_state->waiting.push_back(version.id);
}

void TrainingQueue::startWaiting()
{
    m_state->isPaused = false;
    Q_EMIT queueChanged();
    startSoon();
}

/// From the event loop, so that whoever asked can connect first.
void TrainingQueue::startSoon()
{
    QMetaObject::invokeMethod(this, [this] { startNext(); }, Qt::QueuedConnection);
}

void TrainingQueue::remove(VersionId id)
{
    const auto version = m_state->project.version(id);
    const auto folder = version ? m_state->project.versionFolder(version->uuid) : QString();
    leave(id, [id](Database& database) { VersionRepository(database).remove(id); },
          [this, id, folder] {
              if (!folder.isEmpty())
                  OwnFiles::remove(m_state->project.folder(), folder);
              m_state->runs.erase(id);
          });
}

void TrainingQueue::stop(VersionId id)
{
    if (id == m_state->current) {
        m_state->job->cancel();
        return;
    }
    leave(id,
          [id](Database& database) {
              const VersionRepository versions(database);
              if (auto version = versions.find(id)) {
                  version->status = VersionStatus::Stopped;
                  version->finished = QDateTime::currentDateTimeUtc();
                  versions.update(*version);
              }
          },
          [this, id] {
              m_state->runs.at(id).status = VersionStatus::Stopped;
              Q_EMIT ended(id);
          });
}

/// Takes a waiting version out of the line at once, and puts it back into its place when `act` cannot be stored.
void TrainingQueue::leave(VersionId id, std::function<void(Database&)> act, std::function<void()> left)
{
    const auto place = std::ranges::find(m_state->waiting, id);
    if (place == m_state->waiting.end())
        return;
    m_state->waiting.erase(place);
    Q_EMIT queueChanged();
    m_state->project.writeThen(std::move(act), libraryChange(), [this, id, left = std::move(left), self = QPointer(this)](std::exception_ptr error) {
        if (!self)
            return;
        if (error) {
            m_state->waiting.insert(std::ranges::lower_bound(m_state->waiting, id), id); // ids rise in the order of the line
            Q_EMIT failed(sentenceOf(error));
            startSoon();
        } else {
            left();
        }
        Q_EMIT queueChanged();
    });
}

// The run -------------------------------------------------------------------------------------------------------------

void TrainingQueue::startNext()
{
    auto& state = *m_state;
    if (state.current.isValid() || state.isPaused || state.waiting.empty())
        return;
    const auto id = state.waiting.front();
    state.waiting.pop_front();
    const auto version = state.project.version(id);
    if (version) {
        start(*version);
        return;
    }
    state.runs.erase(id); // its view was deleted meanwhile
    Q_EMIT queueChanged();
    startNext();
}

void TrainingQueue::start(const VersionRecord& version)
{
    auto& state = *m_state;
    const auto id = version.id;
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
    job->start([order = orderFor(state.project, version, run), outcome = state.outcome, listener] { runTraining(order, *outcome, listener); });
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
    m_state->project.writeThen([id, epoch](Database& database) { VersionRepository(database).appendEpoch(id, epoch); }, libraryChange(),
                               [](std::exception_ptr) {}); // a full disk: written again when the run is filed
    Q_EMIT epochFinished(id, epoch);
}

// The end -------------------------------------------------------------------------------------------------------------

/// What the run came to, for those who show it.
void TrainingQueue::conclude(LiveRun& run, const QString& failure)
{
    const auto& outcome = *m_state->outcome;
    run.status = statusOf(outcome, failure);
    run.failure = failure;
    run.epochs = outcome.epochs;
    run.bestEpoch = outcome.bestEpoch;
    run.secondsLeft = 0;
    for (auto& step : run.steps) {
        if (step.state == StepState::Running)
            step.state = failure.isEmpty() ? StepState::Done : StepState::Failed;
    }
    if (!failure.isEmpty())
        return;
    run.note = outcome.result->note;
    run.share = 1;
    rememberRates(run.spec, outcome.result->device, outcome.steps, outcome.epochs, run.trainingItems, run.validationItems);
}

void TrainingQueue::finish(const QString& failure)
{
    auto& run = m_state->runs.at(m_state->current);
    conclude(run, failure);
    m_state->isFiling = true;
    m_state->project.writeThen([run, outcome = m_state->outcome](Database& database) { fileTraining(database, run, *outcome); }, libraryChange(),
                               [self = QPointer(this), id = run.version](std::exception_ptr error) {
                                   if (self)
                                       self->takeFiled(id, error);
                               });
}

/// Now whoever hears of the end may read it from the project.
void TrainingQueue::takeFiled(VersionId id, std::exception_ptr error)
{
    auto& run = m_state->runs.at(id);
    if (error) {
        m_state->unfiled[id] = {run, m_state->outcome};
        if (run.failure.isEmpty())
            run.failure = tr("\"%1\" ended, but the project could not store how: %2 Its files are kept, and it is stored as soon as that is possible.")
                              .arg(run.name, sentenceOf(error));
        run.status = VersionStatus::Failed;
    }
    m_state->isFiling = false;
    m_state->current = {};
    Q_EMIT ended(id);
    Q_EMIT queueChanged();
    startNext();
}

/// Runs that ended while the disk was full, as soon as something else could be written.
void TrainingQueue::fileAgain()
{
    for (const auto& [id, ended] : std::exchange(m_state->unfiled, {})) {
        m_state->project.writeThen([ended](Database& database) { fileTraining(database, ended.run, *ended.outcome); }, libraryChange(),
                                   [self = QPointer(this), id, ended](std::exception_ptr error) {
                                       if (self && error)
                                           self->m_state->unfiled[id] = ended;
                                   });
    }
}

// What there is -------------------------------------------------------------------------------------------------------

bool TrainingQueue::isRunning() const { return m_state->current.isValid(); }
bool TrainingQueue::isIdle() const { return !isRunning() && m_state->waiting.empty() && m_state->beingFrozen == 0; }
bool TrainingQueue::isPaused() const { return m_state->isPaused && !m_state->waiting.empty(); }
int TrainingQueue::queued() const { return int(m_state->waiting.size()); }
std::vector<VersionId> TrainingQueue::waiting() const { return {m_state->waiting.begin(), m_state->waiting.end()}; }
const LiveRun* TrainingQueue::running() const { return run(m_state->current); }

std::optional<double> TrainingQueue::secondsUntilStart(VersionId version) const
{
    if (isPaused() || (isRunning() && running()->secondsLeft < 0))
        return {};
    double seconds = isRunning() ? running()->secondsLeft : 0;
    for (const auto id : m_state->waiting) {
        if (id == version)
            return seconds;
        const auto& before = m_state->runs.at(id);
        const auto expected = expectedSeconds(before.spec, before.trainingItems, before.validationItems);
        if (!expected)
            return {};
        seconds += *expected;
    }
    return {};
}

const LiveRun* TrainingQueue::run(VersionId version) const
{
    const auto found = m_state->runs.find(version);
    return found == m_state->runs.end() ? nullptr : &found->second;
}

} // namespace core
