#include "ui/models/VersionText.h"

#include "core/project/Project.h"
#include "core/project/TrainingQueue.h"
#include "core/training/SpecFields.h"
#include "ui/support/Numbers.h"
#include "ui/support/Texts.h"

#include <QLocale>
#include <QTime>

#include <algorithm>

namespace ui {

QString indicatorName(core::ViewType type)
{
    switch (type) {
    case core::ViewType::Classification: return Texts::tr("Accuracy");
    case core::ViewType::Tagging: return Texts::tr("mAP");
    case core::ViewType::Detection: break;
    }
    return Texts::tr("Mean LRP score");
}

QString accuracyHint(core::ViewType type)
{
    switch (type) {
    case core::ViewType::Classification: return Texts::tr("Share of images whose highest-scored concept is right.");
    case core::ViewType::Tagging:
        return Texts::tr("Share of yes and no answers that are right at threshold 0.5; unseen ones are left out. "
                  "At threshold 0.5, so take it with a grain of salt.");
    case core::ViewType::Detection: break;
    }
    return Texts::tr("TP ÷ (TP + FP + FN) at threshold 0.5 and an overlap above 0.5. At threshold 0.5, so take it with a grain of salt.");
}

QString mapHint(core::ViewType type)
{
    if (type == core::ViewType::Detection)
        return Texts::tr("Mean of the average precision of each concept over overlaps from 0.50 to 0.95; mAP 50 is the same at an overlap of 0.50.");
    return Texts::tr("Mean of the average precision of each concept: the area under its precision-recall curve.");
}

QString indicatorHint(core::ViewType type)
{
    switch (type) {
    case core::ViewType::Classification: return accuracyHint(type);
    case core::ViewType::Tagging: return mapHint(type);
    case core::ViewType::Detection: break;
    }
    return Texts::tr("1 − LRP error, mean over concepts: counts missed and false boxes and how well the others fit. Higher is better.");
}

QString thresholdHint()
{
    return Texts::tr("Scores are split into found and discarded at the concept's threshold, while accuracy is taken at 0.5.");
}

QString typeName(core::ViewType type)
{
    switch (type) {
    case core::ViewType::Classification: return Texts::tr("classification");
    case core::ViewType::Tagging: return Texts::tr("tagging");
    case core::ViewType::Detection: break;
    }
    return Texts::tr("detection");
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
        return Texts::tr("Waits to be started");
    const core::LiveRun* before = at == waiting.begin() ? queue.running() : queue.run(*(at - 1));
    if (!before)
        return Texts::tr("Queued");
    const std::optional<double> seconds = queue.secondsUntilStart(version);
    if (!seconds)
        return Texts::tr("Starts after %1").arg(before->name);
    //: %1: the version before it, %2: time of day
    return Texts::tr("Starts after %1, about %2").arg(before->name, QLocale().toString(QTime::currentTime().addSecs(int(*seconds)), QStringLiteral("HH:mm")));
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
