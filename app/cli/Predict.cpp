#include "app/cli/Command.h"
#include "app/cli/Interrupt.h"
#include "app/cli/PredictionOutput.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/Terminal.h"

#include "core/formats/Predictions.h"
#include "core/inference/Predictor.h"
#include "core/pictures/PictureFile.h"
#include "core/project/Project.h"
#include "core/project/SourceIds.h"

#include <CLI/CLI.hpp>

#include <QDirIterator>

#include <algorithm>

namespace cli {

namespace {

constexpr int picturesAtOnce = 16;

struct Options {
    std::string project;
    std::string version;
    std::vector<std::string> sources;
    std::string out;
    std::string format = "oriel";
    double minScore = 0.01;
    std::string device = "auto";
    int threads = 0;
};

/// Pictures as given, and those found in folders (sub-folders too, in the order of their names).
QStringList picturesOf(const std::vector<std::string>& sources)
{
    QStringList pictures;
    for (const auto& source : sources) {
        const auto path = QString::fromStdString(source);
        if (!QFileInfo(path).isDir()) {
            pictures.append(path);
            continue;
        }
        QStringList found;
        for (QDirIterator files(path, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
            const auto file = files.next();
            if (core::PictureFile::extensions().contains(files.fileInfo().suffix().toLower()))
                found.append(file);
        }
        found.sort();
        pictures += found;
    }
    return pictures;
}

int predict(const Options& options)
{
    const auto project = openForReading(options.project);
    const auto version = versionNamed(*project, options.version);
    const auto view = project->view(version.view);
    const auto paths = picturesOf(options.sources);
    if (paths.isEmpty())
        throw core::Error(Terminal::tr("There is no picture in what was given. Nothing was predicted."));
    const core::Predictor predictor(project->versionFolder(version.uuid), QString::fromStdString(options.device), options.threads);
    const auto ids = options.format == "coco" ? core::sourceIds(project->folder()) : core::SourceIds();
    QStringList conceptIds;
    for (const auto& answered : predictor.concepts())
        conceptIds.append(ids.concepts.value(answered.uuid));
    const auto format = core::predictionWriter(QString::fromStdString(options.format),
                                               {.type = predictor.type(), .view = view ? view->name : QString(), .version = version.name,
                                                .concepts = predictor.concepts(), .conceptIds = conceptIds});
    PredictionOutput output(QString::fromStdString(options.out));
    ProgressLine line(!options.out.empty()); // it would mix with predictions on the same terminal

    output.write(format->begin());
    QStringList broken;
    for (qsizetype begin = 0; begin < paths.size(); begin += picturesAtOnce) {
        if (Interrupt::isRequested()) {
            line.clear();
            Terminal::complain(output.partName().isEmpty() ? Terminal::tr("The prediction was interrupted.")
                                                           : Terminal::tr("The prediction was interrupted. What was predicted is in \"%1\".").arg(output.partName()));
            return Interrupted;
        }
        line.show(double(begin) / double(paths.size()), Terminal::tr("picture %1 of %2").arg(begin + 1).arg(paths.size()));
        const auto batch = paths.mid(begin, picturesAtOnce);
        std::vector<core::Region> regions;
        for (const auto& path : batch)
            regions.push_back({.image = {.path = path}});
        const auto answered = predictor.answer(regions, options.minScore);
        for (size_t i = 0; i < answered.size(); ++i) {
            if (!answered[i].failure.isEmpty()) { // a sentence of the report, not the end of the command
                broken.append(answered[i].failure);
                continue;
            }
            const QString& path = batch[qsizetype(i)];
            output.write(format->picture({.path = path, .size = answered[i].part.size(), .prediction = answered[i].prediction,
                                          .sourceId = ids.images.value(QDir::cleanPath(QFileInfo(path).absoluteFilePath()))}));
        }
    }
    output.write(format->end());
    output.finish();
    line.clear();
    for (const auto& sentence : broken)
        Terminal::complain(sentence);
    if (broken.isEmpty())
        return Done;
    return broken.size() == paths.size() ? Failed : PartlyDone;
}

} // namespace

void addPredict(CLI::App& program, Act& act)
{
    auto options = std::make_shared<Options>();
    auto* command = program.add_subcommand("predict", Terminal::tr("Ask a version about pictures").toStdString());
    command->add_option("PROJECT", options->project, Terminal::tr("the project's folder").toStdString())->required();
    command->add_option("PICTURE", options->sources, Terminal::tr("pictures or folders of pictures").toStdString())->required();
    command->add_option("--version", options->version, Terminal::tr("the version's name").toStdString())->required();
    command->add_option("--out", options->out, Terminal::tr("a file; otherwise stdout").toStdString());
    command->add_option("--format", options->format, Terminal::tr("one JSON object a line, COCO results, or rows").toStdString())->capture_default_str()
        ->check(CLI::IsMember({"oriel", "coco", "csv"}));
    command->add_option("--min-score", options->minScore, Terminal::tr("boxes below are left out").toStdString())->capture_default_str()->check(CLI::Range(0.0, 1.0));
    command->add_option("--device", options->device, Terminal::tr("auto, cpu, cuda or mps").toStdString())->capture_default_str();
    command->add_option("--threads", options->threads, Terminal::tr("processor threads; 0: all").toStdString())->capture_default_str()->check(CLI::Range(0, 1024));
    command->callback([&act, options] { act = [options] { return predict(*options); }; });
}

} // namespace cli
