#include "core/training/Train.h"

#include "core/base/Error.h"
#include "core/networks/Answer.h"
#include "core/networks/PictureTensor.h"
#include "core/training/Augmentation.h"
#include "core/training/Batches.h"
#include "core/training/Ema.h"
#include "core/training/HeadPhase.h"
#include "core/training/Keeper.h"
#include "core/training/Optimisation.h"
#include "core/training/Setup.h"
#include "core/training/TrainingSteps.h"
#include "core/training/Validation.h"

#include <QCoreApplication>
#include <QDir>
#include <QLoggingCategory>

#include <atomic>
#include <chrono>
#include <cmath>
#include <future>

namespace core {

Q_LOGGING_CATEGORY(trainingLog, "oriel.training", QtInfoMsg)

namespace {

constexpr int headBatch = 32;         // pictures; cancelling waits for no more than one
constexpr int shortRun = 3000;        // a detection run that sees fewer pictures varies and averages less
constexpr int loaderThreads = 2;
constexpr std::chrono::milliseconds pollEvery{20};

/// One run, from pictures to kept weights: its steps in the order in which they are taken, and what they share.
class Run {
public:
    Run(const TrainingSpec& spec, const TrainingData& data, const TrainingPlaces& places, const TrainingListener& listener);
    TrainingResult operator()();

private:
    // Each answers false when a person stopped the run in it.
    bool fillCache();
    bool fitHeadPhase();
    void forgetHeadPhase();
    bool trainEpochs();
    bool trainEpoch(int epoch, EpochMetrics& metrics);
    bool judgeEpoch(EpochMetrics& metrics);
    void conclude(TrainingResult& result);

    std::optional<torch::Tensor> embedded(const BatchSource& source, bool mirrored, int& done);
    void offer(EpochMetrics metrics, std::optional<Judgement> judgement);
    void reportBatch(int epoch, double position, double loss, double rate);
    bool isCanceled() const { return m_listener.isCanceled && m_listener.isCanceled(); }
    bool hasValidation() const { return !m_data.validation.empty(); }
    bool isPatienceOver(int epoch) const;
    int batchesAnEpoch() const { return (int(m_data.train.size()) + m_spec.batchSize - 1) / m_spec.batchSize; }
    torch::ScalarType typeFor(Pass pass) { return fastestType(m_network, m_start.device, pass, m_spec.batchSize, m_computeFile); }

    const TrainingSpec& m_spec;
    const TrainingData& m_data;
    const TrainingListener& m_listener;
    QString m_computeFile; // what fastestType() found on this machine
    QElapsedTimer m_clock;
    TrainingSteps m_steps;
    StartingNetwork m_start;
    Network& m_network;
    PixelCache m_pictures;
    BatchSource m_train, m_validation;
    bool m_isShort; // few pictures will be seen
    Augmentation m_augmentation;
    Keeper m_keeper;
    Ema m_ema;
    std::unique_ptr<Optimisation> m_optimisation;
    int m_iteration = 0, m_epochsDone = 0;
};

/// Epochs that may pass without beating the best, the head phase included.
int patienceOf(ViewType type, bool isPretrained)
{
    if (!isPretrained || type == ViewType::Detection)
        return 10;
    return type == ViewType::Tagging ? 6 : 2;
}

void requireFinite(double loss, int epoch, int batch)
{
    if (!std::isfinite(loss))
        throw Error(QCoreApplication::translate("Training", "The loss became not a number at epoch %1, batch %2. The best weights so far are kept. Train again with a "
                                                            "smaller learning rate.").arg(epoch).arg(batch));
}

StartingNetwork started(const TrainingSpec& spec, const TrainingData& data, QElapsedTimer& clock)
{
    clock.start();
    keepFreedMemory();
    useThreads(spec.threads);
    return startingNetwork(spec, data);
}

Run::Run(const TrainingSpec& spec, const TrainingData& data, const TrainingPlaces& places, const TrainingListener& listener)
    : m_spec(spec)
    , m_data(data)
    , m_listener(listener)
    , m_computeFile(places.cacheFolder.isEmpty() ? QString() : QDir(places.cacheFolder).filePath(QStringLiteral("compute.json")))
    , m_steps(listener)
    , m_start(started(spec, data, m_clock))
    , m_network(*m_start.network)
    , m_pictures(places.cacheFolder, PictureTensor::stored(m_network.shape()), spec.threads)
    , m_train{m_network.shape(), m_pictures, 0, data.train}
    , m_validation{m_network.shape(), m_pictures, int(data.train.size()), data.validation}
    , m_isShort(qint64(spec.epochs) * qint64(data.train.size()) < shortRun)
    , m_augmentation(m_network.shape(), spec.augmentation, m_isShort)
    , m_keeper(spec.type, places.versionFolder, m_clock)
    , m_ema(m_network, spec.type, m_isShort)
{
}

TrainingResult Run::operator()()
{
    TrainingResult result;
    result.stopped = !(fillCache() && fitHeadPhase() && trainEpochs());
    m_steps.end(); // the step in which a person stopped
    conclude(result);
    return result;
}

/// The cache works on threads of its own and reports from them; the listener hears from this one alone.
bool Run::fillCache()
{
    PixelCache::Pictures files;
    for (const auto* part : {&m_data.train, &m_data.validation}) {
        for (const auto& example : *part)
            files.emplace_back(example.path, example.sha256);
    }
    m_steps.begin(TrainingStep::Cache, qint64(files.size()));
    std::atomic_int done = 0;
    std::atomic_bool isEnding = false;
    auto filled = std::async(std::launch::async, [&] {
        return m_pictures.fill(files, [&](int now, int) { done = now; }, [&] { return isEnding.load(); });
    });
    for (int told = 0; filled.wait_for(pollEvery) != std::future_status::ready;) {
        isEnding = isCanceled();
        if (told != done)
            m_steps.advance(told = done);
    }
    const bool isWhole = filled.get();
    m_steps.advance(done);
    m_steps.end();
    return isWhole;
}

/// Features [N,F] of the frozen network. Absent: stopped.
std::optional<torch::Tensor> Run::embedded(const BatchSource& source, bool mirrored, int& done)
{
    const torch::NoGradGuard guard;
    std::vector<torch::Tensor> parts{torch::empty({0, m_network.backbone().features()})};
    const int count = int(source.examples.size());
    for (int begin = 0; begin < count; begin += headBatch) {
        if (isCanceled())
            return std::nullopt;
        std::vector<QImage> pictures;
        for (int i = begin; i < std::min(count, begin + headBatch); ++i)
            pictures.push_back(source.picture(i));
        const auto pixels = views(source.shape, pictures, mirrored);
        const auto images = PictureTensor::normalised(pixels, m_network.entry(), m_start.device, typeFor(Pass::Answer));
        parts.push_back(m_network.backbone().embed(images).to(torch::kCPU));
        m_steps.advance(done += int(pictures.size()));
    }
    return torch::cat(parts);
}

/// Fits the last layer to features of the frozen network: the first usable model, epoch 0.
bool Run::fitHeadPhase()
{
    if (m_spec.type == ViewType::Detection || (!m_start.isPretrained && m_spec.epochs > 0)) {
        m_steps.skip(TrainingStep::Head);
        return true;
    }
    const int viewsEach = m_spec.augmentation == AugmentationLevel::None ? 1 : 2; // as it is, and mirrored
    m_steps.begin(TrainingStep::Head, qint64(m_data.train.size()) * viewsEach + qint64(m_data.validation.size()));
    QElapsedTimer clock;
    clock.start();
    m_network.eval();
    int done = 0;
    std::vector<torch::Tensor> features, targets;
    for (int view = 0; view < viewsEach; ++view) {
        const auto part = embedded(m_train, view == 1, done);
        if (!part)
            return false;
        features.push_back(*part);
        const auto truths = truthsOf(m_train);
        targets.push_back(m_spec.type == ViewType::Classification ? truths.labels : truths.answers);
    }
    const auto judged = embedded(m_validation, false, done);
    if (!judged)
        return false;
    const auto goesOn = [this](int, double loss) {
        reportBatch(0, 0, loss, 0);
        return !isCanceled();
    };
    const auto head = fitHead(m_spec.type, torch::cat(features), torch::cat(targets), m_network.shape().concepts, goesOn);
    requireFinite(head.loss, 0, 1);
    const torch::NoGradGuard guard;
    auto layer = m_network.lastLayer();
    layer->weight.copy_(head.weight);
    layer->bias.copy_(head.bias);
    m_ema.reset(m_network);
    std::optional<Judgement> judgement;
    if (hasValidation())
        judgement = judgeLogits(m_validation, torch::addmm(head.bias, *judged, head.weight.t()));
    const double seconds = double(clock.nsecsElapsed()) * 1e-9;
    offer({.epoch = 0, .trainLoss = head.loss, .seconds = seconds, .imagesPerSecond = done / seconds}, std::move(judgement));
    m_steps.end();
    return !isCanceled();
}

/// A layer that explains every training picture already leaves nothing for the rest of the head to learn from.
void Run::forgetHeadPhase()
{
    const torch::NoGradGuard guard;
    auto layer = m_network.lastLayer();
    layer->weight.zero_();
    layer->bias.zero_();
    m_ema.reset(m_network);
}

bool Run::trainEpochs()
{
    if (m_spec.epochs == 0) {
        m_steps.skip(TrainingStep::Train);
        return true;
    }
    m_steps.begin(TrainingStep::Train, qint64(m_spec.epochs) * batchesAnEpoch());
    if (m_spec.type == ViewType::Tagging)
        forgetHeadPhase();
    m_optimisation = std::make_unique<Optimisation>(m_network, m_spec, m_start.isPretrained);
    for (int epoch = 1; epoch <= m_spec.epochs && !isPatienceOver(epoch - 1); ++epoch) {
        EpochMetrics metrics{.epoch = epoch};
        QElapsedTimer clock;
        clock.start();
        if (!trainEpoch(epoch, metrics))
            return false;
        const double seconds = double(clock.nsecsElapsed()) * 1e-9;
        metrics.imagesPerSecond = double(m_data.train.size()) / seconds;
        metrics.seconds = seconds;
        if (!judgeEpoch(metrics))
            return false;
    }
    m_keeper.saveLast(m_network);
    m_steps.end();
    return true;
}

/// Every training item once, in a seeded order.
bool Run::trainEpoch(int epoch, EpochMetrics& metrics)
{
    const auto type = typeFor(Pass::Learn);
    const auto order = epochOrder(int(m_data.train.size()), quint64(m_spec.seed), epoch);
    const int batches = batchesAnEpoch();
    BatchLoader loader(batches, [&](int index) {
        const auto begin = size_t(index) * size_t(m_spec.batchSize), count = std::min(size_t(m_spec.batchSize), order.size() - begin);
        return makeBatch(m_train, std::span(order).subspan(begin, count), &m_augmentation, quint64(m_spec.seed), epoch);
    }, loaderThreads);
    m_network.train();
    double sum = 0;
    for (int index = 0; index < batches; ++index) {
        if (isCanceled()) {
            m_keeper.saveLast(m_network);
            return false;
        }
        const auto batch = onDevice(loader.next(), m_start.device);
        const double progress = double((epoch - 1) * batches + index) / (double(m_spec.epochs) * batches);
        const double factor = scheduleFactor(m_spec, progress);
        const auto output = m_network.forward(PictureTensor::normalised(batch.pixels, m_network.entry(), m_start.device, type));
        const auto loss = lossOf(m_spec.type, output, batch).value();
        const double value = loss.item<double>();
        requireFinite(value, epoch, index + 1);
        m_optimisation->step(loss, factor);
        m_ema.update(m_network);
        sum += value;
        metrics.learningRate = m_spec.learningRate * factor;
        reportBatch(epoch, epoch - 1 + double(index + 1) / batches, value, metrics.learningRate);
        m_steps.advance(qint64(epoch - 1) * batches + index + 1);
    }
    metrics.trainLoss = sum / batches;
    qCDebug(trainingLog) << "epoch" << epoch << "waited for pictures" << loader.secondsWaited() << "s";
    return true;
}

/// What the averaged weights are worth on validation.
bool Run::judgeEpoch(EpochMetrics& metrics)
{
    const auto own = m_ema.apply(m_network);
    QElapsedTimer clock;
    clock.start();
    std::optional<Judgement> judgement;
    if (hasValidation()) {
        judgement = judge(m_network, {m_start.device, typeFor(Pass::Answer)}, m_validation, [this] { return isCanceled(); });
        if (!judgement)
            return false;
    }
    metrics.seconds += double(clock.nsecsElapsed()) * 1e-9;
    offer(metrics, std::move(judgement));
    Ema::restore(m_network, own);
    m_epochsDone = metrics.epoch;
    return true;
}

void Run::offer(EpochMetrics metrics, std::optional<Judgement> judgement)
{
    if (judgement) {
        metrics.valLoss = judgement->loss;
        metrics.accuracy = judgement->scores.accuracy;
        metrics.map = judgement->scores.map;
        metrics.map50 = judgement->scores.map50;
    }
    const bool isBest = m_keeper.offer(m_network, metrics.epoch, judgement);
    if (m_listener.epochFinished)
        m_listener.epochFinished(metrics, isBest);
}

bool Run::isPatienceOver(int epoch) const
{
    return hasValidation() && m_keeper.hasWeights() && epoch - m_keeper.bestEpoch() >= patienceOf(m_spec.type, m_start.isPretrained);
}

void Run::reportBatch(int epoch, double position, double loss, double rate)
{
    ++m_iteration;
    if (m_listener.batchFinished)
        m_listener.batchFinished({epoch, m_iteration, position, loss, rate});
}

/// Predictions of the kept weights are those of the epoch that made them: nothing is computed twice.
void Run::conclude(TrainingResult& result)
{
    result.epochsDone = m_epochsDone;
    result.hasWeights = m_keeper.hasWeights();
    result.bestEpoch = std::max(0, m_keeper.bestEpoch());
    result.metric = m_keeper.metric();
    result.value = m_keeper.value();
    result.input = m_network.shape().input;
    result.parameters = m_network.parameterCount();
    result.device = keyOf(m_start.device);
    result.deviceName = nameOf(m_start.device);
    result.seconds = m_keeper.seconds();
    result.note = m_start.note;
    result.thresholds.assign(size_t(m_data.concepts.size()), m_spec.type == ViewType::Classification ? 0.0 : 0.5);
    if (!m_keeper.judgement()) {
        m_steps.skip(TrainingStep::Evaluate);
        m_steps.skip(TrainingStep::Thresholds);
    } else {
        const auto& judgement = *m_keeper.judgement();
        m_steps.begin(TrainingStep::Evaluate, qint64(m_data.validation.size()));
        result.validationPredictions = judgement.predictions;
        if (isConstant(m_spec.type, m_data.validation, judgement.predictions))
            result.note = (result.note + QLatin1Char(' ') + QCoreApplication::translate("Training", "This version gives every validation picture the same answer: it has learnt "
                                                            "nothing. Look at the annotations, or train with a smaller learning rate.")).trimmed();
        m_steps.end();
        m_steps.begin(TrainingStep::Thresholds);
        result.thresholds = chooseThresholds(m_spec.type, int(m_data.concepts.size()), m_data.validation, judgement.predictions);
        result.validation = evaluate(m_spec.type, m_data.concepts, m_data.validation, judgement.predictions, result.thresholds);
        m_steps.end();
    }
    m_steps.begin(TrainingStep::Save); // the weights lie on disk since they were the best
    m_steps.end();
}

[[noreturn]] void throwAsSentence(const std::string& what)
{
    const QString text = QString::fromStdString(what);
    qCWarning(trainingLog).noquote() << text;
    const bool isMemory = text.contains(QLatin1String("alloc"), Qt::CaseInsensitive) || text.contains(QLatin1String("out of memory"), Qt::CaseInsensitive);
    if (isMemory)
        throw Error(QCoreApplication::translate("Training", "There is not enough memory for this training. The best weights so far are kept. Train again with a smaller batch "
                                                            "or image size."));
    throw Error(QCoreApplication::translate("Training", "The training cannot go on: %1. The best weights so far are kept.").arg(text.section(QLatin1Char('\n'), 0, 0)));
}

} // namespace

TrainingResult train(const TrainingSpec& spec, const TrainingData& data, const TrainingPlaces& places, const TrainingListener& listener)
{
    validate(spec);
    if (data.train.empty() || data.concepts.isEmpty())
        throw Error(QCoreApplication::translate("Training", "There is nothing to train on: annotate some pictures of the training split first."));
    try { // what libtorch throws carries a stack trace, and knows no sentence for a person
        return Run(spec, data, places, listener)();
    } catch (const c10::Error& error) {
        throwAsSentence(error.what_without_backtrace());
    } catch (const std::bad_alloc&) {
        throwAsSentence("out of memory");
    }
}

} // namespace core
