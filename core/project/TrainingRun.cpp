#include "core/project/TrainingRun.h"

#include "core/pictures/PictureFile.h"
#include "core/project/RunClock.h"
#include "core/project/MeasuredRates.h"
#include "core/storage/RunFile.h"

#include <QDir>
#include <QElapsedTimer>

#include <algorithm>

namespace core {

namespace {

constexpr qint64 announceInterval = 250; // ms: charts change at most 4 times a second
constexpr qint64 storeInterval = 2000;   // ms: each write waits for the disk

TrainingData dataOf(const RunOrder& order, const RunFile& file)
{
    TrainingData data{.type = order.card.shape.type, .train = file.examples(Split::Train), .validation = file.examples(Split::Validation)};
    for (const auto& frozen : order.card.concepts)
        data.concepts.append(frozen.name);
    return data;
}

/// What is stored of an evaluation: also which weights it is of, for the case that the program ends before the run does.
QJsonObject keptReport(const RunOrder& order, const EvaluationReport& report, int epoch)
{
    auto json = toJson(report);
    json[keptWeightsKey] = QString::fromLatin1(PictureFile::sha256OfFile(QDir(order.versionFolder).filePath(order.card.weightsFile)).toHex());
    json[QStringLiteral("bestEpoch")] = epoch;
    return json;
}

/// Gathers what a run reports into fewer announcements and writes.
class Reports {
public:
    Reports(const RunOrder& order, VersionCard card, RunFile& file, RunOutcome& outcome, const RunListener& listener)
        : m_order(order)
        , m_card(std::move(card))
        , m_file(file)
        , m_outcome(outcome)
        , m_listener(listener)
        , m_clock(order.spec, order.trainingItems, order.validationItems, expectedSeconds(order.spec, order.trainingItems, order.validationItems))
    {
        m_sinceStart.start();
        m_sinceAnnounced.start();
        m_sinceStored.start();
    }

    void step(const StepReport& step)
    {
        m_clock.step(step, now());
        auto& steps = m_outcome.steps;
        const auto known = std::ranges::find(steps, step.step, &StepReport::step);
        const bool isNews = known == steps.end() || known->state != step.state;
        if (known == steps.end())
            steps.push_back(step);
        else
            *known = step;
        if (!isNews && m_sinceStep.elapsed() < announceInterval)
            return;
        m_sinceStep.start();
        announce();
        m_listener.stepChanged(step, pace());
    }

    void batch(const BatchMetrics& batch)
    {
        m_clock.batch(batch, now());
        m_toAnnounce.push_back(batch);
        m_toStore.push_back(batch);
        if (m_sinceAnnounced.elapsed() >= announceInterval)
            announce();
        if (m_sinceStored.elapsed() >= storeInterval)
            store();
    }

    void epoch(const EpochMetrics& epoch, bool isBest)
    {
        m_clock.epoch(epoch, now());
        m_outcome.epochs.push_back(epoch);
        if (isBest) {
            m_outcome.bestEpoch = epoch.epoch;
            writeCard(m_order.versionFolder, m_card); // with it the weights just saved can be used, whatever happens next
            m_outcome.hasCard = true;
        }
        announce();
        store();
        m_listener.epochFinished(epoch, isBest, pace());
    }

    /// The best epoch so far can be used and has its evaluation, whatever happens next.
    void kept(const KeptEpoch& kept)
    {
        m_outcome.bestEpoch = kept.epoch; // its weights lie beside a card, even if the disk takes no more
        m_outcome.hasCard = true;
        m_outcome.kept = kept.report;
        m_file.storeResult(kept.predictions, keptReport(m_order, kept.report, kept.epoch));
        for (size_t i = 0; i < m_card.concepts.size() && i < kept.thresholds.size(); ++i)
            m_card.concepts[i].threshold = kept.thresholds[i];
        m_card.answerType = kept.answerType;
    }

    void skipped(const std::vector<SkippedPicture>& skipped) { m_file.storeSkipped(skipped); }

    void announce()
    {
        if (!m_toAnnounce.empty())
            m_listener.batchesFinished(std::exchange(m_toAnnounce, {}), pace());
        m_sinceAnnounced.start();
    }

    void store()
    {
        m_file.appendBatches(std::exchange(m_toStore, {}));
        m_sinceStored.start();
    }

private:
    double now() const { return double(m_sinceStart.elapsed()) / 1000; }
    RunPace pace() { return {.share = m_clock.share(now()), .secondsLeft = m_clock.secondsLeft(now())}; }

    const RunOrder& m_order;
    VersionCard m_card; // of the best so far
    RunFile& m_file;
    RunOutcome& m_outcome;
    const RunListener& m_listener;
    RunClock m_clock;
    QElapsedTimer m_sinceStart;
    QElapsedTimer m_sinceAnnounced;
    QElapsedTimer m_sinceStored;
    QElapsedTimer m_sinceStep;
    std::vector<BatchMetrics> m_toAnnounce;
    std::vector<BatchMetrics> m_toStore;
};

VersionCard finishedCard(const RunOrder& order, const TrainingResult& result)
{
    auto card = order.card;
    card.shape.input = result.input;
    card.preparation = preparationOf(card.shape);
    card.spec = toJson(result.spec); // with the number types that the run has chosen
    card.answerType = result.answerType;
    for (size_t i = 0; i < card.concepts.size(); ++i)
        card.concepts[i].threshold = result.thresholds[i];
    card.metrics = toJson(result.validation);
    card.weightsSha256 = PictureFile::sha256OfFile(QDir(order.versionFolder).filePath(card.weightsFile));
    card.parameters = result.parameters;
    card.device = result.device;
    card.deviceName = result.deviceName;
    return card;
}

} // namespace

void runTraining(const RunOrder& order, RunOutcome& outcome, const RunListener& listener)
{
    RunFile file(order.versionFolder, RunFile::Mode::Write);
    const auto data = dataOf(order, file);
    auto card = order.card;
    card.shape.input = inputSize(order.spec, data.train);
    card.preparation = preparationOf(card.shape);
    writeCard(order.versionFolder, card); // before the first weights: these are of use as soon as they lie there
    Reports reports(order, std::move(card), file, outcome, listener);
    const TrainingListener training{
        .stepChanged = [&](const StepReport& step) { reports.step(step); },
        .batchFinished = [&](const BatchMetrics& batch) { reports.batch(batch); },
        .epochFinished = [&](const EpochMetrics& epoch, bool isBest) { reports.epoch(epoch, isBest); },
        .isCanceled = listener.isCanceled,
        .picturesSkipped = [&](const std::vector<SkippedPicture>& skipped) { reports.skipped(skipped); },
        .bestKept = [&](const KeptEpoch& kept) { reports.kept(kept); },
    };
    auto result = train(order.spec, data, {.versionFolder = order.versionFolder, .cacheFolder = order.cacheFolder}, training);
    reports.announce();
    reports.store();
    if (result.hasWeights) {
        if (!result.validation.concepts.empty()) // without a validation part nothing was measured
            file.storeResult(result.validationPredictions, keptReport(order, result.validation, result.bestEpoch));
        writeCard(order.versionFolder, finishedCard(order, result));
    }
    outcome.result = std::move(result);
}

} // namespace core
