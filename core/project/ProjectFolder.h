#pragma once

#include <QString>
#include <QStringList>
#include <QUuid>

#include <memory>

class QLockFile;

namespace core {

class Database;

/// The files of a project folder (data.md 2). Pure functions of the disk; Project alone calls them.
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

/// Makes the folder with an empty database. Throws Error when something is in the way; then nothing was made.
void create(const QString& folder, const QString& name);
Header readHeader(const QString& folder);

/// Holds the lock while the result lives. Throws Error that says who holds it.
std::unique_ptr<QLockFile> lock(const QString& folder, const QString& name);
/// Whether a living program holds the lock now.
bool isHeld(const QString& folder);

/// Removes what a program that was killed has left: staging files of imports, half-written files.
void sweep(const QString& folder);
/// Versions found running become interrupted; returns a sentence for each.
QStringList interruptRunning(const Database& database, const QString& folder);

void moveToTrash(const QString& folder, const QUuid& version);
void moveFromTrash(const QString& folder, const QUuid& version);

} // namespace ProjectFolder

} // namespace core
