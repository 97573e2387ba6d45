#include "ui/models/StatusMark.h"

#include "core/project/TrainingQueue.h"
#include "ui/support/Numbers.h"
#include "ui/support/Texts.h"
#include "ui/support/Theme.h"

#include <QPainter>
#include <QPixmap>

#include <algorithm>

namespace ui {

namespace {

QString runningText(const core::LiveRun& run)
{
    const auto* step = run.runningStep();
    const QString left = timeLeft(run.secondsLeft);
    QString text = Texts::tr("Preparing");
    if (step && step->step == core::TrainingStep::Train) {
        const int epoch = run.batches.empty() ? 1 : std::max(1, run.batches.back().epoch);
        text = Texts::tr("Epoch %1 of %2").arg(count(epoch), count(run.spec.epochs));
    } else if (step && step->step > core::TrainingStep::Train) {
        text = Texts::tr("Evaluating");
    } else if (step) {
        text = core::nameOf(step->step);
    }
    //: What a running training does now, and the time it still needs: "Epoch 7 of 20, about 12 min"
    return left.isEmpty() ? text : Texts::tr("%1, %2").arg(text, left);
}

} // namespace

StatusMark statusOf(const core::VersionRecord& version, const core::LiveRun* live)
{
    using Shape = StatusMark::Shape;
    const bool usable = version.status == core::VersionStatus::Done || version.status == core::VersionStatus::Stopped;
    if (usable && version.weights == core::WeightsState::Deleted)
        return {Shape::Cross, Texts::tr("Weights deleted"), Texts::tr("Its numbers are kept. To predict with it, train again.")};
    if (usable && version.weights == core::WeightsState::Lost)
        return {Shape::CircledCross, Texts::tr("Weights not found"), Texts::tr("The file of its weights is not in its folder. Its numbers are kept.")};
    switch (version.status) {
    case core::VersionStatus::Queued: return {Shape::Waiting, Texts::tr("Queued"), Texts::tr("Starts when the trainings before it have ended.")};
    case core::VersionStatus::Running:
        return {Shape::Ring, live ? runningText(*live) : Texts::tr("Training"), {}};
    case core::VersionStatus::Paused: return {Shape::Square, Texts::tr("Paused"), {}};
    case core::VersionStatus::Done: return {Shape::Tick, Texts::tr("Ready"), {}};
    case core::VersionStatus::Stopped:
        if (version.weights == core::WeightsState::None)
            return {Shape::Square, Texts::tr("Stopped"), Texts::tr("It was stopped before there was anything to keep.")};
        return {Shape::Square, Texts::tr("Stopped (best kept)"), Texts::tr("A person ended it. The best epoch so far is kept.")};
    case core::VersionStatus::Interrupted: return {Shape::CircledCross, Texts::tr("Interrupted"), version.failure};
    case core::VersionStatus::Failed:
        return {Shape::CircledCross, version.failure.isEmpty() ? Texts::tr("Failed") : Texts::tr("Failed: %1").arg(version.failure), version.failure};
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

} // namespace ui
