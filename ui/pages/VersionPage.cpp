#include "ui/pages/VersionPage.h"

#include "core/base/Job.h"
#include "core/project/Project.h"
#include "core/project/TrainingQueue.h"
#include "core/project/VersionFolder.h"
#include "ui/Session.h"
#include "ui/dialogs/ExportModelDialog.h"
#include "ui/models/StatusMark.h"
#include "ui/models/VersionText.h"
#include "ui/support/Numbers.h"
#include "ui/support/Panes.h"
#include "ui/support/Theme.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/TryItPanel.h"
#include "ui/widgets/VersionEvaluation.h"
#include "ui/widgets/VersionInformation.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int skippedShown = 5; // names in a line

QStringList localFiles(const QMimeData* data)
{
    QStringList files;
    for (const auto& url : data->urls()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    return files;
}

/// The frozen concepts, with the colours they have in the view today.
ShownConcepts shownConcepts(const core::Project& project, const core::VersionRecord& version)
{
    ShownConcepts shown;
    std::vector<core::ConceptRecord> known;
    for (const auto& model : project.library(version.view)) {
        if (model.model.id == version.model)
            known = model.model.concepts;
    }
    for (size_t i = 0; i < version.concepts.size(); ++i) {
        const auto& frozen = version.concepts[i];
        const auto found = std::ranges::find(known, frozen.uuid, &core::ConceptRecord::uuid);
        shown.names << frozen.name;
        shown.colours.push_back(found == known.end() ? int(i) : found->colour);
        shown.thresholds.push_back(frozen.threshold);
    }
    return shown;
}

/// Yes-labels or boxes of each concept.
std::vector<int> examplesOf(const std::vector<core::Example>& examples, size_t concepts)
{
    std::vector<int> counts(concepts, 0);
    const auto add = [&](int label) {
        if (label >= 0 && size_t(label) < concepts)
            ++counts[size_t(label)];
    };
    for (const auto& example : examples) {
        add(example.label);
        for (size_t i = 0; i < example.answers.size(); ++i)
            add(example.answers[i] == 1 ? int(i) : -1);
        for (const auto& box : example.boxes)
            add(box.ignore ? -1 : box.label);
    }
    return counts;
}

} // namespace

/// What is read from a version's folder, away from the window's thread.
struct VersionPage::Files {
    core::LiveRun run;
    core::VersionContents contents;
    std::vector<VersionInformation::Count> counts;
};

VersionPage::VersionPage(Session& session, core::Thumbnails& thumbnails, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_header(new PageHeader(tr("Version"), this))
    , m_export(new QPushButton(tr("Export model…"), this))
    , m_predict(new QPushButton(tr("Predict with this version"), this))
    , m_notice(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_tabs(new QTabWidget(this))
    , m_information(new VersionInformation(this))
    , m_evaluation(new VersionEvaluation(session, thumbnails, this))
    , m_tryIt(new TryItPanel(session, this))
{
    setObjectName(QStringLiteral("versionPage"));
    setAcceptDrops(true);
    m_export->setObjectName(QStringLiteral("exportModel"));
    m_predict->setObjectName(QStringLiteral("predictWithVersion"));
    m_header->addAction(m_predict);
    m_header->addAction(m_export);
    connect(m_predict, &QPushButton::clicked, this, [this] { Q_EMIT m_session.predictRequested(version()); });
    connect(m_export, &QPushButton::clicked, this, [this] { exportModel(m_session, version(), this); });
    m_notice->setObjectName(QStringLiteral("versionNotice"));
    m_notice->setWordWrap(true);
    m_notice->setTextFormat(Qt::PlainText);
    setRole(m_notice, "error");
    m_tabs->setObjectName(QStringLiteral("versionTabs"));
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the version"));
    m_tabs->addTab(m_information, tr("Information"));
    m_tabs->addTab(m_evaluation, tr("Evaluation"));
    m_tabs->addTab(m_tryIt, tr("Try it"));
    m_tabs->setCurrentIndex(Evaluation);
    auto* empty = new EmptyState(tr("No version yet. Annotate some images, then train the first one."), tr("Train a new model version"), this);
    m_stack->addWidget(m_tabs);
    m_stack->addWidget(empty);
    connect(empty, &EmptyState::activated, &m_session, &Session::trainRequested);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 8);
    layout->setSpacing(8);
    layout->addWidget(m_header);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    markPane(empty);
    markPane(m_tabs->tabBar());
    markPane(m_information);
    markPane(m_evaluation);
    markPane(m_tryIt);

    connect(&m_session, &Session::viewChanged, this, &VersionPage::showDefault);
    connect(&m_session.project(), &core::Project::changed, this, [this](const core::ChangeSet& change) {
        if (change.library || change.structure)
            follow();
    });
    connect(&m_session.trainings(), &core::TrainingQueue::ended, this, &VersionPage::follow);
    showDefault();
}

VersionPage::~VersionPage() = default;

std::optional<core::VersionRecord> VersionPage::newest() const
{
    std::optional<core::VersionRecord> newest;
    if (!m_session.view().isValid())
        return newest;
    const auto rank = [](const core::VersionRecord& version) { return std::pair(version.headline.has_value(), version.created); };
    for (const auto& model : m_session.project().library(m_session.view())) {
        for (const auto& version : model.versions) {
            if (!newest || rank(version) > rank(*newest))
                newest = version;
        }
    }
    return newest;
}

/// The newest version of the view that can be looked at.
void VersionPage::showDefault()
{
    std::optional<core::VersionRecord> found;
    m_session.read([&] { found = newest(); });
    if (found) {
        m_session.read([&] { showRecord(*found); });
        return;
    }
    m_version.reset();
    m_header->setTitle(tr("Version"));
    m_header->setCaption({});
    m_export->hide();
    m_predict->hide();
    m_notice->hide();
    m_stack->setCurrentIndex(1);
}

void VersionPage::showVersion(core::VersionId version)
{
    m_session.read([&] {
        if (const auto record = m_session.project().version(version))
            showRecord(*record);
    });
}

/// The record changed somewhere: name, status, or it is gone.
void VersionPage::follow()
{
    if (!m_version) {
        showDefault();
        return;
    }
    std::optional<core::VersionRecord> now;
    if (!m_session.read([&] { now = m_session.project().version(m_version->id); }))
        return; // what is shown stays
    if (!now) {
        showDefault();
    } else if (now->status != m_version->status || now->weights != m_version->weights) {
        m_session.read([&] { showRecord(*now); });
    } else {
        m_version = now;
        showHeader();
    }
}

void VersionPage::showRecord(const core::VersionRecord& version)
{
    m_version = version;
    const auto view = m_session.project().view(version.view);
    m_type = view ? view->type : core::ViewType::Classification;
    m_stack->setCurrentIndex(0);
    showHeader();
    const auto concepts = shownConcepts(m_session.project(), version);
    m_information->showVersion(version, storedRun(m_session.project(), version), concepts);
    m_evaluation->showVersion(version, m_type, concepts, m_session.project().summary(version.view).test);
    QString reason;
    if (version.weights == core::WeightsState::Deleted)
        reason = tr("The weights of this version were deleted. Its numbers are kept. To predict with it, train again.");
    else if (version.weights != core::WeightsState::Present)
        reason = tr("This version has no weights yet, so it cannot be tried.");
    m_tryIt->setVersion(version.id, m_type, concepts, reason);
    readFiles();
}

void VersionPage::showHeader()
{
    const auto& version = *m_version;
    m_header->setTitle(version.name);
    m_export->show();
    m_export->setEnabled(whyNotExported(version).isEmpty());
    m_export->setToolTip(whyNotExported(version));
    m_predict->show();
    m_predict->setEnabled(version.weights == core::WeightsState::Present && version.status != core::VersionStatus::Running);
    const auto mark = statusOf(version, m_session.trainings().run(version.id));
    const bool failed = version.status == core::VersionStatus::Failed;
    QStringList parts {failed ? tr("Failed") : mark.text};
    if (version.headline) //: The first indicator of a version: "Mean LRP score 42.3 %"
        parts << tr("%1 %2").arg(indicatorName(m_type), percent(version.headline));
    m_header->setCaption(parts.join(QStringLiteral("  ·  ")));
    showNotices({});
}

/// Why the training did not end as it should, which pictures it could not read, and which files of the version are damaged; everything
/// else is shown as usual.
void VersionPage::showNotices(const core::VersionContents& contents)
{
    QStringList notices;
    QString all; // names of pictures, where they are too many for a line
    if (!m_version->failure.isEmpty())
        notices << m_version->failure;
    if (const QString note = m_version->metrics.value(QLatin1String("note")).toString(); !note.isEmpty())
        notices << note;
    if (!contents.skipped.empty()) {
        QStringList names;
        for (const auto& picture : contents.skipped)
            names << QFileInfo(picture.path).fileName();
        const QString shown = names.mid(0, skippedShown).join(QStringLiteral(", ")) + (names.size() > skippedShown ? QStringLiteral(", …") : QString());
        notices << tr("%Ln images could not be read and took no part in the training: %1", nullptr, int(names.size())).arg(shown);
        all = names.join(QLatin1Char('\n'));
    }
    notices += contents.damaged;
    m_notice->setText(notices.join(QLatin1Char('\n')));
    m_notice->setToolTip(all);
    setRole(m_notice, m_version->failure.isEmpty() && contents.damaged.isEmpty() ? "warning" : "error"); // what is told, or what went wrong
    m_notice->setVisible(!notices.isEmpty());
}

void VersionPage::readFiles()
{
    auto files = std::make_shared<Files>();
    files->run = storedRun(m_session.project(), *m_version);
    const QString folder = m_session.project().versionFolder(m_version->uuid);
    const size_t concepts = m_version->concepts.size();
    m_reading = std::make_unique<core::Job>();
    connect(m_reading.get(), &core::Job::finished, this, [this, files] { showFiles(*files); });
    m_reading->start([files, folder, concepts, version = *m_version] {
        files->contents = core::VersionFolder::read(folder, version);
        files->run.batches = files->contents.batches;
        const auto train = examplesOf(files->contents.train, concepts);
        const auto validation = examplesOf(files->contents.validation, concepts);
        for (size_t i = 0; i < concepts && !files->contents.train.empty(); ++i)
            files->counts.push_back({train[i], validation[i]});
    });
}

void VersionPage::showFiles(const Files& files)
{
    if (!m_version || files.run.version != m_version->id)
        return;
    m_information->showRun(files.run);
    m_information->showCounts(files.counts);
    m_evaluation->showValidation(files.contents.report, files.contents.judged);
    showNotices(files.contents);
}

void VersionPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_version && !localFiles(event->mimeData()).isEmpty()) {
        event->setDropAction(Qt::CopyAction);
        event->accept();
        m_tryIt->setDragOver(true);
    }
}

void VersionPage::dragMoveEvent(QDragMoveEvent* event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void VersionPage::dragLeaveEvent(QDragLeaveEvent*)
{
    m_tryIt->setDragOver(false);
}

void VersionPage::dropEvent(QDropEvent* event)
{
    m_tryIt->setDragOver(false);
    event->setDropAction(Qt::CopyAction);
    event->accept(); // here, so that it does not become an import
    m_tabs->setCurrentIndex(TryIt);
    m_tryIt->predict(localFiles(event->mimeData()));
}

} // namespace ui
