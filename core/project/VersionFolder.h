#pragma once

#include "core/dataset/Example.h"
#include "core/dataset/Model.h"
#include "core/dataset/SkippedPicture.h"
#include "core/evaluation/EvaluationReport.h"
#include "core/training/Train.h"

namespace core {

class Project;

/// One validation picture with what is true and what the version said, for the page's grid.
struct JudgedExample {
    Example example;
    Prediction prediction;
    double badness = 0;
};

/// All that the page of a version shows from its folder.
struct VersionContents {
    std::vector<BatchMetrics> batches;
    std::optional<EvaluationReport> report; // of the kept weights on validation, as frozen
    std::vector<JudgedExample> judged;      // validation, worst first
    std::vector<Example> train, validation; // as frozen
    std::vector<SkippedPicture> skipped;    // that the training could not read
    QStringList damaged;                    // a sentence for each file that cannot be used; the rest is read
};

/// The files of a version: card.json, weights.safetensors, run.sqlite (frozen data, predictions, batch curve).
/// Each function opens and closes what it needs; safe on any thread.
namespace VersionFolder {

/// Reads what can be read; never throws Error. What speaks of other concepts than the version is damaged.
VersionContents read(const QString& folder, const VersionRecord& version);

// One part each; they throw Error when the file is damaged.
std::vector<BatchMetrics> batches(const QString& folder);
std::optional<EvaluationReport> validationReport(const QString& folder); // of the kept weights, as frozen
std::vector<JudgedExample> judgedValidation(const QString& folder);      // worst first
std::vector<Example> frozenExamples(const QString& folder, Split split);
std::vector<SkippedPicture> skipped(const QString& folder);

} // namespace VersionFolder

} // namespace core
