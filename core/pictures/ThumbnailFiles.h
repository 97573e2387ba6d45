#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

#include <functional>
#include <memory>
#include <mutex>

namespace core {

/// What a part of a cache takes on the disk.
struct CacheUse {
    qint64 bytes = 0;
    int files = 0;

    bool operator==(const CacheUse&) const = default;
};

/// The thumbnails that a project keeps on the disk, below `thumbs` in its cache folder, one file each, named by its key. Together they take
/// no more than the share of the machine (MachineShare): beyond it those go that were not looked at for longest. Nothing is ever read, written
/// or deleted through a link, and no file is deleted whose name this program does not give. A disk that takes nothing only costs speed.
/// Any thread.
class ThumbnailFiles {
public:
    /// Those of a cache folder; one object for all who use it, since it counts what they write.
    static std::shared_ptr<ThumbnailFiles> in(const QString& cacheFolder);
    explicit ThumbnailFiles(QString cacheFolder) : m_folder(std::move(cacheFolder)) {}

    /// `key`: 32 hexadecimal digits. Null when there is nothing usable.
    QImage read(const QByteArray& key) const;
    bool has(const QByteArray& key) const;
    /// `most`: bytes that all may take together; below 0: the share of the machine.
    void keep(const QByteArray& key, const QImage& thumbnail, qint64 most = -1);

    /// Looked up on the disk: slow where there are many. Ends early when `isCanceled` answers true.
    CacheUse use(const std::function<bool()>& isCanceled = {}) const;
    CacheUse removeAll();   // answers what was removed
    /// Removes the longest unused until all take at most `most` bytes. Answers what was removed.
    CacheUse bound(qint64 most);

private:
    const QString m_folder;
    std::mutex m_mutex;   // guards what follows, and one bound() at a time
    qint64 m_bytes = -1;  // on the disk, as far as this program knows; -1: not counted yet
};

} // namespace core
