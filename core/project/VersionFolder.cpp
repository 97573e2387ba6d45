#include "core/project/VersionFolder.h"

#include "core/storage/RunFile.h"

#include <algorithm>

namespace core::VersionFolder {

std::vector<BatchMetrics> batches(const QString& folder)
{
    if (!RunFile::exists(folder))
        return {};
    return RunFile(folder, RunFile::Mode::Read).batches();
}

std::optional<EvaluationReport> validationReport(const QString& folder)
{
    if (!RunFile::exists(folder))
        return {};
    const auto json = RunFile(folder, RunFile::Mode::Read).report();
    return json ? std::optional(evaluationReportFromJson(*json)) : std::nullopt;
}

std::vector<JudgedExample> judgedValidation(const QString& folder)
{
    if (!RunFile::exists(folder))
        return {};
    const RunFile file(folder, RunFile::Mode::Read);
    const auto json = file.report();
    if (!json)
        return {};
    const auto report = evaluationReportFromJson(*json);
    std::vector<double> thresholds;
    for (const auto& scores : report.concepts)
        thresholds.push_back(scores.threshold);

    std::vector<JudgedExample> judged;
    auto examples = file.examples(Split::Validation);
    auto predictions = file.predictions();
    for (size_t i = 0; i < examples.size(); ++i) {
        const double miss = badness(report.type, examples[i], predictions[i], thresholds);
        judged.push_back({std::move(examples[i]), std::move(predictions[i]), miss});
    }
    std::ranges::stable_sort(judged, std::greater{}, &JudgedExample::badness);
    return judged;
}

std::vector<Example> frozenExamples(const QString& folder, Split split)
{
    if (!RunFile::exists(folder))
        return {};
    return RunFile(folder, RunFile::Mode::Read).examples(split);
}

} // namespace core::VersionFolder
