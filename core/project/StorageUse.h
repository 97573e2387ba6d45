#pragma once

#include "core/base/Job.h"
#include "core/pictures/ThumbnailFiles.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace core {

/// What a project keeps on the disk. The person's own pictures are none of it.
struct StorageUse {
    struct Version {
        QString name; // by its card; a version without one has its folder's name
        qint64 bytes = 0;

        bool operator==(const Version&) const = default;
    };

    QString folder;
    QString name;              // of the project
    bool isThere = false;      // false: there is no project in the folder any more, and the rest is empty
    CacheUse thumbnails, pixels;
    std::vector<Version> versions; // largest first
    qint64 database = 0;       // bytes, with its log
    CacheUse backups, trash, pictures; // pictures: those that were copied into the project

    qint64 weights() const;    // bytes of all versions
    qint64 together() const;   // bytes of all above
    bool operator==(const StorageUse&) const = default;
};

/// The parts that can be made again.
enum class CachePart { Thumbnails, Pixels };

/// Counts on the disk; links are neither followed nor counted. Ends early, with what it has, when `isCanceled` answers true. Any thread.
StorageUse measureStorage(const QString& projectFolder, const std::function<bool()>& isCanceled = {});

/// Removes what this program made of a part, and answers how much that was. `isOpenHere`: this program holds the project. Otherwise
/// throws Error when another one does, since a training may read there. Nothing is removed through a link. Any thread.
CacheUse emptyCache(const QString& projectFolder, CachePart part, bool isOpenHere);

/// Counts and empties beside everything else.
class StorageJob final : public Job {
    Q_OBJECT
public:
    explicit StorageJob(QObject* parent = nullptr);

    void measure(const QStringList& projectFolders);
    /// Then measures that project anew.
    void empty(const QString& projectFolder, std::vector<CachePart> parts, bool isOpenHere);
    /// Removes the thumbnails of the project that are beyond the limit, now and not at the next one; then measures it anew.
    void boundThumbnails(const QString& projectFolder);

Q_SIGNALS:
    void measured(const core::StorageUse& use); // one each, in order
    void emptied(const QString& projectFolder, const core::CacheUse& removed);
};

} // namespace core
