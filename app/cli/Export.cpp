#include "app/cli/Command.h"
#include "app/cli/Interrupt.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/Table.h"
#include "app/cli/Terminal.h"

#include "core/project/DataExport.h"
#include "core/project/ProgressClock.h"
#include "core/project/Project.h"

#include <CLI/CLI.hpp>

#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace cli {

namespace {

struct Options {
    std::string project;
    std::string view;
    std::string format;
    std::string out;
    std::vector<std::string> splits;
    std::string pictures = "copy";
    std::string index = "pinned";
    std::string names = "tree";
    std::string unseen = "leave-out";
    std::string unseenPictures = "auto";
    bool reviewedOnly = false;
    bool json = false;
};

core::ExportRequest toRequest(const Options& options)
{
    core::ExportRequest request;
    request.format = QString::fromStdString(options.format);
    request.target = QDir::cleanPath(QFileInfo(QString::fromStdString(options.out)).absoluteFilePath());
    request.pictures = *core::exportPicturesFromKey(QString::fromStdString(options.pictures));
    request.index = *core::exportIndexFromKey(QString::fromStdString(options.index));
    request.keepsTree = options.names == "tree";
    request.isUnseenNo = options.unseen == "as-no";
    request.reviewedOnly = options.reviewedOnly;
    if (options.unseenPictures != "auto")
        request.withUnseen = options.unseenPictures == "include";
    for (const auto& split : options.splits)
        request.splits.push_back(*core::splitFromKey(QString::fromStdString(split)));
    return request;
}

void printResult(const Terminal& terminal, const core::ExportResult& result)
{
    const QLocale locale;
    terminal.print(Terminal::tr("Written: %1").arg(QDir::toNativeSeparators(result.path)));
    Table table({Terminal::tr("Concept"), Terminal::tr("Index"), Terminal::tr("Out"), Terminal::tr("Read back")});
    for (size_t i = 0; i < result.check.concepts.size(); ++i) {
        const auto& counted = result.check.concepts[i];
        table.add({counted.name, QString::number(result.concepts[i].index), locale.toString(counted.out), locale.toString(counted.back)});
    }
    if (!table.isEmpty())
        terminal.print(table);
    for (const auto& picture : result.leftOut)
        terminal.print(Terminal::tr("  left out: %1: %2", "picture, sentence").arg(picture.picture, picture.why));
    for (const auto& note : core::notesOf(result))
        terminal.print(note);
    terminal.print(core::sentenceOf(result));
}

int exportData(const Options& options)
{
    const Terminal terminal(options.json);
    const auto project = openForReading(options.project);
    const auto view = viewNamed(*project, options.view);
    const auto request = toRequest(options);
    core::requireFreeTarget(request.target, project->folder());
    ProgressLine line(!options.json);
    core::ProgressClock clock;
    const core::SourceListener listener{
        [&](const QString& step, qint64 done, qint64 total) {
            clock.next(step, done, total, [&](const core::Progress& progress) {
                line.show(total > 0 ? double(progress.done) / double(total) : -1, QStringLiteral("%1 %2/%3").arg(step).arg(progress.done).arg(total));
            });
        },
        [] { return Interrupt::isRequested(); }};
    const auto result = core::exportData(core::readExportSource(project->databasePath(), project->name(), view.id), request, listener);
    line.clear();
    if (result.isCanceled) {
        Terminal::complain(Terminal::tr("The export was interrupted. Nothing was left behind."));
        return Interrupted;
    }
    terminal.object(core::toJson(result));
    printResult(terminal, result);
    if (!result.isProved())
        Terminal::complain(core::sentenceOf(result));
    return result.isProved() && result.leftOut.empty() ? Done : PartlyDone;
}

} // namespace

void addExport(CLI::App& program, Act& act)
{
    std::vector<std::string> formats;
    for (const auto& format : core::dataFormats())
        formats.push_back(format.toStdString());
    auto options = std::make_shared<Options>();
    auto* command = program.add_subcommand("export", Terminal::tr("Write pictures and annotations for other programs, and read them back").toStdString());
    command->add_option("PROJECT", options->project, Terminal::tr("the project's folder").toStdString())->required();
    command->add_option("--view", options->view, Terminal::tr("the view whose annotations go out").toStdString())->required();
    command->add_option("--format", options->format, Terminal::tr("how to write them").toStdString())->required()->check(CLI::IsMember(formats));
    command->add_option("--out", options->out, Terminal::tr("the folder to make; nothing may be there, or an empty folder").toStdString())->required();
    command->add_option("--split", options->splits, Terminal::tr("only pictures of these splits").toStdString())->check(CLI::IsMember({"train", "val", "test", "none"}));
    command->add_option("--pictures", options->pictures, Terminal::tr("left where they are, copied, or copied without metadata").toStdString())->capture_default_str()
        ->check(CLI::IsMember({"reference", "copy", "clean"}));
    command->add_option("--index", options->index, Terminal::tr("of the concepts: as in the view, each its own for good, or as imported").toStdString())->capture_default_str()
        ->check(CLI::IsMember({"view", "pinned", "source"}));
    command->add_option("--names", options->names, Terminal::tr("of the pictures: keep the folder tree, or all in one folder under names made unique").toStdString())->capture_default_str()
        ->check(CLI::IsMember({"tree", "unique"}));
    command->add_option("--unseen", options->unseen, Terminal::tr("tagging: concepts that nobody answered for in a picture that was looked at").toStdString())->capture_default_str()
        ->check(CLI::IsMember({"leave-out", "as-no"}));
    command->add_option("--unseen-pictures", options->unseenPictures, Terminal::tr("pictures that nobody has looked at; auto: included where the format can tell them apart").toStdString())->capture_default_str()
        ->check(CLI::IsMember({"auto", "include", "leave-out"}));
    command->add_flag("--reviewed-only", options->reviewedOnly, Terminal::tr("only pictures whose annotation was reviewed").toStdString());
    command->add_flag("--json", options->json, Terminal::tr("one JSON object on stdout").toStdString());
    command->callback([&act, options] { act = [options] { return exportData(*options); }; });
}

} // namespace cli
