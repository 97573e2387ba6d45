#include "app/studio/Arguments.h"
#include "core/base/Log.h"
#include "core/project/Project.h"
#include "core/training/Devices.h"
#include "ui/MainWindow.h"
#include "ui/support/Application.h"
#include "ui/support/FirstStart.h"
#include "ui/support/Settings.h"
#include "ui/support/Theme.h"

#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QTimer>
#include <QTranslator>

#include <cstdio>

namespace {

/// Our words and Qt's own, in the person's language; English has a file too, for its plurals.
void installTranslations(QTranslator& ours, QTranslator& theirs)
{
    if (ours.load(QLocale(), QStringLiteral("oriel"), QStringLiteral("_"), QStringLiteral(":/i18n")) || ours.load(QStringLiteral(":/i18n/oriel_en.qm")))
        QCoreApplication::installTranslator(&ours);
    if (theirs.load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&theirs);
}

} // namespace

int main(int argc, char** argv)
{
    if (const char* answer = answerWithoutWindow(argc, argv)) { // before there is an application: it may be asked where no screen is
        std::fputs(answer, stdout);
        return 0;
    }
    ui::Application application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("Oriel"));
    QApplication::setApplicationName(QStringLiteral("Oriel"));
    QApplication::setApplicationVersion(QStringLiteral(ORIEL_VERSION));
    core::sendMessagesToLog(); // a person has no use for the words of libraries, and often no terminal
    QGuiApplication::setDesktopFileName(QStringLiteral("oriel-studio"));
#ifndef Q_OS_MACOS // the bundle has its own
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/studio/oriel-studio.svg")));
#endif
    const Arguments asked = argumentsFrom(QApplication::arguments().mid(1));
    ui::FirstStart start;
    if (!asked.wantsNewWindow && start.handOver(asked.paths))
        return 0;
    const QString settingsLost = ui::Settings::setAsideUnreadable();
    if (const QString language = ui::Settings::language(); !language.isEmpty())
        QLocale::setDefault(QLocale(language)); // numbers and dates go with the words
    QTranslator ours, theirs;
    installTranslations(ours, theirs);
    core::takeStoredMachineShare();
    ui::Theme theme;
    ui::MainWindow window(ui::Ask::withDialogs());
    QObject::connect(&start, &ui::FirstStart::openRequested, &window, &ui::MainWindow::openFromOutside);
    QObject::connect(&application, &ui::Application::openRequested, &window, &ui::MainWindow::openFromOutside);
    if (!settingsLost.isEmpty())
        window.say(settingsLost);
    window.show();
    // The window stands before a project is read into it.
    QTimer::singleShot(0, &window, [&window, paths = asked.paths] {
        if (paths.isEmpty())
            window.openLastProject();
        else
            window.takePaths(paths);
    });
    return QApplication::exec();
}
