#pragma once

#include <QString>
#include <QStringList>
#include <QUuid>

namespace core {

class Database;

/// The files of a project folder. Pure functions of the disk; Project alone calls them.
namespace ProjectFolder {

struct Header { // project.orielproj
    QUuid uuid;
    QString name;
    QString program; // that wrote it last
};

/// The folder that `path` means: the folder itself, its project.orielproj or its database; empty: no project.
QString resolve(const QString& path);
QString databasePath(const QString& folder);
QString versionPath(const QString& folder, const QUuid& version);
QString backupsPath(const QString& folder);

/// Makes the folder with an empty database, under another name beside it until it is whole. Throws Error when something is in the way;
/// then nothing was made.
void create(const QString& folder, const QString& name);
Header readHeader(const QString& folder);

/// Puts away what a program that was killed has left, and nothing else: folders of versions that the project does not know go to the
/// trash; what lies in the trash goes when no undo step can bring it back. Never follows a link.
void sweep(const Database& database, const QString& folder);

void moveToTrash(const QString& folder, const QUuid& version);
void moveFromTrash(const QString& folder, const QUuid& version);

} // namespace ProjectFolder

} // namespace core
