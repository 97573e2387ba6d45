#include "app/cli/Command.h"
#include "app/cli/Interrupt.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/Table.h"
#include "app/cli/Terminal.h"

#include "core/project/PredictionJobs.h"
#include "core/project/Project.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>
#include <QLocale>

namespace cli {

namespace {

struct Options {
    std::string project;
    std::string version;
    std::string split = "val";
    bool json = false;
};

/// The contract's keys alone, in the report's own words.
QJsonObject toJson(const core::EvaluationReport& report, const QString& view, core::Split split)
{
    auto json = core::toJson(report);
    QJsonArray concepts;
    for (const auto& entry : json[QStringLiteral("concepts")].toArray()) {
        QJsonObject scores;
        for (const auto* key : {"name", "precision", "recall", "f1", "ap", "threshold", "support"})
            scores[QLatin1String(key)] = entry.toObject()[QLatin1String(key)];
        concepts.append(scores);
    }
    json[QStringLiteral("concepts")] = concepts;
    json[QStringLiteral("view")] = view;
    json[QStringLiteral("split")] = keyOf(split);
    json.remove(QStringLiteral("lrp"));
    return json;
}

QString number(const std::optional<double>& share) { return share ? QLocale().toString(*share * 100, 'f', 1) : QStringLiteral("–"); }

void printScores(const Terminal& terminal, const core::EvaluationReport& report)
{
    const bool hasBoxes = report.type == core::ViewType::Detection;
    QStringList head{Terminal::tr("Concept"), Terminal::tr("Support"), Terminal::tr("Precision"), Terminal::tr("Recall"), Terminal::tr("F1"), Terminal::tr("AP"),
                     Terminal::tr("Threshold")};
    if (hasBoxes)
        head << Terminal::tr("AP 50") << Terminal::tr("IoU") << Terminal::tr("LRP");
    Table table(head);
    for (const auto& scores : report.concepts) {
        QStringList row{scores.name, QLocale().toString(scores.support), number(scores.precision), number(scores.recall), number(scores.f1), number(scores.ap),
                        QLocale().toString(scores.threshold, 'f', 2)};
        if (hasBoxes)
            row << number(scores.ap50) << number(scores.iou) << number(scores.lrp);
        table.add(row);
    }
    const auto means = core::meanScores(report);
    QStringList mean{Terminal::tr("Mean"), QString(), number(means.precision), number(means.recall), number(means.f1), number(report.map), QString()};
    if (hasBoxes)
        mean << number(report.map50) << QString() << number(report.lrp);
    table.add(mean);
    terminal.print(table);
    if (!means.leftOut.isEmpty())
        terminal.print(Terminal::tr("Means of precision, recall and F1 without %1: there is no example of it, or it was never predicted.").arg(means.leftOut.join(QStringLiteral(", "))));
}

void printConfusion(const Terminal& terminal, const core::EvaluationReport& report)
{
    if (report.confusion.empty())
        return;
    QStringList names;
    for (const auto& scores : report.concepts)
        names.append(scores.name);
    if (report.type == core::ViewType::Detection)
        names.append(Terminal::tr("nothing"));
    Table table(QStringList{Terminal::tr("truth \\ predicted")} + names);
    for (size_t row = 0; row < report.confusion.size(); ++row) {
        QStringList cells{names[qsizetype(row)]};
        for (const int count : report.confusion[row])
            cells.append(QLocale().toString(count));
        table.add(cells);
    }
    terminal.print();
    terminal.print(table);
}

void print(const Terminal& terminal, const core::EvaluationReport& report, const core::VersionRecord& version, core::Split split)
{
    if (terminal.isJson())
        return;
    terminal.print(Terminal::tr("\"%1\" on %2 (images: %3)").arg(version.name, keyOf(split), QLocale().toString(report.images)));
    QStringList whole{Terminal::tr("accuracy %1").arg(percent(report.accuracy))};
    if (report.type != core::ViewType::Classification)
        whole.append(Terminal::tr("mAP %1").arg(percent(report.map)));
    if (report.type == core::ViewType::Detection)
        whole << Terminal::tr("mAP 50 %1").arg(percent(report.map50)) << Terminal::tr("mean LRP score %1").arg(percent(report.lrp));
    terminal.print(whole.join(QStringLiteral(", ")));
    terminal.print();
    printScores(terminal, report);
    printConfusion(terminal, report);
}

int evaluate(const Options& options)
{
    const Terminal terminal(options.json);
    const auto project = openForReading(options.project);
    const auto version = versionNamed(*project, options.version);
    const auto split = *core::splitFromKey(QString::fromStdString(options.split));
    ProgressLine line(!options.json);
    core::EvaluationJob job(*project);
    std::optional<core::EvaluationReport> report;
    QStringList unreadable;
    QObject::connect(&job, &core::EvaluationJob::evaluated, &job,
                     [&](core::VersionId, core::Split, const core::EvaluationReport& result) { report = result; });
    QObject::connect(&job, &core::EvaluationJob::unreadable, &job, [&](const QStringList& sentences) { unreadable = sentences; });
    QObject::connect(&job, &core::Job::progressed, &job, [&](const core::Progress& progress) {
        line.show(progress.total > 0 ? double(progress.done) / double(progress.total) : -1, progress.step);
    });
    QObject::connect(&job, &core::Job::failed, &job, [&](const QString& sentence) {
        line.clear();
        Terminal::complain(sentence);
        QCoreApplication::exit(Failed);
    });
    QObject::connect(&job, &core::Job::finished, &job, [&] { QCoreApplication::exit(report ? Done : Interrupted); });
    Interrupt::whenRequested(&job, [&] { job.cancel(); });

    job.evaluate(version.id, split);
    const int code = QCoreApplication::exec();
    line.clear();
    if (code != Done)
        return code;
    terminal.object(toJson(*report, project->view(version.view)->name, split));
    print(terminal, *report, version, split);
    for (const auto& sentence : unreadable)
        Terminal::complain(sentence);
    return unreadable.isEmpty() ? Done : PartlyDone;
}

} // namespace

void addEvaluate(CLI::App& program, Act& act)
{
    auto options = std::make_shared<Options>();
    auto* command = program.add_subcommand("evaluate", Terminal::tr("Judge a version on a split").toStdString());
    command->add_option("PROJECT", options->project, Terminal::tr("the project's folder").toStdString())->required();
    command->add_option("--version", options->version, Terminal::tr("the version's name").toStdString())->required();
    command->add_option("--split", options->split, Terminal::tr("the part to judge it on").toStdString())->capture_default_str()->check(CLI::IsMember({"val", "train", "test"}));
    command->add_flag("--json", options->json, Terminal::tr("one JSON object on stdout").toStdString());
    command->callback([&act, options] { act = [options] { return evaluate(*options); }; });
}

} // namespace cli
