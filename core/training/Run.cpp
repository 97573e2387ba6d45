#include "core/training/Run.h"

#include "core/base/Error.h"
#include "core/training/Task.h"

#include <QCoreApplication>

#include <cmath>

namespace core {

const Task& Run::task() const
{
    return taskOf(state.spec().type);
}

void Run::reportBatch(int epoch, double position, double loss, double rate)
{
    ++state.place.iteration;
    if (listener.batchFinished)
        listener.batchFinished({epoch, state.place.iteration, position, loss, rate});
}

void Run::offer(EpochMetrics metrics, std::optional<Judgement> judgement)
{
    if (judgement) {
        metrics.valLoss = judgement->metrics.valLoss;
        metrics.accuracy = judgement->metrics.accuracy;
        metrics.map = judgement->metrics.map;
        metrics.map50 = judgement->metrics.map50;
    }
    const bool isBest = state.keeper.offer(state.network(), metrics.epoch, std::move(judgement), double(clock.nsecsElapsed()) * 1e-9);
    if (isBest && state.keeper.kept().judgement && listener.bestKept)
        listener.bestKept(keptEpoch());
    if (listener.epochFinished)
        listener.epochFinished(metrics, isBest);
}

KeptEpoch Run::keptEpoch() const
{
    const auto& kept = state.keeper.kept();
    const auto& examples = pictures.validation().examples;
    const auto& predictions = kept.judgement->predictions;
    const auto concepts = size_t(data.concepts.size());
    const auto thresholds = kept.value ? chooseThresholds(data.type, int(concepts), examples, predictions) : std::vector<double>(concepts, task().threshold);
    return {kept.epoch, thresholds, predictions, evaluate(data.type, data.concepts, examples, predictions, thresholds), keyOf(state.computer(Pass::Answer).type)};
}

void requireFinite(double loss, int epoch, int batch)
{
    if (!std::isfinite(loss))
        throw Error(QCoreApplication::translate("Training", "The loss became not a number at epoch %1, batch %2. The best weights so far are kept. Train again with a "
                                                            "smaller learning rate.").arg(epoch).arg(batch));
}

} // namespace core
