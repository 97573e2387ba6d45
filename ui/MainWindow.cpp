#include "ui/MainWindow.h"

#include "core/pictures/Thumbnails.h"
#include "core/project/TrainingQueue.h"
#include "ui/MainWindowActions.h"
#include "ui/PictureWatch.h"
#include "ui/ProjectDoor.h"
#include "ui/Session.h"
#include "ui/dialogs/EndTraining.h"
#include "ui/dialogs/ImportDialog.h"
#include "ui/dialogs/TrainVersionDialog.h"
#include "ui/pages/RecoveryPage.h"
#include "ui/pages/StartPage.h"
#include "ui/support/Application.h"
#include "ui/support/Attempt.h"
#include "ui/support/FocusedButton.h"
#include "ui/support/Panes.h"
#include "ui/support/RecentProjects.h"
#include "ui/support/Theme.h"
#include "ui/widgets/Hairline.h"
#include "ui/widgets/JobsPanel.h"
#include "ui/widgets/NavigationRail.h"
#include "ui/widgets/NoticeBar.h"
#include "ui/widgets/StatusBar.h"
#include "ui/widgets/TrainingIndicator.h"
#include "ui/widgets/ViewSelector.h"

#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>

namespace ui {

namespace {

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
    if (!restoreGeometry(QSettings().value(geometryKey).toByteArray()))
        resize(QSize(1440, 900).boundedTo(screen()->availableSize() - QSize(0, 40))); // room for the frame
    fitToWidth(0, width());
    updateActions();
}

MainWindow::~MainWindow()
{
    leaveSession();
}

void MainWindow::buildFrame()
{
    m_stack = new QStackedWidget(this);
    m_start = new StartPage(this);
    m_navigation = new Navigation(m_stack, m_start, [this](Place place) { return makePage(place); }, this);
    m_status = new StatusBar(this);
    m_jobs = new JobsPanel(this);
    m_door = new ProjectDoor(m_ask, m_jobs, this, [this](std::unique_ptr<core::Project> project, const QStringList& imports) { takeOver(std::move(project), imports); },
                             [this](const QString& folder, const QString& why) { showRecovery(folder, why); });
    m_topBar = buildTopBar();
    buildRail();

    auto* pages = new QVBoxLayout;
    pages->setSpacing(0);
    pages->addWidget(buildBars());
    pages->addWidget(m_stack, 1);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addWidget(m_railLine = hairline(Qt::Vertical, this));
    middle->addLayout(pages, 1);
    auto* central = new QWidget(this);
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_topBar);
    layout->addWidget(hairline(Qt::Horizontal, this));
    layout->addLayout(middle, 1);
    layout->addWidget(hairline(Qt::Horizontal, this));
    layout->addWidget(m_status);
    setCentralWidget(central);
    for (QWidget* pane : std::initializer_list<QWidget*>{m_topBar, m_rail, m_status})
        markPane(pane);
    connectFrame();
}

void MainWindow::connectFrame()
{
    connect(m_navigation, &Navigation::moved, this, &MainWindow::arrived);
    connect(m_start, &StartPage::newRequested, this, [this] { m_door->make({}); });
    connect(m_start, &StartPage::openRequested, m_door, &ProjectDoor::choose);
    connect(m_start, &StartPage::sampleRequested, m_door, &ProjectDoor::openSample);
    connect(m_start, &StartPage::projectRequested, this, &MainWindow::openProject);
    connect(m_start, &StartPage::findRequested, m_door, &ProjectDoor::find);
    connect(m_status, &StatusBar::jobsRequested, this, [this] { m_jobs->popupAbove(m_status->findChild<QWidget*>(QStringLiteral("jobsButton"))); });
    connect(m_status, &StatusBar::failureRequested, this, [this](const QString& message) { m_ask.tell(this, tr("Save"), message); });
    connect(m_status, &StatusBar::retryRequested, this, [this](const QString& message) {
        m_ask.offer(this, tr("Save"), message, {tr("Try again"), tr("Close")}, [this](int button) {
            if (button == 0 && m_session)
                m_session->project().retryPending();
        });
    });
    connect(m_jobs, &JobsPanel::changed, this, [this] { m_status->setJobs(m_jobs->running(), m_jobs->ended()); });
    connect(m_indicator, &TrainingIndicator::clicked, this, [this] {
        if (const core::LiveRun* run = m_session ? m_session->trainings().running() : nullptr)
            showTraining(run->version);
    });
    connect(m_indicator, &TrainingIndicator::busyChanged, this, [this](bool busy) {
        m_rail->setBusy(static_cast<int>(Place::Training), busy);
        updateActions();
    });
    if (auto* application = qobject_cast<Application*>(QCoreApplication::instance()))
        connect(application, &Application::failed, this, &MainWindow::sayFailed);
}

QWidget* MainWindow::buildTopBar()
{
    auto* bar = new QFrame(this);
    setRole(bar, "rail");
    bar->setFixedHeight(48);
    m_projectButton = new QPushButton(bar);
    m_projectButton->setObjectName(QStringLiteral("projectButton"));
    setRole(m_projectButton, "project");
    m_viewSelector = new ViewSelector(bar);
    m_indicator = new TrainingIndicator(bar);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(20, 0, 20, 0);
    layout->setSpacing(12);
    layout->addWidget(m_projectButton);
    layout->addWidget(m_viewSelector);
    layout->addStretch(1);
    layout->addWidget(m_indicator);
    return bar;
}

QWidget* MainWindow::buildBars()
{
    auto* bars = new QWidget(this);
    m_notes = new NoticeBar(bars);
    m_notes->setObjectName(QStringLiteral("notice"));
    m_failed = new NoticeBar(bars);
    m_failed->setObjectName(QStringLiteral("failedBar"));
    auto* column = new QVBoxLayout(bars);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_locked = new NoticeBar(bars);
    m_locked->setObjectName(QStringLiteral("lockedBar"));
    m_waiting = new NoticeBar(bars);
    m_waiting->setObjectName(QStringLiteral("waitingBar"));
    for (NoticeBar* bar : {m_locked, m_failed, m_waiting, m_notes})
        column->addWidget(bar);
    for (NoticeBar* bar : {m_notes, m_failed})
        connect(bar, &NoticeBar::chosen, bar, [bar] { bar->say({}); });
    connect(m_locked, &NoticeBar::chosen, this, [this] { showRecovery(m_session->project().folder(), m_session->project().damage()); });
    connect(m_waiting, &NoticeBar::chosen, this, [this](int button) {
        if (button == 0)
            m_session->trainings().startWaiting();
        else
            removeWaiting(this, *m_session, m_session->trainings().waiting());
    });
    return bars;
}

/// Trainings that were queued when the project was closed: nobody opens a project to find the machine busy for hours.
void MainWindow::sayWaiting()
{
    const core::TrainingQueue& queue = m_session->trainings();
    const int waiting = queue.isPaused() ? queue.queued() : 0;
    m_waiting->say(waiting > 0 ? tr("%Ln training(s) are waiting.", nullptr, waiting) : QString(), {tr("Start"), tr("Remove…")});
}

void MainWindow::sayLocked()
{
    const core::Project& project = m_session->project();
    if (!project.damage().isEmpty())
        m_locked->say(project.damage(), {tr("Backups…")});
    else
        m_locked->say(project.isReadOnly() ? tr("Opened for reading. Edits are off because another program writes to this project, or its place is write-protected.") : QString());
}

void MainWindow::sayFailed(const QString& sentence)
{
    m_failed->say(sentence, {tr("Close")});
}

void MainWindow::buildRail()
{
    m_rail = new NavigationRail(this);
    const auto add = [this](Place place, const QString& text, const char* icon, int key) {
        const QString words = tr("%1 (Ctrl+%2)", "name of a page, key").arg(text).arg(key);
        m_rail->addPlace(static_cast<int>(place), text, QLatin1String(icon), words)->setObjectName(QStringLiteral("place%1").arg(static_cast<int>(place)));
    };
    m_rail->addSection(tr("Data"));
    add(Place::Images, tr("Images"), "images", 1);
    add(Place::Annotate, tr("Annotate"), "annotate", 2);
    add(Place::Views, tr("Views & Concepts"), "concepts", 3);
    m_rail->addSection(tr("Models"));
    add(Place::Library, tr("Library"), "library", 5);
    add(Place::Training, tr("Training"), "training", 6);
    add(Place::Version, tr("Version"), "version", 7);
    m_rail->finish();
    connect(m_rail, &NavigationRail::placeRequested, this, [this](int place) { goTo(static_cast<Place>(place)); });
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
    whenIdle(tr("Open project"), [this, next, imports] {
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
    if (!last.isEmpty() && core::Project::isProject(last))
        openProject(last);
}

void MainWindow::showSession(std::unique_ptr<core::Project> project)
{
    QStringList notes = project->openingNotes();
    m_session = std::make_unique<Session>(std::move(project), m_ask);
    m_thumbnails = std::make_unique<core::Thumbnails>(m_session->project().cacheFolder());
    m_pictureWatch = std::make_unique<PictureWatch>(m_session->project(), *m_thumbnails, this);
    connectSession();
    m_session->read([this] { RecentProjects::note(RecentProjects::describe(m_session->project())); });
    QSettings().setValue(lastKey, m_session->project().folder());
    setWindowTitle(tr("%1 – Oriel", "name of the project").arg(m_session->project().name()));
    m_projectButton->setText(m_session->project().name());
    m_notes->say(notes.join(QLatin1Char('\n')), {tr("Close")});
    sayLocked();
    sayWaiting();
    goTo(Place::Images);
    updateActions();
}

void MainWindow::connectSession()
{
    Session* session = m_session.get();
    m_viewSelector->setSession(session);
    m_indicator->setSession(session);
    m_status->watch(&session->project());
    connect(&session->project(), &core::Project::changed, this, &MainWindow::projectChanged);
    connect(session, &Session::readFailed, this, &MainWindow::sayFailed);
    connect(&session->project(), &core::Project::readFailed, this, [this](const QString& sentence) {
        if (m_session->project().damage().isEmpty())
            sayFailed(sentence);
        sayLocked();
        updateActions();
    });
    connect(&session->trainings(), &core::TrainingQueue::queueChanged, this, &MainWindow::sayWaiting);
    connect(&session->trainings(), &core::TrainingQueue::failed, this, &MainWindow::sayFailed);
    connect(session, &Session::annotateRequested, this, [this](core::ItemId item) {
        m_session->setCurrentItem(item);
        goTo(Place::Annotate);
    });
    connect(session, &Session::importRequested, this, &MainWindow::importPaths);
    connect(session, &Session::trainRequested, this, &MainWindow::train);
    connect(session, &Session::trainingPageRequested, this, &MainWindow::showTraining);
    connect(session, &Session::versionPageRequested, this, &MainWindow::showVersion);
    connect(session, &Session::viewsPageRequested, this, [this] { goTo(Place::Views); });
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

QString MainWindow::busyWith() const
{
    if (!m_session)
        return {};
    QStringList said;
    if (const core::LiveRun* run = m_session->trainings().running())
        said << tr("\"%1\" is being trained. Stopping ends it with the running batch; the best so far is kept.", "name of a version").arg(run->name);
    if (const int pending = m_session->project().pendingEditCount(); pending > 0)
        said << tr("%Ln edit(s) could not be saved and are lost if you go on. %1", nullptr, pending).arg(m_session->project().pendingMessage());
    return said.join(QStringLiteral("\n\n"));
}

void MainWindow::whenIdle(const QString& title, const std::function<void()>& act)
{
    const QString question = busyWith();
    if (question.isEmpty()) {
        act();
        return;
    }
    const bool pending = m_session->project().pendingEditCount() > 0;
    const QString goOn = pending ? tr("Go on without them") : tr("Stop, keep best and go on");
    const QStringList buttons = pending ? QStringList{tr("Try again"), goOn, tr("Cancel")} : QStringList{goOn, tr("Cancel")};
    m_ask.choose(this, title, question, buttons, [this, title, act, pending](int button) {
        if (pending && button == 0) {
            m_session->project().retryPending();
            m_session->project().whenWritten(this, [this, title, act] { whenIdle(title, act); }); // asks again if they still wait
        } else if (button == (pending ? 1 : 0)) {
            act();
        }
    });
}

void MainWindow::closeProject()
{
    whenIdle(tr("Close"), [this] {
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
    delete m_import; // cancels an import; the project is as it was before
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
    for (NoticeBar* bar : {m_notes, m_failed, m_locked, m_waiting})
        bar->say({});
}

void MainWindow::showRecovery(const QString& folder, const QString& why)
{
    whenIdle(tr("Backups"), [this, folder, why] {
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
    if (!m_leaving && !busyWith().isEmpty()) {
        event->ignore();
        whenIdle(tr("Close"), [this] {
            m_leaving = true;
            QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
        });
        return;
    }
    m_leaving = false;
    rememberWindow();
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
