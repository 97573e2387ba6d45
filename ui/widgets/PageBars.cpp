#include "ui/widgets/PageBars.h"

#include "core/project/Project.h"
#include "core/project/TrainingQueue.h"
#include "ui/Session.h"
#include "ui/dialogs/EndTraining.h"
#include "ui/widgets/NoticeBar.h"

#include <QVBoxLayout>

namespace ui {

PageBars::PageBars(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_program = addBar("programBar");
    m_locked = addBar("lockedBar");
    m_failed = addBar("failedBar");
    m_waiting = addBar("waitingBar");
    m_notes = addBar("notice");
    for (NoticeBar* bar : {m_notes, m_failed, m_program})
        connect(bar, &NoticeBar::chosen, bar, [bar] { bar->say({}); });
    connect(m_locked, &NoticeBar::chosen, this, [this] {
        if (m_session->project().damage().isEmpty())
            Q_EMIT editingRequested();
        else
            Q_EMIT backupsRequested();
    });
    connect(m_waiting, &NoticeBar::chosen, this, [this](int button) {
        if (button == 0)
            m_session->trainings().startWaiting();
        else
            removeWaiting(this, *m_session, m_session->trainings().waiting());
    });
}

NoticeBar* PageBars::addBar(const char* name)
{
    auto* bar = new NoticeBar(this);
    bar->setObjectName(QLatin1String(name));
    layout()->addWidget(bar);
    return bar;
}

void PageBars::setSession(Session* session)
{
    m_session = session;
    for (NoticeBar* bar : {m_locked, m_failed, m_waiting, m_notes})
        bar->say({});
    if (!session)
        return;
    const core::Project& project = session->project();
    connect(session, &Session::readFailed, this, &PageBars::sayFailed);
    connect(&project, &core::Project::readFailed, this, [this](const QString& sentence) {
        if (m_session->project().damage().isEmpty())
            sayFailed(sentence); // else the bar that stays says it
        sayLocked();
    });
    connect(&session->trainings(), &core::TrainingQueue::queueChanged, this, &PageBars::sayWaiting);
    connect(&session->trainings(), &core::TrainingQueue::failed, this, &PageBars::sayFailed);
    m_notes->say(project.openingNotes().join(QLatin1Char('\n')), {tr("Close")});
    sayLocked();
    sayWaiting();
}

void PageBars::sayFailed(const QString& sentence)
{
    m_failed->say(sentence, {tr("Close")});
}

void PageBars::say(const QString& sentence)
{
    m_program->say(sentence, {tr("Close")});
}

void PageBars::sayLocked()
{
    const core::Project& project = m_session->project();
    if (!project.damage().isEmpty())
        m_locked->say(project.damage(), {tr("Backups…")});
    else if (project.isReadOnly())
        m_locked->say(tr("Opened for reading. Edits are off because another program writes to this project, or its place is write-protected."), {tr("Try again")});
    else
        m_locked->say({});
}

/// Trainings that were queued when the project was closed: nobody opens a project to find the machine busy for hours.
void PageBars::sayWaiting()
{
    if (!m_session)
        return;
    const core::TrainingQueue& queue = m_session->trainings();
    const int waiting = queue.isPaused() ? queue.queued() : 0;
    m_waiting->say(waiting > 0 ? tr("%Ln training(s) are waiting.", nullptr, waiting) : QString(), {tr("Start"), tr("Remove…")});
}

} // namespace ui
