#include "ui/ProjectDoor.h"

#include "core/base/Job.h"
#include "core/project/Recovery.h"
#include "core/project/SampleProject.h"
#include "core/storage/Database.h"
#include "ui/dialogs/NewProjectDialog.h"
#include "ui/support/Attempt.h"
#include "ui/support/ItemText.h"
#include "ui/support/RecentProjects.h"
#include "ui/widgets/JobsPanel.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace ui {

namespace {

QString sampleIn(const QString& place)
{
    return QDir(place).filePath(ProjectDoor::tr("Oriel sample", "name of a folder"));
}

} // namespace

ProjectDoor::ProjectDoor(Ask ask, JobsPanel* jobs, QWidget* window, Enter enter, Recover recover)
    : QObject(window), m_ask(std::move(ask)), m_jobs(jobs), m_window(window), m_enter(std::move(enter)), m_recover(std::move(recover))
{
}

ProjectDoor::~ProjectDoor() = default;

void ProjectDoor::make(const QStringList& imports)
{
    QString name;
    if (!imports.isEmpty()) {
        const QFileInfo first(imports.first());
        name = first.isDir() ? first.fileName() : first.dir().dirName();
    }
    auto* dialog = new NewProjectDialog(m_ask, name, imports.isEmpty(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, imports] { create(dialog->folder(), dialog->name(), dialog->firstView(), imports); });
    dialog->open();
}

void ProjectDoor::create(const QString& folder, const QString& name, std::optional<core::ViewType> firstView, const QStringList& imports)
{
    std::unique_ptr<core::Project> project;
    const bool made = attempt(m_window, m_ask, tr("New project"), [&] {
        project = core::Project::create(folder, name);
        if (firstView) {
            QString view = nameOf(*firstView);
            view[0] = view[0].toUpper();
            project->editAndWait(tr("Added view %1", "name of a view").arg(view), [&](core::Editor& editor) { editor.addView(view, *firstView); });
        }
    });
    if (made)
        m_enter(std::move(project), imports);
}

void ProjectDoor::choose()
{
    m_ask.openFolder(m_window, tr("Open project"), [this](const QString& folder) { open(folder); });
}

bool ProjectDoor::open(const QString& path)
{
    const QString doing = tr("Open project");
    std::unique_ptr<core::Project> project;
    bool isDamaged = false;
    const std::optional<QString> refusal = failureOf(doing, [&] {
        try { // what is damaged leads to another page than what is locked
            project = core::Project::open(path);
        } catch (const core::DatabaseError& error) {
            isDamaged = error.kind == core::DatabaseError::Kind::Damaged;
            throw;
        }
    });
    if (!refusal) {
        m_enter(std::move(project), {});
        return true;
    }
    const QString recoverable = core::Recovery::folderOf(path);
    if (isDamaged || (!core::Project::isProject(path) && !recoverable.isEmpty())) { // also when the database is gone
        m_recover(recoverable, *refusal);
        return false;
    }
    if (!core::Project::isProject(path)) {
        m_ask.tell(m_window, doing, *refusal);
        return false;
    }
    // Somebody else may be writing to it; looking at it is still possible.
    bool isOpen = false; // when the question is answered at once
    const auto opened = std::make_shared<bool*>(&isOpen);
    m_ask.choose(m_window, doing, *refusal, {tr("Open for reading"), tr("Cancel")}, [this, path, doing, opened](int button) {
        std::unique_ptr<core::Project> readable;
        if (button != 0 || !attempt(m_window, m_ask, doing, [&] { readable = core::Project::open(path, core::Project::Access::Read); }))
            return;
        m_enter(std::move(readable), {});
        if (*opened)
            **opened = true;
    });
    *opened = nullptr;
    return isOpen;
}

void ProjectDoor::openSample()
{
    const QString proposal = sampleIn(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    if (core::Project::isProject(proposal)) {
        open(proposal);
        return;
    }
    const QString question = tr("The sample project, 60 pictures of blood cells, is copied to %1.").arg(QDir::toNativeSeparators(proposal));
    m_ask.offer(m_window, tr("Sample project"), question, {tr("Copy and open"), tr("Another place…"), tr("Cancel")}, [this, proposal](int button) {
        if (button == 0)
            copySample(proposal);
        else if (button == 1)
            m_ask.openFolder(m_window, tr("Place of the sample project"), [this](const QString& place) { copySample(sampleIn(place)); });
    });
}

void ProjectDoor::copySample(const QString& folder)
{
    if (m_copying && m_copying->isRunning())
        return;
    const QString title = tr("Sample project");
    m_copying = std::make_unique<core::Job>();
    m_jobs->add(title, m_copying.get());
    connect(m_copying.get(), &core::Job::finished, this, [this, folder] { open(folder); });
    connect(m_copying.get(), &core::Job::failed, this, [this, title](const QString& message) { m_ask.tell(m_window, title, message); });
    m_copying->start([job = m_copying.get(), folder, step = tr("Copying the sample project")] {
        job->report({step, 0, 0});
        core::createSampleProject(folder, core::sampleFolder()); // closed again here: a project belongs to the thread that opened it
    });
}

void ProjectDoor::find(const QString& missing)
{
    m_ask.openFolder(m_window, tr("Where is the project now?"), [this, missing](const QString& found) {
        if (open(found))
            RecentProjects::remove(missing);
    });
}

} // namespace ui
