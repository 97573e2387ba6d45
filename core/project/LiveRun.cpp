#include "core/project/LiveRun.h"

#include <algorithm>

namespace core {

const StepReport* LiveRun::runningStep() const
{
    const auto found = std::ranges::find(steps, StepState::Running, &StepReport::state);
    return found == steps.end() ? nullptr : &*found;
}

LiveRun waitingRun(const VersionRecord& version, const std::optional<ViewRecord>& view)
{
    LiveRun run{.version = version.id, .name = version.name, .spec = trainingSpecFromJson(version.spec), .trainingItems = version.itemsTrain,
                .validationItems = version.itemsValidation};
    run.type = view ? view->type : run.spec.type;
    run.viewName = view ? view->name : QString();
    run.iterationsPerEpoch = (run.trainingItems + run.spec.batchSize - 1) / std::max(1, run.spec.batchSize);
    for (const auto step : {TrainingStep::Freeze, TrainingStep::Cache, TrainingStep::Head, TrainingStep::Train, TrainingStep::Evaluate,
                            TrainingStep::Thresholds, TrainingStep::Save})
        run.steps.push_back({.step = step});
    return run;
}

} // namespace core
