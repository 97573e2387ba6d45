#include "core/pictures/PixelCache.h"

#include "core/base/OwnFiles.h"
#include "core/base/Parallel.h"
#include "core/pictures/PictureFile.h"
#include "core/pictures/Pixels.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstring>
#include <mutex>
#include <new>

namespace core {

namespace {

constexpr qint64 mostKeptBytes = 512 << 20; // of one cache file

/// Head of a cache file; the rows of RGB follow without gaps.
struct FileHead {
    char magic[8] = {'O', 'R', 'I', 'E', 'L', 'P', 'X', '1'};
    qint32 width = 0, height = 0, originalWidth = 0, originalHeight = 0;
};

QString fileOf(const QString& folder, const QByteArray& sha256, Reduction reduction)
{
    if (folder.isEmpty() || sha256.isEmpty())
        return {};
    const QString rule = QStringLiteral("%1%2r%3").arg(reduction.fit == Reduction::Fit::ShortSide ? QLatin1Char('s') : QLatin1Char('l')).arg(reduction.side)
                             .arg(PictureFile::decoderRevision);
    const QString name = QString::fromLatin1(sha256.toHex());
    return folder + QStringLiteral("/pixels-") + rule + QLatin1Char('/') + name.left(2) + QLatin1Char('/') + name + QStringLiteral(".rgb");
}

/// The cache folder that a file of fileOf() lies in.
QString cacheOf(const QString& path)
{
    return path.section(QLatin1Char('/'), 0, -4);
}

/// Null: there is none, or it is not what this program wrote. Sizes are not believed: the file must be as long as they say.
QImage load(const QString& path, QSize& original)
{
    const QByteArray bytes = path.isEmpty() ? QByteArray() : OwnFiles::read(cacheOf(path), path, mostKeptBytes);
    FileHead head, wanted;
    if (bytes.size() < qsizetype(sizeof head))
        return {};
    std::memcpy(&head, bytes.constData(), sizeof head);
    if (std::memcmp(head.magic, wanted.magic, sizeof head.magic) != 0 || head.width <= 0 || head.height <= 0 || head.originalWidth <= 0
        || head.originalHeight <= 0 || bytes.size() != qint64(sizeof head) + 3LL * head.width * head.height)
        return {};
    QImage image(head.width, head.height, QImage::Format_RGB888);
    if (image.isNull())
        throw std::bad_alloc();
    const char* row = bytes.constData() + sizeof head;
    for (int y = 0; y < image.height(); ++y, row += 3LL * head.width)
        std::memcpy(image.scanLine(y), row, size_t(head.width) * 3);
    original = QSize(head.originalWidth, head.originalHeight);
    return image;
}

/// False: the disk does not take it (full, read-only, a link in the way); then it lives in memory alone.
bool store(const QString& path, const QImage& image, QSize original)
{
    return OwnFiles::write(cacheOf(path), path, [&](QIODevice& file) {
        FileHead head;
        head.width = image.width();
        head.height = image.height();
        head.originalWidth = original.width();
        head.originalHeight = original.height();
        bool isWritten = file.write(reinterpret_cast<const char*>(&head), sizeof head) == sizeof head;
        for (int y = 0; y < image.height(); ++y)
            isWritten = isWritten && file.write(reinterpret_cast<const char*>(image.constScanLine(y)), 3LL * image.width()) == 3LL * image.width();
        return isWritten;
    });
}

/// Decodes the very bytes whose hash was compared. Answers why not, or nothing.
QString decodeRecorded(const QString& path, const QByteArray& sha256, Reduction reduction, QImage& image, QSize& original)
{
    try { // one picture that cannot be read is a line in a list, not the end of the others
        image = PixelCache::reduced(PictureFile::readRecorded(path, sha256), path, reduction, &original);
        return {};
    } catch (const Error& error) {
        return error.message();
    }
}

int rounded(double value)
{
    return std::max(1, int(std::nearbyint(value))); // half to even, as the reference recipes
}

} // namespace

PixelCache::PixelCache(QString folder, Reduction reduction, int threads)
    : m_folder(std::move(folder)), m_reduction(reduction), m_threads(threads > 0 ? threads : QThread::idealThreadCount())
{
}

QSize PixelCache::cachedSize(QSize upright, Reduction reduction)
{
    const int side = reduction.side;
    if (reduction.fit == Reduction::Fit::ShortSide) {
        const double scale = double(side) / std::min(upright.width(), upright.height());
        return {std::min(rounded(upright.width() * scale), 2 * side), std::min(rounded(upright.height() * scale), 2 * side)};
    }
    const double scale = std::min(1.0, double(side) / std::max(upright.width(), upright.height()));
    return {rounded(upright.width() * scale), rounded(upright.height() * scale)};
}

QImage PixelCache::reduced(const QString& path, Reduction reduction, QSize* original)
{
    return reduced(PictureFile::read(path), path, reduction, original);
}

QImage PixelCache::reduced(const QByteArray& bytes, const QString& path, Reduction reduction, QSize* original)
{
    const QSize whole = PictureFile::header(bytes, path).size;
    const QSize target = cachedSize(whole, reduction);
    const DecodedPicture decoded = PictureFile::decode(bytes, path, std::min(target.width(), target.height()));
    if (!decoded.hasPixels) // a grey sheet teaches nothing, and an answer about it would be made up
        throw PictureError(QStringLiteral("undecodable"), QCoreApplication::translate("PictureFile",
            "“%1” breaks off before its first row, so there is nothing to see in it. The file was left as it is.").arg(QFileInfo(path).fileName()));
    if (original)
        *original = whole;
    // A truncated header may promise another size than the decoder gives; what is asked for is what counts.
    return resized(decoded.image, target);
}

std::vector<PixelCache::Unread> PixelCache::fill(const Pictures& pictures, const std::function<void(int, int)>& progressed, const std::function<bool()>& isCanceled)
{
    const int count = int(pictures.size());
    m_images.assign(pictures.size(), {});
    m_scales.assign(pictures.size(), 1.0);
    m_sizes.assign(pictures.size(), {});
    std::atomic_int done = 0, found = 0;
    std::atomic_bool diskTakes = true;
    std::vector<Unread> unread;
    std::mutex listing;
    m_isWhole = forEachIndex(count, m_threads, [&](qint64 i) {
        const auto& [path, sha256] = pictures[size_t(i)];
        const QString kept = fileOf(m_folder, sha256, m_reduction);
        QSize original;
        QImage image = load(kept, original);
        if (!image.isNull()) {
            ++found;
        } else if (const QString why = decodeRecorded(path, sha256, m_reduction, image, original); !why.isEmpty()) {
            const std::lock_guard lock(listing);
            unread.push_back({int(i), why});
        } else if (!kept.isEmpty() && diskTakes && !store(kept, image, original)) {
            diskTakes = false;
        }
        if (!image.isNull()) {
            m_scales[size_t(i)] = double(std::max(image.width(), image.height())) / std::max(original.width(), original.height());
            m_sizes[size_t(i)] = original;
            m_images[size_t(i)] = std::move(image);
        }
        const int finished = ++done;
        if (progressed)
            progressed(finished, count);
    }, isCanceled);
    m_fromDisk = found;
    std::ranges::sort(unread, {}, &Unread::index);
    return unread;
}

} // namespace core
