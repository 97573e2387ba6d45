#include "core/base/Log.h"
#include "core/project/Project.h"
#include "ui/MainWindow.h"
#include "ui/support/Application.h"
#include "ui/support/Theme.h"

#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QTimer>
#include <QTranslator>

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
    ui::Application application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("Oriel"));
    QApplication::setApplicationName(QStringLiteral("Oriel"));
    QApplication::setApplicationVersion(QStringLiteral(ORIEL_VERSION));
    core::sendMessagesToLog(); // a person has no use for the words of libraries, and often no terminal
    QGuiApplication::setDesktopFileName(QStringLiteral("oriel-studio"));
    QTranslator ours, theirs;
    installTranslations(ours, theirs);
    ui::Theme theme;
    ui::MainWindow window(ui::Ask::withDialogs());
    window.show();
    // The window stands before a project is read into it.
    QTimer::singleShot(0, &window, [&window, paths = QApplication::arguments().mid(1)] {
        if (paths.isEmpty())
            window.openLastProject();
        else
            window.takePaths({QFileInfo(paths.first()).absoluteFilePath()});
    });
    return QApplication::exec();
}
