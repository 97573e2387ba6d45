// What menus and pages ask the window to do.
#include "ui/MainWindow.h"

#include "core/project/SampleProject.h"
#include "core/project/TrainingQueue.h"
#include "ui/Session.h"
#include "ui/dialogs/AboutDialog.h"
#include "ui/dialogs/ImportDialog.h"
#include "ui/dialogs/NewProjectDialog.h"
#include "ui/dialogs/TrainVersionDialog.h"
#include "ui/pages/StartPage.h"
#include "ui/support/Attempt.h"
#include "ui/support/ItemText.h"
#include "ui/support/RecentProjects.h"
#include "ui/widgets/JobsPanel.h"
#include "ui/widgets/StatusBar.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace ui {

void MainWindow::newProject()
{
    newProjectFrom({});
}

void MainWindow::newProjectFrom(const QStringList& paths)
{
    QString name;
    if (!paths.isEmpty()) {
        const QFileInfo first(paths.first());
        name = first.isDir() ? first.fileName() : first.dir().dirName();
    }
    auto* dialog = new NewProjectDialog(m_ask, name, paths.isEmpty(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, paths] { createProject(*dialog, paths); });
    dialog->open();
}

void MainWindow::createProject(const NewProjectDialog& dialog, const QStringList& paths)
{
    whenIdle(tr("New project"), tr("Stop, keep best and create"), [this, folder = dialog.folder(), name = dialog.name(), type = dialog.firstView(), paths] {
        std::unique_ptr<core::Project> project;
        const bool made = attempt(this, m_ask, tr("New project"), [&] {
            project = core::Project::create(folder, name);
            if (type) {
                QString viewName = nameOf(*type);
                viewName[0] = viewName[0].toUpper();
                project->editAndWait(tr("Added view %1", "name of a view").arg(viewName), [&](core::Editor& editor) { editor.addView(viewName, *type); });
            }
        });
        if (!made)
            return;
        leaveSession();
        showSession(std::move(project));
        if (!paths.isEmpty())
            importPaths(paths);
    });
}

void MainWindow::openDialog()
{
    m_ask.openFolder(this, tr("Open project"), [this](const QString& folder) { openProject(folder); });
}

void MainWindow::openSample()
{
    if (m_sampleJob && m_sampleJob->isRunning())
        return;
    const auto target = [](const QString& place) { return QDir(place).filePath(tr("Oriel sample", "name of a folder")); };
    const QString proposal = target(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    if (core::Project::isProject(proposal)) {
        openProject(proposal);
        return;
    }
    const QString question = tr("The sample project, 60 pictures of blood cells, is copied to %1.").arg(QDir::toNativeSeparators(proposal));
    m_ask.choose(this, tr("Sample project"), question, {tr("Copy and open"), tr("Another place…"), tr("Cancel")}, [this, proposal, target](int button) {
        if (button == 0)
            copySample(proposal);
        else if (button == 1)
            m_ask.openFolder(this, tr("Place of the sample project"), [this, target](const QString& place) { copySample(target(place)); });
    });
}

void MainWindow::copySample(const QString& folder)
{
    if (m_sampleJob && m_sampleJob->isRunning())
        return;
    const QString title = tr("Sample project");
    m_sampleJob = std::make_unique<core::Job>();
    m_jobs->add(title, m_sampleJob.get());
    connect(m_sampleJob.get(), &core::Job::finished, this, [this, folder] { openProject(folder); });
    connect(m_sampleJob.get(), &core::Job::failed, this, [this, title](const QString& message) { m_ask.tell(this, title, message); });
    m_sampleJob->start([job = m_sampleJob.get(), folder, step = tr("Copying the sample project")] {
        job->report({step, 0, 0});
        core::createSampleProject(folder, core::sampleFolder()); // closed again here: a project belongs to the thread that opened it
    });
}

void MainWindow::findMissing(const QString& folder)
{
    m_ask.openFolder(this, tr("Where is the project now?"), [this, folder](const QString& found) {
        if (openProject(found))
            RecentProjects::remove(folder);
    });
}

void MainWindow::takePaths(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    if (paths.size() == 1 && core::Project::isProject(paths.first()))
        openProject(paths.first());
    else if (m_session)
        importPaths(paths);
    else
        newProjectFrom(paths);
}

void MainWindow::importPaths(const QStringList& paths)
{
    if (!m_session)
        return;
    if (m_session->project().isReadOnly()) {
        m_status->setHint(tr("This project is opened for reading: nothing can be imported."));
        return;
    }
    if (m_import) { // one at a time
        m_import->show();
        m_import->raise();
        m_import->activateWindow();
        m_import->addSources(paths);
        return;
    }
    m_import = new ImportDialog(*m_session, paths, this);
    connect(m_import, &ImportDialog::writingStarted, this, [this] { m_jobs->add(tr("Import"), &m_import->job()); });
    connect(m_import, &ImportDialog::imported, this, [this](const core::ImportReport& report) {
        m_status->setHint(tr("%n image(s) added. One Undo takes all of it back.", nullptr, report.images));
        // Somebody who had no view yet wants to see what just came.
        if (const std::optional<core::ViewRecord> view = m_session->project().viewNamed(report.viewName))
            m_session->setView(view->id);
    });
    connect(m_import, &QDialog::accepted, this, [this] { goTo(Place::Images); });
    connect(m_import, &QDialog::finished, m_import, &QObject::deleteLater);
    m_import->show();
}

void MainWindow::train()
{
    if (!m_session)
        return;
    if (!m_session->view().isValid()) {
        m_status->setHint(tr("A version belongs to a view. Add a view first."));
        goTo(Place::Views);
        return;
    }
    auto* dialog = new TrainVersionDialog(*m_session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::stopTraining()
{
    const core::LiveRun* run = m_session ? m_session->trainings().running() : nullptr;
    if (!run)
        return;
    const core::VersionId version = run->version;
    const QString question = tr("The training of \"%1\" ends with the running batch. The best so far is kept.", "name of a version").arg(run->name);
    m_ask.choose(this, tr("Stop training"), question, {tr("Stop and keep best"), tr("Cancel")}, [this, version](int button) {
        if (button == 0 && m_session)
            m_session->trainings().stop(version);
    });
}

void MainWindow::showAbout()
{
    auto* dialog = new AboutDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace ui
