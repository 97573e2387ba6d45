// The frame of the window: what stands round the pages, and what it is connected to.
#include "ui/MainWindow.h"

#include "core/project/TrainingQueue.h"
#include "ui/Leaving.h"
#include "ui/ProjectDoor.h"
#include "ui/Session.h"
#include "ui/pages/StartPage.h"
#include "ui/support/Application.h"
#include "ui/support/Panes.h"
#include "ui/support/Theme.h"
#include "ui/widgets/Hairline.h"
#include "ui/widgets/JobsPanel.h"
#include "ui/widgets/NavigationRail.h"
#include "ui/widgets/PageBars.h"
#include "ui/widgets/StatusBar.h"
#include "ui/widgets/TrainingIndicator.h"
#include "ui/widgets/ViewSelector.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>

namespace ui {

void MainWindow::buildFrame()
{
    m_stack = new QStackedWidget(this);
    m_start = new StartPage(this);
    m_navigation = new Navigation(m_stack, m_start, [this](Place place) { return makePage(place); }, this);
    m_status = new StatusBar(this);
    m_jobs = new JobsPanel(this);
    m_door = new ProjectDoor(m_ask, m_jobs, this, [this](std::unique_ptr<core::Project> project, const QStringList& imports) { takeOver(std::move(project), imports); },
                             [this](const QString& folder, const QString& why) { showRecovery(folder, why); });
    m_leaving = new Leaving(m_ask, this);
    m_topBar = buildTopBar();
    buildRail();

    auto* pages = new QVBoxLayout;
    pages->setSpacing(0);
    pages->addWidget(m_bars = new PageBars(this));
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
    connect(m_bars, &PageBars::backupsRequested, this, [this] { showRecovery(m_session->project().folder(), m_session->project().damage()); });
    connect(m_bars, &PageBars::editingRequested, this, [this] { m_door->open(m_session->project().folder()); }); // the other program may have ended
    connect(m_jobs, &JobsPanel::changed, this, [this] { m_status->setJobs(m_jobs->summary()); });
    connect(m_indicator, &TrainingIndicator::clicked, this, [this] {
        if (const core::LiveRun* run = m_session ? m_session->trainings().running() : nullptr)
            showTraining(run->version);
    });
    connect(m_indicator, &TrainingIndicator::busyChanged, this, [this](bool busy) {
        m_rail->setBusy(static_cast<int>(Place::Training), busy);
        updateActions();
    });
    if (auto* application = qobject_cast<Application*>(QCoreApplication::instance()))
        connect(application, &Application::failed, m_bars, &PageBars::sayFailed);
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
    m_rail->addSection(tr("Use"));
    add(Place::Predict, tr("Predict"), "predict", 9);
    m_rail->finish();
    connect(m_rail, &NavigationRail::placeRequested, this, [this](int place) { goTo(static_cast<Place>(place)); });
}

} // namespace ui
