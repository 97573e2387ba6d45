#include "core/project/Project.h"

#include "core/base/Error.h"
#include "core/project/ProjectCare.h"
#include "core/project/InterruptedTraining.h"
#include "core/project/ProjectFolder.h"
#include "core/project/ProjectState.h"
#include "core/project/WriterThread.h"
#include "core/storage/AnnotationRepository.h"
#include "core/storage/Database.h"
#include "core/storage/Query.h"
#include "core/storage/Transaction.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace core {

// Opening and closing. Reads are in ProjectReads.cpp, writes in ProjectWrites.cpp.

namespace {

QString text(const char* sentence)
{
    return QCoreApplication::translate("Project", sentence);
}

/// Reads the file before anything is changed in it: whole when that takes no time, and in any case when the last program to write did not
/// end as it should. Larger files are read whole in the background. Returns whether the project was closed cleanly.
bool requireSound(const QString& path, const QString& name)
{
    constexpr qint64 readAtOnce = 16 * 1024 * 1024; // about 0.1 s
    const Database database(path, Database::Mode::Examine);
    Query state(database, QStringLiteral("SELECT clean_close FROM project"));
    const bool wasClean = state.first() && state.integer(0) == 1;
    const bool isSmall = QFileInfo(path).size() <= readAtOnce;
    if ((!wasClean || isSmall) && !database.problems(isSmall).isEmpty())
        throw DatabaseError(DatabaseError::Kind::Damaged,
            text(QT_TRANSLATE_NOOP("Project", "The database of “%1” (%2) is damaged. It was not changed. Go back to a backup or save what can be read: “oriel check” does both, and so does the window."))
                .arg(name, QDir::toNativeSeparators(path)));
    return wasClean;
}

/// Mends what the last program left, before anybody reads.
QStringList tidy(const Database& database, const QString& folder)
{
    Transaction transaction(database);
    Query state(database, QStringLiteral("SELECT clean_close FROM project"));
    if (!state.first() || state.integer(0) != 1)
        AnnotationRepository(database).mendTallies();
    const auto notes = interruptRunning(database, folder);
    Query(database, QStringLiteral("UPDATE project SET clean_close = 0")).run();
    transaction.commit();
    ProjectFolder::sweep(database, folder);
    return notes;
}

} // namespace

Project::Project()
    : m_state(std::make_unique<State>())
{
    qRegisterMetaType<ChangeSet>();
    m_state->lastSaved = QDateTime::currentDateTimeUtc();
    m_state->readFailed = [this](const DatabaseError& error) {
        if (error.kind == DatabaseError::Kind::Damaged)
            distrust(error.message());
        else
            announce([this, message = error.message()] { Q_EMIT readFailed(message); });
    };
}

Project::~Project()
{
    const bool wasRead = m_state->database && !m_state->writer;
    m_state->care.reset();
    m_state->pictures.reset(); // writes through this project
    m_state->database.reset(); // a reader would keep the log from being emptied
    m_state->writer.reset();   // finishes what is queued, closes cleanly
    if (wasRead && QFileInfo(m_state->folder).isWritable())
        Database::removeEmptyLog(ProjectFolder::databasePath(m_state->folder));
}

void Project::distrust(const QString& why)
{
    {
        const std::lock_guard lock(m_state->mutex);
        if (!m_state->damage.isEmpty())
            return;
        m_state->damage = why;
    }
    if (m_state->writer)
        m_state->writer->leaveUnclean();
    announce([this, why] { Q_EMIT readFailed(why); });
}

void Project::announce(std::function<void()> announcement)
{
    QMetaObject::invokeMethod(this, std::move(announcement), Qt::QueuedConnection);
}

bool Project::isProject(const QString& path)
{
    return !ProjectFolder::resolve(path).isEmpty();
}

std::unique_ptr<Project> Project::create(const QString& folder, const QString& name)
{
    ProjectFolder::create(folder, name);
    return open(folder);
}

std::unique_ptr<Project> Project::open(const QString& path, Access access)
{
    const auto folder = ProjectFolder::resolve(path);
    if (folder.isEmpty())
        throw Error(text(QT_TRANSLATE_NOOP("Project", "%1 is not an Oriel project. Nothing was changed.")).arg(path));
    std::unique_ptr<Project> project(new Project);
    auto& state = *project->m_state;
    state.folder = folder;
    state.name = ProjectFolder::readHeader(folder).name;
    state.access = access;
    bool wasClean = true;
    if (access == Access::Write) {
        state.lock = std::make_unique<ProjectLock>(folder, state.name);
        wasClean = requireSound(ProjectFolder::databasePath(folder), state.name);
        state.writer = std::make_unique<WriterThread>(ProjectFolder::databasePath(folder),
            [&state](Database& database) { state.notes = tidy(database, state.folder); });
    }
    state.isHeldElsewhere = access == Access::Read && ProjectLock::isHeld(folder);
    state.database = std::make_unique<Database>(ProjectFolder::databasePath(folder), Database::Mode::Read);
    if (access == Access::Write)
        state.care = std::make_unique<ProjectCare>(*project, wasClean);
    return project;
}

} // namespace core
