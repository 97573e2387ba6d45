#include "app/cli/Command.h"
#include "app/cli/Interrupt.h"
#include "app/cli/Table.h"
#include "app/cli/Terminal.h"

#include "core/project/Recovery.h"

#include <CLI/CLI.hpp>

#include <QDir>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace cli {

namespace {

struct CheckOptions {
    std::string project;
    bool repair = false;
    std::string way = "auto";
    bool json = false;
};

QJsonArray toJson(const core::ProjectCheck& check)
{
    QJsonArray backups;
    for (size_t i = 0; i < check.backups.size(); ++i)
        backups.append(QJsonObject{{QStringLiteral("file"), check.backups[i].path},
                                   {QStringLiteral("time"), check.backups[i].when.toString(Qt::ISODate)},
                                   {QStringLiteral("kind"), core::Backups::keyOf(check.backups[i].kind)},
                                   {QStringLiteral("sound"), check.held[i].isSound},
                                   {QStringLiteral("images"), check.held[i].images},
                                   {QStringLiteral("annotated"), check.held[i].annotated}});
    return backups;
}

void print(const Terminal& terminal, const core::ProjectCheck& check)
{
    const QLocale locale;
    terminal.print(Terminal::tr("Project \"%1\" in %2").arg(check.name, QDir::toNativeSeparators(check.folder)));
    terminal.print(check.isSound ? Terminal::tr("The database is sound.") : Terminal::tr("The database is damaged:"));
    for (const auto& problem : check.problems)
        terminal.print(QStringLiteral("  ") + problem);
    if (!check.wasClosedCleanly)
        terminal.print(Terminal::tr("It was not closed cleanly, or is open now."));
    if (!check.areCountsRight)
        terminal.print(Terminal::tr("Some counts are wrong; the next opening makes them anew."));
    if (check.backups.empty()) {
        terminal.print(Terminal::tr("There is no backup yet."));
        return;
    }
    Table table({Terminal::tr("Backup"), Terminal::tr("Kind"), Terminal::tr("Images"), Terminal::tr("Annotated"), Terminal::tr("State")});
    for (size_t i = 0; i < check.backups.size(); ++i)
        table.add({locale.toString(check.backups[i].when.toLocalTime(), QLocale::ShortFormat), core::Backups::keyOf(check.backups[i].kind),
                   locale.toString(check.held[i].images), locale.toString(check.held[i].annotated),
                   check.held[i].isSound ? Terminal::tr("sound") : Terminal::tr("damaged")});
    terminal.print(table);
}

QString keyOf(core::ProjectRepair::Way way)
{
    switch (way) {
    case core::ProjectRepair::Way::Reread: return QStringLiteral("reread");
    case core::ProjectRepair::Way::Restore: return QStringLiteral("backup");
    case core::ProjectRepair::Way::Salvage: break;
    }
    return QStringLiteral("salvage");
}

QJsonObject toJson(const core::ProjectRepair& repair)
{
    QJsonArray tables;
    for (const auto& table : repair.tables)
        tables.append(QJsonObject{{QStringLiteral("table"), table.name},
                                  {QStringLiteral("kept"), table.kept},
                                  {QStringLiteral("unread"), table.unread ? QJsonValue(*table.unread) : QJsonValue(QJsonValue::Null)},
                                  {QStringLiteral("dropped"), table.dropped},
                                  {QStringLiteral("fromBackup"), table.filled}});
    return {{QStringLiteral("way"), keyOf(repair.way)},
            {QStringLiteral("whole"), repair.isWhole()},
            {QStringLiteral("damagedFiles"), repair.setAside},
            {QStringLiteral("backup"), repair.backup ? QJsonValue(repair.backup->path) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("editsLacking"), repair.editsLacking ? QJsonValue(*repair.editsLacking) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("titlesLacking"), QJsonArray::fromStringList(repair.titlesLacking)},
            {QStringLiteral("tables"), tables}};
}

void printRestore(const Terminal& terminal, const core::ProjectRepair& repair)
{
    const QLocale locale;
    terminal.print(Terminal::tr("The project was restored to %1.").arg(locale.toString(repair.backup->when.toLocalTime(), QLocale::ShortFormat)));
    terminal.print(repair.editsLacking ? Terminal::tr("%1 edits were made after it; they are only in the damaged file.").arg(locale.toString(*repair.editsLacking))
                                       : Terminal::tr("How many edits were made after it cannot be read any more."));
    for (const auto& title : repair.titlesLacking)
        terminal.print(QStringLiteral("  ") + title);
}

void printSalvage(const Terminal& terminal, const core::ProjectRepair& repair)
{
    const QLocale locale;
    terminal.print(Terminal::tr("What could be read was saved into a new database."));
    Table table({Terminal::tr("Table"), Terminal::tr("Kept"), Terminal::tr("Unreadable"), Terminal::tr("Left without their row"), Terminal::tr("From a backup")});
    for (const auto& one : repair.tables)
        if (one.kept > 0 || !one.isWhole())
            table.add({one.name, locale.toString(one.kept), one.unread ? locale.toString(*one.unread) : Terminal::tr("some"), locale.toString(one.dropped), locale.toString(one.filled)});
    if (!table.isEmpty())
        terminal.print(table);
}

core::ProjectRepair repairBy(const std::string& way, const core::ProjectCheck& check)
{
    if (way == "salvage")
        return core::Recovery::salvage(check.folder, Interrupt::isRequested);
    if (way == "auto")
        return core::Recovery::repair(check.folder, Interrupt::isRequested);
    const auto sound = std::ranges::find_if(check.held, &core::BackupContent::isSound);
    if (sound == check.held.end())
        throw core::Error(Terminal::tr("There is no sound backup. Nothing was changed; --way salvage saves what can be read."));
    return core::Recovery::restore(check.folder, check.backups[size_t(sound - check.held.begin())]);
}

int repair(const Terminal& terminal, const CheckOptions& options, const core::ProjectCheck& check)
{
    const auto repair = repairBy(options.way, check);
    terminal.object(toJson(repair));
    if (repair.way == core::ProjectRepair::Way::Restore)
        printRestore(terminal, repair);
    else if (repair.way == core::ProjectRepair::Way::Salvage)
        printSalvage(terminal, repair);
    else
        terminal.print(Terminal::tr("The database is sound again; nothing is missing."));
    terminal.print(Terminal::tr("The damaged files lie in %1.").arg(QDir::toNativeSeparators(repair.setAside)));
    return repair.isWhole() ? Done : PartlyDone;
}

int look(const Terminal& terminal, const CheckOptions& options)
{
    const auto folder = core::Recovery::folderOf(QString::fromStdString(options.project));
    if (folder.isEmpty())
        throw core::Error(Terminal::tr("%1 is not an Oriel project. Nothing was changed.").arg(QString::fromStdString(options.project)));
    const auto check = core::Recovery::check(folder, Interrupt::isRequested);
    if (Interrupt::isRequested())
        return Interrupted;
    terminal.object({{QStringLiteral("name"), check.name},
                     {QStringLiteral("sound"), check.isSound},
                     {QStringLiteral("closedCleanly"), check.wasClosedCleanly},
                     {QStringLiteral("problems"), QJsonArray::fromStringList(check.problems)},
                     {QStringLiteral("backups"), toJson(check)}});
    print(terminal, check);
    if (options.repair && (!check.isSound || options.way != "auto"))
        return repair(terminal, options, check);
    if (check.isSound)
        return Done;
    Terminal::complain(Terminal::tr("\"%1\" is damaged. Nothing was changed; check --repair brings it back, and keeps the damaged files.").arg(check.name));
    return Failed;
}

} // namespace

void addCheck(CLI::App& program, Act& act)
{
    auto options = std::make_shared<CheckOptions>();
    auto* command = program.add_subcommand("check", Terminal::tr("Look whether a project is sound, and bring a damaged one back").toStdString());
    command->add_option("PROJECT", options->project, Terminal::tr("the project's folder").toStdString())->required();
    auto* repair = command->add_flag("--repair", options->repair, Terminal::tr("bring it back; the damaged files are kept in its folder backups").toStdString());
    command->add_option("--way", options->way, Terminal::tr("auto: without the log's index, else the newest backup, else what can be read").toStdString())
        ->check(CLI::IsMember({"auto", "backup", "salvage"}))
        ->needs(repair);
    command->add_flag("--json", options->json, Terminal::tr("JSON objects on stdout").toStdString());
    command->callback([&act, options] { act = [options] { return look(Terminal(options->json), *options); }; });
}

} // namespace cli
