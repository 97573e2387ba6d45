#include "core/project/ProjectCare.h"

#include "core/project/Backups.h"
#include "core/project/Project.h"
#include "core/project/ProjectFolder.h"
#include "core/storage/AnnotationRepository.h"
#include "core/storage/Database.h"
#include "core/storage/Query.h"

#include <QCoreApplication>
#include <QDir>
#include <QLoggingCategory>

namespace core {

namespace {

Q_LOGGING_CATEGORY(log, "oriel.project")

constexpr auto betweenBackups = std::chrono::minutes(30);
constexpr auto betweenChecks = std::chrono::hours(7 * 24);

/// When the whole file was last read and found sound; 0: never.
qint64 lastCheck(const Database& database)
{
    Query query(database, QStringLiteral("SELECT json_extract(settings, '$.checked_at') FROM project"));
    return query.first() ? query.number(0) : 0;
}

void noteCheck(Database& database)
{
    Query query(database, QStringLiteral("UPDATE project SET settings = json_set(settings, '$.checked_at', ?)"));
    query.bind(QDateTime::currentMSecsSinceEpoch()).run();
}

} // namespace

ProjectCare::ProjectCare(Project& project, bool wasClean)
    : m_project(project)
{
    connect(&m_backup, &Job::failed, this, [](const QString& why) { qCDebug(log).noquote() << why; });
    connect(&m_halfHour, &QTimer::timeout, this, &ProjectCare::backUp);
    m_halfHour.start(betweenBackups);
    m_backup.start([folder = project.folder()] {
        if (!Backups::hasOneOf(folder, QDateTime::currentDateTimeUtc().date()) && Backups::isDue(folder))
            Backups::make(folder, Backup::Kind::Daily);
    });
    QMetaObject::invokeMethod(this, [this, wasClean] { check(wasClean ? betweenChecks : std::chrono::milliseconds()); }, Qt::QueuedConnection);
}

ProjectCare::~ProjectCare() = default;

void ProjectCare::backUp()
{
    if (m_backup.isRunning() || m_project.isReadOnly())
        return;
    m_backup.start([folder = m_project.folder()] {
        if (Backups::isDue(folder))
            Backups::make(folder, Backup::Kind::Timed);
    });
}

void ProjectCare::check(std::chrono::milliseconds pause)
{
    if (m_check.isRunning())
        return;
    m_check.start([this, pause, path = ProjectFolder::databasePath(m_project.folder())] {
        QStringList problems;
        bool areCountsRight = true;
        try { // what ends the reading is an answer of the check, unless it is the disk that is gone
            const Database database(path, Database::Mode::Read);
            if (QDateTime::currentMSecsSinceEpoch() - lastCheck(database) < pause.count())
                return;
            problems = database.problems(true, [this] { return m_check.isCanceled(); });
            areCountsRight = !problems.isEmpty() || AnnotationRepository(database).areTalliesRight();
        } catch (const DatabaseError& error) {
            if (error.kind != DatabaseError::Kind::Damaged)
                throw;
            problems << error.message();
        }
        if (!m_check.isCanceled())
            m_check.post([this, problems, areCountsRight] { take(problems, areCountsRight); });
    });
}

void ProjectCare::take(const QStringList& problems, bool areCountsRight)
{
    if (problems.isEmpty()) {
        m_project.maintain([areCountsRight](Database& database) {
            if (!areCountsRight && !AnnotationRepository(database).mendTallies())
                qCDebug(log) << "counts were wrong and have been made anew";
            noteCheck(database);
        });
    } else {
        qCDebug(log).noquote() << problems.join(QStringLiteral("; "));
        m_project.distrust(QCoreApplication::translate("Project", "%1 is damaged: not all of it can be trusted, so nothing more is written to it. What was saved is still there. "
                                                                  "Close the project and open it anew to go back to a backup or to save what can be read, or run “oriel check” on it.")
                               .arg(QDir::toNativeSeparators(ProjectFolder::databasePath(m_project.folder()))));
    }
    Q_EMIT checked(problems.isEmpty());
}

} // namespace core
