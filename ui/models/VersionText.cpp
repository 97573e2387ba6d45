#include "ui/models/VersionText.h"

#include "core/project/Project.h"
#include "core/project/TrainingQueue.h"
#include "core/training/SpecFields.h"
#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPixmap>
#include <QTime>

#include <algorithm>

namespace ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ui", text);
}

QString runningText(const core::LiveRun& run)
{
    const auto* step = run.runningStep();
    const QString left = timeLeft(run.secondsLeft);
    QString text = tr("Preparing");
    if (step && step->step == core::TrainingStep::Train) {
        const int epoch = run.batches.empty() ? 1 : std::max(1, run.batches.back().epoch);
        text = tr("Epoch %1 of %2").arg(count(epoch), count(run.spec.epochs));
    } else if (step && step->step > core::TrainingStep::Train) {
        text = tr("Evaluating");
    } else if (step) {
        text = core::nameOf(step->step);
    }
    //: What a running training does now, and the time it still needs: "Epoch 7 of 20, about 12 min"
    return left.isEmpty() ? text : tr("%1, %2").arg(text, left);
}

} // namespace

StatusMark statusOf(const core::VersionRecord& version, const core::LiveRun* live)
{
    using Shape = StatusMark::Shape;
    const bool usable = version.status == core::VersionStatus::Done || version.status == core::VersionStatus::Stopped;
    if (usable && version.weights == core::WeightsState::Deleted)
        return {Shape::Cross, tr("Weights deleted"), tr("Its numbers are kept. To predict with it, train again.")};
    if (usable && version.weights == core::WeightsState::Lost)
        return {Shape::CircledCross, tr("Weights not found"), tr("The file of its weights is not in its folder. Its numbers are kept.")};
    switch (version.status) {
    case core::VersionStatus::Queued: return {Shape::Waiting, tr("Queued"), tr("Starts when the trainings before it have ended.")};
    case core::VersionStatus::Running:
        return {Shape::Ring, live ? runningText(*live) : tr("Training"), {}};
    case core::VersionStatus::Paused: return {Shape::Square, tr("Paused"), {}};
    case core::VersionStatus::Done: return {Shape::Tick, tr("Ready"), {}};
    case core::VersionStatus::Stopped:
        if (version.weights == core::WeightsState::None)
            return {Shape::Square, tr("Stopped"), tr("It was stopped before there was anything to keep.")};
        return {Shape::Square, tr("Stopped (best kept)"), tr("A person ended it. The best epoch so far is kept.")};
    case core::VersionStatus::Interrupted: return {Shape::CircledCross, tr("Interrupted"), version.failure};
    case core::VersionStatus::Failed:
        return {Shape::CircledCross, version.failure.isEmpty() ? tr("Failed") : tr("Failed: %1").arg(version.failure), version.failure};
    }
    return {};
}

QColor colourOf(StatusMark::Shape shape)
{
    const auto& tokens = Theme::of().tokens();
    switch (shape) {
    case StatusMark::Shape::Ring: return tokens.accent;
    case StatusMark::Shape::Tick: return tokens.ok;
    case StatusMark::Shape::Square: return tokens.warn;
    case StatusMark::Shape::CircledCross: return tokens.err;
    case StatusMark::Shape::Cross:
    case StatusMark::Shape::Waiting: break;
    }
    return tokens.text3;
}

QPixmap pixmapOf(StatusMark::Shape shape, int px, qreal ratio)
{
    const auto named = [&](const char* icon) { return Theme::of().pixmap(QLatin1String(icon), colourOf(shape), px, ratio); };
    switch (shape) {
    case StatusMark::Shape::Tick: return named("check");
    case StatusMark::Shape::Square: return named("stop");
    case StatusMark::Shape::Cross: return named("close");
    case StatusMark::Shape::Ring:
    case StatusMark::Shape::CircledCross:
    case StatusMark::Shape::Waiting: break;
    }
    QPixmap pixmap(QSize(px, px) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const double inset = px * 0.15;
    const QRectF disc(inset, inset, px - 2 * inset, px - 2 * inset);
    if (shape == StatusMark::Shape::Ring) {
        painter.setPen(QPen(Theme::of().tokens().line, 2));
        painter.drawEllipse(disc);
        painter.setPen(QPen(colourOf(shape), 2, Qt::SolidLine, Qt::RoundCap));
        painter.drawArc(disc, 90 * 16, -225 * 16);
        return pixmap;
    }
    painter.setPen(QPen(colourOf(shape), 1.5, Qt::SolidLine, Qt::RoundCap));
    painter.drawEllipse(disc);
    if (shape == StatusMark::Shape::CircledCross) {
        const double arm = px * 0.14;
        const QPointF centre = disc.center();
        painter.drawLine(centre - QPointF(arm, arm), centre + QPointF(arm, arm));
        painter.drawLine(centre - QPointF(arm, -arm), centre + QPointF(arm, -arm));
    }
    return pixmap;
}

QString indicatorName(core::ViewType type)
{
    switch (type) {
    case core::ViewType::Classification: return tr("Accuracy");
    case core::ViewType::Tagging: return tr("mAP");
    case core::ViewType::Detection: break;
    }
    return tr("Mean LRP score");
}

QString accuracyHint(core::ViewType type)
{
    switch (type) {
    case core::ViewType::Classification: return tr("Share of images whose highest-scored concept is right.");
    case core::ViewType::Tagging:
        return tr("Share of yes and no answers that are right at threshold 0.5; unseen ones are left out. "
                  "At threshold 0.5, so take it with a grain of salt.");
    case core::ViewType::Detection: break;
    }
    return tr("TP ÷ (TP + FP + FN) at threshold 0.5 and an overlap above 0.5. At threshold 0.5, so take it with a grain of salt.");
}

QString mapHint(core::ViewType type)
{
    if (type == core::ViewType::Detection)
        return tr("Mean of the average precision of each concept over overlaps from 0.50 to 0.95; mAP 50 is the same at an overlap of 0.50.");
    return tr("Mean of the average precision of each concept: the area under its precision-recall curve.");
}

QString indicatorHint(core::ViewType type)
{
    switch (type) {
    case core::ViewType::Classification: return accuracyHint(type);
    case core::ViewType::Tagging: return mapHint(type);
    case core::ViewType::Detection: break;
    }
    return tr("1 − LRP error, mean over concepts: counts missed and false boxes and how well the others fit. Higher is better.");
}

QString thresholdHint()
{
    return tr("Scores are split into found and discarded at the concept's threshold, while accuracy is taken at 0.5.");
}

QString typeName(core::ViewType type)
{
    switch (type) {
    case core::ViewType::Classification: return tr("classification");
    case core::ViewType::Tagging: return tr("tagging");
    case core::ViewType::Detection: break;
    }
    return tr("detection");
}

QString optionText(const core::TrainingSpec& spec, const char* key)
{
    const auto& field = core::specField(key);
    return core::nameOfWord(field, field.read(spec).toString());
}

QString architectureName(core::ViewType type, const QString& key)
{
    for (const auto& entry : core::architectures(type)) {
        if (entry.key == key)
            return entry.name;
    }
    return key; // from a program that knew more of them
}

QString waitingText(const core::TrainingQueue& queue, core::VersionId version)
{
    const std::vector<core::VersionId> waiting = queue.waiting();
    const auto at = std::ranges::find(waiting, version);
    if (at == waiting.end())
        return {};
    if (queue.isPaused())
        return tr("Waits to be started");
    const core::LiveRun* before = at == waiting.begin() ? queue.running() : queue.run(*(at - 1));
    if (!before)
        return tr("Queued");
    const std::optional<double> seconds = queue.secondsUntilStart(version);
    if (!seconds)
        return tr("Starts after %1").arg(before->name);
    //: %1: the version before it, %2: time of day
    return tr("Starts after %1, about %2").arg(before->name, QLocale().toString(QTime::currentTime().addSecs(int(*seconds)), QStringLiteral("HH:mm")));
}

core::LiveRun storedRun(const core::Project& project, const core::VersionRecord& version)
{
    core::LiveRun run;
    run.version = version.id;
    run.name = version.name;
    if (const auto view = project.view(version.view)) {
        run.viewName = view->name;
        run.type = view->type;
    }
    run.spec = core::trainingSpecFromJson(version.spec);
    run.trainingItems = version.itemsTrain;
    run.validationItems = version.itemsValidation;
    run.iterationsPerEpoch = (version.itemsTrain + run.spec.batchSize - 1) / std::max(1, run.spec.batchSize);
    run.epochs = project.epochs(version.id);
    run.bestEpoch = version.metrics.value(QLatin1String("bestEpoch")).toInt(-1);
    run.status = version.status;
    run.started = version.created;
    run.share = version.status == core::VersionStatus::Done ? 1 : 0;
    run.failure = version.failure;
    run.note = version.metrics.value(QLatin1String("note")).toString();
    return run;
}

} // namespace ui
