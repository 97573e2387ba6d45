#include "core/project/VersionEdits.h"

#include "core/base/Error.h"
#include "core/base/OwnFiles.h"
#include "core/dataset/View.h"
#include "core/project/Project.h"
#include "core/storage/Database.h"
#include "core/storage/VersionRepository.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>

namespace core::VersionEdits {

namespace {

QString text(const char* sentence)
{
    return QCoreApplication::translate("VersionEdits", sentence);
}

VersionRecord existing(const Project& project, VersionId id)
{
    auto version = project.version(id);
    if (!version)
        throw Error(text(QT_TRANSLATE_NOOP("VersionEdits", "This version is not in the project any more. Nothing was changed.")));
    return *version;
}

ChangeSet change(const QString& title)
{
    return {.title = title, .library = true, .cause = ChangeSet::Cause::Library};
}

} // namespace

void rename(Project& project, VersionId id, const QString& name)
{
    const QString trimmed = validName(name);
    const auto version = existing(project, id);
    if (trimmed == version.name)
        return;
    if (const auto other = project.versionNamed(trimmed); other && other->id != id)
        throw Error(text(QT_TRANSLATE_NOOP("VersionEdits", "There is a version named \"%1\" already. \"%2\" keeps its name. Choose another one.")).arg(trimmed, version.name));
    project.write([id, trimmed](Database& database) { VersionRepository(database).rename(id, trimmed); },
                  change(text(QT_TRANSLATE_NOOP("VersionEdits", "Rename version"))), true);
}

void remove(Project& project, VersionId id)
{
    const auto version = existing(project, id);
    if (version.status == VersionStatus::Running || version.status == VersionStatus::Queued)
        throw Error(text(QT_TRANSLATE_NOOP("VersionEdits", "\"%1\" is being trained. It was not deleted. Stop its training first.")).arg(version.name));
    project.write([id](Database& database) { VersionRepository(database).remove(id); },
                  change(text(QT_TRANSLATE_NOOP("VersionEdits", "Delete version"))), true);
    const auto folder = project.versionFolder(version.uuid);
    if (!OwnFiles::remove(project.folder(), folder)) {
        throw Error(text(QT_TRANSLATE_NOOP("VersionEdits", "\"%1\" was deleted from the project, but some of its files could not be. They are of no more use and lie in %2."))
                        .arg(version.name, QDir::toNativeSeparators(folder)));
    }
}

qint64 bytes(const Project& project, VersionId id)
{
    qint64 sum = 0;
    if (const auto version = project.version(id)) {
        for (QDirIterator files(project.versionFolder(version->uuid), QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
            files.next();
            sum += files.fileInfo().size();
        }
    }
    return sum;
}

} // namespace core::VersionEdits
