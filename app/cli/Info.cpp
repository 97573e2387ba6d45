#include "app/cli/Command.h"
#include "app/cli/Table.h"
#include "app/cli/Terminal.h"

#include "core/project/Project.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace cli {

namespace {

/// Name of the model that the view's present set of concepts belongs to; empty before its first training.
QString currentModel(const core::Project& project, core::ViewId view)
{
    const auto models = project.library(view);
    const auto current = std::ranges::find_if(models, [](const auto& model) { return model.model.isCurrent; });
    return current == models.end() ? QString() : current->model.name;
}

QJsonObject toJson(const core::Project& project, const core::ViewRecord& view)
{
    const auto summary = project.summary(view.id);
    QJsonArray concepts;
    QJsonObject annotations;
    for (const auto& entry : project.concepts(view.id)) {
        concepts.append(entry.name);
        const auto found = std::ranges::find(summary.answers, entry.id, &std::pair<core::ConceptId, int>::first);
        annotations[entry.name] = found == summary.answers.end() ? 0 : found->second;
    }
    const auto model = currentModel(project, view.id);
    return {{QStringLiteral("name"), view.name},
            {QStringLiteral("type"), keyOf(view.type)},
            {QStringLiteral("concepts"), concepts},
            {QStringLiteral("splits"), QJsonObject{{QStringLiteral("train"), summary.train},
                                                   {QStringLiteral("val"), summary.validation},
                                                   {QStringLiteral("test"), summary.test},
                                                   {QStringLiteral("none"), summary.unassigned}}},
            {QStringLiteral("annotations"), annotations},
            {QStringLiteral("withoutConcept"),
             view.type == core::ViewType::Classification ? QJsonValue(QJsonValue::Null) : QJsonValue(summary.withoutConcept)},
            {QStringLiteral("model"), model.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(model)}};
}

void printView(const Terminal& terminal, const core::Project& project, const core::ViewRecord& view)
{
    const auto summary = project.summary(view.id);
    const QLocale locale;
    terminal.print();
    terminal.print(Terminal::tr("View \"%1\" (%2)").arg(view.name, keyOf(view.type)));
    terminal.print(Terminal::tr("  Pictures: %1 train, %2 val, %3 test, %4 without split; %5 annotated, %6 partly")
                       .arg(locale.toString(summary.train), locale.toString(summary.validation), locale.toString(summary.test),
                            locale.toString(summary.unassigned), locale.toString(summary.annotated), locale.toString(summary.partly)));
    if (view.type != core::ViewType::Classification)
        terminal.print(Terminal::tr("  Without concept: %1").arg(locale.toString(summary.withoutConcept)));
    Table table({Terminal::tr("  Concept"), view.type == core::ViewType::Detection ? Terminal::tr("Boxes") : Terminal::tr("Pictures")});
    for (const auto& entry : project.concepts(view.id)) {
        const auto found = std::ranges::find(summary.answers, entry.id, &std::pair<core::ConceptId, int>::first);
        table.add({QStringLiteral("  ") + entry.name, locale.toString(found == summary.answers.end() ? 0 : found->second)});
    }
    if (!table.isEmpty())
        terminal.print(table);
    if (const auto model = currentModel(project, view.id); !model.isEmpty())
        terminal.print(Terminal::tr("  Model: %1").arg(model));
}

int tell(const Terminal& terminal, const std::string& folder)
{
    const auto project = openForReading(folder);
    QJsonArray views;
    for (const auto& view : project->views())
        views.append(toJson(*project, view));
    terminal.object({{QStringLiteral("name"), project->name()}, {QStringLiteral("images"), project->imageCount()}, {QStringLiteral("views"), views}});
    if (terminal.isJson())
        return Done;
    terminal.print(Terminal::tr("Project \"%1\"").arg(project->name()));
    terminal.print(Terminal::tr("Images: %1").arg(QLocale().toString(project->imageCount())));
    for (const auto& view : project->views())
        printView(terminal, *project, view);
    return Done;
}

} // namespace

void addInfo(CLI::App& program, Act& act)
{
    struct Options {
        std::string project;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    auto* command = program.add_subcommand("info", Terminal::tr("Say what a project holds").toStdString());
    command->add_option("PROJECT", options->project, Terminal::tr("the project's folder").toStdString())->required();
    command->add_flag("--json", options->json, Terminal::tr("one JSON object on stdout").toStdString());
    command->callback([&act, options] { act = [options] { return tell(Terminal(options->json), options->project); }; });
}

} // namespace cli
