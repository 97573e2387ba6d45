#include "core/project/PredictionJobs.h"

#include "core/dataset/JudgingSelection.h"
#include "core/inference/Predictor.h"
#include "core/pictures/PictureFile.h"
#include "core/project/Project.h"
#include "core/training/Devices.h"
#include "core/training/TrainingSpec.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <optional>

namespace core {

namespace {

constexpr int picturesAtOnce = 16;

constexpr int shownSide = 1600; // px; a hundred tried photographs are kept at once

/// The picture to show an answer on. `size`: its own, which the answer speaks of.
QImage toShow(const QString& path, QSize& size)
{
    const QByteArray bytes = PictureFile::read(path);
    size = PictureFile::header(bytes, path).size;
    const QSize shown = size.boundedTo(size.scaled(shownSide, shownSide, Qt::KeepAspectRatio)).expandedTo({1, 1});
    const QImage picture = PictureFile::decode(bytes, path, std::min(shown.width(), shown.height())).image;
    return picture.size() == shown ? picture : picture.scaled(shown, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

/// The answer on one picture, and the picture to show it on.
TriedPicture tried(const Predictor& predictor, const QString& path)
{
    QElapsedTimer timer;
    timer.start();
    TriedPicture result{.path = path};
    try {
        result.image = toShow(path, result.size);
        result.prediction = predictor.predict({predictor.prepare({.image = {.path = path}})}).front();
    } catch (const PictureError& error) {
        result.failure = error.message();
    }
    result.seconds = double(timer.elapsed()) / 1000;
    return result;
}

QString folderOf(const Project& project, VersionId version)
{
    const auto record = project.version(version);
    if (!record)
        throw Error(QCoreApplication::translate("PredictionJobs", "This version is no longer in the project. Nothing was changed."));
    return project.versionFolder(record->uuid);
}

std::vector<Example> examplesOf(const Project& project, const VersionRecord& version, Split split)
{
    const auto view = project.view(version.view);
    return selectForJudging(*view, version.concepts, project.concepts(version.view), project.allItems(version.view), split);
}

/// Answers are compared by position, so the card that lies beside the weights must name what the project says the version knows.
void requireCardOf(const VersionRecord& version, const Predictor& predictor)
{
    if (!std::ranges::equal(predictor.concepts(), version.concepts, {}, &FrozenConcept::uuid, &FrozenConcept::uuid))
        throw Error(QCoreApplication::translate("PredictionJobs", "The file card.json of \"%1\" names other concepts than the project: it is damaged, or of another version. The version "
                                                                  "was not judged; its numbers are kept. Put the right file back, or train a new version.")
                        .arg(version.name));
}

/// Where and with how many threads a version is judged: as it was trained where that is possible, so that equal data give equal numbers.
struct Place {
    QString device = QStringLiteral("auto");
    int threads = 0;
};

Place placeOf(const VersionRecord& version)
{
    Place place{.threads = trainingSpecFromJson(version.spec).threads};
    const auto device = version.metrics[QStringLiteral("device")].toString();
    const auto known = devices();
    if (std::ranges::any_of(known, [&](const DeviceEntry& entry) { return entry.usable && entry.id == device; }))
        place.device = device;
    return place;
}

struct Evaluation {
    EvaluationReport report;
    QStringList unreadable;
};

Evaluation evaluateOn(const QString& folder, const VersionRecord& version, const std::vector<Example>& examples, Job& job)
{
    const auto place = placeOf(version);
    const Predictor predictor(folder, place.device, place.threads);
    requireCardOf(version, predictor);
    QStringList names;
    std::vector<double> thresholds;
    for (const auto& frozen : predictor.concepts()) {
        names.append(frozen.name);
        thresholds.push_back(frozen.threshold);
    }
    Evaluation evaluation;
    std::vector<Example> judged;
    std::vector<Prediction> predictions;
    QElapsedTimer timer;
    timer.start();
    for (size_t begin = 0; begin < examples.size() && !job.isCanceled(); begin += picturesAtOnce) {
        const auto end = std::min(examples.size(), begin + picturesAtOnce);
        const auto answered = predictor.answer(std::vector<Region>(examples.begin() + qsizetype(begin), examples.begin() + qsizetype(end)));
        for (size_t i = 0; i < answered.size(); ++i) {
            if (!answered[i].failure.isEmpty()) {
                evaluation.unreadable.append(answered[i].failure);
                continue;
            }
            judged.push_back(examples[begin + i]);
            predictions.push_back(answered[i].prediction);
        }
        const double seconds = double(timer.elapsed()) / 1000;
        job.report({.step = QCoreApplication::translate("PredictionJobs", "Predicting"), .done = qint64(end), .total = qint64(examples.size()),
                    .seconds = seconds, .secondsLeft = seconds / double(end) * double(examples.size() - end)});
    }
    if (judged.empty() && !evaluation.unreadable.isEmpty())
        throw Error(QCoreApplication::translate("PredictionJobs", "None of the pictures could be read (%Ln), so the version was not judged. Nothing was changed. The first: %1", nullptr,
                                                int(evaluation.unreadable.size()))
                        .arg(evaluation.unreadable.first()));
    evaluation.report = evaluate(predictor.type(), names, judged, predictions, thresholds);
    return evaluation;
}

} // namespace

struct TryJob::State {
    QString folder;
    std::optional<Predictor> predictor; // made and used on the job's thread alone
    QStringList waiting;                // on this object's thread alone
};

TryJob::TryJob(Project& project, VersionId version, QObject* parent)
    : Job(parent)
    , m_state(std::make_shared<State>())
{
    m_state->folder = folderOf(project, version);
    connect(this, &Job::finished, this, &TryJob::startNext);
}

TryJob::~TryJob() = default;

void TryJob::predict(const QStringList& paths)
{
    m_state->waiting += paths;
    if (!isRunning())
        startNext();
}

void TryJob::startNext()
{
    if (m_state->waiting.isEmpty())
        return;
    start([this, state = m_state, paths = std::exchange(m_state->waiting, {})] {
        if (!state->predictor)
            state->predictor.emplace(state->folder);
        for (const auto& path : paths) {
            if (isCanceled())
                return;
            const auto picture = tried(*state->predictor, path);
            post([this, picture] { Q_EMIT predicted(picture); });
        }
    });
}

EvaluationJob::EvaluationJob(Project& project, QObject* parent)
    : Job(parent)
    , m_project(project)
{
}

EvaluationJob::~EvaluationJob() = default;

void EvaluationJob::evaluate(VersionId version, Split split)
{
    const auto folder = folderOf(m_project, version);
    const auto record = *m_project.version(version);
    auto examples = examplesOf(m_project, record, split);
    if (examples.empty())
        throw Error(tr("There is no annotated picture in this part of the view, so there is nothing to judge the version on. Nothing was changed."));
    start([this, version, split, folder, record, examples = std::move(examples)] {
        const auto evaluation = evaluateOn(folder, record, examples, *this);
        if (isCanceled())
            return;
        post([this, version, split, evaluation] {
            Q_EMIT evaluated(version, split, evaluation.report);
            if (!evaluation.unreadable.isEmpty())
                Q_EMIT unreadable(evaluation.unreadable);
        });
    });
}

} // namespace core
