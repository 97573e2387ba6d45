#include "app/cli/Command.h"
#include "app/cli/Interrupt.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/Terminal.h"

#include "core/project/ModelExport.h"
#include "core/project/Project.h"

#include <CLI/CLI.hpp>

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace cli {

namespace {

struct Options {
    std::string project;
    std::string version;
    std::string format;
    std::string out;
    int pictures = 32;
    bool half = false, withResize = false, withSelection = false, withSamples = false, json = false;
};

int exportModel(const Options& options)
{
    const Terminal terminal(options.json);
    const auto project = openForReading(options.project);
    const auto version = versionNamed(*project, options.version);
    const auto view = project->view(version.view);
    const core::ModelExportRequest request{
        .options = {.format = *core::modelFormatFromKey(QString::fromStdString(options.format)), .isHalf = options.half, .hasResize = options.withResize, .hasSelection = options.withSelection},
        .path = QFileInfo(QString::fromStdString(options.out)).absoluteFilePath(),
        .pictures = options.pictures,
        .withSamples = options.withSamples};
    ProgressLine line(!options.json);
    const auto result = core::exportModel(project->versionFolder(version.uuid), request, [&](const core::Progress& progress) {
        line.show(progress.total > 0 ? double(progress.done) / double(progress.total) : -1, progress.step);
    }, [] { return Interrupt::isRequested(); });
    line.clear();
    if (result.isCanceled) {
        Terminal::complain(Terminal::tr("The export was interrupted. Nothing was left behind."));
        return Interrupted;
    }
    const auto sentence = core::sentenceOf(result.parity, view ? view->type : core::ViewType::Classification);
    auto json = core::toJson(result.parity);
    json[QStringLiteral("file")] = result.path;
    json[QStringLiteral("beside")] = QJsonArray::fromStringList(result.beside);
    json[QStringLiteral("compared_on")] = result.isOnTraining ? QStringLiteral("train") : QStringLiteral("val");
    terminal.object(json);
    terminal.print(Terminal::tr("Written: %1").arg(QDir::toNativeSeparators(result.path)));
    if (result.isOnTraining && result.parity.pictures > 0)
        terminal.print(Terminal::tr("The version has no validation picture, so the file was compared on pictures it learnt from."));
    terminal.print(sentence);
    if (result.parity.isProved())
        return Done;
    Terminal::complain(sentence);
    return PartlyDone;
}

} // namespace

void addExportModel(CLI::App& program, Act& act)
{
    auto options = std::make_shared<Options>();
    auto* command = program.add_subcommand("export-model", Terminal::tr("Write a version's network for other programs, and prove it").toStdString());
    command->add_option("PROJECT", options->project, Terminal::tr("the project's folder").toStdString())->required();
    command->add_option("--version", options->version, Terminal::tr("the version's name").toStdString())->required();
    command->add_option("--format", options->format, Terminal::tr("onnx or torchscript").toStdString())->required()->check(CLI::IsMember({"onnx", "torchscript"}));
    command->add_option("--out", options->out, Terminal::tr("the file to write; what belongs to it is written beside it").toStdString())->required();
    command->add_flag("--half", options->half, Terminal::tr("16 bits inside").toStdString());
    command->add_flag("--with-resize", options->withResize, Terminal::tr("whole pictures go in; the file scales them").toStdString());
    command->add_flag("--with-selection", options->withSelection, Terminal::tr("detection: choose the boxes inside the file").toStdString());
    command->add_flag("--with-samples", options->withSamples, Terminal::tr("programs that run the file, beside it").toStdString());
    command->add_option("--pictures", options->pictures, Terminal::tr("to compare on").toStdString())->capture_default_str()->check(CLI::Range(1, 1000));
    command->add_flag("--json", options->json, Terminal::tr("one JSON object on stdout").toStdString());
    command->callback([&act, options] { act = [options] { return exportModel(*options); }; });
}

} // namespace cli
