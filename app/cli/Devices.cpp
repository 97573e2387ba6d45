#include "app/cli/Command.h"
#include "app/cli/Table.h"
#include "app/cli/Terminal.h"

#include "core/training/Devices.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>
#include <QLocale>

namespace cli {

namespace {

QJsonValue textOrNull(const QString& text) { return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text); }

QJsonObject toJson(const core::DeviceEntry& device)
{
    return {{QStringLiteral("id"), device.id},
            {QStringLiteral("name"), device.name},
            {QStringLiteral("memory"), device.memory > 0 ? QJsonValue(device.memory) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("usable"), device.usable},
            {QStringLiteral("reason"), textOrNull(device.reason)}};
}

int listDevices(const Terminal& terminal)
{
    QJsonArray list;
    Table table({Terminal::tr("Device"), Terminal::tr("Name"), Terminal::tr("Memory"), Terminal::tr("Usable")}, 4);
    for (const auto& device : core::devices()) {
        list.append(toJson(device));
        table.add({device.id, device.name, device.memory > 0 ? QLocale().formattedDataSize(device.memory) : QStringLiteral("–"),
                   device.usable ? Terminal::tr("yes") : Terminal::tr("no: %1").arg(device.reason)});
    }
    terminal.object({{QStringLiteral("devices"), list}});
    terminal.print(table);
    return Done;
}

} // namespace

void addDevices(CLI::App& program, Act& act)
{
    auto* command = program.add_subcommand("devices", Terminal::tr("List where trainings can run").toStdString());
    auto json = std::make_shared<bool>(false);
    command->add_flag("--json", *json, Terminal::tr("one JSON object on stdout").toStdString());
    command->callback([&act, json] { act = [json] { return listDevices(Terminal(*json)); }; });
}

} // namespace cli
