#include "core/project/Backups.h"

#include "core/base/Error.h"
#include "core/project/ProjectFolder.h"
#include "core/storage/Database.h"
#include "core/storage/Migrations.h"
#include "core/storage/Query.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QStorageInfo>

#include <algorithm>
#include <array>
#include <optional>

namespace core {

namespace {

constexpr std::array<std::pair<Backup::Kind, const char*>, 5> words{{{Backup::Kind::Timed, "timed"}, {Backup::Kind::Daily, "daily"},
    {Backup::Kind::BeforeDelete, "predelete"}, {Backup::Kind::BeforeMigration, "premigration"}, {Backup::Kind::BeforeRestore, "prerestore"}}};
const auto timeFormat = QStringLiteral("yyyyMMddTHHmmssZ");

QString text(const char* sentence)
{
    return QCoreApplication::translate("Backups", sentence);
}

/// project-20250131T101500Z-s7-daily.sqlite, with -2 and so on for several in one second.
std::optional<Backup> fromFile(const QFileInfo& file)
{
    static const QRegularExpression pattern(QStringLiteral("^project-(\\d{8}T\\d{6}Z)-s(\\d+)-([a-z]+)(-\\d+)?\\.sqlite$"));
    const auto match = pattern.match(file.fileName());
    const auto kind = std::ranges::find(words, match.captured(3), [](const auto& word) { return QLatin1String(word.second); });
    if (!match.hasMatch() || kind == words.end())
        return {};
    auto when = QDateTime::fromString(match.captured(1), timeFormat);
    when.setTimeSpec(Qt::UTC);
    return Backup{file.absoluteFilePath(), when, match.captured(2).toInt(), kind->first, file.size()};
}

QString freePath(const QString& folder, Backup::Kind kind)
{
    const auto base = QStringLiteral("%1/project-%2-s%3-%4").arg(folder, QDateTime::currentDateTimeUtc().toString(timeFormat)).arg(Migrations::newest()).arg(Backups::keyOf(kind));
    auto path = base + QStringLiteral(".sqlite");
    for (int i = 2; QFileInfo::exists(path); ++i)
        path = base + QStringLiteral("-%1.sqlite").arg(i);
    return path;
}

qint64 revisionOf(const Database& database)
{
    Query query(database, QStringLiteral("SELECT revision FROM project"));
    return query.first() ? query.number(0) : 0;
}

int countOf(const Database& database, const QString& from)
{
    Query query(database, QStringLiteral("SELECT count(*) FROM ") + from);
    return query.first() ? query.integer(0) : 0;
}

void requireRoom(const QString& folder, qint64 bytes)
{
    constexpr qint64 spare = 16 * 1024 * 1024; // for the edits that go on meanwhile
    const QStorageInfo disk(folder);
    if (disk.isValid() && disk.bytesAvailable() < bytes + spare)
        throw Error(text(QT_TRANSLATE_NOOP("Backups", "No backup was made: the disk at %1 has too little room. The project is unharmed. Free some space.")).arg(QDir::toNativeSeparators(disk.rootPath())));
}

} // namespace

QString Backups::keyOf(Backup::Kind kind)
{
    return QLatin1String(std::ranges::find(words, kind, &std::pair<Backup::Kind, const char*>::first)->second);
}

std::vector<Backup> Backups::list(const QString& folder)
{
    std::vector<Backup> backups;
    for (const auto& file : QDir(ProjectFolder::backupsPath(folder)).entryInfoList({QStringLiteral("project-*.sqlite")}, QDir::Files | QDir::NoSymLinks))
        if (const auto backup = fromFile(file))
            backups.push_back(*backup);
    std::ranges::stable_sort(backups, [](const Backup& a, const Backup& b) { return std::pair(a.when, a.path) > std::pair(b.when, b.path); });
    return backups;
}

BackupContent Backups::read(const Backup& backup)
{
    try { // a broken backup is an answer here
        const Database database(backup.path, Database::Mode::Examine);
        return {database.problems().isEmpty(), revisionOf(database), countOf(database, QStringLiteral("image")), countOf(database, QStringLiteral("item WHERE state <> 0"))};
    } catch (const Error&) {
        return {};
    }
}

Backup Backups::make(const QString& folder, Backup::Kind kind)
{
    const auto place = ProjectFolder::backupsPath(folder);
    const auto source = ProjectFolder::databasePath(folder);
    if (!QDir().mkpath(place) || QFileInfo(place).isSymLink())
        throw Error(text(QT_TRANSLATE_NOOP("Backups", "No backup was made: the folder %1 cannot be written to. The project is unharmed.")).arg(QDir::toNativeSeparators(place)));
    requireRoom(folder, QFileInfo(source).size() + QFileInfo(source + QStringLiteral("-wal")).size());
    const auto path = freePath(place, kind);
    const auto part = path + QStringLiteral(".part");
    QFile::remove(part);
    try {
        {
            const Database database(source, Database::Mode::Read);
            Query(database, QStringLiteral("VACUUM INTO ?")).bind(part).run();
        }
        if (!Database(part, Database::Mode::Examine).problems().isEmpty() || !QFile::rename(part, path))
            throw Error(text(QT_TRANSLATE_NOOP("Backups", "No backup was made: the copy in %1 is not sound. The project is unharmed; check that disk.")).arg(QDir::toNativeSeparators(place)));
    } catch (...) {
        QFile::remove(part);
        throw;
    }
    for (const auto& old : superfluous(list(folder), Migrations::newest(), QFileInfo(source).size()))
        QFile::remove(old.path);
    return *fromFile(QFileInfo(path));
}

bool Backups::isDue(const QString& folder)
{
    const auto revision = revisionOf(Database(ProjectFolder::databasePath(folder), Database::Mode::Read));
    const auto backups = list(folder);
    if (revision == 0 || backups.empty())
        return revision > 0;
    try { // one that cannot be read is none
        return revisionOf(Database(backups.front().path, Database::Mode::Examine)) != revision;
    } catch (const Error&) {
        return true;
    }
}

bool Backups::hasOneOf(const QString& folder, const QDate& day)
{
    return std::ranges::any_of(list(folder), [&](const Backup& backup) { return backup.when.date() == day; });
}

std::vector<Backup> Backups::superfluous(std::vector<Backup> backups, int schema, qint64 databaseBytes)
{
    constexpr int timed = 10, days = 7, weeks = 4, restores = 3, schemas = 2;
    constexpr qint64 leastTotal = 2LL * 1024 * 1024 * 1024;
    std::ranges::stable_sort(backups, std::greater{}, &Backup::when);
    int timedKept = 0;
    int restoresKept = 0;
    QSet<QDate> daysKept;
    QSet<std::pair<int, int>> weeksKept;
    const auto isKept = [&](const Backup& backup) {
        switch (backup.kind) {
        case Backup::Kind::Timed:
        case Backup::Kind::BeforeDelete: return ++timedKept <= timed;
        case Backup::Kind::BeforeRestore: return ++restoresKept <= restores;
        case Backup::Kind::BeforeMigration: return backup.schema >= schema - schemas;
        case Backup::Kind::Daily: break;
        }
        const auto day = backup.when.date();
        if (!daysKept.contains(day) && daysKept.size() < days)
            return daysKept.insert(day), true;
        int year = 0;
        const int number = day.weekNumber(&year);
        if (daysKept.contains(day) || weeksKept.contains({year, number}) || weeksKept.size() >= weeks)
            return false;
        return weeksKept.insert({year, number}), true;
    };
    std::vector<Backup> removed;
    qint64 total = 0;
    for (size_t i = 0; i < backups.size(); ++i) {
        const bool fits = total + backups[i].bytes <= std::max(3 * databaseBytes, leastTotal);
        if ((isKept(backups[i]) && fits) || i == 0)
            total += backups[i].bytes;
        else
            removed.push_back(backups[i]);
    }
    return removed;
}

} // namespace core
