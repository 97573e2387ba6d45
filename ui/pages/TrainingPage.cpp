#include "ui/pages/TrainingPage.h"

#include "core/base/Job.h"
#include "core/project/Project.h"
#include "core/project/VersionFolder.h"
#include "ui/HelpDesk.h"
#include "ui/Session.h"
#include "ui/dialogs/EndTraining.h"
#include "ui/models/StatusMark.h"
#include "ui/models/VersionText.h"
#include "ui/support/Numbers.h"
#include "ui/support/Panes.h"
#include "ui/support/Theme.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/RunCharts.h"
#include "ui/widgets/StepBar.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

QLabel* labelWith(const char* role, QWidget* parent, const char* name = nullptr)
{
    auto* label = new QLabel(parent);
    setRole(label, role);
    label->setTextFormat(Qt::PlainText);
    if (name)
        label->setObjectName(QLatin1String(name));
    return label;
}

} // namespace

TrainingPage::TrainingPage(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_header(new PageHeader(tr("Training"), this))
    , m_stop(new QPushButton(tr("Stop and keep best"), this))
    , m_open(new QPushButton(tr("Open version"), this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(tr("No training is running."), tr("Train a new model version"), this))
{
    setObjectName(QStringLiteral("trainingPage"));
    m_stop->setObjectName(QStringLiteral("stopButton"));
    m_stop->setIcon(Theme::of().icon(QStringLiteral("stop")));
    m_stop->setToolTip(tr("Ends with the running batch and keeps the best epoch so far."));
    m_open->setObjectName(QStringLiteral("openButton"));
    m_open->setToolTip(tr("How good it is, and what it was trained on."));
    setRole(m_open, "primary");
    m_header->addAction(m_stop);
    m_header->addAction(m_open);
    m_stack->addWidget(makeBody());
    m_stack->addWidget(m_empty);

    auto* main = new QVBoxLayout;
    main->setContentsMargins(24, 16, 24, 0);
    main->setSpacing(12);
    main->addWidget(m_header);
    main->addWidget(m_stack, 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(main, 1);
    layout->addWidget(m_side = new RunPanel(this));

    connect(m_stop, &QPushButton::clicked, this, &TrainingPage::stop);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT m_session.versionPageRequested(m_version); });
    connect(m_empty, &EmptyState::activated, &m_session, &Session::trainRequested);
    connect(&m_session, &Session::viewChanged, this, &TrainingPage::showCurrent);
    connectQueue();
    showCurrent();
}

TrainingPage::~TrainingPage() = default;

QWidget* TrainingPage::makeBody()
{
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("trainingScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus); // what it holds takes the focus and scrolls into view
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* body = new QWidget(scroll);

    m_emptyBar = new QWidget(body);
    auto* sentence = labelWith("secondary", m_emptyBar, "nothingRunning");
    sentence->setText(tr("No training is running."));
    auto* train = new QPushButton(tr("Train a new model version"), m_emptyBar);
    train->setObjectName(QStringLiteral("trainButton"));
    connect(train, &QPushButton::clicked, &m_session, &Session::trainRequested);
    auto* bar = new QHBoxLayout(m_emptyBar);
    bar->setContentsMargins(0, 0, 0, 0);
    bar->setSpacing(16);
    bar->addWidget(sentence);
    bar->addWidget(train);
    bar->addStretch(1);

    m_steps = new StepBar(body);
    m_steps->setObjectName(QStringLiteral("stepBar"));
    m_summary = labelWith("secondary", body, "runSummary");
    m_note = labelWith("warning", body, "runNote");
    m_note->setWordWrap(true);
    m_queue = labelWith("secondary", body, "queueLine");
    m_charts = new RunCharts(body);
    m_charts->setObjectName(QStringLiteral("runCharts"));
    setHelp(m_charts, QStringLiteral("training#curves"));
    markPane(m_charts);
    markPane(m_header);
    markPane(m_emptyBar);
    markPane(m_empty);

    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 16);
    layout->setSpacing(12);
    for (QWidget* widget : std::initializer_list<QWidget*> {m_emptyBar, m_steps, m_summary, m_note, m_queue})
        layout->addWidget(widget);
    layout->addWidget(m_charts, 1);
    scroll->setWidget(body);
    return scroll;
}

void TrainingPage::connectQueue()
{
    auto& queue = m_session.trainings();
    m_drawTimer.setSingleShot(true);
    m_drawTimer.setInterval(250); // charts move at most four times a second
    connect(&m_drawTimer, &QTimer::timeout, this, [this] {
        m_ended.reset();
        if (const auto* run = m_session.trainings().run(m_version))
            showRun(*run);
    });
    const auto later = [this](core::VersionId version) {
        if (version == m_version && !m_drawTimer.isActive())
            m_drawTimer.start();
    };
    connect(&queue, &core::TrainingQueue::stepChanged, this, later);
    connect(&queue, &core::TrainingQueue::batchesFinished, this, later);
    connect(&queue, &core::TrainingQueue::epochFinished, this, later);
    connect(&queue, &core::TrainingQueue::started, this, &TrainingPage::showVersion);
    connect(&queue, &core::TrainingQueue::ended, this, [this](core::VersionId version) {
        if (version == m_version)
            showVersion(version);
    });
    connect(&queue, &core::TrainingQueue::queueChanged, this, [this] {
        if (const auto* run = m_session.trainings().run(m_version))
            showNotes(*run);
        else if (m_version.isValid() && !m_session.trainings().isRunning())
            m_session.read([this] { // it may have been removed from the queue
                if (!m_session.project().version(m_version))
                    showCurrent();
            });
    });
}

void TrainingPage::showVersion(core::VersionId version)
{
    m_ended.reset();
    if (const auto* run = m_session.trainings().run(version)) {
        showRun(*run);
        return;
    }
    m_session.read([&] {
        if (const auto stored = m_session.project().version(version))
            showStored(*stored);
    });
}

std::optional<core::VersionRecord> TrainingPage::lastRun() const
{
    std::optional<core::VersionRecord> last;
    if (!m_session.view().isValid())
        return last;
    for (const auto& model : m_session.project().library(m_session.view())) {
        for (const auto& version : model.versions) {
            const bool ended = version.status != core::VersionStatus::Queued && version.status != core::VersionStatus::Running;
            if (ended && (!last || version.created > last->created))
                last = version;
        }
    }
    return last;
}

/// What is running; else the last run of the view; else that there is none.
void TrainingPage::showCurrent()
{
    m_ended.reset();
    if (const auto* run = m_session.trainings().running()) {
        showRun(*run);
        return;
    }
    std::optional<core::VersionRecord> last;
    m_session.read([&] { last = lastRun(); });
    if (last) {
        showVersion(last->id);
        return;
    }
    m_version = {};
    m_header->setTitle(tr("Training"));
    m_header->setCaption({});
    m_stop->hide();
    m_open->hide();
    m_side->hide();
    m_stack->setCurrentWidget(m_empty);
    setFocusProxy(m_empty->button());
}

void TrainingPage::showStored(const core::VersionRecord& version)
{
    auto run = std::make_shared<core::LiveRun>(storedRun(m_session.project(), version));
    m_ended = RunPanel::Ended {version.metrics.value(QLatin1String("seconds")).toDouble(), version.metrics.value(QLatin1String("deviceName")).toString()};
    showRun(*run);
    const QString folder = m_session.project().versionFolder(version.uuid);
    m_reading = std::make_unique<core::Job>();
    connect(m_reading.get(), &core::Job::finished, this, [this, run] {
        if (m_version == run->version)
            showRun(*run);
    });
    m_reading->start([run, folder] { run->batches = core::VersionFolder::batches(folder); });
}

void TrainingPage::showRun(const core::LiveRun& run)
{
    m_version = run.version;
    m_stack->setCurrentIndex(0);
    setFocusProxy(m_charts); // not Stop, which a key pressed too often would then press
    const bool going = RunPanel::isGoing(run);
    //: The title of the page: "Training v4"
    m_header->setTitle(tr("Training %1").arg(run.name));
    core::VersionRecord version;
    version.status = run.status;
    version.weights = run.bestEpoch >= 0 ? core::WeightsState::Present : core::WeightsState::None;
    m_header->setCaption(going ? tr("%1, %2").arg(run.viewName, typeName(run.type)) : tr("%1  ·  %2").arg(run.viewName, statusOf(version).text));
    const bool stopping = m_stopping == run.version;
    m_open->setVisible(!going && run.bestEpoch >= 0);
    if (m_stop->hasFocus() && !going)
        m_open->setFocus(); // in its place, not where a hidden button would send it
    m_stop->setVisible(going);
    m_stop->setEnabled(!stopping);
    const bool waits = run.status == core::VersionStatus::Queued;
    m_stop->setText(stopping ? tr("Stopping…") : waits ? tr("Remove from the queue…") : tr("Stop and keep best"));
    m_stop->setToolTip(waits ? QString() : tr("Ends with the running batch and keeps the best epoch so far."));
    m_emptyBar->setVisible(!m_session.trainings().isRunning() && !going);
    m_steps->setVisible(!run.steps.empty());
    m_steps->setSteps(run.steps);
    m_steps->setShare(run.share);
    m_charts->showRun(run);
    m_side->showRun(run, m_ended);
    m_summary->setText(m_side->summary());
    showNotes(run);
    m_side->setVisible(width() >= 1100);
    m_summary->setVisible(width() < 1100);
}

void TrainingPage::showNotes(const core::LiveRun& run)
{
    QStringList notes;
    if (!run.failure.isEmpty())
        notes << run.failure;
    if (!run.note.isEmpty())
        notes << run.note;
    if (const auto since = memorisingSince(run.epochs)) {
        notes << (run.bestEpoch >= 0 ? tr("Since epoch %1 the network memorises the training images. The best checkpoint is kept from epoch %2.")
                                           .arg(count(*since), count(run.bestEpoch))
                                     : tr("Since epoch %1 the network memorises the training images.").arg(count(*since)));
    }
    m_note->setText(notes.join(QLatin1Char('\n')));
    m_note->setVisible(!notes.isEmpty());
    const int waiting = m_session.trainings().queued();
    m_queue->setText(run.status == core::VersionStatus::Queued ? waitingText(m_session.trainings(), run.version)
                                                               : tr("%Ln training(s) wait in the queue.", nullptr, waiting));
    m_queue->setVisible(waiting > 0 || run.status == core::VersionStatus::Queued);
}

void TrainingPage::stop()
{
    const auto version = m_version;
    const auto* run = m_session.trainings().run(version);
    if (run && run->status == core::VersionStatus::Queued) {
        removeWaiting(this, m_session, {version});
        return;
    }
    stopTraining(this, m_session, version, [this, version] {
        m_stopping = version;
        if (version == m_version) {
            m_stop->setEnabled(false);
            m_stop->setText(tr("Stopping…"));
        }
    });
}

void TrainingPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool shown = m_stack->currentIndex() == 0;
    m_side->setVisible(shown && width() >= 1100);
    m_summary->setVisible(shown && width() < 1100);
}

} // namespace ui
