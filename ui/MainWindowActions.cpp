// The menus of the window.
#include "ui/MainWindowActions.h"

#include "core/base/Log.h"
#include "core/project/TrainingQueue.h"
#include "ui/HelpDesk.h"
#include "ui/ProjectDoor.h"
#include "ui/Session.h"
#include "ui/dialogs/SettingsDialog.h"
#include "ui/pages/ImagesPage.h"
#include "ui/support/Panes.h"
#include "ui/support/RecentProjects.h"
#include "ui/support/Theme.h"
#include "ui/widgets/NavigationRail.h"
#include "ui/widgets/ViewSelector.h"

#include <QActionGroup>
#include <QApplication>
#include <QDesktopServices>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QUrl>

namespace ui {

QAction* MainWindow::action(const QString& text, const QKeySequence& key, const QString& name, const std::function<void()>& act)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, act);
    addAction(action); // its key works while the menu is closed
    return action;
}

void MainWindow::buildActions()
{
    Actions& a = *m_actions;
    const auto images = [this](void (ImagesPage::*act)()) {
        return [this, act] {
            if (auto* page = qobject_cast<ImagesPage*>(currentPage()))
                (page->*act)();
        };
    };
    a.importData = action(tr("Import…"), Qt::CTRL | Qt::Key_I, QStringLiteral("actionImport"), [this] { importPaths({}); });
    a.exportData = action(tr("Export data…"), Qt::CTRL | Qt::Key_E, QStringLiteral("actionExport"), [this] { exportData(); });
    a.close = action(tr("Close project"), QKeySequence::Close, QStringLiteral("actionClose"), [this] { closeProject(); });
    a.undo = action(tr("Undo"), QKeySequence::Undo, QStringLiteral("actionUndo"), [this] { m_session->project().undo(); });
    a.redo = action(tr("Redo"), {}, QStringLiteral("actionRedo"), [this] { m_session->project().redo(); });
    a.redo->setShortcuts({Qt::CTRL | Qt::Key_Y, Qt::CTRL | Qt::SHIFT | Qt::Key_Z});
    const std::tuple<Place, QString, int> places[] = {{Place::Images, tr("Images"), Qt::Key_1}, {Place::Annotate, tr("Annotate"), Qt::Key_2},
        {Place::Views, tr("Views && Concepts"), Qt::Key_3}, {Place::Library, tr("Library"), Qt::Key_5}, {Place::Training, tr("Training"), Qt::Key_6}, {Place::Version, tr("Version"), Qt::Key_7},
        {Place::Predict, tr("Predict"), Qt::Key_9}};
    for (const auto& [place, text, key] : places)
        a.places << action(text, QKeySequence(Qt::CTRL | static_cast<Qt::Key>(key)), QStringLiteral("actionPlace%1").arg(static_cast<int>(place)), [this, place = place] { goTo(place); });
    a.back = action(tr("Back"), Qt::ALT | Qt::Key_Left, QStringLiteral("actionBack"), [this] { m_navigation->step(-1); });
    a.forward = action(tr("Forward"), Qt::ALT | Qt::Key_Right, QStringLiteral("actionForward"), [this] { m_navigation->step(1); });
    a.inspector = action(tr("Side panel"), Qt::Key_F4, QStringLiteral("actionInspector"), [this] { toggleInspector(); });
    a.selectAll = action(tr("Select all"), QKeySequence::SelectAll, QStringLiteral("actionSelectAll"), images(&ImagesPage::selectAll));
    a.selectNone = action(tr("Select none"), Qt::CTRL | Qt::SHIFT | Qt::Key_A, QStringLiteral("actionSelectNone"), images(&ImagesPage::selectNone));
    a.setSplit = action(tr("Set split…"), {}, QStringLiteral("actionSplit"), images(&ImagesPage::showSplitMenu)); // F7 is the page's
    a.accept = action(tr("Accept selected pictures"), {}, QStringLiteral("actionAccept"), images(&ImagesPage::acceptSelected));
    a.remove = action(tr("Remove from project…"), {}, QStringLiteral("actionRemove"), images(&ImagesPage::removeSelected)); // Delete is the page's
    a.train = action(tr("Train a new model version…"), Qt::CTRL | Qt::Key_T, QStringLiteral("actionTrain"), [this] { train(); });
    a.stop = action(tr("Stop and keep best"), {}, QStringLiteral("actionStop"), [this] { stopTraining(); });
    a.focusView = action(tr("Choose view"), Qt::CTRL | Qt::Key_L, QStringLiteral("actionFocusView"), [this] {
        m_viewSelector->setFocus();
        m_viewSelector->showPopup();
    });
}

void MainWindow::buildMenus()
{
    Actions& a = *m_actions;
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addAction(action(tr("New project…"), QKeySequence::New, QStringLiteral("actionNew"), [this] { m_door->make({}); }));
    file->addAction(action(tr("Open…"), QKeySequence::Open, QStringLiteral("actionOpen"), [this] { m_door->choose(); }));
    QMenu* recent = file->addMenu(tr("Open recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecentMenu(recent); });
    file->addAction(action(tr("Open the sample project…"), {}, QStringLiteral("actionSample"), [this] { m_door->openSample(); }));
    file->addSeparator();
    file->addActions({a.importData, a.exportData});
    a.exportModel = action(tr("Export model…"), Qt::CTRL | Qt::SHIFT | Qt::Key_E, QStringLiteral("actionExportModel"), [this] { exportShownModel(); });
    file->addAction(a.exportModel);
    a.backups = action(tr("Backups…"), {}, QStringLiteral("actionBackups"), [this] { showRecovery(m_session->project().folder(), m_session->project().damage()); });
    file->addAction(a.backups);
    file->addSeparator();
    file->addAction(a.close);
    file->addAction(action(tr("Quit"), Qt::CTRL | Qt::Key_Q, QStringLiteral("actionQuit"), [this] { close(); }));
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({a.undo, a.redo});
    edit->addSeparator();
    a.paste = action(tr("Paste images"), QKeySequence::Paste, QStringLiteral("actionPaste"), [this] { paste(); });
    edit->addAction(a.paste);
    edit->addActions({a.selectAll, a.selectNone});
    edit->addSeparator();
    edit->addAction(action(tr("Settings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma), QStringLiteral("actionSettings"), [this] { showSettings(); }));
    QMenu* view = menuBar()->addMenu(tr("&View"));
    view->addActions(a.places);
    view->addSeparator();
    view->addActions({a.focusView, a.back, a.forward});
    view->addSeparator();
    view->addAction(action(tr("Navigation rail"), Qt::Key_F9, QStringLiteral("actionRail"), [this] { toggleRail(); }));
    view->addAction(a.inspector);
    view->addAction(action(tr("Next pane"), Qt::Key_F6, QStringLiteral("actionNextPane"), [this] { focusNextPane(this, true); }));
    view->addAction(action(tr("Previous pane"), Qt::SHIFT | Qt::Key_F6, QStringLiteral("actionPreviousPane"), [this] { focusNextPane(this, false); }));
    view->addAction(action(tr("Full screen"), Qt::Key_F11, QStringLiteral("actionFullScreen"), [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); }));
    QMenu* look = view->addMenu(tr("Theme"));
    auto* group = new QActionGroup(this);
    const std::pair<Theme::Scheme, QString> schemes[] = {{Theme::Scheme::System, tr("System")}, {Theme::Scheme::Light, tr("Light")},
                                                         {Theme::Scheme::Dark, tr("Dark")}, {Theme::Scheme::HighContrast, tr("High contrast")}};
    for (const auto& [scheme, text] : schemes) {
        QAction* one = look->addAction(text);
        one->setCheckable(true);
        one->setChecked(Theme::of().scheme() == scheme);
        group->addAction(one);
        connect(one, &QAction::triggered, this, [scheme = scheme] { Theme::of().setScheme(scheme); });
        connect(&Theme::of(), &Theme::changed, one, [one, scheme = scheme] { one->setChecked(Theme::of().scheme() == scheme); }); // the settings set it, too
    }
    QMenu* images = menuBar()->addMenu(tr("&Images"));
    images->addActions({a.setSplit, a.accept, a.remove});
    QMenu* models = menuBar()->addMenu(tr("&Models"));
    models->addActions({a.train, a.stop});
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addAction(action(tr("Help for this page"), Qt::Key_F1, QStringLiteral("actionHelp"), [this] { m_help->showFor(QApplication::focusWidget()); }));
    help->addAction(action(tr("Keyboard list"), Qt::CTRL | Qt::Key_F1, QStringLiteral("actionKeys"), [this] { m_help->show(QStringLiteral("keys")); }));
    help->addAction(action(tr("How options work"), {}, QStringLiteral("actionOptionsHelp"), [this] { m_help->show(QStringLiteral("options")); }));
    help->addSeparator();
    help->addAction(action(tr("Open log"), {}, QStringLiteral("actionLog"), [] { QDesktopServices::openUrl(QUrl::fromLocalFile(core::logPath())); }));
    help->addAction(action(tr("Self-test…"), {}, QStringLiteral("actionSelfTest"), [this] { showSettings(SettingsDialog::Devices); }));
    help->addSeparator();
    help->addAction(action(tr("About Oriel"), {}, QStringLiteral("actionAbout"), [this] { showAbout(); }));

    auto* project = new QMenu(this);
    QMenu* others = project->addMenu(tr("Recent projects"));
    connect(others, &QMenu::aboutToShow, this, [this, others] { fillRecentMenu(others); });
    connect(project->addAction(tr("Show project folder")), &QAction::triggered, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(m_session->project().folder()));
    });
    project->addAction(a.backups);
    project->addAction(a.close);
    m_projectButton->setMenu(project);
    connect(m_viewSelector, &QComboBox::activated, this, [this] { updateCounts(); });
}

void MainWindow::fillRecentMenu(QMenu* menu)
{
    menu->clear();
    for (const RecentProject& recent : RecentProjects::all()) {
        if (m_session && recent.folder == m_session->project().folder())
            continue;
        QAction* entry = menu->addAction(recent.name);
        entry->setEnabled(recent.exists());
        entry->setToolTip(recent.folder);
        connect(entry, &QAction::triggered, this, [this, folder = recent.folder] { openProject(folder); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("No other project yet"))->setEnabled(false);
}

void MainWindow::updateActions()
{
    Actions& a = *m_actions;
    const bool open = m_session != nullptr, writable = open && !m_session->project().isReadOnly();
    const bool images = open && place() == Place::Images;
    for (QAction* one : QList<QAction*>{a.close, a.exportData, a.backups, a.focusView, a.exportModel} + a.places)
        one->setEnabled(open);
    for (QAction* one : {a.importData, a.paste, a.train})
        one->setEnabled(writable);
    for (QAction* one : {a.setSplit, a.accept, a.remove})
        one->setEnabled(writable && images);
    for (QAction* one : {a.selectAll, a.selectNone, a.inspector})
        one->setEnabled(images);
    a.stop->setEnabled(open && m_session->trainings().isRunning());
    const QString undo = open ? m_session->project().undoTitle() : QString(), redo = open ? m_session->project().redoTitle() : QString();
    a.undo->setEnabled(writable && !undo.isEmpty());
    a.redo->setEnabled(writable && !redo.isEmpty());
    a.undo->setText(undo.isEmpty() ? tr("Undo") : tr("Undo: %1", "title of an act").arg(undo));
    a.redo->setText(redo.isEmpty() ? tr("Redo") : tr("Redo: %1", "title of an act").arg(redo));
    a.back->setEnabled(open && m_navigation->canStep(-1));
    a.forward->setEnabled(open && m_navigation->canStep(1));
    for (QWidget* widget : {static_cast<QWidget*>(m_projectButton), static_cast<QWidget*>(m_viewSelector), static_cast<QWidget*>(m_rail),
                            static_cast<QWidget*>(m_railLine), m_topBar})
        widget->setVisible(open);
}

} // namespace ui
