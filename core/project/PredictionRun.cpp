#include "core/project/PredictionRun.h"

#include "core/base/Error.h"
#include "core/inference/Predictor.h"
#include "core/project/PredictionPictures.h"
#include "core/project/Project.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <atomic>
#include <optional>

namespace core {

namespace {

constexpr size_t mostReasons = 1000; // that a report keeps

/// How many pictures may be under way: what is read of a file is reduced, a film's picture is whole.
StreamOptions streamOf(const PredictionRequest& request)
{
    using Kind = PredictionPictures::Kind;
    switch (request.pictures.kind) {
    case Kind::Camera: return {.minScore = request.minScore, .atOnce = 1, .ahead = 1, .readers = 1}; // the newest picture, not one that waited
    case Kind::Film: return {.minScore = request.minScore, .atOnce = 4, .ahead = 12, .readers = 2};
    default: return {.minScore = request.minScore};
    }
}

/// What must be equal for a folder of results to be gone on with.
QJsonObject identityOf(const PredictionContext& context, const PredictionRequest& request, const Predictor& predictor)
{
    return {{QStringLiteral("version"), context.versionUuid.toString(QUuid::WithoutBraces)}, {QStringLiteral("threshold_offset"), request.thresholdOffset},
            {QStringLiteral("overlap"), predictor.overlap()}, {QStringLiteral("max_boxes"), predictor.mostBoxes()}, {QStringLiteral("min_score"), request.minScore},
            {QStringLiteral("frames_per_second"), request.pictures.kind == PredictionPictures::Kind::Film ? request.pictures.framesPerSecond : 0}};
}

/// The rule of boxes that a request asks for, as long as it lives: the predictor may be asked something else next.
class AskedRule {
public:
    AskedRule(Predictor& predictor, const PredictionRequest& request) : m_predictor(predictor), m_overlap(predictor.overlap()), m_most(predictor.mostBoxes())
    {
        predictor.setBoxRule(request.overlap >= 0 ? request.overlap : m_overlap, request.mostBoxes > 0 ? request.mostBoxes : m_most);
    }
    ~AskedRule() { m_predictor.setBoxRule(m_overlap, m_most); }
    AskedRule(const AskedRule&) = delete;
    AskedRule& operator=(const AskedRule&) = delete;

private:
    Predictor& m_predictor;
    double m_overlap;
    int m_most;
};

/// One run from its first picture to its end.
class Run {
public:
    Run(Predictor& predictor, const PredictionContext& context, const PredictionRequest& request, const PredictionListener& listener)
        : m_predictor(predictor), m_request(request), m_listener(listener), m_rule(predictor, request)
    {
        m_pictures = picturesOf(request.pictures, context, request.outputs);
        if (!request.outputs.isEmpty()) {
            QStringList ids;
            for (const auto& answered : predictor.concepts())
                ids.append(context.ids.concepts.value(answered.uuid));
            m_folder.emplace(request.outputs,
                             PredictionSource{.type = predictor.type(), .view = context.view, .version = context.version, .versionUuid = context.versionUuid.toString(QUuid::WithoutBraces),
                                              .concepts = conceptsFor(predictor.concepts(), request.thresholdOffset), .conceptIds = ids},
                             context.colours, identityOf(context, request, predictor));
        }
    }

    PredictionReport go()
    {
        m_timer.start();
        try {
            if (m_listener.begins)
                m_listener.begins();
            const bool isWhole = answerStream(m_predictor, [this] { return next(); }, [this](const std::vector<AnsweredPicture>& answers) { take(answers); }, streamOf(m_request), m_listener.isCanceled);
            m_report.isCanceled = !isWhole || isCanceled();
            if (m_folder)
                m_folder->finish();
        } catch (const Error& error) { // partly done: what was answered and written before counts
            if (m_report.answered + m_report.failed + m_skipped == 0 && m_request.pictures.kind != PredictionPictures::Kind::Camera)
                throw;
            m_report.stopped = error.message();
        }
        m_report.skipped = m_skipped;
        m_report.outdated = m_outdated;
        m_report.seconds = double(m_timer.elapsed()) / 1000;
        return std::move(m_report);
    }

private:
    bool isCanceled() const { return m_listener.isCanceled && m_listener.isCanceled(); }

    /// On the readers' threads, one at a time. What the folder holds is passed over.
    std::optional<AskedPicture> next()
    {
        for (;;) {
            if (m_listener.waitWhilePaused)
                m_listener.waitWhilePaused();
            if (isCanceled())
                return {};
            auto asked = m_pictures.next();
            if (!asked || !m_folder || !m_folder->isDone(asked->name))
                return asked;
            ++m_skipped;
            m_outdated += m_folder->isOutdated(*asked);
        }
    }

    void take(const std::vector<AnsweredPicture>& answers)
    {
        if (m_folder)
            m_folder->write(answers);
        for (const auto& answer : answers) {
            if (answer.failure.isEmpty()) {
                ++m_report.answered;
                continue;
            }
            ++m_report.failed;
            if (m_report.unread.size() < mostReasons)
                m_report.unread.push_back({answer.asked.name, answer.failure});
        }
        if (m_listener.answered)
            m_listener.answered(answers);
        if (!m_listener.progressed)
            return;
        const qint64 done = m_report.answered + m_report.failed, skipped = m_skipped, left = std::max<qint64>(0, m_pictures.total - done - skipped);
        const double seconds = double(m_timer.elapsed()) / 1000;
        m_listener.progressed({.step = QCoreApplication::translate("PredictionRun", "Predicting"), .done = m_pictures.total > 0 ? std::min(done + skipped, m_pictures.total) : done,
                               .total = m_pictures.total, .seconds = seconds, .secondsLeft = m_pictures.total > 0 ? seconds / double(std::max<qint64>(1, done)) * double(left) : -1});
    }

    Predictor& m_predictor;
    const PredictionRequest& m_request;
    const PredictionListener& m_listener;
    AskedRule m_rule;
    PictureStream m_pictures;
    std::optional<PredictionFolder> m_folder;
    std::atomic<qint64> m_skipped = 0, m_outdated = 0;
    QElapsedTimer m_timer;
    PredictionReport m_report;
};

} // namespace

PredictionContext predictionContext(const Project& project, VersionId id)
{
    const auto version = project.version(id);
    if (!version)
        throw Error(QCoreApplication::translate("PredictionRun", "This version is no longer in the project. Nothing was predicted."));
    const auto view = project.view(version->view);
    PredictionContext context{.database = project.databasePath(), .versionFolder = project.versionFolder(version->uuid), .versionUuid = version->uuid, .version = version->name,
                              .view = view ? view->name : QString(), .colours = {}, .ids = {}};
    std::vector<ConceptRecord> known;
    for (const auto& model : project.library(version->view)) {
        if (model.model.id == version->model)
            known = model.model.concepts;
    }
    for (size_t i = 0; i < version->concepts.size(); ++i) {
        const auto found = std::ranges::find(known, version->concepts[i].uuid, &ConceptRecord::uuid);
        context.colours.push_back(found == known.end() ? int(i) : found->colour);
    }
    return context;
}

std::vector<FrozenConcept> conceptsFor(const std::vector<FrozenConcept>& frozen, double thresholdOffset)
{
    auto concepts = frozen;
    for (auto& one : concepts)
        one.threshold = std::clamp(one.threshold + thresholdOffset, 0.0, 1.0);
    return concepts;
}

PredictionReport runPrediction(Predictor& predictor, const PredictionContext& context, const PredictionRequest& request, const PredictionListener& listener)
{
    return Run(predictor, context, request, listener).go();
}

} // namespace core
