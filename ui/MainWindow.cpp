#include "ui/MainWindow.h"

#include "core/pictures/Thumbnails.h"
#include "core/project/TrainingQueue.h"
#include "ui/MainWindowActions.h"
#include "ui/PictureWatch.h"
#include "ui/Session.h"
#include "ui/dialogs/ImportDialog.h"
#include "ui/pages/StartPage.h"
#include "ui/support/Attempt.h"
#include "ui/support/RecentProjects.h"
#include "ui/support/Theme.h"
#include "ui/widgets/JobsPanel.h"
#include "ui/widgets/NavigationRail.h"
#include "ui/widgets/StatusBar.h"
#include "ui/widgets/TrainingIndicator.h"
#include "ui/widgets/ViewSelector.h"

#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
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

QFrame* hairline(bool upright, QWidget* parent)
{
    auto* line = new QFrame(parent);
    setRole(line, "line");
    upright ? line->setFixedWidth(1) : line->setFixedHeight(1);
    return line;
}

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
    display(Place::Start);
}

MainWindow::~MainWindow()
{
    leaveSession();
}

void MainWindow::buildFrame()
{
    m_stack = new QStackedWidget(this);
    m_start = new StartPage(this);
    m_stack->addWidget(m_start);
    m_status = new StatusBar(this);
    m_jobs = new JobsPanel(this);
    m_topBar = buildTopBar();
    m_notice = buildNotice();
    buildRail();

    auto* pages = new QVBoxLayout;
    pages->setSpacing(0);
    pages->addWidget(m_notice);
    pages->addWidget(m_stack, 1);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addWidget(m_railLine = hairline(true, this));
    middle->addLayout(pages, 1);
    auto* central = new QWidget(this);
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_topBar);
    layout->addWidget(hairline(false, this));
    layout->addLayout(middle, 1);
    layout->addWidget(hairline(false, this));
    layout->addWidget(m_status);
    setCentralWidget(central);

    connect(m_start, &StartPage::newRequested, this, &MainWindow::newProject);
    connect(m_start, &StartPage::openRequested, this, &MainWindow::openDialog);
    connect(m_start, &StartPage::sampleRequested, this, &MainWindow::openSample);
    connect(m_start, &StartPage::projectRequested, this, &MainWindow::openProject);
    connect(m_start, &StartPage::findRequested, this, &MainWindow::findMissing);
    connect(m_status, &StatusBar::jobsRequested, this, [this] { m_jobs->popupAbove(m_status->findChild<QWidget*>(QStringLiteral("jobsButton"))); });
    connect(m_status, &StatusBar::failureRequested, this, [this](const QString& message) { m_ask.tell(this, tr("Save"), message); });
    connect(m_jobs, &JobsPanel::changed, this, [this] { m_status->setJobs(m_jobs->running(), m_jobs->ended()); });
    connect(m_indicator, &TrainingIndicator::clicked, this, [this] { goTo(Place::Training); });
    connect(m_indicator, &TrainingIndicator::busyChanged, this, [this](bool busy) {
        m_rail->setBusy(static_cast<int>(Place::Training), busy);
        updateActions();
    });
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

QFrame* MainWindow::buildNotice()
{
    auto* bar = new QFrame(this);
    bar->setObjectName(QStringLiteral("notice"));
    setRole(bar, "notice");
    m_noticeText = new QLabel(bar);
    m_noticeText->setObjectName(QStringLiteral("noticeText"));
    m_noticeText->setTextFormat(Qt::PlainText);
    m_noticeText->setWordWrap(true);
    auto* close = new QPushButton(tr("Close"), bar);
    setRole(close, "ghost");
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(24, 6, 16, 6);
    layout->addWidget(m_noticeText, 1);
    layout->addWidget(close);
    connect(close, &QPushButton::clicked, bar, &QWidget::hide);
    bar->hide();
    return bar;
}

void MainWindow::showNotice(const QStringList& notes)
{
    m_noticeText->setText(notes.join(QLatin1Char('\n')));
    m_notice->setVisible(!notes.isEmpty());
}

bool MainWindow::openProject(const QString& path)
{
    if (isOpen(path))
        return true;
    std::unique_ptr<core::Project> project;
    QString refusal;
    Ask quiet = m_ask;
    quiet.tell = [&refusal](QWidget*, const QString&, const QString& message) { refusal = message; };
    const QString doing = tr("Open project");
    if (!attempt(this, quiet, doing, [&] { project = core::Project::open(path); })) {
        if (!core::Project::isProject(path)) {
            m_ask.tell(this, doing, refusal);
            return false;
        }
        // Somebody else may be writing to it; looking at it is still possible.
        m_ask.choose(this, doing, refusal, {tr("Open for reading"), tr("Cancel")}, [this, path, doing](int button) {
            std::unique_ptr<core::Project> readable;
            if (button == 0 && attempt(this, m_ask, doing, [&] { readable = core::Project::open(path, core::Project::Access::Read); }))
                takeOver(std::move(readable));
        });
        return isOpen(path);
    }
    takeOver(std::move(project));
    return isOpen(path);
}

bool MainWindow::isOpen(const QString& path) const
{
    const QFileInfo info(path);
    const QString folder = info.isDir() ? info.canonicalFilePath() : info.dir().canonicalPath();
    return m_session && !folder.isEmpty() && folder == QFileInfo(m_session->project().folder()).canonicalFilePath();
}

void MainWindow::takeOver(std::unique_ptr<core::Project> project)
{
    const auto next = std::make_shared<std::unique_ptr<core::Project>>(std::move(project)); // a question may stand in between
    whenIdle(tr("Open project"), tr("Stop, keep best and open"), [this, next] {
        leaveSession();
        showSession(std::move(*next));
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
    if (project->isReadOnly())
        notes.prepend(tr("Opened for reading. Edits are off because another program writes to this project, or its place is write-protected."));
    m_session = std::make_unique<Session>(std::move(project), m_ask);
    m_thumbnails = std::make_unique<core::Thumbnails>(m_session->project().cacheFolder());
    m_pictureWatch = std::make_unique<PictureWatch>(m_session->project(), *m_thumbnails, this);
    connectSession();
    RecentProjects::note(RecentProjects::describe(m_session->project()));
    QSettings().setValue(lastKey, m_session->project().folder());
    setWindowTitle(tr("%1 – Oriel", "name of the project").arg(m_session->project().name()));
    m_projectButton->setText(m_session->project().name());
    showNotice(notes);
    m_history.clear();
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
    updateActions();
    updateCounts();
    const bool back = change.cause == core::ChangeSet::Cause::Undo, again = change.cause == core::ChangeSet::Cause::Redo;
    if (back || again)
        m_status->setHint(back ? tr("Undone: %1", "title of an act").arg(change.title) : tr("Redone: %1", "title of an act").arg(change.title));
    if ((back || again) && change.items.size() == 1)
        m_session->setCurrentItem(change.items.front()); // undo goes to the image it changed
}

bool MainWindow::isBusy() const
{
    return m_session && m_session->trainings().isRunning();
}

void MainWindow::whenIdle(const QString& title, const QString& verb, const std::function<void()>& act)
{
    if (!isBusy()) {
        act();
        return;
    }
    const QString question = tr("\"%1\" is being trained. Stopping ends it with the running batch; the best so far is kept.", "name of a version")
                                 .arg(m_session->trainings().running()->name);
    m_ask.choose(this, title, question, {verb, tr("Cancel")}, [act](int button) {
        if (button == 0)
            act();
    });
}

void MainWindow::closeProject()
{
    whenIdle(tr("Close"), tr("Stop, keep best and close"), [this] {
        leaveSession();
        QSettings().remove(lastKey);
        m_start->refresh();
        m_history.clear();
        display(Place::Start);
        updateActions();
    });
}

void MainWindow::leaveSession()
{
    if (!m_session)
        return;
    RecentProjects::note(RecentProjects::describe(m_session->project()));
    delete m_import; // cancels an import; the project is as it was before
    m_viewSelector->setSession(nullptr);
    m_indicator->setSession(nullptr);
    m_status->watch(nullptr);
    m_status->setCounts({});
    m_session->disconnect(this);
    m_session->project().disconnect(this);
    for (QWidget* page : std::as_const(m_pages))
        delete page;
    m_pages.clear();
    m_pictureWatch.reset();
    m_thumbnails.reset();
    m_session.reset();
    setWindowTitle(QStringLiteral("Oriel"));
    showNotice({});
}

void MainWindow::rememberWindow() const
{
    QSettings settings;
    settings.setValue(geometryKey, saveGeometry());
    settings.setValue(railKey, m_railCollapsed);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (isBusy() && !m_leaving) {
        event->ignore();
        whenIdle(tr("Close"), tr("Stop, keep best and close"), [this] {
            m_leaving = true;
            QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
        });
        return;
    }
    m_leaving = false;
    rememberWindow();
    m_sampleJob.reset();
    leaveSession(); // the last project stays noted: the next start opens it
    event->accept();
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
