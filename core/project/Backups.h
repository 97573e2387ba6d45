#pragma once

#include <QDateTime>
#include <QString>

#include <vector>

namespace core {

/// A copy of a project's database in its folder `backups`.
struct Backup {
    enum class Kind { Timed, Daily, BeforeDelete, BeforeMigration, BeforeRestore };

    QString path;
    QDateTime when; // UTC
    int schema = 0;
    Kind kind = Kind::Timed;
    qint64 bytes = 0;

    bool operator==(const Backup&) const = default;
};

/// What a backup holds, read from it.
struct BackupContent {
    bool isSound = false;
    qint64 revision = 0;
    int images = 0;
    int annotated = 0; // items with any annotation
};

/// Copies of the database while it is in use, kept by rule. Functions of the disk; safe on any thread, each with its own connection.
namespace Backups {

/// "timed", "daily", …: the word in file names and of the terminal.
QString keyOf(Backup::Kind kind);

std::vector<Backup> list(const QString& folder); // newest first
BackupContent read(const Backup& backup);        // reads the whole file

/// Writes what is committed now into a new file, checks it, gives it its name, and removes what the rule does not keep.
/// Throws Error: no room on the disk, the project cannot be read. Then nothing was changed.
Backup make(const QString& folder, Backup::Kind kind);
/// Whether the newest backup lacks something that was committed.
bool isDue(const QString& folder);
bool hasOneOf(const QString& folder, const QDate& day);

/// The backups that are not kept: all but the last 10 timed ones, those of the last 7 days and the last 4 weeks, the last 3 before a
/// restore and those before upgrades to the last two schemas; and the oldest of them while all together take more than three times the
/// database and 2 GB. The newest one always stays. A pure function.
std::vector<Backup> superfluous(std::vector<Backup> backups, int schema, qint64 databaseBytes);

} // namespace Backups

} // namespace core
