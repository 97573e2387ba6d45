#include "ui/MainWindow.h"

#include "core/pictures/Thumbnails.h"
#include "core/project/TrainingQueue.h"
#include "ui/HelpDesk.h"
#include "ui/Leaving.h"
#include "ui/MainWindowActions.h"
#include "ui/PictureWatch.h"
#include "ui/ProjectDoor.h"
#include "ui/Session.h"
#include "ui/dialogs/ExportDialog.h"
#include "ui/dialogs/ImportDialog.h"
#include "ui/dialogs/SettingsDialog.h"
#include "ui/dialogs/TrainVersionDialog.h"
#include "ui/pages/RecoveryPage.h"
#include "ui/pages/StartPage.h"
#include "ui/support/Attempt.h"
#include "ui/support/FocusedButton.h"
#include "ui/support/RecentProjects.h"
#include "ui/support/Settings.h"
#include "ui/widgets/JobsPanel.h"
#include "ui/widgets/PageBars.h"
#include "ui/widgets/StatusBar.h"
#include "ui/widgets/TrainingIndicator.h"
#include "ui/widgets/ViewSelector.h"

#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>

namespace ui {

namespace {

constexpr int longestProjectName = 240; // px in the top bar
const QString geometryKey = QStringLiteral("window/geometry");
const QString railKey = QStringLiteral("window/railCollapsed");
const QString lastKey = QStringLiteral("window/lastProject");

QStringList localPaths(const QMimeData* data)
{
    QStringList paths;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

} // namespace

MainWindow::MainWindow(Ask ask, QWidget* parent) : QMainWindow(parent), m_ask(std::move(ask)), m_actions(std::make_unique<Actions>())
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    setMinimumSize(1024, 640);
    m_railCollapsed = QSettings().value(railKey, false).toBool();
    buildFrame();
    buildActions();
    buildMenus();
    m_help = new HelpDesk(this, menuBar(), [this] { return currentPage(); });
    if (!restoreGeometry(QSettings().value(geometryKey).toByteArray()))
        resize(QSize(1440, 900).boundedTo(screen()->availableSize() - QSize(0, 40))); // room for the frame
    fitToWidth(0, width());
    updateActions();
}

MainWindow::~MainWindow()
{
    leaveSession();
}

bool MainWindow::openProject(const QString& path)
{
    if (!isOpen(path))
        m_door->open(path);
    return isOpen(path);
}

bool MainWindow::isOpen(const QString& path) const
{
    const QFileInfo info(path);
    const QString folder = info.isDir() ? info.canonicalFilePath() : info.dir().canonicalPath();
    return m_session && !folder.isEmpty() && folder == QFileInfo(m_session->project().folder()).canonicalFilePath();
}

void MainWindow::takeOver(std::unique_ptr<core::Project> project, const QStringList& imports)
{
    const auto next = std::make_shared<std::unique_ptr<core::Project>>(std::move(project)); // a question may stand in between
    m_leaving->whenIdle(tr("Open project"), [this, next, imports] {
        leaveSession();
        if (!attempt(this, m_ask, tr("Open project"), [&] { showSession(std::move(*next)); }))
            leaveSession();
        else if (!imports.isEmpty())
            importPaths(imports);
        leaveRecovery();
        updateActions();
    });
}

void MainWindow::openLastProject()
{
    const QString last = QSettings().value(lastKey).toString();
    if (!last.isEmpty() && Settings::reopensLastProject() && core::Project::isProject(last))
        openProject(last);
}

void MainWindow::showSession(std::unique_ptr<core::Project> project)
{
    m_session = std::make_unique<Session>(std::move(project), m_ask);
    m_thumbnails = std::make_unique<core::Thumbnails>(m_session->project().cacheFolder());
    m_pictureWatch = std::make_unique<PictureWatch>(m_session->project(), *m_thumbnails, this);
    connectSession();
    m_session->read([this] { RecentProjects::note(RecentProjects::describe(m_session->project())); });
    QSettings().setValue(lastKey, m_session->project().folder());
    setWindowTitle(tr("%1 – Oriel", "name of the project").arg(m_session->project().name()));
    const QString name = m_session->project().name();
    m_projectButton->setText(m_projectButton->fontMetrics().elidedText(name, Qt::ElideMiddle, longestProjectName));
    m_projectButton->setToolTip(name);
    m_projectButton->setAccessibleName(tr("Project: %1").arg(name));
    m_bars->setSession(m_session.get());
    m_leaving->setSession(m_session.get());
    if (m_settings)
        m_settings->setSession(m_session.get());
    goTo(Place::Images);
    updateActions();
}

void MainWindow::connectSession()
{
    Session* session = m_session.get();
    m_viewSelector->setSession(session);
    m_indicator->setSession(session);
    m_status->watch(&session->project());
    m_jobs->watchPictures(&session->project());
    connect(&session->project(), &core::Project::changed, this, &MainWindow::projectChanged);
    connect(&session->project(), &core::Project::readFailed, this, &MainWindow::updateActions);
    connect(session, &Session::annotateRequested, this, [this](core::ItemId item) {
        m_session->setCurrentItem(item);
        goTo(Place::Annotate);
    });
    connect(session, &Session::importRequested, this, [this](const QStringList& paths) { importPaths(paths); });
    connect(session, &Session::trainRequested, this, &MainWindow::train);
    connect(session, &Session::trainingPageRequested, this, &MainWindow::showTraining);
    connect(session, &Session::versionPageRequested, this, &MainWindow::showVersion);
    connect(session, &Session::predictRequested, this, &MainWindow::showPredict);
    connect(session, &Session::viewsPageRequested, this, [this] { goTo(Place::Views); });
    connect(session, &Session::helpRequested, m_help, &HelpDesk::show);
    connect(session, &Session::hintRequested, m_status, &StatusBar::setHint);
}

void MainWindow::projectChanged(const core::ChangeSet& change)
{
    m_session->read([this] {
        updateActions();
        updateCounts();
    });
    const bool back = change.cause == core::ChangeSet::Cause::Undo, again = change.cause == core::ChangeSet::Cause::Redo;
    if (back || again)
        m_status->setHint(back ? tr("Undone: %1", "title of an act").arg(change.title) : tr("Redone: %1", "title of an act").arg(change.title));
    if ((back || again) && change.items.size() == 1)
        m_session->setCurrentItem(change.items.front()); // undo goes to the image it changed
}

void MainWindow::closeProject()
{
    m_leaving->whenIdle(tr("Close"), [this] {
        leaveSession();
        QSettings().remove(lastKey);
        m_start->refresh();
        updateActions();
    });
}

void MainWindow::leaveSession()
{
    if (!m_session)
        return;
    // What cannot be read any more must not keep anybody from closing.
    failureOf(QStringLiteral("leaving"), [this] { RecentProjects::note(RecentProjects::describe(m_session->project())); });
    if (m_settings)
        m_settings->setSession(nullptr);
    delete m_import; // cancels an import; the project is as it was before
    delete m_export; // nothing is left of what it was writing
    m_bars->setSession(nullptr);
    m_jobs->watchPictures(nullptr);
    m_viewSelector->setSession(nullptr);
    m_indicator->setSession(nullptr);
    m_status->watch(nullptr);
    m_status->setCounts({});
    m_session->disconnect(this);
    m_session->project().disconnect(this);
    m_session->trainings().disconnect(this);
    delete m_train;
    m_navigation->leave();
    m_pictureWatch.reset();
    m_thumbnails.reset();
    m_session.reset();
    setWindowTitle(QStringLiteral("Oriel"));
}

void MainWindow::showRecovery(const QString& folder, const QString& why)
{
    m_leaving->whenIdle(tr("Backups"), [this, folder, why] {
        leaveSession();
        leaveRecovery();
        m_recovery = new RecoveryPage(m_ask, folder, why, m_stack);
        m_stack->addWidget(m_recovery);
        m_stack->setCurrentWidget(m_recovery);
        connect(m_recovery, &RecoveryPage::closeRequested, this, &MainWindow::leaveRecovery);
        connect(m_recovery, &RecoveryPage::openRequested, this, [this](const QString& found) {
            if (openProject(found))
                leaveRecovery();
        });
        updateActions();
    });
}

void MainWindow::leaveRecovery()
{
    if (!m_recovery)
        return;
    m_stack->removeWidget(m_recovery);
    m_recovery->deleteLater(); // one of its own signals may have led here
    m_recovery.clear();
    m_stack->setCurrentWidget(m_session ? m_navigation->pageFor(m_navigation->place()) : m_start);
    m_start->refresh();
}

void MainWindow::rememberWindow() const
{
    QSettings settings;
    settings.setValue(geometryKey, saveGeometry());
    settings.setValue(railKey, m_railCollapsed);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_hasAgreed && !m_leaving->isIdle()) {
        event->ignore();
        m_leaving->whenIdle(tr("Close"), [this] {
            m_hasAgreed = true;
            QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
        });
        return;
    }
    m_hasAgreed = false;
    rememberWindow();
    m_help->close();
    delete m_settings; // it is no reason to stay
    leaveSession(); // the last project stays noted: the next start opens it
    event->accept();
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (!pressFocusedButton(*event))
        QMainWindow::keyPressEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    fitToWidth(event->oldSize().width(), event->size().width());
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (localPaths(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    m_start->setDropHighlighted(true);
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*)
{
    m_start->setDropHighlighted(false);
}

void MainWindow::dropEvent(QDropEvent* event)
{
    m_start->setDropHighlighted(false);
    event->acceptProposedAction();
    takePaths(localPaths(event->mimeData()));
}

} // namespace ui
