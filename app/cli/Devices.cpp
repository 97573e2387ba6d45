#include "app/cli/Command.h"
#include "app/cli/Interrupt.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/Table.h"
#include "app/cli/Terminal.h"

#include "core/training/Devices.h"
#include "core/training/SelfTest.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace cli {

namespace {

struct Options {
    std::string device;
    bool test = false, json = false;
};

QJsonValue textOrNull(const QString& text) { return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text); }

QJsonObject toJson(const core::DeviceEntry& device)
{
    return {{QStringLiteral("id"), device.id},
            {QStringLiteral("name"), device.name},
            {QStringLiteral("memory"), device.memory > 0 ? QJsonValue(device.memory) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("usable"), device.usable},
            {QStringLiteral("reason"), textOrNull(device.reason)},
            {QStringLiteral("cores"), device.cores > 0 ? QJsonValue(device.cores) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("instructions"), QJsonArray::fromStringList(device.instructions)},
            {QStringLiteral("driver"), textOrNull(device.driver)},
            {QStringLiteral("needed_driver"), textOrNull(device.neededDriver)}};
}

QJsonObject toJson(const core::SelfTestReport& report)
{
    return {{QStringLiteral("device"), report.device},
            {QStringLiteral("passed"), report.isPassed},
            {QStringLiteral("images_per_second"), report.imagesPerSecond > 0 ? QJsonValue(report.imagesPerSecond) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("largest_difference"), report.imagesPerSecond > 0 ? QJsonValue(report.largestDifference) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("seconds"), report.seconds},
            {QStringLiteral("sentence"), report.sentence}};
}

/// "AMD EPYC, 8 cores, AVX2", or with the driver of a card.
QString described(const core::DeviceEntry& device)
{
    QStringList words{device.name};
    if (device.cores > 0)
        words << Terminal::tr("%Ln core(s)", nullptr, device.cores);
    words << device.instructions;
    if (!device.driver.isEmpty())
        words << Terminal::tr("driver %1").arg(device.driver);
    return words.join(QStringLiteral(", "));
}

void listDevices(const Terminal& terminal)
{
    QJsonArray list;
    Table table({Terminal::tr("Device"), Terminal::tr("Name"), Terminal::tr("Memory"), Terminal::tr("Usable")}, 4);
    for (const auto& device : core::devices()) {
        list.append(toJson(device));
        table.add({device.id, described(device), device.memory > 0 ? QLocale().formattedDataSize(device.memory) : QStringLiteral("–"),
                   device.usable ? Terminal::tr("yes") : Terminal::tr("no: %1").arg(device.reason)});
    }
    terminal.object({{QStringLiteral("devices"), list}});
    terminal.print(table);
}

/// Every usable device, or the one that was named. Done when all pass.
int testDevices(const Options& options, const Terminal& terminal)
{
    int code = Done;
    for (const auto& device : core::devices()) {
        if (options.device.empty() ? !device.usable : device.id != QString::fromStdString(options.device))
            continue;
        ProgressLine line(!options.json);
        const auto report = core::selfTest(device.id, {.stepChanged = [&](const QString& step, int done, int total) { line.show(double(done) / total, step); },
                                                       .isCanceled = [] { return Interrupt::isRequested(); }});
        line.clear();
        if (report.isCanceled) {
            Terminal::complain(report.sentence);
            return Interrupted;
        }
        terminal.object({{QStringLiteral("self_test"), toJson(report)}});
        terminal.print(QStringLiteral("%1: %2").arg(device.id, report.sentence));
        if (!report.isPassed) {
            Terminal::complain(report.sentence);
            code = Failed;
        }
    }
    return code;
}

int devices(const Options& options)
{
    const Terminal terminal(options.json);
    const auto& known = core::devices();
    if (!options.device.empty() && std::ranges::find(known, QString::fromStdString(options.device), &core::DeviceEntry::id) == known.end())
        throw UsageError(Terminal::tr("There is no device \"%1\" here. The command devices lists them.").arg(QString::fromStdString(options.device)));
    listDevices(terminal);
    return options.test || !options.device.empty() ? testDevices(options, terminal) : Done;
}

} // namespace

void addDevices(CLI::App& program, Act& act)
{
    auto options = std::make_shared<Options>();
    auto* command = program.add_subcommand("devices", Terminal::tr("List where trainings can run, and test them").toStdString());
    command->add_flag("--self-test", options->test, Terminal::tr("compute on each usable one and compare, some seconds").toStdString());
    command->add_option("--device", options->device, Terminal::tr("test this one alone").toStdString());
    command->add_flag("--json", options->json, Terminal::tr("JSON objects on stdout").toStdString());
    command->callback([&act, options] { act = [options] { return devices(*options); }; });
}

} // namespace cli
