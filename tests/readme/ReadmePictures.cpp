// The pictures of README.md, taken of the sample project: ./dev pictures makes them again.
#include "core/base/MachineShare.h"
#include "core/project/Project.h"
#include "core/project/SampleProject.h"
#include "ui/MainWindow.h"
#include "ui/Session.h"
#include "ui/dialogs/TrainVersionDialog.h"
#include "ui/pages/VersionPage.h"
#include "ui/support/Application.h"
#include "ui/support/Theme.h"

#include <QDir>
#include <QSettings>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <cstdio>

using namespace ui;

namespace {

constexpr QSize windowSize(1080, 690);
// Pictures and numbers are read on other threads: the window has come to rest when it looks the same for a while.
constexpr int least = 4000, pause = 1500, most = 40'000; // ms

Ask silent()
{
    Ask ask;
    ask.choose = ask.offer = [](QWidget*, const QString&, const QString&, const QStringList&, const Ask::Chosen& chosen) { chosen(-1); };
    ask.text = [](QWidget*, const QString&, const QString&, const QString&, const Ask::Given&) {};
    ask.openFiles = [](QWidget*, const QString&, const Ask::Picked&) {};
    ask.openFolder = [](QWidget*, const QString&, const Ask::Given&) {};
    ask.saveFile = [](QWidget*, const QString&, const QString&, const Ask::Given&) {};
    ask.tell = [](QWidget*, const QString&, const QString& message) { std::fprintf(stderr, "%s\n", qPrintable(message)); };
    return ask;
}

/// What the window shows when it has come to rest.
bool take(QWidget& widget, const QDir& folder, const char* name)
{
    QTest::qWait(least);
    QImage picture = widget.grab().toImage(), before;
    for (int waited = 0; picture != before && waited < most; waited += pause) {
        before = picture;
        QTest::qWait(pause);
        picture = widget.grab().toImage();
    }
    const QString path = folder.filePath(QLatin1String(name) + QStringLiteral(".png"));
    if (picture.convertToFormat(QImage::Format_RGB888).save(path))
        return true;
    std::fprintf(stderr, "%s cannot be written.\n", qPrintable(path));
    return false;
}

void showView(MainWindow& window, const char* name)
{
    if (const auto view = window.session()->project().viewNamed(QLatin1String(name)))
        window.session()->setView(view->id);
}

} // namespace

int main(int argc, char** argv)
{
    Application application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setOrganizationName(QStringLiteral("OrielPictures"));
    QApplication::setApplicationName(QStringLiteral("Oriel"));
    QLocale::setDefault(QLocale(QStringLiteral("en")));
    QSettings().clear();
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("docs/pictures"));
    QTemporaryDir place;
    const QString project = place.filePath(QStringLiteral("Blood cells.oriel"));
    core::createSampleProject(project, core::sampleFolder());
    folder.mkpath(QStringLiteral("."));

    QTranslator plurals; // "1 image" and "2 images"
    if (plurals.load(QStringLiteral(ORIEL_PLURALS)))
        QApplication::installTranslator(&plurals);
    core::setMachineShare({.threads = 1}); // the dialog measures; beside other programs, threads wait for each other
    Theme theme;
    theme.setScheme(Theme::Scheme::Light);
    MainWindow window(silent());
    window.resize(windowSize);
    window.show();
    if (!window.openProject(project))
        return 1;
    showView(window, "Cells");
    bool isFine = take(window, folder, "images");
    window.goTo(Place::Annotate);
    isFine = take(window, folder, "annotate") && isFine;
    window.goTo(Place::Library);
    isFine = take(window, folder, "library") && isFine;
    window.goTo(Place::Version);
    window.currentPage()->findChild<QTabWidget*>(QStringLiteral("versionTabs"))->setCurrentIndex(VersionPage::Evaluation);
    theme.setScheme(Theme::Scheme::Dark);
    isFine = take(window, folder, "version-dark") && isFine;
    theme.setScheme(Theme::Scheme::Light);
    TrainVersionDialog train(*window.session());
    train.resize(1040, 690);
    train.show();
    isFine = take(train, folder, "train") && isFine;
    train.close();
    QSettings().clear();
    return isFine ? 0 : 1;
}
