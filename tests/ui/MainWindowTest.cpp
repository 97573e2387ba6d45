#include "core/project/Project.h"
#include "core/project/TrainingQueue.h"
#include "core/training/TrainingSpec.h"
#include "tests/ui/support/SmallProject.h"
#include "ui/HelpDesk.h"
#include "ui/MainWindow.h"
#include "ui/Session.h"
#include "ui/dialogs/HelpWindow.h"
#include "ui/dialogs/ExportDialog.h"
#include "ui/dialogs/ImportDialog.h"
#include "ui/dialogs/NewProjectDialog.h"
#include "ui/dialogs/SettingsDialog.h"
#include "ui/dialogs/TrainVersionDialog.h"
#include "ui/pages/LibraryPage.h"
#include "ui/pages/StartPage.h"
#include "ui/support/Help.h"
#include "ui/support/RecentProjects.h"
#include "ui/support/Theme.h"
#include "ui/widgets/NavigationRail.h"
#include "ui/widgets/NoticeBar.h"
#include "ui/widgets/ProjectCard.h"
#include "ui/widgets/StatusBar.h"
#include "ui/widgets/ViewSelector.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTest>
#include <QTextBrowser>
#include <QThread>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace ui;

class MainWindowTest final : public QObject {
    Q_OBJECT

    /// A project on disk that nobody has open.
    static std::unique_ptr<SmallProject> closedProject()
    {
        auto small = std::make_unique<SmallProject>(core::ViewType::Detection);
        small->session.reset();
        return small;
    }
    static QString folderOf(const SmallProject& small) { return small.folder.filePath(QStringLiteral("project")); }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("OrielTest"));
        QSettings().clear();
        Theme::of();
    }

    void init() { QSettings().clear(); }

    void startShowsWhatCanBeDone()
    {
        MainWindow window(SmallProject::silent());
        window.show();
        QCOMPARE(window.place(), Place::Start);
        QVERIFY(window.findChild<QPushButton*>(QStringLiteral("startNew"))->isVisible());
        QVERIFY(!window.findChild<NavigationRail*>()->isVisible());
    }

    void everyPageHasItsHelp()
    {
        const auto small = closedProject();
        MainWindow window(SmallProject::silent());
        window.show();
        QCOMPARE(HelpDesk::topicFor(window.currentPage()), QStringLiteral("start"));
        QVERIFY(window.openProject(folderOf(*small)));
        int pages = 0;
        for (auto* button : window.findChild<NavigationRail*>()->findChildren<QAbstractButton*>()) {
            if (!button->objectName().startsWith(QStringLiteral("place")))
                continue;
            ++pages;
            window.goTo(Place(button->objectName().mid(5).toInt()));
            const QString topic = HelpDesk::topicFor(window.currentPage());
            for (const QString& language : Help::languages())
                QVERIFY2(!topic.isEmpty() && Help(language).has(topic), qPrintable(window.currentPage()->objectName()));
        }
        QVERIFY(pages >= 6);
    }

    void f1OpensTheHelpAlsoInDialogs()
    {
        const auto small = closedProject();
        MainWindow window(SmallProject::silent());
        window.show();
        QVERIFY(window.openProject(folderOf(*small)));
        window.findChild<QAction*>(QStringLiteral("actionHelp"))->trigger();
        auto* desk = window.findChild<HelpDesk*>();
        QVERIFY(desk->window() && desk->window()->isVisible());
        QCOMPARE(desk->window()->topic(), QStringLiteral("images"));
        window.findChild<QAction*>(QStringLiteral("actionTrain"))->trigger();
        auto* dialog = window.findChild<TrainVersionDialog*>();
        QVERIFY(dialog);
        QTest::keyClick(dialog->findChild<QSpinBox*>(QStringLiteral("epochs")), Qt::Key_F1);
        QCOMPARE(desk->window()->topic(), QStringLiteral("options#epochs"));
        QVERIFY(dialog->isVisible()); // F1 is no answer to it
        QDialog question(&window); // without a text of its own: that of the page
        QTest::keyClick(&question, Qt::Key_F1);
        QCOMPARE(desk->window()->topic(), QStringLiteral("images"));
        dialog->findChild<QAbstractButton*>(QStringLiteral("seedHelp"))->click();
        QCOMPARE(desk->window()->topic(), QStringLiteral("options#seed"));
        window.findChild<QAction*>(QStringLiteral("actionKeys"))->trigger();
        const QString keys = desk->window()->findChild<QTextBrowser*>()->toPlainText();
        for (const char* name : {"actionSettings", "actionTrain", "actionImport"}) // as they are set
            QVERIFY2(keys.contains(window.findChild<QAction*>(QLatin1String(name))->shortcut().toString(QKeySequence::NativeText)), name);
        window.close();
        QVERIFY(!desk->window());
    }

    void theSettingsFollowTheOpenProject()
    {
        const auto small = closedProject();
        MainWindow window(SmallProject::silent());
        window.show();
        window.findChild<QAction*>(QStringLiteral("actionSettings"))->trigger();
        auto* settings = window.findChild<SettingsDialog*>();
        QVERIFY(settings && settings->isVisible());
        settings->showPage(SettingsDialog::Storage);
        auto* open = settings->findChild<QWidget*>(QStringLiteral("openStorage"));
        QVERIFY(!open->isVisible());
        QVERIFY(window.openProject(folderOf(*small)));
        QVERIFY(open->isVisible());
        QTRY_VERIFY(settings->findChild<QPushButton*>(QStringLiteral("emptyThumbnails")));
        window.closeProject();
        QTRY_VERIFY(!open->isVisible());
    }

    void whatTheProgramSaysStaysUntilItIsClosed()
    {
        const auto small = closedProject();
        MainWindow window(SmallProject::silent());
        window.say(QStringLiteral("Your settings could not be read."));
        window.show();
        auto* bar = window.findChild<NoticeBar*>(QStringLiteral("programBar"));
        QVERIFY(bar->isVisible());
        QVERIFY(window.openProject(folderOf(*small)));
        QVERIFY(bar->isVisible());
        bar->findChild<QPushButton*>(QStringLiteral("noticeAct0"))->click();
        QVERIFY(!bar->isVisible());
    }

    void arrowsWalkOverTheRecentProjects_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("to");
        QTest::newRow("right") << 0 << int(Qt::Key_Right) << 1;
        QTest::newRow("left at the beginning") << 0 << int(Qt::Key_Left) << 0;
        QTest::newRow("down") << 1 << int(Qt::Key_Down) << 4;
        QTest::newRow("up") << 4 << int(Qt::Key_Up) << 1;
        QTest::newRow("down from the last row") << 4 << int(Qt::Key_Down) << 4;
    }

    void arrowsWalkOverTheRecentProjects()
    {
        for (int i = 4; i >= 0; --i) {
            RecentProject recent;
            recent.folder = recent.name = QStringLiteral("/nowhere/%1").arg(i);
            RecentProjects::note(recent);
        }
        MainWindow window(SmallProject::silent());
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto* start = window.findChild<StartPage*>();
        const auto card = [start](int place) {
            for (auto* one : start->findChildren<ProjectCard*>()) {
                if (one->project().name == QStringLiteral("/nowhere/%1").arg(place))
                    return one;
            }
            return static_cast<ProjectCard*>(nullptr);
        };
        QFETCH(int, from);
        QFETCH(int, key);
        QFETCH(int, to);
        card(from)->setFocus();
        QTest::keyClick(card(from), Qt::Key(key));
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(card(to)));
    }

    void startSaysWhatIsOnlyPartlyAnnotated()
    {
        core::ViewSummary summary;
        summary.items = 60;
        summary.annotated = 30;
        summary.partly = 12;
        RecentProject recent;
        recent.folder = QStringLiteral("/nowhere");
        recent.annotated = summary;
        RecentProjects::note(recent);
        QCOMPARE(RecentProjects::all().front().annotated.partly, 12);
        QCOMPARE(RecentProjects::all().front().annotated.annotated, 30);
    }

    void everyPlaceOpensByItsKey_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("place");
        QTest::newRow("images") << int(Qt::Key_1) << int(Place::Images);
        QTest::newRow("annotate") << int(Qt::Key_2) << int(Place::Annotate);
        QTest::newRow("views") << int(Qt::Key_3) << int(Place::Views);
        QTest::newRow("library") << int(Qt::Key_5) << int(Place::Library);
        QTest::newRow("training") << int(Qt::Key_6) << int(Place::Training);
        QTest::newRow("version") << int(Qt::Key_7) << int(Place::Version);
        QTest::newRow("predict") << int(Qt::Key_9) << int(Place::Predict);
    }

    void everyPlaceOpensByItsKey()
    {
        QFETCH(int, key);
        QFETCH(int, place);
        const auto small = closedProject();
        MainWindow window(SmallProject::silent());
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QVERIFY(window.openProject(folderOf(*small)));
        QCOMPARE(window.place(), Place::Images);
        QTest::keyClick(&window, Qt::Key(key), Qt::ControlModifier);
        QCOMPARE(int(window.place()), place);
        QVERIFY(window.currentPage()->isVisible());
    }

    void thePicturesHaveTheFocusWhenAProjectOpens()
    {
        const auto small = closedProject();
        MainWindow window(SmallProject::silent());
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QVERIFY(window.openProject(folderOf(*small)));
        const auto isGrid = [] { return qobject_cast<QAbstractItemView*>(QApplication::focusWidget()) != nullptr; };
        QTRY_VERIFY(isGrid());
        window.goTo(Place::Library);
        window.goTo(Place::Images);
        QVERIFY(isGrid());
    }

    void f6WalksThroughTheParts()
    {
        const auto small = closedProject();
        MainWindow window(SmallProject::silent());
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QVERIFY(window.openProject(folderOf(*small)));
        for (Place place : {Place::Images, Place::Annotate, Place::Views, Place::Library, Place::Training, Place::Version, Place::Predict}) {
            window.goTo(place);
            QVERIFY(QApplication::focusWidget()); // never lost with the page before
            QSet<QWidget*> visited;
            bool inPage = false, inRail = false, inBar = false;
            for (int i = 0; i < 8; ++i) {
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
                QWidget* focus = QApplication::focusWidget();
                QVERIFY(focus);
                visited.insert(focus);
                inPage |= window.currentPage()->isAncestorOf(focus) || window.currentPage() == focus;
                inRail |= window.findChild<NavigationRail*>()->isAncestorOf(focus);
                inBar |= window.findChild<StatusBar*>()->isAncestorOf(focus);
            }
            QVERIFY2(inPage && inRail && inBar && visited.size() >= 3, qPrintable(QString::number(int(place))));
            QWidget* before = QApplication::focusWidget();
            QTest::keyClick(before, Qt::Key_F6);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, Qt::ShiftModifier);
            QCOMPARE(QApplication::focusWidget(), before);
        }
    }

    void enterPressesTheButtonThatHasTheFocus()
    {
        const auto small = closedProject();
        MainWindow window(SmallProject::silent());
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QVERIFY(window.openProject(folderOf(*small)));
        window.findChild<QWidget*>(QStringLiteral("place%1").arg(int(Place::Library)))->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(window.place(), Place::Library);
    }

    void trainingsThatWaitedAreOfferedAndRemoved()
    {
        auto small = std::make_unique<SmallProject>(core::ViewType::Detection);
        const core::VersionId first = small->addVersion(QStringLiteral("v1"), core::VersionStatus::Queued);
        small->addVersion(QStringLiteral("v2"), core::VersionStatus::Queued);
        small->session.reset();
        Ask ask = SmallProject::silent();
        QString asked;
        ask.choose = [&asked](QWidget*, const QString&, const QString& text, const QStringList&, const Ask::Chosen& chosen) {
            asked = text;
            chosen(0);
        };
        MainWindow window(ask);
        window.show();
        QVERIFY(window.openProject(folderOf(*small)));
        auto* bar = window.findChild<NoticeBar*>(QStringLiteral("waitingBar"));
        QVERIFY2(bar->isVisible() && bar->text().startsWith(QLatin1Char('2')), qPrintable(bar->text()));
        QVERIFY(!window.session()->trainings().isRunning()); // nothing starts by itself
        window.goTo(Place::Library);
        auto* library = qobject_cast<LibraryPage*>(window.currentPage());
        library->chooseVersion(first);
        QTest::keyClick(library->findChild<QAbstractItemView*>(QStringLiteral("libraryTree")), Qt::Key_Delete); // each can be removed
        QTRY_VERIFY(!window.session()->project().versionNamed(QStringLiteral("v1")));
        QVERIFY(asked.contains(QLatin1String("v1")));
        QTRY_VERIFY(bar->text().startsWith(QLatin1Char('1')));
        bar->findChild<QPushButton*>(QStringLiteral("noticeAct1"))->click(); // and all of them
        QTRY_VERIFY(!window.session()->project().versionNamed(QStringLiteral("v2")));
        QTRY_VERIFY(!bar->isVisible());
    }

    void aProjectOpenedForReadingCanBeTakenOverLater()
    {
        const auto small = closedProject();
        auto other = core::Project::open(folderOf(*small)); // as another window has it
        Ask ask = SmallProject::silent();
        ask.choose = [](QWidget*, const QString&, const QString&, const QStringList&, const Ask::Chosen& chosen) { chosen(0); }; // open for reading
        MainWindow window(ask);
        window.show();
        window.openProject(folderOf(*small));
        QVERIFY(window.session() && window.session()->project().isReadOnly());
        auto* bar = window.findChild<NoticeBar*>(QStringLiteral("lockedBar"));
        QVERIFY(bar->isVisible());
        other.reset();
        bar->findChild<QPushButton*>(QStringLiteral("noticeAct0"))->click();
        QTRY_VERIFY(window.session() && !window.session()->project().isReadOnly());
        QVERIFY(!bar->isVisible());
    }

    void theTrainDialogKeepsItsEntries()
    {
        const auto small = closedProject();
        MainWindow window(SmallProject::silent());
        window.show();
        QVERIFY(window.openProject(folderOf(*small)));
        window.findChild<QAction*>(QStringLiteral("actionTrain"))->trigger();
        auto* dialog = window.findChild<TrainVersionDialog*>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit*>(QStringLiteral("versionName"))->clear();
        QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("versionName")), QStringLiteral("medium"));
        dialog->findChild<QSpinBox*>(QStringLiteral("epochs"))->setValue(7);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
        window.findChild<QAction*>(QStringLiteral("actionTrain"))->trigger();
        QCOMPARE(window.findChildren<TrainVersionDialog*>().size(), 1);
        QVERIFY(dialog->isVisible());
        QCOMPARE(dialog->findChild<QLineEdit*>(QStringLiteral("versionName"))->text(), QStringLiteral("medium"));
        QCOMPARE(dialog->findChild<QSpinBox*>(QStringLiteral("epochs"))->value(), 7);
        dialog->reject();
        window.findChild<QAction*>(QStringLiteral("actionClose"))->trigger();
        QVERIFY(!window.findChild<TrainVersionDialog*>()); // it goes with its project
    }

    void historyGoesBackAndForward()
    {
        const auto small = closedProject();
        MainWindow window(SmallProject::silent());
        window.show();
        QVERIFY(window.openProject(folderOf(*small)));
        window.goTo(Place::Library);
        window.goTo(Place::Views);
        window.findChild<QAction*>(QStringLiteral("actionBack"))->trigger();
        QCOMPARE(window.place(), Place::Library);
        window.findChild<QAction*>(QStringLiteral("actionForward"))->trigger();
        QCOMPARE(window.place(), Place::Views);
        QVERIFY(!window.findChild<QAction*>(QStringLiteral("actionForward"))->isEnabled());
    }

    void undoNamesTheActAndTakesItBack()
    {
        const auto small = closedProject();
        MainWindow window(SmallProject::silent());
        window.show();
        QVERIFY(window.openProject(folderOf(*small)));
        core::Project& project = window.session()->project();
        const core::ItemId item = window.session()->items().front();
        project.editAndWait(QStringLiteral("Cleared one"), [&](core::Editor& editor) { editor.setBoxes(item, {}); });
        auto* undo = window.findChild<QAction*>(QStringLiteral("actionUndo"));
        QTRY_VERIFY(undo->text().contains(QLatin1String("Cleared one")));
        undo->trigger();
        project.waitForPending();
        QCOMPARE(project.item(item)->annotation.boxes.size(), std::size_t(1));
        QTRY_VERIFY(window.findChild<QAction*>(QStringLiteral("actionRedo"))->text().contains(QLatin1String("Cleared one")));
    }

    void savedMarkShowsTheTimeOfAConfirmedWrite()
    {
        const auto small = closedProject();
        MainWindow window(SmallProject::silent());
        window.show();
        QVERIFY(window.openProject(folderOf(*small)));
        auto* status = window.findChild<StatusBar*>();
        QVERIFY(!status->savedText().contains(QLatin1Char(':'))); // nothing was written yet: no time
        const core::ItemId item = window.session()->items().front();
        window.session()->project().edit(QStringLiteral("Cleared one"), [item](core::Editor& editor) { editor.setBoxes(item, {}); });
        QTRY_VERIFY(status->savedText().startsWith(QLatin1String("Saved ")));
        window.session()->project().edit(QStringLiteral("Wrong"), [](core::Editor& editor) { editor.renameConcept(core::ConceptId{99999}, QString()); });
        QTRY_VERIFY(status->savedText().startsWith(QLatin1String("Not saved")));
    }

    void closingWhileIdleAsksNothingAndIsRemembered()
    {
        const auto small = closedProject();
        Ask ask = SmallProject::silent();
        bool asked = false;
        ask.choose = [&asked](auto...) { asked = true; };
        {
            MainWindow window(ask);
            window.show();
            QVERIFY(window.openProject(folderOf(*small)));
            QVERIFY(window.close());
            QVERIFY(!asked);
        }
        QCOMPARE(RecentProjects::all().size(), std::size_t(1));
        QCOMPARE(RecentProjects::all().front().images, 18);
        MainWindow again(ask);
        again.openLastProject();
        QCOMPARE(again.place(), Place::Images);
    }

    void brokenProjectIsRefusedWithASentence()
    {
        QTemporaryDir folder;
        QString told;
        Ask ask = SmallProject::silent();
        ask.tell = [&told](QWidget*, const QString&, const QString& message) { told = message; };
        MainWindow window(ask);
        window.show();
        QVERIFY(!window.openProject(folder.path()));
        QVERIFY(!told.isEmpty());
        QCOMPARE(window.place(), Place::Start);
    }

    void newProjectKeepsTheOpenOneUntilItIsMade()
    {
        const auto small = closedProject();
        MainWindow window(SmallProject::silent());
        window.show();
        QVERIFY(window.openProject(folderOf(*small)));
        window.findChild<QAction*>(QStringLiteral("actionNew"))->trigger();
        auto* dialog = window.findChild<NewProjectDialog*>();
        QVERIFY(dialog && window.session());
        dialog->reject();
        QCOMPARE(window.session()->project().name(), QStringLiteral("Small"));
        QCOMPARE(window.place(), Place::Images);
        QTRY_VERIFY(!window.findChild<NewProjectDialog*>());
        window.findChild<QAction*>(QStringLiteral("actionNew"))->trigger();
        dialog = window.findChild<NewProjectDialog*>();
        dialog->findChild<QLineEdit*>(QStringLiteral("projectPlace"))->setText(small->folder.path());
        dialog->findChild<QLineEdit*>(QStringLiteral("projectName"))->setText(QStringLiteral("Other"));
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("createProject")), Qt::LeftButton);
        QCOMPARE(window.session()->project().name(), QStringLiteral("Other"));
    }

    void whatCannotBeOpenedLeavesTheOpenProject()
    {
        const auto small = closedProject();
        QTemporaryDir folder;
        MainWindow window(SmallProject::silent());
        window.show();
        QVERIFY(window.openProject(folderOf(*small)));
        QVERIFY(!window.openProject(folder.path()));
        QVERIFY(window.session());
        QVERIFY(window.openProject(folderOf(*small))); // the open one once more
        QCOMPARE(window.place(), Place::Images);
    }

    void aNameBecomesAFolderOfEverySystem_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("folder");
        QTest::newRow("plain") << QStringLiteral("Blood cells") << QStringLiteral("Blood cells");
        QTest::newRow("characters") << QStringLiteral("a/b: c?") << QStringLiteral("a_b_ c_");
        QTest::newRow("dot at the end") << QStringLiteral("etc.") << QStringLiteral("etc");
        QTest::newRow("device of Windows") << QStringLiteral("Con") << QStringLiteral("_Con");
        QTest::newRow("device with a suffix") << QStringLiteral("com1.2026") << QStringLiteral("_com1.2026");
        QTest::newRow("only begins like one") << QStringLiteral("Concepts") << QStringLiteral("Concepts");
    }

    void aNameBecomesAFolderOfEverySystem()
    {
        QFETCH(QString, name);
        QTemporaryDir place;
        NewProjectDialog dialog(SmallProject::silent(), name, false);
        dialog.findChild<QLineEdit*>(QStringLiteral("projectPlace"))->setText(place.path());
        QTEST(QFileInfo(dialog.folder()).fileName(), "folder");
    }

    void folderOnStartBecomesANewProjectAndAnImport()
    {
        const auto small = closedProject();
        MainWindow window(SmallProject::silent());
        window.show();
        window.takePaths({small->folder.filePath(QStringLiteral("pictures"))});
        auto* dialog = window.findChild<NewProjectDialog*>();
        QVERIFY(dialog);
        QCOMPARE(dialog->name(), QStringLiteral("pictures"));
        dialog->findChild<QLineEdit*>(QStringLiteral("projectPlace"))->setText(small->folder.path());
        dialog->findChild<QLineEdit*>(QStringLiteral("projectName"))->setText(QStringLiteral("Fresh"));
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("createProject")), Qt::LeftButton);
        QVERIFY(window.session());
        QCOMPARE(window.session()->project().name(), QStringLiteral("Fresh"));
        auto* import = window.findChild<ImportDialog*>();
        QVERIFY(import);
        QTRY_COMPARE(import->findChild<QPushButton*>(QStringLiteral("importNext"))->text(), QStringLiteral("Import"));
        QTest::mouseClick(import->findChild<QPushButton*>(QStringLiteral("importNext")), Qt::LeftButton);
        QTRY_COMPARE(window.session()->project().imageCount(), 18);
    }

    void aPictureOfTheClipboardIsCopiedIntoTheProject()
    {
        const auto small = closedProject();
        MainWindow window(SmallProject::silent());
        window.show();
        window.openProject(small->folder.filePath(QStringLiteral("project")));
        QTRY_VERIFY(window.session());
        const int before = window.session()->project().imageCount();
        QImage picture(40, 30, QImage::Format_RGB32);
        picture.fill(Qt::darkCyan);
        QGuiApplication::clipboard()->setImage(picture);
        window.findChild<QAction*>(QStringLiteral("actionPaste"))->trigger();
        QTRY_VERIFY(window.findChild<ImportDialog*>());
        auto* import = window.findChild<ImportDialog*>();
        QTRY_COMPARE(import->findChild<QPushButton*>(QStringLiteral("importNext"))->text(), QStringLiteral("Import"));
        QTest::mouseClick(import->findChild<QPushButton*>(QStringLiteral("importNext")), Qt::LeftButton);
        QTRY_COMPARE(window.session()->project().imageCount(), before + 1);
        const auto image = window.session()->project().images().back();
        QCOMPARE(image.size, QSize(40, 30));
        QVERIFY2(image.path.startsWith(window.session()->project().folder()), qPrintable(image.path)); // it stays when the clipboard does not
        QVERIFY(image.name().startsWith(QLatin1String("Clipboard ")));
    }

    void aSecondStartBringsTheWindowToTheFrontAndOpens_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("nothing") << QString();
        QTest::newRow("folder") << QStringLiteral("project");
        QTest::newRow("project file") << QStringLiteral("project/project.orielproj");
    }

    void aSecondStartBringsTheWindowToTheFrontAndOpens()
    {
        QFETCH(QString, path);
        const auto small = closedProject();
        MainWindow window(SmallProject::silent());
        window.show();
        window.showMinimized();
        window.openFromOutside(path.isEmpty() ? QStringList() : QStringList{small->folder.filePath(path)});
        QVERIFY(window.isVisible() && !window.isMinimized());
        QCOMPARE(window.session() != nullptr, !path.isEmpty());
    }

    void whatComesFromOutsideWaitsForTheDialog()
    {
        const auto small = closedProject(), other = closedProject();
        MainWindow window(SmallProject::silent());
        window.show();
        QVERIFY(window.openProject(folderOf(*small)));
        window.findChild<QAction*>(QStringLiteral("actionNew"))->trigger();
        auto* dialog = window.findChild<NewProjectDialog*>();
        QVERIFY(dialog);
        window.openFromOutside({small->folder.filePath(QStringLiteral("pictures"))});
        window.openFromOutside({folderOf(*other) + QStringLiteral("/project.orielproj")}); // the last wish counts
        QCOMPARE(window.session()->project().folder(), folderOf(*small));
        QVERIFY(!window.findChild<ImportDialog*>());
        dialog->reject();
        QTRY_COMPARE(window.session()->project().folder(), folderOf(*other));
        QVERIFY(!window.findChild<ImportDialog*>());
    }

    void aProjectFileWithoutItsProjectIsToldAndNotImported()
    {
        QTemporaryDir folder;
        QFile header(folder.filePath(QStringLiteral("project.orielproj")));
        QVERIFY(header.open(QIODevice::WriteOnly));
        header.close();
        bool wasTold = false;
        Ask ask = SmallProject::silent();
        ask.tell = [&wasTold](QWidget*, const QString&, const QString&) { wasTold = true; };
        MainWindow window(ask);
        window.show();
        window.takePaths({header.fileName()});
        QVERIFY(!window.findChild<NewProjectDialog*>());
        QVERIFY(!window.session());
        QVERIFY(wasTold || window.findChild<QWidget*>(QStringLiteral("recoveryPage")));
    }

    void closingWhileImportingIsSafe()
    {
        const auto small = closedProject();
        MainWindow window(SmallProject::silent());
        window.show();
        QVERIFY(window.openProject(folderOf(*small)));
        Q_EMIT window.session()->importRequested({small->folder.filePath(QStringLiteral("pictures"))});
        QVERIFY(window.findChild<ImportDialog*>());
        QVERIFY(window.close());
        QVERIFY(!window.session());
    }

    void closingWaitsForAnEditOnItsWay()
    {
        const auto small = closedProject();
        {
            MainWindow window(SmallProject::silent());
            window.show();
            QVERIFY(window.openProject(folderOf(*small)));
            const core::ItemId item = window.session()->items().front();
            const auto begun = std::make_shared<std::atomic_bool>(false), release = std::make_shared<std::atomic_bool>(false);
            window.session()->project().edit(QStringLiteral("Slow"), [=](core::Editor& editor) {
                *begun = true;
                while (!*release)
                    QThread::yieldCurrentThread();
                editor.setBoxes(item, {});
            });
            QTRY_VERIFY(*begun);
            QVERIFY(!window.close()); // not yet, and the window stays alive
            QVERIFY(!window.close()); // a second press changes nothing
            QVERIFY(window.session());
            *release = true;
            QTRY_VERIFY(!window.session());
            QVERIFY(!window.isVisible());
        }
        const auto project = core::Project::open(folderOf(*small));
        QVERIFY(project->items(project->itemIds(small->view)).front().annotation.boxes.empty());
    }

    void closingAsksBeforeItCancelsAnImportThatWrites()
    {
        const auto small = closedProject();
        int answer = 1;
        QString asked;
        Ask ask = SmallProject::silent();
        ask.choose = [&](QWidget*, const QString&, const QString& question, const QStringList&, const Ask::Chosen& chosen) {
            asked = question;
            chosen(answer);
        };
        MainWindow window(ask);
        window.show();
        QVERIFY(window.openProject(folderOf(*small)));
        const auto begun = std::make_shared<std::atomic_bool>(false), release = std::make_shared<std::atomic_bool>(false);
        const QString folder = small->folder.filePath(QStringLiteral("pictures"));
        QVERIFY(QFile::copy(QDir(folder).filePath(QDir(folder).entryList(QDir::Files).front()), QDir(folder).filePath(QStringLiteral("new.png"))));
        Q_EMIT window.session()->importRequested({folder});
        auto* import = window.findChild<ImportDialog*>();
        QTRY_COMPARE(import->findChild<QPushButton*>(QStringLiteral("importNext"))->text(), QStringLiteral("Import"));
        window.session()->project().edit(QStringLiteral("Slow"), [=](core::Editor&) { // the import waits behind it
            *begun = true;
            while (!*release)
                QThread::yieldCurrentThread();
        });
        QTRY_VERIFY(*begun);
        QTest::mouseClick(import->findChild<QPushButton*>(QStringLiteral("importNext")), Qt::LeftButton);
        QVERIFY(import->isWriting());
        QVERIFY(!window.close());
        QVERIFY2(asked.contains(QLatin1String("import")), qPrintable(asked));
        QVERIFY(window.findChild<ImportDialog*>()); // cancelled: everything goes on
        *release = true;
        QTRY_VERIFY(!import->isWorking());
    }

    void closingAsksBeforeItCancelsAnExport()
    {
        const auto small = closedProject();
        int answer = 1;
        QString asked;
        Ask ask = SmallProject::silent();
        ask.choose = [&](QWidget*, const QString&, const QString& question, const QStringList&, const Ask::Chosen& chosen) {
            asked = question;
            chosen(answer);
        };
        MainWindow window(ask);
        window.show();
        QVERIFY(!window.findChild<QAction*>(QStringLiteral("actionExport"))->isEnabled());
        QVERIFY(window.openProject(folderOf(*small)));
        const auto start = [&](const QString& place) {
            window.findChild<QAction*>(QStringLiteral("actionExport"))->trigger();
            auto* dialog = window.findChild<ExportDialog*>();
            dialog->findChild<QLineEdit*>(QStringLiteral("exportTarget"))->setText(small->folder.filePath(place));
            auto* button = dialog->findChild<QPushButton*>(QStringLiteral("exportStart"));
            return QTest::qWaitFor([&] { return button->isEnabled(); }) && (button->click(), dialog->isWriting()) ? dialog : nullptr;
        };
        ExportDialog* dialog = start(QStringLiteral("first"));
        QVERIFY(dialog);
        QVERIFY(!window.close());
        QVERIFY2(asked.contains(QLatin1String("export")), qPrintable(asked));
        window.findChild<QAction*>(QStringLiteral("actionExport"))->trigger();
        QCOMPARE(window.findChild<ExportDialog*>(), dialog); // one at a time
        QTRY_VERIFY(!dialog->isWriting());
        QVERIFY(QFileInfo(small->folder.filePath(QStringLiteral("first"))).isDir());
        answer = 0;
        QVERIFY(start(QStringLiteral("second")));
        window.close();
        QTRY_VERIFY(!window.session());
        const QStringList left = QDir(small->folder.path()).entryList({QStringLiteral("second*")});
        QVERIFY2(left.isEmpty() || left == QStringList{QStringLiteral("second")}, qPrintable(left.join(QLatin1Char(' ')))); // it may have been quicker
    }

    void closingWhileTrainingAsksThenStopsAndKeepsTheBest()
    {
        const auto small = closedProject();
        int answer = 1, asked = 0;
        Ask ask = SmallProject::silent();
        ask.choose = [&](QWidget*, const QString&, const QString&, const QStringList& buttons, const Ask::Chosen& chosen) {
            ++asked;
            [&] { QCOMPARE(buttons.last(), QStringLiteral("Cancel")); }();
            chosen(answer);
        };
        {
            MainWindow window(ask);
            window.show();
            QVERIFY(window.openProject(folderOf(*small)));
            core::TrainingSpec spec = core::defaultSpec(core::ViewType::Detection, 12);
            spec.weights = core::StartWeights::None;
            spec.imageSize = 64;
            spec.batchSize = 4;
            spec.epochs = 500; // longer than anybody waits
            spec.device = QStringLiteral("cpu");
            window.session()->trainings().enqueue(window.session()->view(), QStringLiteral("v1"), spec);
            QTRY_VERIFY_WITH_TIMEOUT(window.session()->trainings().isRunning(), 20000);
            QVERIFY(!window.close()); // cancelled: everything goes on
            QCOMPARE(asked, 1);
            QVERIFY(window.session()->trainings().isRunning());
            answer = 0;
            window.close();
            QTRY_VERIFY(!window.session()); // closed once the question is answered
            QVERIFY(!window.isVisible());
        }
        const auto project = core::Project::open(folderOf(*small));
        const auto version = project->versionNamed(QStringLiteral("v1"));
        QVERIFY(version.has_value());
        QCOMPARE(version->status, core::VersionStatus::Stopped);
    }

    /// Those that take the focus and have no name for a screen reader.
    static QStringList nameless(QWidget& window)
    {
        QStringList found;
        for (QWidget* widget : window.findChildren<QWidget*>()) {
            const bool isPart = widget->objectName().startsWith(QLatin1String("qt_")) || widget->focusProxy() || qobject_cast<QMenu*>(widget->window());
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || isPart)
                continue;
            const QAccessibleInterface* told = QAccessible::queryAccessibleInterface(widget);
            if (told && told->text(QAccessible::Name).isEmpty())
                found << QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
        }
        return found;
    }

    void noControlIsNameless()
    {
        auto small = std::make_unique<SmallProject>(core::ViewType::Detection);
        small->addVersion(QStringLiteral("v1"));
        small->session.reset();
        MainWindow window(SmallProject::silent());
        window.show();
        QVERIFY2(nameless(window).isEmpty(), qPrintable(nameless(window).join(QLatin1Char('\n'))));
        QVERIFY(window.openProject(folderOf(*small)));
        for (Place place : {Place::Images, Place::Annotate, Place::Views, Place::Library, Place::Training, Place::Version, Place::Predict}) {
            window.goTo(place);
            QCoreApplication::processEvents();
            QVERIFY2(nameless(window).isEmpty(), qPrintable(nameless(window).join(QLatin1Char('\n'))));
        }
        for (const char* act : {"actionNew", "actionTrain", "actionImport", "actionExport", "actionAbout"}) {
            window.findChild<QAction*>(QLatin1String(act))->trigger();
            QCoreApplication::processEvents();
            for (QDialog* dialog : window.findChildren<QDialog*>()) {
                QVERIFY2(nameless(*dialog).isEmpty(), qPrintable(nameless(*dialog).join(QLatin1Char('\n'))));
                dialog->reject();
            }
        }
    }

    void nothingIsCutOffInTheSmallestWindow()
    {
        const auto small = closedProject();
        MainWindow window(SmallProject::silent());
        window.resize(1024, 640);
        window.show();
        QVERIFY(window.openProject(folderOf(*small)));
        QVERIFY(window.findChild<NavigationRail*>()->isCollapsed());
        for (Place place : {Place::Images, Place::Annotate, Place::Views, Place::Library, Place::Training, Place::Version, Place::Predict}) {
            window.goTo(place);
            QCoreApplication::processEvents();
            QVERIFY2(window.width() <= 1024 && window.height() <= 640, qPrintable(QStringLiteral("place %1 widens the window to %2 x %3").arg(int(place)).arg(window.width()).arg(window.height())));
            QVERIFY2(window.minimumSizeHint().width() <= 1024 && window.minimumSizeHint().height() <= 640,
                     qPrintable(QStringLiteral("place %1 needs %2 x %3").arg(int(place)).arg(window.minimumSizeHint().width()).arg(window.minimumSizeHint().height())));
        }
    }
};

QTEST_MAIN(MainWindowTest)
#include "MainWindowTest.moc"
