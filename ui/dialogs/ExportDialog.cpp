#include "ui/dialogs/ExportDialog.h"

#include "core/project/Project.h"
#include "ui/Session.h"
#include "ui/dialogs/ExportChoices.h"
#include "ui/support/Attempt.h"
#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"
#include "ui/widgets/JobsPanel.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

namespace ui {

namespace {

QLabel* line(const char* object, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(object));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

ExportDialog::ExportDialog(Session& session, std::vector<core::ItemId> selected, QWidget* parent)
    : QDialog(parent), m_session(session), m_choices(new ExportChoices(session, std::move(selected), this)), m_counter(session.project()), m_job(session.project())
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export data"));
    build();
    connectJobs();
    update();
    recount();
    resize(720, sizeHint().height());
    makeRoom();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::build()
{
    m_counts = line("exportCounts", this);
    m_progress = new QProgressBar(this);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_said = line("exportSaid", this);
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_folder = new QPushButton(tr("&Show folder"), this);
    m_folder->setObjectName(QStringLiteral("exportShowFolder"));
    m_command = new QPushButton(tr("Copy as command"), this);
    m_command->setObjectName(QStringLiteral("exportCommand"));
    m_cancel = new QPushButton(this);
    m_cancel->setObjectName(QStringLiteral("exportCancel"));
    m_export = new QPushButton(tr("Export"), this);
    m_export->setObjectName(QStringLiteral("exportStart"));
    m_export->setDefault(true);
    setRole(m_export, "primary");
    auto* buttons = new QDialogButtonBox(this); // each platform has its own order of Cancel and what goes on
    buttons->addButton(m_command, QDialogButtonBox::ResetRole);
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    buttons->addButton(m_export, QDialogButtonBox::AcceptRole);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(m_choices);
    layout->addWidget(m_counts);
    layout->addWidget(m_progress);
    layout->addWidget(m_said);
    layout->addWidget(m_folder, 0, Qt::AlignLeft);
    layout->addStretch(1);
    layout->addWidget(buttons);
    connect(m_choices, &ExportChoices::changed, this, &ExportDialog::recount);
    connect(m_choices, &ExportChoices::targetChanged, this, [this] { // nothing has to be counted again for it
        const bool isCounted = m_plan || m_counter.isRunning();
        m_choices->problem().isEmpty() == isCounted ? update() : recount();
    });
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::start);
    connect(m_command, &QPushButton::clicked, this, &ExportDialog::copyCommand);
    connect(m_cancel, &QPushButton::clicked, this, &ExportDialog::cancel);
    connect(m_folder, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_written)); });
}

void ExportDialog::connectJobs()
{
    connect(&m_counter, &core::DataExportJob::counted, this, &ExportDialog::showCount);
    connect(&m_counter, &core::Job::failed, this, [this](const QString& sentence) {
        if (m_isCountStale)
            return recount();
        m_plan.reset();
        m_counts->setText(sentence);
        setRole(m_counts, "error");
        update();
    });
    connect(&m_counter, &core::Job::finished, this, [this] {
        if (m_isCountStale)
            recount();
    });
    connect(&m_session.project(), &core::Project::changed, this, [this] {
        if (!isWriting())
            recount();
    });
    connect(&m_job, &core::Job::progressed, this, &ExportDialog::showProgress);
    connect(&m_job, &core::DataExportJob::exported, this, &ExportDialog::showResult);
    connect(&m_job, &core::Job::failed, this, &ExportDialog::fail);
    connect(&m_job, &core::Job::finished, this, [this] {
        if (m_job.isCanceled() && m_written.isEmpty())
            say(tr("The export was cancelled. Nothing of it was left behind."), "secondary");
        update();
    });
}

// What would go out ---------------------------------------------------------------------------------------------------

void ExportDialog::recount()
{
    m_plan.reset();
    const QString problem = m_choices->problem();
    m_isCountStale = m_counter.isRunning() && problem.isEmpty();
    if (!problem.isEmpty() || m_isCountStale) {
        m_counts->setText(problem);
        setRole(m_counts, problem.isEmpty() ? "secondary" : "error");
        update();
        return;
    }
    m_counts->setText(tr("Counting…"));
    setRole(m_counts, "secondary");
    m_counter.count(m_choices->view(), m_choices->request());
    update();
}

void ExportDialog::showCount(const core::ExportPlan& plan)
{
    if (m_isCountStale)
        return; // of choices that are other ones now
    m_plan = plan;
    QStringList sentences;
    const auto number = [](qint64 counted) { return int(std::min<qint64>(counted, 2'000'000'000)); };
    const QString annotations = plan.view.type == core::ViewType::Detection ? tr("%Ln box(es)", nullptr, number(plan.annotations)) : tr("%Ln answer(s)", nullptr, number(plan.annotations));
    if (plan.pictureCount == 0)
        sentences << tr("No image would go out.");
    else
        sentences << tr("%1 go out, with %2; about %3 on the disk.", "images, boxes, size").arg(tr("%Ln image(s)", nullptr, number(plan.pictureCount)), annotations, bytes(plan.bytes));
    if (plan.withoutConcept > 0)
        sentences << tr("%Ln of them without concept.", nullptr, number(plan.withoutConcept));
    if (plan.partly > 0)
        sentences << tr("%Ln of them looked at for some concepts only.", nullptr, number(plan.partly));
    if (plan.unseenLeftOut > 0)
        sentences << tr("%Ln image(s) that nobody has annotated stay out.", nullptr, number(plan.unseenLeftOut));
    if (!plan.leftOut.empty())
        sentences << tr("%Ln image(s) cannot go out, since their files are gone or changed.", nullptr, number(qint64(plan.leftOut.size())));
    if (!plan.otherNames.isEmpty())
        sentences << tr("Names of concepts: %1.").arg(plan.otherNames.join(QStringLiteral("; ")));
    m_counts->setText(sentences.join(QLatin1Char(' ')));
    setRole(m_counts, "secondary");
    update();
}

// Writing -------------------------------------------------------------------------------------------------------------

void ExportDialog::start()
{
    if (!m_plan || isWriting())
        return;
    if (m_plan->annotations == 0 && m_plan->withoutConcept == 0)
        askAboutNothing();
    else
        askAboutTaken();
}

void ExportDialog::askAboutNothing()
{
    m_session.ask().offer(this, windowTitle(), tr("Nothing in “%1” is annotated among these images, so only the pictures would be written.").arg(m_choices->viewName()),
                          {tr("Export pictures alone"), tr("Cancel")}, [this](int button) {
                              if (button == 0)
                                  askAboutTaken();
                          });
}

void ExportDialog::askAboutTaken()
{
    const QString target = m_choices->request().target;
    if (!core::isTaken(target))
        return write();
    const QString free = core::freeTarget(target);
    m_session.ask().offer(this, windowTitle(), tr("There is already something at “%1”. It is left as it is.").arg(QDir::toNativeSeparators(target)),
                          {tr("Export into “%1”").arg(QFileInfo(free).fileName()), tr("Cancel")}, [this, free](int button) {
                              if (button != 0)
                                  return;
                              m_choices->setTarget(free);
                              write();
                          });
}

void ExportDialog::write()
{
    const core::ExportRequest request = m_choices->request();
    core::Project& project = m_session.project();
    m_written.clear();
    m_said->clear();
    if (!project.hasPendingEdits())
        return begin(request);
    m_isWaiting = true;
    project.whenWritten(this, [this, request] {
        if (std::exchange(m_isWaiting, false))
            begin(request);
    });
    update();
}

void ExportDialog::begin(const core::ExportRequest& request)
{
    if (!attempt(this, m_session.ask(), windowTitle(), [&] { m_job.write(m_choices->view(), request); }))
        return;
    m_progress->setRange(0, 0);
    update();
    Q_EMIT writingStarted();
}

void ExportDialog::showProgress(const core::Progress& progress)
{
    m_progress->setRange(0, progress.total > 0 ? 1000 : 0);
    if (progress.total > 0)
        m_progress->setValue(int(1000 * progress.done / progress.total));
    say(wordsOf(progress), "secondary");
}

void ExportDialog::showResult(const core::ExportResult& result)
{
    m_written = result.path;
    QSettings settings; // the next export begins where this one went
    settings.setValue(QStringLiteral("export/format"), result.format);
    settings.setValue(QStringLiteral("export/folder"), QFileInfo(result.path).absolutePath());
    QStringList lines{core::sentenceOf(result)};
    if (!result.isProved())
        lines << tr("The folder is called “%1”, so that nobody takes it for proved.").arg(QFileInfo(result.path).fileName());
    lines << core::notesOf(result);
    constexpr size_t named = 3;
    for (size_t i = 0; i < std::min(named, result.leftOut.size()); ++i)
        lines << tr("%1: %2", "name of a picture; sentence").arg(result.leftOut[i].picture, result.leftOut[i].why);
    if (const int unsaved = m_session.project().pendingEditCount(); unsaved > 0)
        lines << tr("%Ln edit(s) that could not be saved yet did not go out.", nullptr, unsaved);
    say(lines.join(QLatin1Char('\n')), result.isProved() ? "" : "error");
    Q_EMIT exported(result);
}

void ExportDialog::fail(const QString& sentence)
{
    say(sentence, "error");
    update();
}

void ExportDialog::say(const QString& text, const char* role)
{
    m_said->setText(text);
    setRole(m_said, role);
    makeRoom();
}

void ExportDialog::cancel()
{
    if (!isWriting())
        return QDialog::reject();
    m_job.cancel();
    if (std::exchange(m_isWaiting, false))
        update();
}

void ExportDialog::copyCommand()
{
    QGuiApplication::clipboard()->setText(m_choices->command());
    say(tr("The command is on the clipboard. It does the same in a terminal."), "secondary");
}

void ExportDialog::update()
{
    const bool isBusy = isWriting();
    m_choices->setEnabled(!isBusy);
    m_counts->setVisible(!isBusy);
    m_progress->setVisible(isBusy);
    m_folder->setVisible(!isBusy && !m_written.isEmpty());
    m_said->setVisible(!m_said->text().isEmpty() || isBusy);
    m_export->setEnabled(!isBusy && m_plan && m_plan->pictureCount > 0);
    m_cancel->setText(isBusy ? tr("Cancel the export") : tr("Close"));
    const QString command = m_choices->problem().isEmpty() ? m_choices->command() : QString();
    m_command->setEnabled(!isBusy && !command.isEmpty());
    m_command->setToolTip(command.isEmpty() && m_choices->problem().isEmpty() ? tr("Images that were picked in the window have no words in a terminal.") : command);
    makeRoom();
}

/// Wrapped texts ask for no least height of their own, so a layout would cut what stands below them.
void ExportDialog::makeRoom()
{
    m_said->setVisible(!m_said->text().isEmpty());
    if (const int needed = layout()->totalHeightForWidth(width()); needed > height())
        resize(width(), needed);
}

/// Closing leaves what is written to go on in the background; Cancel the export is a button of its own.
void ExportDialog::reject()
{
    if (isWriting())
        hide();
    else
        QDialog::reject();
}

} // namespace ui
