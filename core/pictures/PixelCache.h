#pragma once

#include "core/base/Reduction.h"

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QString>

#include <functional>
#include <utility>
#include <vector>

namespace core {

/// The pictures of a training, decoded once and reduced by area averaging, as 8-bit RGB in memory. What was made is kept in one
/// file a picture, named by content hash, decoder revision and size, so a second training touches no decoder. A full or unwritable
/// disk only costs that. fill() may be called from any thread; at() from many at once after it.
class PixelCache {
public:
    using Pictures = std::vector<std::pair<QString, QByteArray>>; // path, SHA-256 (may be empty: then not kept on disk)

    /// `threads` 0: one for each core. `folder` empty: nothing is kept on disk.
    PixelCache(QString folder, Reduction reduction, int threads = 0);

    /// A picture that could not be read, or whose file is not the recorded one any more.
    struct Unread {
        int index = 0; // in the pictures of fill()
        QString why;   // a sentence
    };

    /// Reads all pictures, replacing what the cache held. The bytes that are decoded are the bytes whose hash is compared with the recorded
    /// one. Ends early when `isCanceled` answers true: isWhole() tells. Answers what could not be read, by index; at() of those is null.
    /// Throws when memory does not suffice. `progressed` comes from any thread.
    std::vector<Unread> fill(const Pictures& pictures, const std::function<void(int done, int total)>& progressed = {},
                             const std::function<bool()>& isCanceled = {});
    bool isWhole() const { return m_isWhole; } // the last fill() came to its end

    int size() const { return int(m_images.size()); }
    QImage at(int index) const { return m_images.at(index); } // Format_RGB888; shares the pixels
    /// Cached pixels per pixel of the upright picture, horizontally and vertically the same but for rounding.
    double scaleAt(int index) const { return m_scales.at(index); }
    QSize originalSize(int index) const { return m_sizes.at(index); } // upright, px
    int fromDisk() const { return m_fromDisk; } // how many of the last fill() were found on disk

    /// The size that `reduction` gives a picture of this size; pure.
    static QSize cachedSize(QSize upright, Reduction reduction);
    /// One picture as fill() would hold it, without a cache: for "Try it" and prediction, so both ways agree.
    static QImage reduced(const QString& path, Reduction reduction, QSize* original = nullptr);
    static QImage reduced(const QByteArray& bytes, const QString& path, Reduction reduction, QSize* original = nullptr);

private:
    QString m_folder;
    Reduction m_reduction;
    int m_threads;
    std::vector<QImage> m_images;
    std::vector<double> m_scales;
    std::vector<QSize> m_sizes;
    int m_fromDisk = 0;
    bool m_isWhole = false;
};

} // namespace core
