#pragma once

#include "core/dataset/Example.h"
#include "core/dataset/Model.h"
#include "core/evaluation/EvaluationReport.h"
#include "core/training/TrainingSpec.h"

#include <functional>
#include <optional>
#include <vector>

namespace core {

/// The steps of a run, in order. "freeze", "cache", "head", "train", "evaluate", "thresholds", "save" in the terminal.
enum class TrainingStep { Freeze, Cache, Head, Train, Evaluate, Thresholds, Save };
enum class StepState { Waiting, Running, Done, Skipped, Failed };

QString keyOf(TrainingStep step);
QString nameOf(TrainingStep step); // translated

struct StepReport {
    TrainingStep step = TrainingStep::Freeze;
    StepState state = StepState::Waiting;
    qint64 done = 0; // of total; both 0 when the step has no count
    qint64 total = 0;
    double seconds = 0;
};

/// How a run talks while it works. All are called on the training thread.
struct TrainingListener {
    std::function<void(const StepReport&)> stepChanged;
    std::function<void(const BatchMetrics&)> batchFinished;
    std::function<void(const EpochMetrics&, bool isBest)> epochFinished;
    std::function<bool()> isCanceled; // asked between batches; true: end now, keep the best so far
};

/// What a run works on, frozen: by position in `concepts`.
struct TrainingData {
    ViewType type = ViewType::Classification;
    QStringList concepts;
    std::vector<Example> train;
    std::vector<Example> validation;
};

/// Where a run may write. Everything is written as *.part, synced and renamed.
struct TrainingPlaces {
    QString versionFolder; // weights.safetensors (best), last.safetensors
    QString cacheFolder;   // pixel cache; may be deleted at any time
};

struct TrainingResult {
    bool stopped = false;       // a person ended it; the best so far is kept
    int bestEpoch = 0;          // 0: head phase
    int epochsDone = 0;
    bool hasWeights = false;    // false: stopped before anything usable existed
    QString metric;             // "accuracy" or "map": what chose the best
    std::optional<double> value;
    std::vector<double> thresholds; // one for each concept
    std::vector<Prediction> validationPredictions; // of the kept weights, in the order of data.validation
    EvaluationReport validation; // of the kept weights at `thresholds`
    QSize input;                 // network input, px
    double parameters = 0;
    QString device;              // "cpu", "cuda:0"
    QString deviceName;
    QString note;                // what a person should know: no shipped weights, constant answer …; may be empty
    double seconds = 0;          // from the call until the kept weights are saved
};

/// Sides of the network's input, px: square (classification), or long side spec.imageSize in the aspect that most pictures have (tagging,
/// detection), both multiples of 32. Landscape and portrait mixed give a square.
QSize inputSize(const TrainingSpec& spec, const std::vector<Example>& examples);

/// Trains and returns; knows no thread, no window and no database. Reports steps Cache … Save (Freeze is the caller's).
/// Same spec, data and machine give the same numbers on CPU. Throws Error when it cannot go on (disk full, folder lost,
/// no memory, loss not a number), after writing the best so far.
TrainingResult train(const TrainingSpec& spec, const TrainingData& data, const TrainingPlaces& places, const TrainingListener& listener);

} // namespace core
