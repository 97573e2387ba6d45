#include "core/project/FileTraining.h"

#include "core/storage/VersionRepository.h"

#include <algorithm>

namespace core {

namespace {

QJsonValue orNull(const std::optional<double>& number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

/// The evaluation of the weights that are kept, also of a run that failed later.
std::optional<EvaluationReport> reportOf(const RunOutcome& outcome)
{
    if (outcome.result && outcome.result->hasWeights)
        return outcome.result->validation;
    return outcome.kept;
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
        metrics[QStringLiteral("lastKept")] = outcome.result->lastKept;
        metrics[QStringLiteral("skipped")] = int(outcome.result->skipped.size());
        metrics[QStringLiteral("secondsUntilBest")] = outcome.result->seconds;
    }
    metrics[QStringLiteral("seconds")] = double(run.started.msecsTo(QDateTime::currentDateTimeUtc())) / 1000;
    metrics[QStringLiteral("epochsDone")] = outcome.epochs.empty() ? 0 : outcome.epochs.back().epoch;
    return metrics;
}

} // namespace

VersionStatus statusOf(const RunOutcome& outcome, const QString& failure)
{
    if (!failure.isEmpty() || !outcome.result)
        return VersionStatus::Failed;
    return outcome.result->stopped ? VersionStatus::Stopped : VersionStatus::Done;
}

void fileTraining(const Database& database, const LiveRun& run, const RunOutcome& outcome)
{
    const VersionRepository versions(database);
    auto found = versions.find(run.version);
    if (!found)
        return;
    auto& version = *found;
    version.status = run.status;
    version.failure = run.failure;
    version.finished = QDateTime::currentDateTimeUtc();
    version.metrics = metricsOf(run, outcome);
    if (outcome.hasCard)
        version.weights = WeightsState::Present;
    if (outcome.result)
        version.spec = toJson(outcome.result->spec); // with the number types that the run has chosen
    if (outcome.result && outcome.result->hasWeights)
        version.spec = toJson(outcome.result->spec); // with the number types that were chosen: the same run again needs them
    if (const auto report = reportOf(outcome)) {
        version.headline = report->headline();
        version.headlineKey = report->headlineKey();
        for (size_t i = 0; i < version.concepts.size() && i < report->concepts.size(); ++i)
            version.concepts[i].threshold = report->concepts[i].threshold;
    }
    versions.update(version);
    for (const auto& epoch : outcome.epochs)
        versions.appendEpoch(version.id, epoch);
}

} // namespace core
