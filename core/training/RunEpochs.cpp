#include "core/training/Run.h"

#include "core/networks/PictureTensor.h"
#include "core/training/Augmentation.h"
#include "core/training/Task.h"

#include <QLoggingCategory>
#include <QScopeGuard>

namespace core {

Q_LOGGING_CATEGORY(epochsLog, "oriel.training", QtInfoMsg)

namespace {

constexpr int loaderThreads = 2;

/// The epochs of a run, one after the other.
class Epochs {
public:
    explicit Epochs(Run& run)
        : m_run(run)
        , m_state(run.state)
        , m_spec(run.state.spec())
        , m_train(run.pictures.train())
        , m_batches((m_train.count() + m_spec.batchSize - 1) / m_spec.batchSize)
        , m_augmentation(m_spec.type, m_train.preparation, m_spec.augmentation, m_state.start().isShortRun)
    {
    }

    bool operator()();

private:
    bool train(EpochMetrics& metrics);
    bool judgeAveraged(EpochMetrics metrics);
    Batch batchOf(const std::vector<int>& order, int index) const;
    double learn(const Batch& batch, double factor);
    bool isPatienceOver() const;
    bool keepState() const;

    Run& m_run;
    TrainingState& m_state;
    const TrainingSpec& m_spec;
    const BatchSource& m_train;
    int m_batches; // of an epoch
    Augmentation m_augmentation;
};

void forgetHeadPhase(TrainingState& state)
{
    const torch::NoGradGuard guard;
    auto layer = state.network().lastLayer();
    layer->weight.zero_();
    layer->bias.zero_();
    state.ema.reset(state.network());
}

bool Epochs::operator()()
{
    auto& place = m_state.place;
    m_run.steps.begin(TrainingStep::Train, qint64(m_spec.epochs) * m_batches);
    while (place.epoch <= m_spec.epochs && !isPatienceOver()) {
        EpochMetrics metrics{.epoch = place.epoch};
        QElapsedTimer clock;
        clock.start();
        const int batchesBefore = place.batch;
        if (!train(metrics))
            return keepState();
        metrics.seconds = double(clock.nsecsElapsed()) * 1e-9;
        metrics.imagesPerSecond = m_train.count() * (1 - double(batchesBefore) / m_batches) / metrics.seconds;
        if (!judgeAveraged(metrics))
            return keepState();
        place.epochsDone = place.epoch++;
        place.batch = 0;
        place.lossSum = 0;
    }
    m_run.steps.end();
    return true;
}

Batch Epochs::batchOf(const std::vector<int>& order, int index) const
{
    const auto begin = size_t(index) * size_t(m_spec.batchSize), count = std::min(size_t(m_spec.batchSize), order.size() - begin);
    return makeBatch(m_train, std::span(order).subspan(begin, count), &m_augmentation, quint64(m_spec.seed), m_state.place.epoch);
}

/// Every training item once, in a seeded order; from the batch where the run stands.
bool Epochs::train(EpochMetrics& metrics)
{
    auto& place = m_state.place;
    const auto order = epochOrder(m_train.count(), quint64(m_spec.seed), place.epoch);
    const int first = place.batch;
    BatchLoader loader(m_batches - first, [&](int index) { return batchOf(order, first + index); }, loaderThreads);
    m_state.network().train();
    while (place.batch < m_batches) {
        if (m_run.isCanceled())
            return false;
        const double progress = double((place.epoch - 1) * m_batches + place.batch) / (double(m_spec.epochs) * m_batches);
        const double factor = scheduleFactor(m_spec, progress);
        const double loss = learn(onDevice(loader.next(), m_state.start().device), factor);
        place.lossSum += loss;
        ++place.batch;
        metrics.learningRate = m_spec.learningRate * factor;
        m_run.reportBatch(place.epoch, place.epoch - 1 + double(place.batch) / m_batches, loss, metrics.learningRate);
        m_run.steps.advance(qint64(place.epoch - 1) * m_batches + place.batch);
    }
    metrics.trainLoss = place.lossSum / m_batches;
    qCDebug(epochsLog) << "epoch" << place.epoch << "waited for pictures" << loader.secondsWaited() << "s";
    return true;
}

double Epochs::learn(const Batch& batch, double factor)
{
    auto& network = m_state.network();
    const auto computer = m_state.computer(Pass::Learn);
    const auto output = network.forward(PictureTensor::normalised(batch.pixels, m_train.preparation, computer.device, computer.type));
    const auto loss = m_run.task().loss(output, batch).value();
    const double value = loss.item<double>();
    requireFinite(value, m_state.place.epoch, m_state.place.batch + 1);
    m_state.optimisation().step(loss, factor);
    m_state.ema.update(network);
    return value;
}

/// What the averaged weights are worth on validation.
bool Epochs::judgeAveraged(EpochMetrics metrics)
{
    auto& network = m_state.network();
    const auto own = m_state.ema.apply(network);
    const auto restore = qScopeGuard([&] { Ema::restore(network, own); });
    QElapsedTimer clock;
    clock.start();
    std::optional<Judgement> judgement;
    if (m_run.hasValidation()) {
        judgement = judge(network, m_state.computer(Pass::Answer), m_run.pictures.validation(), [this] { return m_run.isCanceled(); });
        if (!judgement)
            return false;
    }
    metrics.seconds += double(clock.nsecsElapsed()) * 1e-9;
    m_run.offer(metrics, std::move(judgement));
    return true;
}

bool Epochs::isPatienceOver() const
{
    const auto& keeper = m_state.keeper;
    const int patience = m_state.start().isPretrained ? m_run.task().patience : patienceFromScratch;
    return keeper.isDecided() && m_state.place.epochsDone - keeper.kept().epoch >= patience;
}

/// The run has been ended here and can be gone on with from here.
bool Epochs::keepState() const
{
    if (!m_run.resumeFile.isEmpty())
        m_state.save(m_run.resumeFile);
    return false;
}

} // namespace

bool trainEpochs(Run& run)
{
    if (run.state.spec().epochs == 0) {
        run.steps.skip(TrainingStep::Train);
        return true;
    }
    if (run.state.place.epoch == 0) {
        if (run.task().forgetsHead)
            forgetHeadPhase(run.state);
        run.state.beginEpochs();
    }
    return Epochs(run)();
}

} // namespace core
