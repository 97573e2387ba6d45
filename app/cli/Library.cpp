#include "app/cli/Command.h"
#include "app/cli/Table.h"
#include "app/cli/Terminal.h"

#include "core/project/Project.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>
#include <QLocale>

namespace cli {

namespace {

std::optional<double> secondsOf(const core::VersionRecord& version)
{
    const auto seconds = version.metrics[QStringLiteral("seconds")];
    return seconds.isDouble() ? std::optional(seconds.toDouble()) : std::nullopt;
}

QJsonObject toJson(const core::VersionRecord& version)
{
    const QJsonValue indicator = version.headline
        ? QJsonValue(QJsonObject{{QStringLiteral("metric"), version.headlineKey}, {QStringLiteral("value"), *version.headline}})
        : QJsonValue(QJsonValue::Null);
    return {{QStringLiteral("name"), version.name},
            {QStringLiteral("status"), keyOf(version.status)},
            {QStringLiteral("indicator"), indicator},
            {QStringLiteral("architecture"), version.architecture},
            {QStringLiteral("trainingImages"), version.itemsTrain},
            {QStringLiteral("seconds"), jsonOf(secondsOf(version))},
            {QStringLiteral("created"), version.created.toUTC().toString(Qt::ISODate)}};
}

QStringList namesOf(const core::ModelRecord& model)
{
    QStringList names;
    for (const auto& entry : model.concepts)
        names.append(entry.name);
    return names;
}

QJsonObject toJson(const core::ViewRecord& view, const core::ModelWithVersions& model)
{
    QJsonArray versions;
    for (const auto& version : model.versions)
        versions.append(toJson(version));
    return {{QStringLiteral("view"), view.name},
            {QStringLiteral("type"), keyOf(view.type)},
            {QStringLiteral("concepts"), QJsonArray::fromStringList(namesOf(model.model))},
            {QStringLiteral("versions"), versions}};
}

void printModel(const Terminal& terminal, const core::ViewRecord& view, const core::ModelWithVersions& model)
{
    terminal.print(Terminal::tr("%1 (%2): %3").arg(view.name, keyOf(view.type), namesOf(model.model).join(QStringLiteral(", "))));
    Table table({Terminal::tr("  Version"), Terminal::tr("Status"), Terminal::tr("Indicator"), Terminal::tr("Architecture"), Terminal::tr("Pictures"),
                 Terminal::tr("Duration"), Terminal::tr("Created")},
                5);
    for (const auto& version : model.versions) {
        const auto seconds = secondsOf(version);
        table.add({QStringLiteral("  ") + version.name, keyOf(version.status),
                   version.headline ? QStringLiteral("%1 %2").arg(version.headlineKey, percent(version.headline)) : QStringLiteral("–"),
                   version.architecture, QLocale().toString(version.itemsTrain), seconds ? duration(*seconds) : QStringLiteral("–"),
                   QLocale().toString(version.created.toLocalTime(), QLocale::ShortFormat)});
    }
    terminal.print(table);
    for (const auto& version : model.versions) {
        if (!version.failure.isEmpty())
            terminal.print(QStringLiteral("  %1: %2").arg(version.name, version.failure));
    }
    terminal.print();
}

int list(const Terminal& terminal, const std::string& folder, const std::string& viewName)
{
    const auto project = openForReading(folder);
    const auto views = viewName.empty() ? project->views() : std::vector{viewNamed(*project, viewName)};
    QJsonArray models;
    for (const auto& view : views) {
        for (const auto& model : project->library(view.id)) {
            models.append(toJson(view, model));
            printModel(terminal, view, model);
        }
    }
    terminal.object({{QStringLiteral("models"), models}});
    if (models.isEmpty())
        terminal.print(Terminal::tr("No model version yet. The command train makes the first."));
    return Done;
}

} // namespace

void addLibrary(CLI::App& program, Act& act)
{
    struct Options {
        std::string project;
        std::string view;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    auto* command = program.add_subcommand("library", Terminal::tr("List models and their versions").toStdString());
    command->add_option("PROJECT", options->project, Terminal::tr("the project's folder").toStdString())->required();
    command->add_option("--view", options->view, Terminal::tr("this view alone").toStdString());
    command->add_flag("--json", options->json, Terminal::tr("one JSON object on stdout").toStdString());
    command->callback([&act, options] { act = [options] { return list(Terminal(options->json), options->project, options->view); }; });
}

} // namespace cli
