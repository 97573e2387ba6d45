#include "core/project/Recovery.h"

#include "core/base/Error.h"
#include "core/project/ProjectFolder.h"
#include "core/project/ProjectLock.h"
#include "core/storage/AnnotationRepository.h"
#include "core/storage/Database.h"
#include "core/storage/Query.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QUuid>

#include <algorithm>

namespace core {

namespace {

constexpr int mostProblems = 100;
constexpr int mostTitles = 20;
const QStringList besideTheFile{QString(), QStringLiteral("-wal"), QStringLiteral("-shm"), QStringLiteral("-journal")};

QString text(const char* sentence)
{
    return QCoreApplication::translate("Recovery", sentence);
}

QString nameOf(const QString& folder)
{
    try { // its file may be damaged as well; the folder has a name in any case
        return ProjectFolder::readHeader(folder).name;
    } catch (const Error&) {
        return QFileInfo(folder).completeBaseName();
    }
}

/// Where new files are made: in the project, so that they can be renamed, under a name that the next opening removes.
QString newFile(const QString& folder)
{
    QDir().mkpath(ProjectFolder::backupsPath(folder));
    return ProjectFolder::backupsPath(folder) + QStringLiteral("/project-repair-%1.sqlite.part").arg(QUuid::createUuid().toString(QUuid::WithoutBraces));
}

void removeNew(const QString& file)
{
    for (const auto& suffix : besideTheFile)
        QFile::remove(file + suffix);
}

/// The file with its log, but without the log's index, which is made anew from the log.
bool copyWithoutIndex(const QString& from, const QString& to)
{
    for (const auto* suffix : {"", "-wal", "-journal"}) {
        const auto source = from + QLatin1String(suffix);
        if (QFileInfo::exists(source) && !QFile::copy(source, to + QLatin1String(suffix)))
            return false;
    }
    return QFileInfo::exists(to);
}

/// The damaged files go aside, then the new one takes their place.
QString putInPlace(const QString& folder, const QString& fresh)
{
    const auto path = ProjectFolder::databasePath(folder);
    auto aside = ProjectFolder::backupsPath(folder) + QStringLiteral("/damaged-") + QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMddTHHmmssZ"));
    while (QFileInfo::exists(aside))
        aside += QLatin1Char('x');
    const auto failure = [&] { return Error(text(QT_TRANSLATE_NOOP("Recovery", "The files of %1 cannot be moved. What was damaged lies in %2; the mended database is %3. Is the disk full or read-only?")).arg(folder, aside, fresh)); };
    if (!QDir().mkpath(aside))
        throw failure();
    for (const auto& suffix : besideTheFile)
        if (QFileInfo::exists(path + suffix) && !QDir().rename(path + suffix, aside + QStringLiteral("/project.sqlite") + suffix))
            throw failure();
    if (!QDir().rename(fresh, path))
        throw failure();
    return aside;
}

/// When the last act was made that a backup knows, ms.
qint64 lastActIn(const Backup& backup)
{
    const Database database(backup.path, Database::Mode::Examine);
    Query query(database, QStringLiteral("SELECT coalesce(max(at), 0) FROM undo_step"));
    const auto last = query.first() ? query.number(0) : 0;
    return last > 0 ? last : backup.when.toMSecsSinceEpoch();
}

/// The acts that the backup lacks, newest first, as far as the damaged file still tells.
void tellLacking(const QString& path, ProjectRepair& repair)
{
    try { // the damage may lie just there
        const auto last = lastActIn(*repair.backup);
        const Database database(path, Database::Mode::Damaged);
        Query query(database, QStringLiteral("SELECT title FROM undo_step WHERE undone = 0 AND at > ? ORDER BY id DESC"));
        int count = 0;
        for (query.bind(last).run(); query.next(); ++count)
            if (count < mostTitles)
                repair.titlesLacking << query.text(0);
        repair.editsLacking = count;
    } catch (const Error&) {
        repair.titlesLacking.clear();
    }
}

/// A copy that may be written to, in the temp folder. Empty: no room, or there is no file.
struct Copy {
    QTemporaryDir folder;
    QString path;

    explicit Copy(const QString& project)
    {
        const auto copy = folder.filePath(QStringLiteral("copy.sqlite"));
        if (folder.isValid() && copyWithoutIndex(ProjectFolder::databasePath(project), copy))
            path = copy;
    }
};

void fillProjectRow(const QString& fresh, const QString& folder)
{
    const Database database(fresh, Database::Mode::Write);
    Query known(database, QStringLiteral("SELECT 1 FROM project"));
    if (known.first())
        return;
    Query query(database, QStringLiteral("INSERT INTO project(id, uuid, name, split_seed) VALUES (1, ?, ?, ?)"));
    query.bind(QUuid::createUuid()).bind(nameOf(folder)).bind(qint64(QRandomGenerator::global()->generate() >> 1)).run();
}

bool isSound(const QString& file)
{
    return Database(file, Database::Mode::Examine).problems(true).isEmpty();
}

const Backup* newestSound(const std::vector<Backup>& backups)
{
    const auto found = std::ranges::find_if(backups, [](const Backup& backup) { return Backups::read(backup).isSound; });
    return found == backups.end() ? nullptr : &*found;
}

// The ways, with the lock already held --------------------------------------------------------------------------------

std::optional<ProjectRepair> rereadLocked(const QString& folder)
{
    const auto fresh = newFile(folder);
    try { // that it does not help is an answer
        if (copyWithoutIndex(ProjectFolder::databasePath(folder), fresh)) {
            Database(fresh, Database::Mode::Write).checkpoint();
            if (isSound(fresh))
                return ProjectRepair{.way = ProjectRepair::Way::Reread, .setAside = putInPlace(folder, fresh)};
        }
    } catch (const Error&) {
    }
    removeNew(fresh);
    return {};
}

ProjectRepair restoreLocked(const QString& folder, const Backup& backup)
{
    ProjectRepair repair{.way = ProjectRepair::Way::Restore, .backup = backup};
    const auto fresh = newFile(folder);
    if (!QFile::copy(backup.path, fresh) || !isSound(fresh)) {
        removeNew(fresh);
        throw Error(text(QT_TRANSLATE_NOOP("Recovery", "The backup %1 cannot be used. Nothing was changed; choose an older one, or save what can be read.")).arg(QFileInfo(backup.path).fileName()));
    }
    if (const Copy damaged(folder); !damaged.path.isEmpty())
        tellLacking(damaged.path, repair);
    repair.setAside = putInPlace(folder, fresh);
    return repair;
}

ProjectRepair salvageLocked(const QString& folder, const Recovery::Canceled& isCanceled)
{
    const Copy damaged(folder);
    if (damaged.path.isEmpty())
        throw Error(text(QT_TRANSLATE_NOOP("Recovery", "%1 is missing or cannot be copied for reading. Nothing was changed.")).arg(ProjectFolder::databasePath(folder)));
    const auto backups = Backups::list(folder);
    const auto* backup = newestSound(backups);
    const auto fresh = newFile(folder);
    try {
        ProjectRepair repair{.way = ProjectRepair::Way::Salvage};
        repair.tables = salvage({.damaged = damaged.path, .fresh = fresh, .backup = backup ? backup->path : QString(), .isCanceled = isCanceled});
        fillProjectRow(fresh, folder);
        if (!isSound(fresh))
            throw Error(text(QT_TRANSLATE_NOOP("Recovery", "What was read does not make a sound project. Nothing was changed.")));
        repair.setAside = putInPlace(folder, fresh);
        return repair;
    } catch (const DatabaseError& error) {
        removeNew(fresh);
        if (error.kind == DatabaseError::Kind::Full)
            throw;
        throw Error(text(QT_TRANSLATE_NOOP("Recovery", "The list of tables itself is damaged, so nothing can be read from %1. Nothing was changed. Only a backup helps.")).arg(ProjectFolder::databasePath(folder)));
    } catch (...) {
        removeNew(fresh);
        throw;
    }
}

} // namespace

bool ProjectRepair::isWhole() const
{
    switch (way) {
    case Way::Reread: return true;
    case Way::Restore: return editsLacking == 0;
    case Way::Salvage: break;
    }
    return std::ranges::all_of(tables, &SalvagedTable::isWhole);
}

QString Recovery::folderOf(const QString& path)
{
    if (const auto folder = ProjectFolder::resolve(path); !folder.isEmpty())
        return folder;
    const QFileInfo info(path);
    const auto folder = QDir::cleanPath(info.isDir() ? info.absoluteFilePath() : info.absolutePath());
    const bool hasPart = QFileInfo::exists(folder + QStringLiteral("/project.orielproj")) || QFileInfo::exists(ProjectFolder::databasePath(folder));
    return hasPart ? folder : QString();
}

ProjectCheck Recovery::check(const QString& folder, const Canceled& isCanceled)
{
    ProjectCheck check{.folder = folder, .name = nameOf(folder), .backups = Backups::list(folder)};
    for (const auto& backup : check.backups)
        check.held.push_back(Backups::read(backup));
    try { // what ends the reading is what was asked for
        ProjectFolder::readHeader(folder);
        // Where a program has it open, it is read as every reader does; else without leaving a trace.
        const Database database(ProjectFolder::databasePath(folder), ProjectLock::isHeld(folder) ? Database::Mode::Read : Database::Mode::Examine);
        Query state(database, QStringLiteral("SELECT clean_close FROM project"));
        check.wasClosedCleanly = state.first() && state.integer(0) == 1;
        check.problems = database.problems(true, isCanceled);
        check.areCountsRight = check.problems.isEmpty() && AnnotationRepository(database).areTalliesRight();
        check.isSound = check.problems.isEmpty();
    } catch (const Error& error) {
        check.problems << error.message();
    }
    check.problems = check.problems.mid(0, mostProblems);
    return check;
}

std::optional<ProjectRepair> Recovery::reread(const QString& folder)
{
    const ProjectLock lock(folder, nameOf(folder));
    return rereadLocked(folder);
}

ProjectRepair Recovery::restore(const QString& folder, const Backup& backup)
{
    const ProjectLock lock(folder, nameOf(folder));
    return restoreLocked(folder, backup);
}

ProjectRepair Recovery::salvage(const QString& folder, const Canceled& isCanceled)
{
    const ProjectLock lock(folder, nameOf(folder));
    return salvageLocked(folder, isCanceled);
}

ProjectRepair Recovery::repair(const QString& folder, const Canceled& isCanceled)
{
    const ProjectLock lock(folder, nameOf(folder));
    if (const auto reread = rereadLocked(folder))
        return *reread;
    const auto backups = Backups::list(folder);
    if (const auto* backup = newestSound(backups))
        return restoreLocked(folder, *backup);
    return salvageLocked(folder, isCanceled);
}

void Recovery::openAsCopy(const QString& folder, const Backup& backup, const QString& newFolder)
{
    ProjectFolder::create(newFolder, QStringLiteral("%1 (%2)").arg(nameOf(folder), Backups::keyOf(backup.kind)));
    const auto target = ProjectFolder::databasePath(newFolder);
    if (!QFile::remove(target) || !QFile::copy(backup.path, target))
        throw Error(text(QT_TRANSLATE_NOOP("Recovery", "The backup cannot be copied to %1. The project itself was not changed. Is the disk full?")).arg(QDir::toNativeSeparators(newFolder)));
}

} // namespace core
