#pragma once

#include "core/base/RandomAccessFile.h"
#include "core/dataset/Region.h"
#include "core/pictures/ThumbnailFiles.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <memory>
#include <mutex>
#include <optional>

namespace core {

/// Decoded pixels on the disk, all of one rule in one file, with a second file that says where what lies. Both are appended to and never
/// rewritten; they may be deleted at any time. What was damaged, cut off or half written is not found: each record has a checksum, so
/// that nothing but what was put in comes out. The first to open a pack writes to it; others of the same or another program only read
/// what was in it when they opened it. A disk that takes no more, or a link in the way, only costs speed. Any thread.
class PixelPack {
public:
    /// `name` of the rule; `most`: bytes that all packs below the folder may take together, and this one alone.
    PixelPack(QString folder, const QString& name, qint64 most);
    ~PixelPack();

    /// Begins anew when the pack has grown large and holds mostly other things than these keys (contentKey).
    void makeRoomFor(const QList<QByteArray>& keys);

    bool contains(const QByteArray& key) const;
    /// Absent: not there, or not as it was written; then it is forgotten, and can be appended again.
    std::optional<RegionPixels> read(const QByteArray& key);
    /// True: it can be read from now on.
    bool append(const QByteArray& key, const RegionPixels& pixels);

    /// What the packs below a cache folder take, and removes them all; answers what was removed. A training that reads one meanwhile
    /// decodes again.
    static CacheUse use(const QString& folder);
    static CacheUse removeAll(const QString& folder);

    /// Removes what earlier programs left below a cache folder: a file for each picture, and packs of other decoders.
    static void sweep(const QString& folder);

private:
    struct Place {
        qint64 offset = 0; // in the file of pixels
        QSize size;
        QRect part;
        quint64 sum = 0; // of the pixels, and of all that is said about them
    };
    bool openFor(RandomAccessFile::Mode mode);
    void readIndex();
    void boundTheOthers() const;
    bool beginAnew();

    const QString m_folder, m_name;
    const qint64 m_most;
    qint64 m_room = 0; // for this pack, as long as its disk has so much
    std::unique_ptr<RandomAccessFile> m_pixels, m_index; // null: there is no pack
    mutable std::mutex m_mutex; // guards all below
    QHash<QByteArray, Place> m_places;
    qint64 m_end = 0, m_indexEnd = 0; // where the next record goes
    bool m_isWritable = false;
};

} // namespace core
