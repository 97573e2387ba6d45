#include "core/training/Train.h"

#include "core/base/Disk.h"
#include "core/base/Error.h"
#include "core/dataset/DecidingNumber.h"
#include "core/training/Run.h"
#include "core/training/Task.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLoggingCategory>

namespace core {

Q_LOGGING_CATEGORY(trainingLog, "oriel.training", QtInfoMsg)

namespace {

constexpr int namesShown = 5;

void addNote(QString& note, const QString& sentence)
{
    note = (note + QLatin1Char(' ') + sentence).trimmed();
}

QString skippedNote(const std::vector<SkippedPicture>& skipped)
{
    QStringList names;
    for (const auto& picture : skipped)
        names << QFileInfo(picture.path).fileName();
    return QCoreApplication::translate("Training", "%Ln picture(s) could not be read and took no part: %1.", nullptr, int(names.size()))
        .arg(QStringList(names.mid(0, namesShown)).join(QStringLiteral(", ")) + (names.size() > namesShown ? QStringLiteral(" …") : QString()));
}

/// Predictions of the kept weights are those of the epoch that made them: nothing is computed twice.
void evaluateKept(Run& run, const TrainingData& data, TrainingResult& result)
{
    const auto& kept = run.state.keeper.kept();
    if (!kept.judgement) {
        run.steps.skip(TrainingStep::Evaluate);
        run.steps.skip(TrainingStep::Thresholds);
        return;
    }
    const auto& examples = run.pictures.validation().examples;
    run.steps.begin(TrainingStep::Evaluate, qint64(examples.size()));
    auto judged = run.keptEpoch();
    if (isConstant(data.type, examples, judged.predictions))
        addNote(result.note, QCoreApplication::translate("Training", "This version gives every validation picture the same answer: it has learnt nothing. Look at the annotations, or "
                                                                     "train with a smaller learning rate."));
    run.steps.end();
    run.steps.begin(TrainingStep::Thresholds);
    result.thresholds = std::move(judged.thresholds);
    result.validationPredictions = std::move(judged.predictions);
    result.validation = std::move(judged.report);
    if (!kept.value)
        result.lastKept = QCoreApplication::translate("Training", run.task().nothingToDecide);
    run.steps.end();
}

TrainingResult conclude(Run& run, const TrainingData& data, bool isStopped)
{
    const auto& kept = run.state.keeper.kept();
    const auto& start = run.state.start();
    TrainingResult result{.stopped = isStopped, .bestEpoch = std::max(0, kept.epoch), .epochsDone = run.state.place.epochsDone,
        .hasWeights = run.state.keeper.hasWeights(), .metric = decidingKey(data.type), .value = kept.value,
        .thresholds = std::vector<double>(size_t(data.concepts.size()), run.task().threshold), .validationPredictions = {}, .validation = {},
        .input = run.state.network().shape().input, .parameters = run.state.network().parameterCount(), .device = keyOf(start.device),
        .deviceName = nameOf(start.device), .spec = run.state.spec(), .answerType = keyOf(run.state.computer(Pass::Answer).type),
        .skipped = run.pictures.skipped(), .lastKept = {}, .note = start.note, .seconds = kept.seconds};
    evaluateKept(run, data, result);
    if (!result.lastKept.isEmpty())
        addNote(result.note, result.lastKept);
    if (!result.skipped.empty())
        addNote(result.note, skippedNote(result.skipped));
    run.steps.begin(TrainingStep::Save); // the weights lie on disk since they were the best
    run.steps.end();
    return result;
}

TrainingResult trainedBy(const TrainingSpec& spec, const TrainingData& data, const TrainingPlaces& places, const TrainingListener& listener)
{
    QElapsedTimer clock;
    clock.start();
    keepFreedMemory();
    keepLibrariesQuiet();
    useThreads(spec.threads);
    TrainingState state(spec, data, places.versionFolder);
    RunPictures pictures(data, state.network(), places.cacheFolder, spec.threads);
    Run run{data, listener, TrainingSteps(listener), state, pictures, clock, places.resumeTo};
    bool goesOn = pictures.read(run.steps, [&run] { return run.isCanceled(); });
    if (!pictures.skipped().empty() && listener.picturesSkipped)
        listener.picturesSkipped(pictures.skipped());
    if (goesOn && !places.resumeFrom.isEmpty())
        run.state.load(places.resumeFrom, pictures.validation());
    goesOn = goesOn && (run.state.place.epoch > 0 || fitHeadPhase(run)) && trainEpochs(run);
    run.steps.end(); // the step in which a person stopped
    return conclude(run, data, !goesOn);
}

/// What a library threw, as a sentence. Its own words go to the log.
[[noreturn]] void throwAsSentence(const QString& text, const TrainingPlaces& places)
{
    qCDebug(trainingLog).noquote() << text;
    const bool isMemory = text.contains(QLatin1String("alloc"), Qt::CaseInsensitive) || text.contains(QLatin1String("out of memory"), Qt::CaseInsensitive);
    if (isDiskFull(places.versionFolder))
        throw Error(QCoreApplication::translate("Training", "The training cannot go on: %1. The best weights so far are kept. Free some space, then train again.")
                        .arg(whyNotWritten(places.versionFolder + QLatin1String("/weights.safetensors"), {})));
    if (isMemory)
        throw Error(QCoreApplication::translate("Training", "There is not enough memory for this training. The best weights so far are kept. Train again with a smaller batch "
                                                            "or image size."));
    throw Error(QCoreApplication::translate("Training", "The training cannot go on: the library that computes failed, and the log says how. The best weights so far are kept. "
                                                        "Train again with a smaller batch or image size, or on another device."));
}

} // namespace

TrainingResult train(const TrainingSpec& spec, const TrainingData& data, const TrainingPlaces& places, const TrainingListener& listener)
{
    validate(spec);
    if (data.train.empty() || data.concepts.isEmpty())
        throw Error(QCoreApplication::translate("Training", "There is nothing to train on: annotate some pictures of the training split first."));
    try { // what libtorch throws carries a stack trace, and knows no sentence for a person
        return trainedBy(spec, data, places, listener);
    } catch (const Error&) {
        throw;
    } catch (const c10::Error& error) {
        throwAsSentence(QString::fromStdString(error.what_without_backtrace()), places);
    } catch (const std::exception& error) { // bad_alloc, and what threads and OpenCV throw
        throwAsSentence(QString::fromLocal8Bit(error.what()), places);
    }
}

} // namespace core
