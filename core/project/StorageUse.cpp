#include "core/project/StorageUse.h"

#include "core/base/Error.h"
#include "core/base/MachineShare.h"
#include "core/base/OwnFiles.h"
#include "core/pictures/PixelPack.h"
#include "core/project/Backups.h"
#include "core/project/ProjectFolder.h"
#include "core/project/ProjectLock.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>
#include <numeric>

namespace core {

namespace {

constexpr qint64 mostCardBytes = 64 << 20;

/// Nothing when a link stands in the place of the folder.
QString ownFolder(const QString& project, const QString& name)
{
    const QString folder = project + QLatin1Char('/') + name;
    const QFileInfo info(folder);
    return info.isDir() && OwnFiles::isOwn(project, name) ? folder : QString();
}

CacheUse filesBelow(const QString& folder, const std::function<bool()>& isCanceled)
{
    CacheUse use;
    if (folder.isEmpty())
        return use;
    for (QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories); files.hasNext();) {
        files.next();
        use.bytes += files.fileInfo().size();
        ++use.files;
        if (isCanceled && use.files % 1000 == 0 && isCanceled())
            break;
    }
    return use;
}

QString nameOfVersion(const QString& folder)
{
    const auto card = QJsonDocument::fromJson(OwnFiles::read(folder, QStringLiteral("card.json"), mostCardBytes)).object();
    const QString name = card.value(QLatin1String("name")).toString();
    return name.isEmpty() ? QFileInfo(folder).fileName() : name;
}

std::vector<StorageUse::Version> versionsOf(const QString& project, const std::function<bool()>& isCanceled)
{
    std::vector<StorageUse::Version> versions;
    const QString folder = ownFolder(project, QStringLiteral("versions"));
    if (folder.isEmpty())
        return versions;
    for (const QFileInfo& each : QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks)) {
        if (!QUuid::fromString(each.fileName()).isNull())
            versions.push_back({nameOfVersion(each.absoluteFilePath()), filesBelow(each.absoluteFilePath(), isCanceled).bytes});
    }
    std::ranges::stable_sort(versions, std::greater{}, &StorageUse::Version::bytes);
    return versions;
}

} // namespace

qint64 StorageUse::weights() const
{
    return std::accumulate(versions.begin(), versions.end(), qint64(0), [](qint64 sum, const Version& version) { return sum + version.bytes; });
}

qint64 StorageUse::together() const
{
    return thumbnails.bytes + pixels.bytes + weights() + database + backups.bytes + trash.bytes + pictures.bytes;
}

StorageUse measureStorage(const QString& projectFolder, const std::function<bool()>& isCanceled)
{
    StorageUse use{.folder = projectFolder, .name = QFileInfo(projectFolder).completeBaseName()};
    const QString project = ProjectFolder::resolve(projectFolder);
    if (project.isEmpty())
        return use;
    use.isThere = true;
    try { // a damaged header is a matter of the opening
        use.name = ProjectFolder::readHeader(project).name;
    } catch (const Error&) {
    }
    const QString cache = ownFolder(project, QStringLiteral("cache"));
    use.thumbnails = ThumbnailFiles(cache).use(isCanceled);
    use.pixels = PixelPack::use(cache);
    use.versions = versionsOf(project, isCanceled);
    for (const char* suffix : {"", "-wal", "-shm"})
        use.database += QFileInfo(ProjectFolder::databasePath(project) + QLatin1String(suffix)).size();
    use.backups = filesBelow(ownFolder(project, QStringLiteral("backups")), isCanceled);
    use.trash = filesBelow(ownFolder(project, QStringLiteral("trash")), isCanceled);
    use.pictures = filesBelow(ownFolder(project, QStringLiteral("images")), isCanceled);
    return use;
}

CacheUse emptyCache(const QString& projectFolder, CachePart part, bool isOpenHere)
{
    if (!isOpenHere && ProjectLock::isHeld(projectFolder))
        throw Error(QCoreApplication::translate("StorageUse", "“%1” is open in another Oriel, and a training may read there. Nothing was emptied. Close it there, then empty it here.")
                        .arg(QFileInfo(projectFolder).completeBaseName()));
    const QString cache = ownFolder(projectFolder, QStringLiteral("cache"));
    if (cache.isEmpty())
        return {};
    return part == CachePart::Thumbnails ? ThumbnailFiles::in(cache)->removeAll() : PixelPack::removeAll(cache);
}

StorageJob::StorageJob(QObject* parent) : Job(parent)
{
    qRegisterMetaType<StorageUse>();
    qRegisterMetaType<CacheUse>();
}

void StorageJob::measure(const QStringList& projectFolders)
{
    start([this, projectFolders] {
        for (const QString& folder : projectFolders) {
            if (isCanceled())
                return;
            const auto use = measureStorage(folder, [this] { return isCanceled(); });
            post([this, use] { Q_EMIT measured(use); });
        }
    });
}

void StorageJob::empty(const QString& projectFolder, std::vector<CachePart> parts, bool isOpenHere)
{
    start([this, projectFolder, parts = std::move(parts), isOpenHere] {
        CacheUse removed;
        for (const CachePart part : parts) {
            const auto one = emptyCache(projectFolder, part, isOpenHere);
            removed.bytes += one.bytes;
            removed.files += one.files;
        }
        const auto use = measureStorage(projectFolder, [this] { return isCanceled(); });
        post([this, projectFolder, removed, use] {
            Q_EMIT emptied(projectFolder, removed);
            Q_EMIT measured(use);
        });
    });
}

void StorageJob::boundThumbnails(const QString& projectFolder)
{
    start([this, projectFolder] {
        const QString cache = ownFolder(projectFolder, QStringLiteral("cache"));
        if (!cache.isEmpty())
            ThumbnailFiles::in(cache)->bound(qint64(machineShare().thumbnailGigabytes) << 30);
        const auto use = measureStorage(projectFolder, [this] { return isCanceled(); });
        post([this, use] { Q_EMIT measured(use); });
    });
}

} // namespace core
