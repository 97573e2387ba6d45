#include "app/cli/Command.h"
#include "app/cli/Interrupt.h"
#include "app/cli/Terminal.h"

#include "core/dataset/Model.h"
#include "core/project/Project.h"
#include "core/training/Devices.h"

#include <CLI/CLI.hpp>

#include <QFontDatabase>
#include <QGuiApplication>
#include <QTranslator>

#include <algorithm>
#include <memory>
#include <sstream>

#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace cli {

std::unique_ptr<core::Project> openForReading(const std::string& folder)
{
    return core::Project::open(QString::fromStdString(folder), core::Project::Access::Read);
}

std::unique_ptr<core::Project> openForWriting(const std::string& folder)
{
    auto project = core::Project::open(QString::fromStdString(folder), core::Project::Access::Write);
    for (const auto& note : project->openingNotes())
        Terminal::complain(note);
    return project;
}

core::ViewRecord viewNamed(const core::Project& project, const std::string& name)
{
    if (const auto view = project.viewNamed(QString::fromStdString(name)))
        return *view;
    QStringList names;
    for (const auto& view : project.views())
        names.append(view.name);
    throw core::Error(Terminal::tr("\"%1\" has no view named \"%2\". Its views: %3. Nothing was changed.")
                          .arg(project.name(), QString::fromStdString(name), names.isEmpty() ? Terminal::tr("none yet") : names.join(QStringLiteral(", "))));
}

core::VersionRecord versionNamed(const core::Project& project, const std::string& name)
{
    if (const auto version = project.versionNamed(QString::fromStdString(name)))
        return *version;
    throw core::Error(Terminal::tr("\"%1\" has no model version named \"%2\". Nothing was changed. The command library lists them.")
                          .arg(project.name(), QString::fromStdString(name)));
}

namespace {

/// Parses and does. CLI11 reports wrong usage by exceptions; they become this program's own exit code here.
int run(const QStringList& arguments)
{
    CLI::App program(Terminal::tr("Oriel without a window: the same projects, the same trainings.").toStdString(), "oriel");
    program.set_version_flag("--version", "oriel " ORIEL_VERSION);
    program.require_subcommand(1);
    Act act;
    for (const auto add : {addNew, addCheck, addImport, addInfo, addTrain, addLibrary, addEvaluate, addExport, addExportModel, addPredict, addDevices, addSample})
        add(program, act);

    std::vector<std::string> words;
    for (const auto& argument : arguments.mid(1))
        words.push_back(argument.toStdString());
    std::ranges::reverse(words); // as CLI11 wants them
    try {
        program.parse(std::move(words));
    } catch (const CLI::ParseError& error) {
        std::ostringstream help, wrong;
        const bool isFine = program.exit(error, help, wrong) == 0;
        Terminal::write(QByteArray::fromStdString(help.str()));
        for (const auto& line : QString::fromStdString(wrong.str()).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            Terminal::complain(line);
        return isFine ? Done : WrongUsage;
    }
    return act();
}

/// Everything that fails becomes a sentence here; no exception leaves the program.
int runToTheEnd(const QStringList& arguments)
{
    try {
        return run(arguments);
    } catch (const UsageError& error) {
        Terminal::complain(error.message());
        return WrongUsage;
    } catch (const std::bad_alloc&) {
        Terminal::complain(Terminal::tr("There is not enough memory. What was stored before is unharmed."));
    } catch (const std::exception& error) {
        if (Terminal::failure().isEmpty()) // else that is the reason, and main says it
            Terminal::complain(QString::fromUtf8(error.what()).section(QStringLiteral("\nException raised from"), 0, 0).trimmed());
    }
    return Failed;
}

/// Only names that are drawn into pictures need fonts; they come without a display.
std::unique_ptr<QCoreApplication> makeApplication(int& argc, char* argv[])
{
    if (std::none_of(argv, argv + argc, [](const char* word) { return qstrcmp(word, "--draw") == 0; }))
        return std::make_unique<QCoreApplication>(argc, argv);
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {}); // what it says of displays is for nobody here
    auto application = std::make_unique<QGuiApplication>(argc, argv);
    QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/OrielSans-Regular.otf"));
    return application;
}

} // namespace

} // namespace cli

int main(int argc, char* argv[])
{
    const auto application = cli::makeApplication(argc, argv); // its arguments are UTF-16 on every system, which argv is not
    QCoreApplication::setOrganizationName(QStringLiteral("Oriel"));
    QCoreApplication::setApplicationName(QStringLiteral("Oriel"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ORIEL_VERSION));
#ifdef Q_OS_WIN
    SetConsoleOutputCP(CP_UTF8);
#endif
    core::takeStoredMachineShare();
    cli::Interrupt::install();
    cli::Terminal::divertLibraries();
    QTranslator plurals; // the terminal speaks English; this makes "1 picture" and "2 pictures" of "%Ln picture(s)"
    if (plurals.load(QStringLiteral(":/i18n/oriel_en.qm")))
        QCoreApplication::installTranslator(&plurals);
    const int code = cli::runToTheEnd(QCoreApplication::arguments());
    if (cli::Terminal::failure().isEmpty())
        return code;
    cli::Terminal::complain(cli::Terminal::failure());
    return code == cli::Interrupted ? code : cli::Failed;
}
