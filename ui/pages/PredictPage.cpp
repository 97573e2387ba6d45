#include "ui/pages/PredictPage.h"

#include "core/project/Project.h"
#include "core/project/TrainingQueue.h"
#include "ui/Session.h"
#include "ui/models/AnswerListModel.h"
#include "ui/models/PredictCommand.h"
#include "ui/support/Attempt.h"
#include "ui/support/KeyTip.h"
#include "ui/support/Numbers.h"
#include "ui/support/Panes.h"
#include "ui/support/Theme.h"
#include "ui/widgets/AnswerGrid.h"
#include "ui/widgets/AnswerView.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Hairline.h"
#include "ui/widgets/JobsPanel.h"
#include "ui/widgets/NoticeBar.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/PredictOptions.h"
#include "ui/widgets/SourceOptions.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyle>
#include <QTableWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

using Kind = core::PredictionPictures::Kind;
constexpr int reasonsShown = 40;
constexpr int longestName = 280; // px in the sentence of the empty page

QStringList localFiles(const QMimeData* data)
{
    QStringList files;
    for (const auto& url : data->urls()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    return files;
}

} // namespace

PredictPage::PredictPage(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_header(new PageHeader(tr("Predict"), this))
    , m_predict(new QPushButton(tr("Predict"), this))
    , m_options(new PredictOptions(session, this))
    , m_stack(new QStackedWidget(this))
    , m_model(new AnswerListModel(this))
{
    setObjectName(QStringLiteral("predictPage"));
    setAccessibleName(tr("Predict")); // it takes the keys while pictures run through
    setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus);
    auto* command = new QPushButton(tr("Copy as command"), this);
    command->setObjectName(QStringLiteral("copyCommand"));
    command->setToolTip(tr("The line that does the same in a terminal"));
    m_predict->setObjectName(QStringLiteral("predictButton"));
    setRole(m_predict, "primary");
    m_header->addAction(command);
    m_header->addAction(m_predict);
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(makeResults());

    auto* body = new QHBoxLayout;
    body->setSpacing(16);
    body->addWidget(m_options);
    body->addWidget(hairline(Qt::Vertical, this));
    body->addWidget(m_stack, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(m_header);
    layout->addLayout(body, 1);
    markPane(m_header);
    markPane(m_options);
    markPane(m_stack);

    connect(command, &QPushButton::clicked, this, &PredictPage::copyCommand);
    connect(m_predict, &QPushButton::clicked, this, &PredictPage::start);
    connect(m_options, &PredictOptions::startRequested, this, &PredictPage::start);
    connect(m_options, &PredictOptions::versionChanged, this, &PredictPage::showVersion);
    connect(m_options, &PredictOptions::looksChanged, this, &PredictPage::showLooks);
    connect(&m_session, &Session::viewChanged, m_options, &PredictOptions::reload);
    connect(&m_session.project(), &core::Project::changed, this, [this](const core::ChangeSet& change) {
        if (change.library || change.structure)
            m_options->reload();
    });
    connect(&m_session.trainings(), &core::TrainingQueue::ended, m_options, &PredictOptions::reload);
    connectJob();
    showVersion();
    settle();
}

PredictPage::~PredictPage() = default;

QWidget* PredictPage::makeEmpty()
{
    m_drop = new QFrame(this);
    setRole(m_drop, "drop");
    m_sentence = new QLabel(m_drop);
    m_sentence->setObjectName(QStringLiteral("predictSentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    setRole(m_sentence, "secondary");
    m_choose = new QPushButton(m_drop);
    m_choose->setObjectName(QStringLiteral("emptyChoose"));
    auto* layout = new QVBoxLayout(m_drop);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(16);
    layout->addStretch(2);
    layout->addWidget(m_sentence);
    layout->addWidget(m_choose, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_choose, &QPushButton::clicked, this, [this] { m_options->version() ? m_options->source().chooseFiles() : m_session.trainRequested(); });
    return m_drop;
}

QWidget* PredictPage::makeResults()
{
    auto* page = new QWidget(this);
    m_notice = new NoticeBar(page);
    m_running = new QWidget(page);
    m_state = new ElidedLabel(page);
    m_state->setObjectName(QStringLiteral("predictState"));
    setRole(m_state, "secondary");
    m_state->setMinimumHeight(28); // of the buttons beside it, which come and go
    m_progress = new QProgressBar(m_running);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(120);
    m_progress->setAccessibleName(tr("Progress of the prediction"));
    m_pause = keyedButton("pausePrediction", tr("Pause"), tr("Space"), m_running);
    m_cancel = new QPushButton(tr("Cancel"), m_running);
    m_cancel->setObjectName(QStringLiteral("cancelPrediction"));
    auto* running = new QHBoxLayout(m_running);
    running->setContentsMargins(0, 0, 0, 0);
    running->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_progress, m_pause, m_cancel})
        running->addWidget(widget);
    auto* stateRow = new QHBoxLayout;
    stateRow->addWidget(m_state, 1);
    stateRow->addWidget(m_running);

    m_grid = new AnswerGrid(*m_model, page);
    m_view = new AnswerView(*m_model, page);
    m_concepts = new QTableWidget(0, 3, page);
    m_concepts->setObjectName(QStringLiteral("foundConcepts"));
    m_concepts->setAccessibleName(tr("Found of each concept"));
    m_concepts->setHorizontalHeaderLabels({tr("Concept"), tr("Pictures"), tr("Boxes")});
    m_concepts->verticalHeader()->hide();
    m_concepts->setShowGrid(false);
    m_concepts->setSelectionMode(QAbstractItemView::NoSelection);
    m_concepts->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_concepts->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 0; column < 3; ++column)
        m_concepts->horizontalHeaderItem(column)->setTextAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    setRole(m_concepts, "card");
    m_views = new QStackedWidget(page);
    for (QWidget* view : std::initializer_list<QWidget*>{m_grid, m_view, m_concepts})
        m_views->addWidget(view);

    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_notice);
    layout->addLayout(stateRow);
    layout->addWidget(m_bar = makeBar());
    layout->addWidget(m_views, 1);

    connect(m_pause, &QPushButton::clicked, this, &PredictPage::togglePause);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_job.stop(); });
    connect(m_grid, &QListView::activated, this, [this](const QModelIndex& index) {
        m_view->showRow(index.row());
        showAs(Picture);
    });
    connect(m_view, &AnswerView::stepRequested, this, &PredictPage::step);
    return page;
}

QWidget* PredictPage::makeBar()
{
    auto* bar = new QWidget(this);
    m_order = new QComboBox(bar);
    m_order->setObjectName(QStringLiteral("answerOrder"));
    m_order->setAccessibleName(tr("Order"));
    m_order->addItem(tr("By name"), int(core::AnswerStore::Order::Name));
    m_order->addItem(tr("Surest first"), int(core::AnswerStore::Order::Score));
    m_order->addItem(tr("Most doubtful first"), int(core::AnswerStore::Order::Uncertainty));
    setRole(m_order, "quiet");
    m_shown = new QButtonGroup(bar);
    auto* segments = new QHBoxLayout;
    segments->setSpacing(0);
    const struct {
        Shown shown;
        QString words;
        const char* name;
        const char* place;
    } parts[] = {{Grid, tr("Grid"), "asGrid", "first"}, {Picture, tr("Picture"), "asPicture", "middle"}, {Concepts, tr("Concepts"), "asConcepts", "last"}};
    for (const auto& part : parts) {
        auto* button = new QPushButton(part.words, bar);
        button->setObjectName(QLatin1String(part.name));
        button->setCheckable(true);
        button->setProperty("place", QLatin1String(part.place));
        setRole(button, "segment");
        m_shown->addButton(button, part.shown);
        segments->addWidget(button);
    }
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->addLayout(segments);
    row->addStretch(1);
    row->addWidget(m_order);
    connect(m_shown, &QButtonGroup::idClicked, this, [this](int shown) {
        if (shown == Picture && m_view->row() < 0 && !m_view->isLive())
            m_view->showRow(std::max(0, m_grid->currentIndex().row()));
        showAs(Shown(shown));
    });
    connect(m_order, &QComboBox::activated, this, [this] {
        m_model->setOrder(core::AnswerStore::Order(m_order->currentData().toInt()));
        m_grid->scrollToTop();
        if (!m_view->isLive())
            m_view->showRow(m_model->rowCount() > 0 ? 0 : -1);
    });
    return bar;
}

void PredictPage::connectJob()
{
    connect(&m_job, &core::PredictionJob::began, this, &PredictPage::showBegan);
    connect(&m_job, &core::PredictionJob::grew, this, [this](int count) { m_model->grow(count, false); });
    connect(&m_job, &core::PredictionJob::pictureAnswered, this, [this](const core::LivePicture& picture) {
        if (m_follows)
            m_view->showLive(picture);
    });
    connect(&m_job, &core::Job::progressed, this, &PredictPage::showProgress);
    connect(&m_job, &core::PredictionJob::ended, this, &PredictPage::showEnded);
    connect(&m_job, &core::Job::failed, this, &PredictPage::showFailure);
    connect(&m_job, &core::Job::finished, this, &PredictPage::settle);
    connect(&m_tallying, &core::Job::finished, this, [this] {
        if (std::exchange(m_talliesAgain, false))
            tally();
    });
}

// ---- what is asked

void PredictPage::chooseVersion(core::VersionId version)
{
    m_options->reload();
    m_options->choose(version);
}

void PredictPage::predict(const QStringList& paths)
{
    m_options->source().setPaths(paths);
}

void PredictPage::start()
{
    if (m_job.isRunning() || !m_options->version())
        return;
    if (const QString missing = m_options->source().missing(); !missing.isEmpty()) {
        Q_EMIT m_session.hintRequested(missing);
        m_options->source().setFocus();
        return;
    }
    if (!m_options->wantsFolder()) {
        begin(m_options->request());
        return;
    }
    m_session.ask().openFolder(this, tr("Folder of results"), [this](const QString& folder) {
        m_options->setFolder(folder);
        if (!m_job.isRunning())
            begin(m_options->request());
    });
}

void PredictPage::begin(const core::PredictionRequest& request)
{
    const auto version = m_options->version();
    if (!version)
        return;
    attempt(this, m_session.ask(), tr("Predict"), [&] {
        const auto context = core::predictionContext(m_session.project(), version->id);
        m_frozen = version->concepts;
        m_colours = context.colours;
        m_request = request;
        m_report = {};
        m_view->clear();
        m_model->setAnswers(nullptr);
        fillConcepts({});
        m_notice->say({});
        m_state->setText(tr("Reading \"%1\"…", "name of a version").arg(version->name));
        m_progress->setRange(0, 0);
        m_follows = isOfFrames();
        m_stack->setCurrentIndex(1); // so that the focus finds its place there
        showLooks();
        showAs(m_follows || request.pictures.kind == Kind::Pixels ? Picture : Grid);
        m_job.predict(context, request, m_session.project().isReadOnly() ? QString() : m_session.project().cacheFolder());
        settle();
        Q_EMIT started(&m_job);
    });
}

bool PredictPage::isOfFrames() const
{
    return m_request.pictures.kind == Kind::Film || m_request.pictures.kind == Kind::Camera;
}

void PredictPage::copyCommand()
{
    const auto version = m_options->version();
    if (!version)
        return;
    auto request = m_options->request();
    m_session.read([&] {
        const QString command = predictCommand(m_session.project(), version->name, request);
        if (!command.isEmpty())
            QGuiApplication::clipboard()->setText(command);
        Q_EMIT m_session.hintRequested(command.isEmpty() ? tr("A picture of the clipboard has no file, so no command can name it.") : tr("The command is in the clipboard."));
    });
}

// ---- what is shown

void PredictPage::showVersion()
{
    const auto version = m_options->version();
    m_predict->setEnabled(version.has_value() && !m_job.isRunning());
    m_header->setCaption(version ? version->name : QString());
    const QString name = version ? m_sentence->fontMetrics().elidedText(version->name, Qt::ElideMiddle, longestName) : QString(); // the header has all of it
    m_sentence->setText(version ? tr("Drop pictures here to see what %1 says about them.", "name of a version").arg(name)
                                : tr("No version of this view can predict yet. Annotate some images, then train the first one."));
    m_choose->setText(version ? tr("Choose pictures…") : tr("Train a new model version"));
}

/// The thresholds that count now, without asking the network again.
void PredictPage::showLooks()
{
    ShownConcepts shown{.names = {}, .colours = m_colours, .thresholds = {}, .scores = m_options->showsScores()};
    for (const auto& one : core::conceptsFor(m_frozen, m_options->thresholdOffset())) {
        shown.names << one.name;
        shown.thresholds.push_back(one.threshold);
    }
    m_model->setConcepts(m_options->type(), shown);
    m_grid->setShowsBelow(m_options->showsBelow());
    m_view->setShows(m_options->showsBelow(), m_options->showsLabels());
    if (!m_job.isRunning())
        tally();
}

void PredictPage::showBegan(const std::shared_ptr<core::AnswerStore>& answers)
{
    m_model->setAnswers(answers);
    m_state->setText(m_request.pictures.kind == Kind::Camera ? tr("The camera is being read.") : tr("Predicting"));
}

void PredictPage::showProgress(const core::Progress& progress)
{
    m_progress->setRange(0, progress.total > 0 ? int(std::min<qint64>(progress.total, INT_MAX)) : 0);
    m_progress->setValue(int(std::min<qint64>(progress.done, INT_MAX)));
    if (m_request.pictures.kind != Kind::Camera)
        m_state->setText(wordsOf(progress));
}

void PredictPage::showEnded(const core::PredictionReport& report)
{
    m_report = report;
    if (m_model->answers())
        m_model->grow(m_model->answers()->size(), true);
    QStringList parts{tr("%Ln picture(s) answered", nullptr, int(report.answered))};
    if (report.skipped > 0)
        parts << tr("%Ln had been answered before", nullptr, int(report.skipped));
    if (report.isCanceled && m_request.pictures.kind != Kind::Camera)
        parts << tr("cancelled");
    if (report.answered > 0 && report.seconds > 0) //: pictures a second
        parts << tr("%1 a second").arg(QLocale().toString(double(report.answered) / report.seconds, 'f', 1));
    m_state->setText(parts.join(QStringLiteral("  ·  ")));

    QStringList said;
    if (!report.stopped.isEmpty())
        said << report.stopped;
    if (report.failed > 0)
        said << tr("%Ln picture(s) could not be read.", nullptr, int(report.failed));
    if (report.outdated > 0)
        said << tr("%Ln picture(s) changed since they were answered; their results are those of before. Choose another folder to answer them again.", nullptr, int(report.outdated));
    std::vector<NoticeBar::Act> acts;
    if (report.failed > 0)
        acts.push_back({tr("Show which"), [this] { showUnread(); }});
    if (!m_request.outputs.isEmpty()) {
        if (said.isEmpty())
            said << tr("The results are in \"%1\".").arg(QDir::toNativeSeparators(m_request.outputs.folder));
        acts.push_back({tr("Open the folder"), [folder = m_request.outputs.folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }});
    }
    m_notice->offer(said.join(QLatin1Char(' ')), acts);
    if (m_request.pictures.kind == Kind::Camera) {
        if (!report.stopped.isEmpty())
            m_view->clear();
    } else if (m_model->rowCount() == 1 && !m_view->isLive()) { // one picture: large
        m_view->showRow(0);
        showAs(Picture);
    }
    if (m_follows && m_model->rowCount() > 0)
        m_view->showRow(m_model->rowCount() - 1);
    m_follows = false;
    tally();
}

void PredictPage::showFailure(const QString& sentence)
{
    m_state->setText({});
    m_follows = false;
    m_notice->say(sentence);
    settle();
}

void PredictPage::showUnread()
{
    QStringList lines;
    for (const auto& one : m_report.unread) {
        if (lines.size() == reasonsShown)
            break;
        lines << one.why;
    }
    if (const auto more = m_report.failed - lines.size(); more > 0)
        lines << tr("… and %Ln more", nullptr, int(more));
    m_session.ask().tell(this, tr("Pictures that could not be read"), lines.join(QLatin1Char('\n')));
}

/// What can be pressed while it runs, and after.
void PredictPage::settle()
{
    const bool isRunning = m_job.isRunning();
    m_running->setVisible(isRunning);
    m_options->setBusy(isRunning);
    m_predict->setEnabled(!isRunning && m_options->version().has_value());
    m_pause->setText(m_job.isPaused() ? tr("Go on") : tr("Pause"));
    m_cancel->setText(m_request.pictures.kind == Kind::Camera ? tr("Stop") : tr("Cancel"));
    m_bar->setVisible(m_request.pictures.kind != Kind::Camera); // of which there is the newest picture and no list
}

void PredictPage::showAs(Shown shown)
{
    m_shown->button(shown)->setChecked(true);
    m_views->setCurrentIndex(shown);
    setFocusProxy(shown == Grid ? m_grid : nullptr);
    if (isVisible() && m_stack->currentIndex() == 1)
        shown == Grid ? m_grid->setFocus() : setFocus();
}

void PredictPage::step(int direction)
{
    if (m_model->rowCount() == 0)
        return;
    const int from = m_view->isLive() ? m_model->rowCount() : m_views->currentIndex() == Grid ? m_grid->currentIndex().row() : m_view->row();
    const int row = std::clamp(from + direction, 0, m_model->rowCount() - 1);
    m_follows = false; // the person looks for themselves
    m_view->showRow(row);
    m_grid->setCurrentIndex(m_model->index(row));
    showAs(Picture);
}

void PredictPage::togglePause()
{
    if (!m_job.isRunning())
        return;
    m_job.setPaused(!m_job.isPaused());
    if (!m_job.isPaused() && isOfFrames())
        m_follows = true;
    m_pause->setText(m_job.isPaused() ? tr("Go on") : tr("Pause"));
    if (m_job.isPaused())
        m_state->setText(tr("Paused"));
}

/// Reads all answers, so it is done aside.
void PredictPage::tally()
{
    const auto answers = m_model->answers();
    if (!answers)
        return;
    if (m_tallying.isRunning()) {
        m_talliesAgain = true;
        m_tallying.cancel();
        return;
    }
    m_tallying.start([this, answers, thresholds = m_model->concepts().thresholds] {
        const auto tallies = answers->tally(thresholds, [this] { return m_tallying.isCanceled(); });
        if (!m_tallying.isCanceled())
            m_tallying.post([this, tallies] { fillConcepts(tallies); });
    });
}

void PredictPage::fillConcepts(const std::vector<core::AnswerStore::Tally>& tallies)
{
    const auto& shown = m_model->concepts();
    m_concepts->setColumnHidden(2, m_options->type() != core::ViewType::Detection);
    m_concepts->setRowCount(int(std::min<size_t>(tallies.size(), size_t(shown.names.size()))));
    for (int row = 0; row < m_concepts->rowCount(); ++row) {
        const auto& tally = tallies[size_t(row)];
        auto* name = new QTableWidgetItem(QIcon(Theme::of().swatch(shown.colours.at(size_t(row)), 12, devicePixelRatioF())), shown.names[row]);
        name->setToolTip(plainTip(shown.names[row]));
        m_concepts->setItem(row, 0, name);
        for (const auto& [column, number] : {std::pair{1, tally.pictures}, std::pair{2, tally.answers}}) {
            auto* cell = new QTableWidgetItem(count(number));
            cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_concepts->setItem(row, column, cell);
        }
    }
}

// ---- what a person does

void PredictPage::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (event->matches(QKeySequence::Paste) && !m_job.isRunning() && m_options->version())
        m_options->source().paste();
    else if (isPlain && event->key() == Qt::Key_Space)
        togglePause();
    else if (isPlain && event->key() == Qt::Key_A)
        step(-1);
    else if (isPlain && event->key() == Qt::Key_D)
        step(1);
    else
        QWidget::keyPressEvent(event);
}

/// A camera is on only while somebody looks at what it shows. A window that is minimised is still looked after.
void PredictPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous() && m_job.isRunning() && m_request.pictures.kind == Kind::Camera)
        m_job.stop();
}

void PredictPage::setDragOver(bool isOver)
{
    m_drop->setProperty("over", isOver);
    m_drop->style()->unpolish(m_drop);
    m_drop->style()->polish(m_drop);
}

void PredictPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (localFiles(event->mimeData()).isEmpty() || !m_options->version() || m_job.isRunning())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    setDragOver(true);
}

void PredictPage::dragMoveEvent(QDragMoveEvent* event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void PredictPage::dragLeaveEvent(QDragLeaveEvent*)
{
    setDragOver(false);
}

void PredictPage::dropEvent(QDropEvent* event)
{
    setDragOver(false);
    event->setDropAction(Qt::CopyAction);
    event->accept(); // here, so that it does not become an import
    predict(localFiles(event->mimeData()));
}

} // namespace ui
