#include "app/cli/Command.h"
#include "app/cli/Interrupt.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/Table.h"
#include "app/cli/Terminal.h"

#include "core/formats/TextFile.h"
#include "core/project/ImportJob.h"
#include "core/project/Project.h"

#include <CLI/CLI.hpp>

#include <QFileInfo>
#include <QLocale>

namespace cli {

namespace {

struct Options {
    std::string project;
    std::vector<std::string> sources;
    std::string view;
    std::string type;
    std::string format = "auto";
    std::string split;
    std::string splitFile;
    std::vector<std::string> map;
    std::string existing = "keep";
    std::string splits = "given";
    std::string unlisted = "unseen";
    double validationShare = 0.2;
    std::optional<int> seed;
    std::string frames = "1";
    bool nearEqual = false;
    bool copy = false;
    bool follow = false;
    bool dryRun = false;
    bool json = false;
};

/// Lines "name,split": a file name or a path below the source, and one of train, val, test.
QHash<QString, core::Split> readSplitFile(const QString& path)
{
    const core::TextFile file = core::textOf(path);
    if (!file.problem.isEmpty())
        throw core::Error(Terminal::tr("The split file \"%1\" cannot be read: %2. Nothing was imported.").arg(path, file.problem));
    QHash<QString, core::Split> splits;
    const QStringList lines = core::linesOf(file.text);
    for (qsizetype number = 0; number < lines.size(); ++number) {
        const auto line = lines[number].trimmed();
        if (line.isEmpty())
            continue;
        const auto comma = line.lastIndexOf(QLatin1Char(','));
        const auto split = core::splitFromKey(line.mid(comma + 1).trimmed());
        if (comma > 0 && split) {
            splits.insert(line.left(comma).trimmed(), *split);
        } else if (number > 0) { // a first line that names the columns is no mistake
            throw core::Error(Terminal::tr("Line %1 of the split file \"%2\" is not \"name,split\" with train, val or test: \"%3\". Nothing was imported.")
                                  .arg(number + 1)
                                  .arg(path, line));
        }
    }
    return splits;
}

/// "NAME=NEW", and "NAME=" leaves it out. A name with '=' in it is taken up to its last one.
QHash<QString, QString> toConceptNames(const std::vector<std::string>& map)
{
    QHash<QString, QString> names;
    for (const auto& entry : map) {
        const auto text = QString::fromStdString(entry);
        const auto mark = text.lastIndexOf(QLatin1Char('='));
        if (mark <= 0)
            throw core::Error(Terminal::tr("--map \"%1\" is not \"NAME=NEW NAME\", nor \"NAME=\" to leave it out. Nothing was imported.").arg(text));
        const auto name = text.mid(mark + 1);
        names.insert(text.left(mark), name.isEmpty() ? QString() : core::validName(name));
    }
    return names;
}

core::ImportChoices toChoices(const Options& options)
{
    using Choices = core::ImportChoices;
    return {.conceptNames = toConceptNames(options.map),
            .existing = options.existing == "add" ? Choices::Existing::Add : options.existing == "replace" ? Choices::Existing::Replace : Choices::Existing::Keep,
            .splits = options.splits == "deal" ? Choices::Splits::Deal : options.splits == "none" ? Choices::Splits::None : Choices::Splits::Given,
            .unlistedIsWithout = options.unlisted == "without"};
}

/// A name of --map that no source has is a mistake in writing, and would be found when it is too late.
QString unknownName(const core::ImportReport& report, const core::ImportChoices& choices)
{
    for (auto name = choices.conceptNames.keyBegin(); name != choices.conceptNames.keyEnd(); ++name)
        if (std::ranges::none_of(report.sourceConcepts, [&](const core::SourceConcept& known) { return known.name == *name; }))
            return *name;
    return {};
}

core::ImportOptions toImportOptions(const Options& options)
{
    core::ImportOptions import;
    for (const auto& source : options.sources) {
        const QFileInfo info(QString::fromStdString(source));
        if (!info.exists())
            throw core::Error(Terminal::tr("There is nothing at \"%1\". Nothing was imported.").arg(info.filePath()));
        import.sources.append(info.absoluteFilePath());
    }
    import.source.decodes = true; // nobody looks at the pictures afterwards, as the window does
    import.source.format = QString::fromStdString(options.format);
    import.source.followsOutside = options.follow;
    import.source.copies = options.copy;
    import.source.frames = {options.frames == "all" ? 0 : std::stod(options.frames), !options.nearEqual};
    import.source.split = core::splitFromKey(QString::fromStdString(options.split));
    if (!options.splitFile.empty())
        import.source.splitOfName = readSplitFile(QString::fromStdString(options.splitFile));
    import.viewName = QString::fromStdString(options.view);
    import.type = core::viewTypeFromKey(QString::fromStdString(options.type));
    import.validationShare = options.validationShare;
    import.seed = options.seed;
    import.dryRun = options.dryRun;
    import.choices = toChoices(options);
    return import;
}

/// "Annotations/a.xml, line 163: The box has no size."
QString placed(const core::ImportIssue& issue)
{
    if (issue.file.isEmpty())
        return sentenceOf(issue);
    if (issue.line <= 0)
        return Terminal::tr("%1: %2", "file, sentence").arg(issue.file, sentenceOf(issue));
    return Terminal::tr("%1, line %2: %3", "file, line, sentence").arg(issue.file).arg(issue.line).arg(sentenceOf(issue));
}

/// The rejected ones in full, the others by code: what a person must act on stands alone.
void printIssues(const Terminal& terminal, const std::vector<core::ImportIssue>& issues)
{
    QMap<QPair<QString, QString>, int> counts;
    for (const auto& issue : issues) {
        if (issue.level == core::ImportIssue::Level::Rejected)
            terminal.print(Terminal::tr("  rejected: %1").arg(placed(issue)));
        else
            ++counts[{keyOf(issue.level), issue.code}];
    }
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        terminal.print(QStringLiteral("  %1: %2 × %3").arg(count.key().first).arg(count.value()).arg(count.key().second));
}

void printReport(const Terminal& terminal, const core::ImportReport& report, bool dryRun)
{
    const QLocale locale;
    terminal.print(dryRun ? Terminal::tr("A trial run: nothing was written.") : Terminal::tr("The import is finished."));
    terminal.print(report.evidence.isEmpty() ? Terminal::tr("Read as: %1").arg(report.format)
                                             : Terminal::tr("Read as: %1 (%2)").arg(report.format, report.evidence));
    if (!report.viewName.isEmpty())
        terminal.print(Terminal::tr("View: %1 (%2)").arg(report.viewName, report.viewType ? keyOf(*report.viewType) : QStringLiteral("–")));
    terminal.print(Terminal::tr("Pictures: %1 new, %2 known, %3 rejected")
                       .arg(locale.toString(report.images), locale.toString(report.known), locale.toString(report.rejected)));
    QStringList splits;
    for (auto split = report.splits.cbegin(); split != report.splits.cend(); ++split) {
        if (split.value() > 0)
            splits.append(QStringLiteral("%1 %2").arg(split.key(), locale.toString(split.value())));
    }
    if (!splits.isEmpty())
        terminal.print(Terminal::tr("Splits of the new ones: %1").arg(splits.join(QStringLiteral(", "))));
    Table table({Terminal::tr("Concept"), Terminal::tr("Annotations")});
    for (const auto& [name, count] : report.annotations)
        table.add({name, locale.toString(count)});
    if (!table.isEmpty())
        terminal.print(table);
    if (report.changed > 0)
        terminal.print(Terminal::tr("Annotation changed that was there: %1 pictures").arg(locale.toString(report.changed)));
    for (const auto& view : report.furtherViews)
        terminal.print(Terminal::tr("View: %1 (%2)").arg(view.name, keyOf(view.type)));
    if (report.drafts > 0)
        terminal.print(Terminal::tr("Drafts: %1 (predictions with a score; they are no annotations)").arg(locale.toString(report.drafts)));
    if (report.withoutConcept > 0)
        terminal.print(Terminal::tr("Without concept: %1").arg(locale.toString(report.withoutConcept)));
    printIssues(terminal, report.issues);
}

int codeOf(const core::ImportReport& report)
{
    if (report.canceled)
        return Interrupted;
    return report.hasRejections() ? PartlyDone : Done;
}

/// A source that leaves its own folder may mean the whole disk: the person says so or it is not read.
void refuseOutside(const core::ImportReport& report)
{
    QStringList sentences;
    for (const core::OutsidePlace& place : report.outside)
        sentences << sentenceOf(place);
    Terminal::complain(Terminal::tr("%1 Nothing was imported; --follow reads them too.").arg(sentences.join(QLatin1Char(' '))));
}

/// Reads, then writes unless this is a trial run; its own event loop ends with the exit code.
int bringIn(const Options& options)
{
    const Terminal terminal(options.json);
    const auto project = openForWriting(options.project);
    ProgressLine line(!options.json);
    core::ImportJob job(*project);
    std::optional<core::ImportReport> report;
    bool isWriting = false;
    const auto import = toImportOptions(options);

    QObject::connect(&job, &core::ImportJob::readFinished, &job, [&](const core::ImportReport& read) { report = read; });
    QObject::connect(&job, &core::ImportJob::written, &job, [&](const core::ImportReport& written) { report = written; });
    QObject::connect(&job, &core::Job::progressed, &job, [&](const core::Progress& progress) {
        const double share = progress.total > 0 ? double(progress.done) / double(progress.total) : -1;
        line.show(share, progress.total > 0 ? QStringLiteral("%1 %2/%3").arg(progress.step).arg(progress.done).arg(progress.total) : progress.step);
    });
    QObject::connect(&job, &core::Job::failed, &job, [&](const QString& sentence) {
        line.clear();
        Terminal::complain(sentence);
        QCoreApplication::exit(Failed);
    });
    QObject::connect(&job, &core::Job::finished, &job, [&] {
        if (!report || (!isWriting && Interrupt::isRequested())) { // also in the moment between reading and writing
            QCoreApplication::exit(Interrupted);
        } else if (!isWriting && !report->canceled && !report->outside.empty()) {
            line.clear();
            refuseOutside(*report);
            QCoreApplication::exit(Failed);
        } else if (const auto name = unknownName(*report, import.choices); !isWriting && !report->canceled && !name.isNull()) {
            line.clear();
            Terminal::complain(Terminal::tr("No source has the concept \"%1\" of --map. Nothing was imported; --dry-run lists the names.").arg(name));
            QCoreApplication::exit(Failed);
        } else if (report->canceled || options.dryRun || isWriting) {
            QCoreApplication::exit(codeOf(*report));
        } else {
            isWriting = true;
            job.write();
        }
    });
    Interrupt::whenRequested(&job, [&] { job.cancel(); });

    job.read(import);
    const int code = QCoreApplication::exec();
    line.clear();
    if (code == Interrupted) {
        Terminal::complain(Terminal::tr("The import was interrupted. The project is as it was before."));
    } else if (report && code != Failed) {
        terminal.object(toJson(*report));
        printReport(terminal, *report, options.dryRun);
    }
    return code;
}

} // namespace

void addImport(CLI::App& program, Act& act)
{
    std::vector<std::string> formats;
    for (const QString& format : core::readableFormats())
        formats.push_back(format.toStdString());
    auto options = std::make_shared<Options>();
    auto* command = program.add_subcommand("import", Terminal::tr("Bring pictures and annotations into a project").toStdString());
    command->add_option("PROJECT", options->project, Terminal::tr("the project's folder").toStdString())->required();
    command->add_option("SOURCE", options->sources, Terminal::tr("pictures, folders, annotation files").toStdString())->required();
    command->add_option("--view", options->view, Terminal::tr("the view the annotations go to; made if there is none").toStdString());
    command->add_option("--type", options->type, Terminal::tr("the view's type").toStdString())
        ->check(CLI::IsMember({"classification", "tagging", "detection"}));
    command->add_option("--format", options->format, Terminal::tr("how to read the source").toStdString())->capture_default_str()
        ->check(CLI::IsMember(formats));
    command->add_option("--map", options->map, Terminal::tr("NAME=NEW: a concept of the source becomes another one; NAME= leaves it out").toStdString())->take_all()->expected(1);
    command->add_option("--existing", options->existing, Terminal::tr("annotation that comes for pictures which have some already").toStdString())->capture_default_str()
        ->check(CLI::IsMember({"keep", "add", "replace"}));
    command->add_option("--splits", options->splits, Terminal::tr("of new pictures: as the source gives them, dealt, or none").toStdString())->capture_default_str()
        ->check(CLI::IsMember({"given", "deal", "none"}));
    command->add_option("--unlisted", options->unlisted, Terminal::tr("pictures of which the source says nothing").toStdString())->capture_default_str()
        ->check(CLI::IsMember({"unseen", "without"}));
    command->add_option("--val-share", options->validationShare, Terminal::tr("share of the pictures without a split that goes to val").toStdString())->capture_default_str()
        ->check(CLI::Range(0.0, 1.0));
    command->add_option("--seed", options->seed, Terminal::tr("for dealing the splits").toStdString())->check(CLI::NonNegativeNumber);
    auto* split = command->add_option("--split", options->split, Terminal::tr("all of this source goes there").toStdString())
                      ->check(CLI::IsMember({"train", "val", "test"}));
    command->add_option("--split-file", options->splitFile, Terminal::tr("lines \"name,split\"").toStdString())->excludes(split);
    command->add_option("--frames", options->frames, Terminal::tr("of a film: how many a second, 0.1 to 60, or all").toStdString())->capture_default_str()
        ->check(CLI::IsMember({"all"}) | CLI::Range(0.1, 60.0));
    command->add_flag("--near-equal", options->nearEqual, Terminal::tr("keep frames that show what the last one showed").toStdString());
    command->add_flag("--copy", options->copy, Terminal::tr("copy the pictures into the project").toStdString());
    command->add_flag("--follow", options->follow, Terminal::tr("read pictures that the source names outside of its own folder").toStdString());
    command->add_flag("--dry-run", options->dryRun, Terminal::tr("say what would be imported, write nothing").toStdString());
    command->add_flag("--json", options->json, Terminal::tr("JSON objects on stdout").toStdString());
    command->callback([&act, options] { act = [options] { return bringIn(*options); }; });
}

} // namespace cli
