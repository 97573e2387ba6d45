#pragma once

#include "core/base/Id.h"
#include "core/dataset/View.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QUuid>

#include <optional>
#include <vector>

namespace core {

/// Where a model version stands. Values are stored in project files.
enum class VersionStatus { Queued = 0, Running = 1, Paused = 2, Done = 3, Stopped = 4, Failed = 5, Interrupted = 6 };

/// "queued", "running", ... : the words of files and of the terminal.
QString keyOf(VersionStatus status);

/// One exact set of concepts in a view. Training with the same set adds a version to it.
struct ModelRecord {
    ModelId id;
    QUuid uuid;
    ViewId view;
    QString name;
    std::vector<ConceptRecord> concepts; // retired ones included, in their order
    QDateTime created;
    bool isCurrent = false; // its set is that of the view's living concepts
};

/// A concept as a version knows it, frozen at its start. Networks answer by position in this list.
struct FrozenConcept {
    QUuid uuid;
    QString name;
    double threshold = 0.5;

    bool operator==(const FrozenConcept&) const = default;
};

enum class WeightsState { None = 0, Present = 1, Deleted = 2, Lost = 3 };

/// One trained network of a model, with the exact data it saw.
struct VersionRecord {
    VersionId id;
    QUuid uuid;
    ModelId model;
    ViewId view;
    int number = 0;
    QString name; // unique in the project
    VersionStatus status = VersionStatus::Queued;
    QString architecture; // registry key
    QJsonObject spec;     // training/TrainingSpec as JSON
    std::vector<FrozenConcept> concepts;
    QByteArray dataRevision; // SHA-256 of the frozen list
    int itemsTrain = 0;
    int itemsValidation = 0;
    std::optional<double> headline; // first performance indicator, 0..1
    QString headlineKey;            // "accuracy", "map" or "lrp"
    QJsonObject metrics;            // of the kept epoch: accuracy, map, map50, lrp, bestEpoch, seconds, device, parameters
    WeightsState weights = WeightsState::None;
    QDateTime created;
    QDateTime finished;
    QString failure; // a sentence, when failed or interrupted
};

/// What a version reached at the end of one epoch (0: head phase). Absent values do not apply.
struct EpochMetrics {
    int epoch = 0;
    std::optional<double> trainLoss, valLoss, accuracy, map, map50;
    double learningRate = 0;
    double seconds = 0;
    double imagesPerSecond = 0;

    bool operator==(const EpochMetrics&) const = default;
};

/// One training batch. `iteration` counts from 1 over the whole run; `position` is in epochs (0..N), for the x axis.
struct BatchMetrics {
    int epoch = 0;
    int iteration = 0;
    double position = 0;
    double loss = 0;
    double learningRate = 0;

    bool operator==(const BatchMetrics&) const = default;
};

/// SHA-256 of the sorted concept uuids: two sets of concepts are one model exactly when these are equal.
QByteArray conceptSetHash(const std::vector<ConceptRecord>& concepts);

} // namespace core
