#pragma once

#include "core/project/Backups.h"
#include "core/storage/Salvage.h"

#include <QStringList>

#include <functional>
#include <optional>

namespace core {

/// A project that was looked through without changing anything.
struct ProjectCheck {
    QString folder;
    QString name;
    bool isSound = false;
    bool wasClosedCleanly = true;
    bool areCountsRight = true;      // wrong ones are made anew at the next opening
    QStringList problems;            // as the database tells them, at most 100
    std::vector<Backup> backups;     // newest first
    std::vector<BackupContent> held; // what each of them holds
};

/// How a damaged project was brought back. The damaged files lie untouched in `setAside`.
struct ProjectRepair {
    enum class Way {
        Reread,  // the file was sound, only what lay beside it was not
        Restore, // a backup
        Salvage, // what could be read
    };
    Way way = Way::Reread;
    QString setAside;
    std::optional<Backup> backup;             // Restore
    std::optional<int> editsLacking;          // Restore: made after the backup; absent: cannot be read any more
    QStringList titlesLacking;                // the newest 20 of them
    std::vector<SalvagedTable> tables;        // Salvage

    bool isWhole() const; // nothing is missing
};

/// Getting back to work after a crash, a broken disk or a bad copy. Plain functions; each blocks, and takes the project's lock where it
/// writes. Everything new is made whole beside the old file, checked, and only then put in its place; the old file and its log are moved
/// to backups/damaged-<time>. Throws Error: locked by another program, no room, nothing there to repair with. Then nothing was changed.
namespace Recovery {

using Canceled = std::function<bool()>;

/// The folder that a person means, even where its database is missing; empty: no project was ever there.
QString folderOf(const QString& path);
/// Reads the whole project and its backups.
ProjectCheck check(const QString& folder, const Canceled& isCanceled = {});

/// The three ways, in the order in which they are tried. Absent: this one does not help.
std::optional<ProjectRepair> reread(const QString& folder);
ProjectRepair restore(const QString& folder, const Backup& backup);
ProjectRepair salvage(const QString& folder, const Canceled& isCanceled = {});
/// All of them: the first that helps.
ProjectRepair repair(const QString& folder, const Canceled& isCanceled = {});

/// A backup as a project of its own in a new folder, for looking at it. The pictures stay where they are.
void openAsCopy(const QString& folder, const Backup& backup, const QString& newFolder);

} // namespace Recovery

} // namespace core
