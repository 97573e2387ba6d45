#pragma once

#include "core/dataset/Example.h"
#include "core/dataset/Model.h"
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

/// The files of a version (data.md 6.1): card.json, weights.safetensors, run.sqlite (frozen data, predictions, batch curve).
/// Each function opens and closes what it needs; safe on any thread.
namespace VersionFolder {

std::vector<BatchMetrics> batches(const QString& folder);
std::optional<EvaluationReport> validationReport(const QString& folder); // of the kept weights, as frozen
std::vector<JudgedExample> judgedValidation(const QString& folder);      // worst first
std::vector<Example> frozenExamples(const QString& folder, Split split);

} // namespace VersionFolder

} // namespace core
