#include "ui/dialogs/ImportDialog.h"

#include "core/project/Project.h"
#include "ui/Session.h"
#include "ui/dialogs/ImportSources.h"
#include "ui/dialogs/ImportSummary.h"
#include "ui/support/Attempt.h"
#include "ui/support/Theme.h"
#include "ui/widgets/JobsPanel.h"
#include "ui/widgets/NoticeBar.h"

#include <QCloseEvent>
#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

ImportDialog::ImportDialog(Session& session, const QStringList& sources, QWidget* parent)
    : QDialog(parent), m_session(session), m_stack(new QStackedWidget(this)), m_back(new QPushButton(tr("Back"), this)),
      m_cancel(new QPushButton(tr("Cancel"), this)), m_next(new QPushButton(this)), m_job(session.project())
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import"));
    resize(720, 600);
    m_back->setObjectName(QStringLiteral("importBack"));
    m_cancel->setObjectName(QStringLiteral("importCancel"));
    m_next->setObjectName(QStringLiteral("importNext"));
    m_back->setShortcut(Qt::ALT | Qt::Key_Left);
    m_next->setDefault(true);
    setRole(m_next, "primary");
    auto* buttons = new QDialogButtonBox(this); // each platform has its own order of Cancel and what goes on
    buttons->addButton(m_back, QDialogButtonBox::ResetRole);
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    buttons->addButton(m_next, QDialogButtonBox::AcceptRole);
    m_summary = new ImportSummary(session.project(), session.ask(), true, this);
    m_summary->setObjectName(QStringLiteral("importSummary"));
    m_sources = new ImportSources(session.ask(), this);
    m_stack->addWidget(m_sources);
    m_stack->addWidget(makeWork());
    m_outside = new NoticeBar(this);
    m_outside->setObjectName(QStringLiteral("outsideBar"));
    connect(m_outside, &NoticeBar::chosen, this, [this](int button) {
        m_outside->say({});
        if (button == 0) {
            m_options.source.followsOutside = true;
            read();
        }
    });
    auto* summary = new QWidget(this);
    auto* summaryLayout = new QVBoxLayout(summary);
    summaryLayout->setContentsMargins(0, 0, 0, 0);
    summaryLayout->addWidget(m_outside);
    summaryLayout->addWidget(m_summary, 1);
    m_stack->addWidget(summary);
    m_stack->addWidget(makeResult());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(16);
    layout->addWidget(m_stack, 1);
    layout->addWidget(buttons);
    connect(m_back, &QPushButton::clicked, this, [this] { go(Step::Source); });
    connect(m_cancel, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (m_step == Step::Source)
            read();
        else if (m_step == Step::Summary)
            write();
        else
            accept();
    });
    connect(m_summary, &ImportSummary::targetChanged, this, [this] {
        m_options.viewName = m_summary->viewName();
        m_options.type = m_summary->type();
        read();
    });
    connect(m_summary, &ImportSummary::choicesChanged, this, &ImportDialog::choose);
    connect(m_sources, &ImportSources::changed, this, &ImportDialog::sourcesChanged);
    connectJob();
    go(Step::Source);
    addSources(sources);
}

ImportDialog::~ImportDialog() = default;

QWidget* ImportDialog::makeWork()
{
    auto* page = new QWidget(this);
    m_work = new QLabel(page);
    m_work->setObjectName(QStringLiteral("importWork"));
    m_work->setTextFormat(Qt::PlainText);
    m_bar = new QProgressBar(page);
    m_bar->setTextVisible(false);
    auto* layout = new QVBoxLayout(page);
    layout->setSpacing(12);
    layout->addStretch(2);
    layout->addWidget(m_work);
    layout->addWidget(m_bar);
    layout->addStretch(3);
    return page;
}

QWidget* ImportDialog::makeResult()
{
    auto* page = new QWidget(this);
    m_resultTitle = new QLabel(page);
    m_resultTitle->setObjectName(QStringLiteral("importResult"));
    m_resultTitle->setWordWrap(true);
    setRole(m_resultTitle, "title");
    m_result = new ImportSummary(m_session.project(), m_session.ask(), false, page);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_resultTitle);
    layout->addWidget(m_result, 1);
    return page;
}

void ImportDialog::connectJob()
{
    connect(&m_job, &core::Job::progressed, this, [this](const core::Progress& progress) {
        m_work->setText(wordsOf(progress));
        m_bar->setRange(0, progress.total > 0 ? 1000 : 0);
        if (progress.total > 0)
            m_bar->setValue(static_cast<int>(1000 * progress.done / progress.total));
    });
    connect(&m_job, &core::ImportJob::readFinished, this, [this](const core::ImportReport& report) {
        if (report.canceled)
            go(Step::Source);
        else
            showSummary(report);
    });
    connect(&m_job, &core::ImportJob::written, this, [this](const core::ImportReport& report) {
        if (!report.canceled)
            showResult(report);
    });
    connect(&m_job, &core::Job::finished, this, [this] {
        if (m_job.isCanceled() && (m_step == Step::Reading || m_step == Step::Writing))
            go(Step::Source);
    });
    connect(&m_job, &core::Job::failed, this, &ImportDialog::fail);
}

void ImportDialog::addSources(const QStringList& sources, bool copies)
{
    if (sources.isEmpty() || m_job.isRunning())
        return;
    if (copies)
        m_sources->copyPictures();
    m_sources->add(sources);
    read();
}

void ImportDialog::sourcesChanged(bool isMore)
{
    m_options.viewName.clear(); // other sources, other proposals
    m_options.type.reset();
    m_options.source.followsOutside = false;
    m_options.choices = {};
    m_summary->resetChoices();
    m_next->setEnabled(!m_sources->paths().isEmpty() || m_step != Step::Source);
    if (isMore)
        m_next->setFocus(); // Enter goes on
}

void ImportDialog::go(Step step)
{
    m_step = step;
    const bool working = step == Step::Reading || step == Step::Writing;
    m_stack->setCurrentIndex(step == Step::Source ? 0 : working ? 1 : step == Step::Summary ? 2 : 3);
    m_back->setVisible(step == Step::Summary);
    m_cancel->setVisible(step != Step::Result);
    m_next->setVisible(!working);
    m_next->setText(step == Step::Source ? tr("Next") : step == Step::Summary ? tr("Import") : tr("Go to Images"));
    m_next->setEnabled(step != Step::Source || !m_sources->paths().isEmpty());
    if (!working && m_next->isEnabled())
        m_next->setFocus();
    else if (step == Step::Source)
        m_sources->setFocus();
    if (working) {
        m_work->setText(step == Step::Reading ? tr("Looking at the files…") : tr("Writing into the project…"));
        m_bar->setRange(0, 0);
    }
}

void ImportDialog::read()
{
    if (m_job.isRunning() || m_sources->paths().isEmpty())
        return;
    m_options.sources = m_sources->paths();
    m_sources->takeInto(m_options.source);
    m_sources->sayProblem({});
    go(Step::Reading);
    if (!attempt(this, m_session.ask(), tr("Import"), [this] { m_job.read(m_options); }))
        go(Step::Source);
}

/// Only the report is made again, which is quick; the page stays in sight meanwhile.
void ImportDialog::choose()
{
    if (m_job.isRunning())
        return;
    m_options.choices = m_summary->choices();
    m_summary->setEnabled(false);
    m_next->setEnabled(false);
    if (!attempt(this, m_session.ask(), tr("Import"), [this] { m_job.choose(m_options.choices); }))
        m_summary->setEnabled(true);
}

void ImportDialog::write()
{
    go(Step::Writing);
    if (!attempt(this, m_session.ask(), tr("Import"), [this] { m_job.write(); }))
        go(Step::Summary);
    else
        Q_EMIT writingStarted();
}

/// Pictures outside of the source's own folder are read only when a person says so: a data file from anywhere could name the whole disk.
void ImportDialog::askAboutOutside(const core::ImportReport& report)
{
    QStringList sentences;
    for (const core::OutsidePlace& place : report.outside)
        sentences << core::sentenceOf(place);
    m_outside->say(sentences.join(QLatin1Char('\n')), {tr("Read them"), tr("Leave out")});
}

void ImportDialog::showSummary(const core::ImportReport& report)
{
    const bool chose = !m_summary->isEnabled();
    m_summary->setEnabled(true);
    m_summary->setReport(report);
    if (!chose) {
        askAboutOutside(report);
        go(Step::Summary);
    }
    const bool nothing = report.images == 0 && report.annotations.empty() && report.withoutConcept == 0 && report.drafts == 0;
    m_next->setEnabled(!nothing || report.known > 0);
    if (!chose)
        m_next->setFocus();
}

void ImportDialog::showResult(const core::ImportReport& report)
{
    m_resultTitle->setText(tr("%Ln image(s) added. One Undo takes all of it back.", nullptr, report.images));
    m_result->setReport(report);
    go(Step::Result);
    Q_EMIT imported(report);
    if (!isVisible())
        done(Accepted); // closed while it was writing
}

void ImportDialog::fail(const QString& message)
{
    m_summary->setEnabled(true);
    m_options.choices = {}; // with them it could not be
    m_summary->resetChoices();
    go(Step::Source);
    m_sources->sayProblem(message);
    if (!isVisible()) {
        m_session.ask().tell(parentWidget(), tr("Import"), message);
        done(Rejected);
    }
}

void ImportDialog::closeEvent(QCloseEvent* event)
{
    // Writing goes on behind the window; everything else is dropped.
    if (m_step == Step::Writing) {
        hide();
        event->ignore();
        return;
    }
    m_job.cancel();
    event->accept();
    done(Rejected);
}

void ImportDialog::reject()
{
    if (m_step == Step::Reading || m_step == Step::Writing) {
        m_job.cancel(); // its end leads back to the source
        return;
    }
    QDialog::reject();
}

} // namespace ui
