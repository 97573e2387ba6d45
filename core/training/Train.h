#pragma once

#include "core/dataset/Example.h"
#include "core/dataset/Model.h"
#include "core/dataset/SkippedPicture.h"
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

/// The epoch whose weights are kept so far, judged on the validation pictures that could be read.
struct KeptEpoch {
    int epoch = 0;
    std::vector<double> thresholds;
    std::vector<Prediction> predictions;
    EvaluationReport report; // at `thresholds`
    QString answerType;      // of the numbers it answered in
};

/// How a run talks while it works. All are called on the training thread; each may be empty.
struct TrainingListener {
    std::function<void(const StepReport&)> stepChanged;
    std::function<void(const BatchMetrics&)> batchFinished;
    std::function<void(const EpochMetrics&, bool isBest)> epochFinished;
    std::function<bool()> isCanceled; // asked between batches; true: end now, keep the best so far
    std::function<void(const std::vector<SkippedPicture>&)> picturesSkipped = {}; // after the pictures were read, if any could not be
    std::function<void(const KeptEpoch&)> bestKept = {}; // its weights are on the disk; only with a validation set; before epochFinished
};

/// What a run works on, frozen: by position in `concepts`.
struct TrainingData {
    ViewType type = ViewType::Classification;
    QStringList concepts;
    std::vector<Example> train;
    std::vector<Example> validation;
};

/// Where a run may write. Everything is written beside its name, synced and renamed.
struct TrainingPlaces {
    QString versionFolder;   // weights.safetensors: the best
    QString cacheFolder;     // pixel cache; may be deleted at any time
    QString resumeTo = {};   // file for the whole state when the run is stopped in its epochs; empty: it is not kept
    QString resumeFrom = {}; // such a file of the same spec and data: goes on as if the run had never been stopped
};

struct TrainingResult {
    bool stopped = false;       // a person ended it; the best so far is kept
    int bestEpoch = 0;          // 0: head phase
    int epochsDone = 0;
    bool hasWeights = false;    // false: stopped before anything usable existed
    QString metric;             // "accuracy" or "map": what chose the best
    std::optional<double> value;
    std::vector<double> thresholds; // one for each concept
    std::vector<Prediction> validationPredictions; // of the kept weights, in the order of data.validation without the skipped ones
    EvaluationReport validation; // of the kept weights at `thresholds`
    QSize input;                 // network input, px
    double parameters = 0;
    QString device;              // "cpu", "cuda:0"
    QString deviceName;
    TrainingSpec spec;           // with the number types that were chosen: the same run again needs this one
    QString answerType;          // "float32", "bfloat16": what the card says
    std::vector<SkippedPicture> skipped; // training and validation pictures that could not be read; at most 1 % of them
    QString lastKept;            // why the last epoch was kept though there is a validation set, a sentence; empty: the best was kept
    QString note;                // what a person should know, those of lastKept and skipped included; may be empty
    double seconds = 0;          // from the call until the kept weights are saved
};

/// Sides of the network's input, px: square (classification), or long side spec.imageSize in the aspect that most pictures have (tagging,
/// detection), both multiples of 32. Landscape and portrait mixed give a square.
QSize inputSize(const TrainingSpec& spec, const std::vector<Example>& examples);

/// Pictures that a training passes over when they cannot be read: 1 % of those it was given, rounded up.
int mostSkipped(int pictures);

/// Trains and returns; knows no thread, no window and no database. Reports steps Cache … Save (Freeze is the caller's).
/// The spec of the result, the data and the machine give the same numbers again on the CPU. Throws Error when it cannot start (more pictures
/// than mostSkipped() cannot be read; the sentence lists the first ten) or cannot go on (disk full, folder lost, no memory, loss not a
/// number); the best so far is on disk then.
TrainingResult train(const TrainingSpec& spec, const TrainingData& data, const TrainingPlaces& places, const TrainingListener& listener);

} // namespace core
