#include "core/pictures/PixelCache.h"

#include "core/pictures/PictureFile.h"
#include "core/pictures/Pixels.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QThread>
#include <QThreadPool>

#include <atomic>
#include <cmath>
#include <cstring>
#include <exception>
#include <mutex>

namespace core {

namespace {

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

QImage load(const QString& path, QSize& original)
{
    QFile file(path);
    FileHead head, wanted;
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly) || file.read(reinterpret_cast<char*>(&head), sizeof head) != sizeof head)
        return {};
    if (std::memcmp(head.magic, wanted.magic, sizeof head.magic) != 0 || head.width <= 0 || head.height <= 0
        || file.size() != qint64(sizeof head) + 3LL * head.width * head.height)
        return {};
    QImage image(head.width, head.height, QImage::Format_RGB888);
    for (int y = 0; y < image.height(); ++y)
        if (file.read(reinterpret_cast<char*>(image.scanLine(y)), 3LL * head.width) != 3LL * head.width)
            return {};
    original = QSize(head.originalWidth, head.originalHeight);
    return image;
}

/// False: the disk does not take it (full, read-only); then it lives in memory alone.
bool store(const QString& path, const QImage& image, QSize original)
{
    if (!QDir().mkpath(QFileInfo(path).path()))
        return false;
    QSaveFile file(path); // writes beside it and renames
    if (!file.open(QIODevice::WriteOnly))
        return false;
    FileHead head;
    head.width = image.width();
    head.height = image.height();
    head.originalWidth = original.width();
    head.originalHeight = original.height();
    file.write(reinterpret_cast<const char*>(&head), sizeof head);
    for (int y = 0; y < image.height(); ++y)
        file.write(reinterpret_cast<const char*>(image.constScanLine(y)), 3LL * image.width());
    return file.commit();
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
    const QImage decoded = PictureFile::decode(bytes, path, std::min(target.width(), target.height())).image;
    if (original)
        *original = whole;
    // A truncated header may promise another size than the decoder gives; what is asked for is what counts.
    return resized(decoded, target);
}

bool PixelCache::fill(const Pictures& pictures, const std::function<void(int, int)>& progressed, const std::function<bool()>& isCanceled)
{
    const int count = int(pictures.size());
    m_images.assign(pictures.size(), {});
    m_scales.assign(pictures.size(), 1.0);
    m_sizes.assign(pictures.size(), {});
    std::atomic_int next = 0, done = 0, found = 0;
    std::atomic_bool stop = false, diskTakes = true;
    std::exception_ptr failure;
    std::mutex failing;

    const auto work = [&] {
        try {
            for (int i = next++; i < count && !stop; i = next++) {
                if (isCanceled && isCanceled()) {
                    stop = true;
                    return;
                }
                const auto& [path, sha256] = pictures[size_t(i)];
                const QString kept = fileOf(m_folder, sha256, m_reduction);
                QSize original;
                QImage image = load(kept, original);
                if (!image.isNull())
                    ++found;
                else {
                    image = reduced(path, m_reduction, &original);
                    if (!kept.isEmpty() && diskTakes && !store(kept, image, original))
                        diskTakes = false;
                }
                m_scales[size_t(i)] = double(std::max(image.width(), image.height())) / std::max(original.width(), original.height());
                m_sizes[size_t(i)] = original;
                m_images[size_t(i)] = std::move(image);
                const int finished = ++done;
                if (progressed)
                    progressed(finished, count);
            }
        } catch (...) { // an exception that leaves a pool's thread ends the program; it goes on below, on the caller's
            const std::lock_guard lock(failing);
            if (!failure)
                failure = std::current_exception();
            stop = true;
        }
    };

    QThreadPool pool;
    pool.setMaxThreadCount(std::max(1, m_threads - 1)); // the caller works too
    for (int i = 1; i < std::min(m_threads, count); ++i)
        pool.start(work);
    work();
    pool.waitForDone();
    m_fromDisk = found;
    if (failure)
        std::rethrow_exception(failure);
    return !stop;
}

} // namespace core
