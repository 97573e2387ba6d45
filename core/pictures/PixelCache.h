#pragma once

#include "core/base/Reduction.h"
#include "core/dataset/Region.h"

#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace core {

class PixelPack;

/// The regions of a training, decoded once and reduced by area averaging, as 8-bit RGB. What was made is kept in one packed file for
/// each reduction and decoder revision (PixelPack), so a second training touches no decoder. As many as fit stand in memory, the
/// others are read from the pack when they are asked for. A full or unwritable disk only costs that: then all stand in memory.
/// fill() may be called from any thread; everything else from many at once after it.
class PixelCache {
public:
    /// Bytes. Below 0: the share of the machine (MachineShare) at the time it is filled.
    struct Limits {
        qint64 memory = -1;
        qint64 disk = -1;
    };

    /// `threads` 0: the share of the machine. `folder` empty: nothing is kept on disk.
    PixelCache(QString folder, Reduction reduction, int threads, Limits limits);
    explicit PixelCache(QString folder, Reduction reduction, int threads = 0) : PixelCache(std::move(folder), reduction, threads, Limits()) {}
    ~PixelCache();

    /// A region whose picture could not be read, or whose file is not the recorded one any more.
    struct Unread {
        int index = 0; // in the regions of fill()
        QString why;   // a sentence
    };

    /// Reads all regions, replacing what the cache held. The bytes that are decoded are the bytes whose hash is compared with the recorded
    /// one, and a picture is decoded once for all its crops. Ends early when `isCanceled` answers true: isWhole() tells. Answers what could
    /// not be read, by index; at() of those is null. Throws when memory does not suffice. `progressed` comes from any thread.
    std::vector<Unread> fill(std::vector<Region> regions, const std::function<void(int done, int total)>& progressed = {},
                             const std::function<bool()>& isCanceled = {});
    bool isWhole() const { return m_isWhole; } // the last fill() came to its end

    int size() const { return int(m_kept.size()); }
    /// What does not stand in memory is read from the pack, and decoded again where the pack is damaged or gone: throws PictureError
    /// when the picture is gone as well.
    RegionPixels at(int index) const;
    QRect partAt(int index) const { return m_kept.at(size_t(index)).part; } // px of the upright picture; null when it could not be read
    int fromDisk() const { return m_fromDisk; } // how many of the last fill() were found on disk
    int inMemory() const; // how many stand in memory

    /// The size that `reduction` gives a region of this size; pure.
    static QSize cachedSize(QSize upright, Reduction reduction);
    /// One region as fill() would hold it, without a cache: for "Try it" and prediction, so both ways agree. Of its picture only the path
    /// must be known. Throws PictureError.
    static RegionPixels reduced(const Region& region, Reduction reduction);
    /// The same of a picture that is decoded as a whole (Format_RGB888). A large file may give other pixels, since its decoder reduces it too.
    static QImage reduced(const QImage& whole, Reduction reduction);

private:
    struct Kept {
        QImage image; // null: it is in the pack alone, or could not be read
        QRect part;
    };
    struct Filling;
    void fillPicture(const std::vector<int>& indexes, Filling& filling);
    void keep(int index, RegionPixels pixels);
    bool takeMemory(qint64 bytes);

    const QString m_folder;
    const Reduction m_reduction;
    const int m_threads;
    const Limits m_limits;
    std::unique_ptr<PixelPack> m_pack;
    std::vector<Region> m_regions;
    std::vector<Kept> m_kept;
    std::atomic<qint64> m_memoryLeft = 0;
    std::atomic_int m_fromDisk = 0;
    bool m_isWhole = false;
};

} // namespace core
