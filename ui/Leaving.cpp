#include "ui/Leaving.h"

#include "core/project/Project.h"
#include "core/project/TrainingQueue.h"
#include "ui/Session.h"
#include "ui/dialogs/ExportDialog.h"
#include "ui/dialogs/ImportDialog.h"

#include <QWidget>

namespace ui {

Leaving::Leaving(Ask ask, QWidget* window) : QObject(window), m_ask(std::move(ask)), m_window(window) {}

void Leaving::setSession(Session* session)
{
    m_session = session;
}

void Leaving::setImport(ImportDialog* import)
{
    m_import = import;
}

void Leaving::setExport(ExportDialog* dialog)
{
    m_export = dialog;
}

QString Leaving::endedByIt() const
{
    QStringList said;
    if (m_import && m_import->isWriting())
        said << tr("An import is being written. Going on cancels it; the project is then as it was before the import.");
    if (m_export && m_export->isWriting())
        said << tr("An export is being written. Going on cancels it, and nothing of it is left behind.");
    if (const core::LiveRun* run = m_session ? m_session->trainings().running() : nullptr)
        said << tr("\"%1\" is being trained. Stopping ends it with the running batch; the best so far is kept.", "name of a version").arg(run->name);
    return said.join(QStringLiteral("\n\n"));
}

bool Leaving::isIdle() const
{
    return !m_session || (endedByIt().isEmpty() && !m_session->project().hasPendingEdits());
}

void Leaving::whenIdle(const QString& title, const std::function<void()>& act)
{
    if (m_isWaiting)
        return; // asked or waited for already: a second press of the close button changes nothing
    if (const QString question = endedByIt(); question.isEmpty())
        whenSaved(title, act);
    else
        ask(title, question, act);
}

void Leaving::ask(const QString& title, const QString& question, const std::function<void()>& act)
{
    const bool trains = m_session && m_session->trainings().running();
    const bool imports = m_import && m_import->isWriting();
    const QString agreed = trains ? tr("Stop, keep best and go on") : imports ? tr("Cancel the import and go on") : tr("Cancel the export and go on");
    m_isWaiting = true;
    m_ask.choose(m_window, title, question, {agreed, tr("Cancel")}, [this, title, act](int button) {
        m_isWaiting = false;
        if (button != 0)
            return;
        delete m_export;
        delete m_import; // what it was writing is taken back before anything else is waited for
        whenSaved(title, act);
    });
}

/// What is on its way takes a moment; what the disk refuses then is asked about, as nothing is thrown away without a word.
void Leaving::whenSaved(const QString& title, const std::function<void()>& act)
{
    if (!m_session || !m_session->project().hasPendingEdits()) {
        act();
        return;
    }
    core::Project& project = m_session->project();
    if (project.pendingEditCount() > 0) {
        askAboutUnsaved(title, act);
        return;
    }
    m_isWaiting = true;
    project.whenWritten(this, [this, title, act] {
        m_isWaiting = false;
        whenSaved(title, act);
    });
}

void Leaving::askAboutUnsaved(const QString& title, const std::function<void()>& act)
{
    const core::Project& project = m_session->project();
    const QString question = tr("%Ln edit(s) could not be saved and are lost if you go on. %1", nullptr, project.pendingEditCount()).arg(project.pendingMessage());
    m_isWaiting = true;
    m_ask.choose(m_window, title, question, {tr("Try again"), tr("Go on without them"), tr("Cancel")}, [this, title, act](int button) {
        m_isWaiting = false;
        if (button == 1) {
            act();
        } else if (button == 0 && m_session) {
            m_session->project().retryPending();
            m_isWaiting = true;
            m_session->project().whenWritten(this, [this, title, act] { // asks again if they still wait
                m_isWaiting = false;
                whenSaved(title, act);
            });
        }
    });
}

} // namespace ui
