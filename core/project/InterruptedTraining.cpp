#include "core/project/InterruptedTraining.h"

#include "core/base/Error.h"
#include "core/dataset/DecidingNumber.h"
#include "core/evaluation/EvaluationReport.h"
#include "core/pictures/PictureFile.h"
#include "core/project/ProjectFolder.h"
#include "core/project/TrainingRun.h"
#include "core/storage/RunFile.h"
#include "core/storage/VersionRepository.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>

#include <algorithm>

namespace core {

namespace {

Q_LOGGING_CATEGORY(log, "oriel.project")

QString text(const char* sentence)
{
    return QCoreApplication::translate("Project", sentence);
}

/// The stored evaluation, when it is that of the weights beside it: a training writes it right after them.
std::optional<QJsonObject> keptResult(const QDir& folder)
{
    try {
        const auto result = RunFile(folder.path(), RunFile::Mode::Read).report();
        const auto sha256 = PictureFile::sha256OfFile(folder.filePath(QStringLiteral("weights.safetensors"))).toHex();
        if (result && result->value(keptWeightsKey).toString().toLatin1() == sha256) {
            (void)evaluationReportFromJson(*result);
            return result;
        }
    } catch (const Error& error) { // the version can be used and judged again all the same
        qCWarning(log) << error.message();
    }
    return {};
}

void takeResult(VersionRecord& version, const QJsonObject& json)
{
    const auto report = evaluationReportFromJson(json);
    version.headline = report.headline();
    version.headlineKey = report.headlineKey();
    for (const auto* key : {"accuracy", "map", "map50", "lrp", "bestEpoch"})
        version.metrics[QLatin1String(key)] = json.value(QLatin1String(key));
    for (size_t i = 0; i < version.concepts.size() && i < report.concepts.size(); ++i)
        version.concepts[i].threshold = report.concepts[i].threshold;
}

/// Where no evaluation lies beside the weights: the numbers of the epoch that was the best by them. A detector's indicator is not
/// among them.
void takeBest(VersionRecord& version, const std::vector<EpochMetrics>& epochs)
{
    const auto type = viewTypeFromKey(version.spec[QStringLiteral("type")].toString()).value_or(ViewType::Classification);
    const auto decides = [type](const EpochMetrics& epoch) { return decidingValue(type, epoch).value_or(-1); };
    const auto best = std::ranges::max_element(epochs, {}, decides);
    if (best == epochs.end() || decides(*best) < 0)
        return;
    const auto orNull = [](const std::optional<double>& number) { return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null); };
    version.metrics[QStringLiteral("accuracy")] = orNull(best->accuracy);
    version.metrics[QStringLiteral("map")] = orNull(best->map);
    version.metrics[QStringLiteral("map50")] = orNull(best->map50);
    version.metrics[QStringLiteral("bestEpoch")] = best->epoch;
    const EvaluationReport report{.type = type, .accuracy = best->accuracy, .map = best->map};
    version.headline = report.headline();
    version.headlineKey = report.headline() ? report.headlineKey() : QString();
}

QString sentenceOf(const VersionRecord& version, const std::vector<EpochMetrics>& epochs)
{
    const auto where = epochs.empty()
        ? text(QT_TRANSLATE_NOOP("Project", "“%1” was interrupted before its first epoch ended, when the program ended.")).arg(version.name)
        : text(QT_TRANSLATE_NOOP("Project", "“%1” was interrupted after epoch %2 when the program ended.")).arg(version.name).arg(epochs.back().epoch);
    const auto best = version.metrics.value(QLatin1String("bestEpoch"));
    if (version.weights == WeightsState::Present && best.isDouble())
        return where + QLatin1Char(' ') + text(QT_TRANSLATE_NOOP("Project", "The best epoch so far, %1, is kept.")).arg(best.toInt());
    if (version.weights == WeightsState::Present)
        return where + QLatin1Char(' ') + text(QT_TRANSLATE_NOOP("Project", "The best weights so far are kept."));
    return where + QLatin1Char(' ') + text(QT_TRANSLATE_NOOP("Project", "No weights were kept; the data is unharmed. Train it again."));
}

void interrupt(VersionRecord& version, const std::vector<EpochMetrics>& epochs, const QDir& folder)
{
    const bool isUsable = folder.exists(QStringLiteral("weights.safetensors")); // the card lies there since the training began
    version.status = VersionStatus::Interrupted;
    version.weights = isUsable ? WeightsState::Present : WeightsState::None;
    version.finished = QDateTime::currentDateTimeUtc();
    double seconds = 0;
    for (const auto& epoch : epochs)
        seconds += epoch.seconds;
    version.metrics[QStringLiteral("seconds")] = seconds;
    version.metrics[QStringLiteral("epochsDone")] = epochs.empty() ? 0 : epochs.back().epoch;
    if (const auto result = isUsable ? keptResult(folder) : std::nullopt)
        takeResult(version, *result);
    else if (isUsable)
        takeBest(version, epochs);
    version.failure = sentenceOf(version, epochs);
}

} // namespace

QStringList interruptRunning(const Database& database, const QString& folder)
{
    QStringList notes;
    const VersionRepository versions(database);
    for (auto version : versions.all()) {
        if (version.status != VersionStatus::Running)
            continue;
        interrupt(version, versions.epochs(version.id), QDir(ProjectFolder::versionPath(folder, version.uuid)));
        versions.update(version);
        notes << version.failure;
    }
    return notes;
}

} // namespace core
