#include "core/project/VersionFolder.h"

#include "core/base/Error.h"
#include "core/inference/Predictor.h"
#include "core/storage/RunFile.h"

#include <QCoreApplication>

#include <algorithm>

namespace core::VersionFolder {

namespace {

std::vector<double> thresholdsOf(const EvaluationReport& report)
{
    std::vector<double> thresholds;
    for (const auto& scores : report.concepts)
        thresholds.push_back(scores.threshold);
    return thresholds;
}

std::vector<JudgedExample> judged(const RunFile& file, const EvaluationReport& report)
{
    const auto thresholds = thresholdsOf(report);
    auto examples = file.examples(Split::Validation);
    auto predictions = file.predictions();
    requireFitting(report.type, int(thresholds.size()), examples, predictions, thresholds);
    std::vector<JudgedExample> judged;
    for (size_t i = 0; i < examples.size(); ++i) {
        const double miss = badness(report.type, examples[i], predictions[i], thresholds);
        judged.push_back({std::move(examples[i]), std::move(predictions[i]), miss});
    }
    std::ranges::stable_sort(judged, std::greater{}, &JudgedExample::badness);
    return judged;
}

/// A report names as many concepts as its version, and frozen pictures name no others.
void requireConcepts(const VersionContents& contents, int concepts)
{
    const auto isKnown = [concepts](const Example& example) {
        return example.label < concepts && int(example.answers.size()) <= concepts && std::ranges::all_of(example.gaps, [&](int gap) { return gap < concepts; })
            && std::ranges::all_of(example.boxes, [&](const TrueBox& box) { return box.label < concepts; });
    };
    if ((contents.report && int(contents.report->concepts.size()) != concepts) || !std::ranges::all_of(contents.train, isKnown)
        || !std::ranges::all_of(contents.validation, isKnown))
        throw Error(QCoreApplication::translate("VersionFolder", "The file run.sqlite of this version speaks of other concepts than the version. What it holds is not shown."));
}

/// The gate of this room: a damaged file costs what it holds, and nothing else.
void readPart(VersionContents& contents, const std::function<void()>& part)
{
    try {
        part();
    } catch (const std::exception& error) {
        if (const auto sentence = QString::fromUtf8(error.what()); !contents.damaged.contains(sentence))
            contents.damaged.append(sentence);
    }
}

} // namespace

VersionContents read(const QString& folder, const VersionRecord& version)
{
    const int concepts = int(version.concepts.size());
    VersionContents contents;
    if (RunFile::exists(folder)) {
        readPart(contents, [&] { contents.batches = batches(folder); });
        readPart(contents, [&] { contents.skipped = skipped(folder); });
        readPart(contents, [&] {
            VersionContents read;
            const RunFile file(folder, RunFile::Mode::Read);
            read.train = file.examples(Split::Train);
            read.validation = file.examples(Split::Validation);
            requireConcepts(read, concepts);
            contents.train = std::move(read.train);
            contents.validation = std::move(read.validation);
        });
        readPart(contents, [&] {
            VersionContents read{.report = validationReport(folder)};
            requireConcepts(read, concepts);
            contents.report = read.report;
            if (read.report)
                contents.judged = judgedValidation(folder);
        });
    }
    if (version.weights == WeightsState::Present && version.status != VersionStatus::Running) // a training replaces them at any time
        readPart(contents, [&] { Predictor::check(folder); });
    return contents;
}

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
    if (!json)
        return {};
    auto report = evaluationReportFromJson(*json);
    return report.concepts.empty() ? std::nullopt : std::optional(std::move(report)); // trained without validation
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
    return report.concepts.empty() ? std::vector<JudgedExample>() : judged(file, report);
}

std::vector<Example> frozenExamples(const QString& folder, Split split)
{
    if (!RunFile::exists(folder))
        return {};
    return RunFile(folder, RunFile::Mode::Read).examples(split);
}

std::vector<SkippedPicture> skipped(const QString& folder)
{
    if (!RunFile::exists(folder))
        return {};
    return RunFile(folder, RunFile::Mode::Read).skipped();
}

} // namespace core::VersionFolder
