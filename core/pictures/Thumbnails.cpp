#include "core/pictures/Thumbnails.h"

#include "core/pictures/PictureFile.h"
#include "core/pictures/Pixels.h"
#include "core/pictures/RegionReader.h"
#include "core/pictures/ThumbnailFiles.h"

#include <QCache>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QHash>
#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <deque>

namespace core {

namespace {

constexpr size_t mostWaiting = 2000;
constexpr int memoryKilobytes = 96 * 1024;

/// The one key of a thumbnail: its content (path, size and time while there is no hash), the crop, the decoder and the side.
QByteArray keyOf(const Region& region, int side)
{
    const ImageRecord& image = region.image;
    const QRect& crop = region.crop;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(image.sha256.isEmpty() ? QStringLiteral("%1|%2|%3").arg(image.path).arg(image.bytes).arg(image.mtimeNs).toUtf8() : image.sha256);
    if (!region.isWhole())
        hash.addData(QStringLiteral("|%1,%2,%3,%4|").arg(crop.x()).arg(crop.y()).arg(crop.width()).arg(crop.height()).toUtf8());
    hash.addData(QByteArray::number(PictureFile::decoderRevision) + '|' + QByteArray::number(side));
    return hash.result().left(16).toHex();
}

/// Whether it is the same item to whoever asked: equal pictures are not.
bool isSame(const Region& a, const Region& b)
{
    return a.image.id == b.image.id && a.box == b.box && a.crop == b.crop;
}

/// The longest side becomes `side`; what is smaller stays as it is.
QSize thumbnailSize(QSize whole, int side)
{
    return std::max(whole.width(), whole.height()) <= side ? whole : whole.scaled(side, side, Qt::KeepAspectRatio).expandedTo({1, 1});
}

/// The bytes that are decoded are those that were hashed: what is filed under a hash has that content.
QImage make(const Region& region, int side)
{
    return RegionReader(region.image, RegionReader::Crops::Quick).read(region, [side](QSize size) { return thumbnailSize(size, side); }).image;
}

} // namespace

struct Thumbnails::Task {
    Region region;
    int side = 0;
    QByteArray key;
};

struct Thumbnails::State {
    std::shared_ptr<ThumbnailFiles> files; // also held by what runs
    QThreadPool pool;
    std::deque<Task> waiting; // first to be served in front
    QHash<QByteArray, std::vector<Region>> askers; // of every key that waits or runs: equal pictures share one thumbnail
    int running = 0;
    std::atomic_bool closing = false;
    mutable QCache<QByteArray, QImage> memory{memoryKilobytes};
};

int Thumbnails::sideFor(QSize frame, qreal ratio)
{
    return std::max(frame.width(), frame.height()) * ratio > smallSide ? largeSide : smallSide;
}

Thumbnails::Thumbnails(const QString& cacheFolder, QObject* parent) : QObject(parent), m_state(std::make_unique<State>())
{
    m_state->files = ThumbnailFiles::in(cacheFolder);
    m_state->pool.setMaxThreadCount(std::clamp(QThread::idealThreadCount() - 1, 1, 4)); // one core stays with the window
    m_state->pool.setThreadPriority(QThread::LowPriority);
}

Thumbnails::~Thumbnails()
{
    m_state->closing = true;
    m_state->pool.clear();
    m_state->pool.waitForDone();
}

void Thumbnails::keep(const QString& cacheFolder, const ImageRecord& image, const QImage& picture)
{
    const QByteArray key = keyOf({image}, largeSide);
    if (const auto files = ThumbnailFiles::in(cacheFolder); !cacheFolder.isEmpty() && !files->has(key))
        files->keep(key, resized(picture, thumbnailSize(image.size, largeSide)));
}

std::optional<QImage> Thumbnails::find(const Region& region, int side) const
{
    const QImage* found = m_state->memory.object(keyOf(region, side));
    return found ? std::optional(*found) : std::nullopt;
}

void Thumbnails::enqueue(const Region& region, int side)
{
    Task task{region, side, keyOf(region, side)};
    if (const QImage* known = m_state->memory.object(task.key)) {
        const QImage thumbnail = *known;
        QMetaObject::invokeMethod(this, [this, region, thumbnail] { Q_EMIT ready(region, thumbnail); }, Qt::QueuedConnection);
        return;
    }
    std::vector<Region>& askers = m_state->askers[task.key];
    const bool isNew = askers.empty();
    if (std::ranges::none_of(askers, [&](const Region& asker) { return isSame(asker, region); }))
        askers.push_back(region);
    if (!isNew)
        return;
    m_state->waiting.push_front(std::move(task));
    while (m_state->waiting.size() > mostWaiting) {
        forget(m_state->waiting.back());
        m_state->waiting.pop_back();
    }
}

void Thumbnails::forget(const Task& task)
{
    m_state->askers.remove(task.key);
}

void Thumbnails::request(const Region& region, int side)
{
    enqueue(region, side);
    pump();
}

void Thumbnails::setWanted(const std::vector<Region>& visible, int side)
{
    for (const Task& task : m_state->waiting)
        forget(task);
    m_state->waiting.clear();
    for (auto region = visible.rbegin(); region != visible.rend(); ++region)
        enqueue(*region, side);
    pump();
}

void Thumbnails::pump()
{
    // Only as many as there are threads go to the pool, so that what waits can still be put in another order.
    while (!m_state->waiting.empty() && m_state->running < m_state->pool.maxThreadCount()) {
        const Task task = m_state->waiting.front();
        m_state->waiting.pop_front();
        ++m_state->running;
        m_state->pool.start([this, task, files = m_state->files] {
            QImage thumbnail;
            QString reason;
            auto health = Health::Good;
            try { // one unreadable picture is a grey tile, not the end of the grid
                if (!m_state->closing)
                    thumbnail = files->read(task.key);
                if (!m_state->closing && thumbnail.isNull()) {
                    thumbnail = make(task.region, task.side);
                    files->keep(task.key, thumbnail);
                }
            } catch (const PictureError& error) {
                reason = error.message();
                health = error.code == QLatin1String("changed") ? Health::Changed
                    : error.code == QLatin1String("image_missing") || error.code == QLatin1String("unreadable") ? Health::Missing : Health::Good;
            } catch (const std::bad_alloc&) {
                reason = QCoreApplication::translate("Thumbnails", "There is not enough memory for this picture. Close other programs, or use a reduced copy.");
            } catch (const std::exception& error) {
                reason = QString::fromUtf8(error.what());
            }
            QMetaObject::invokeMethod(this, [=, this] { deliver(task, thumbnail, reason, health); }, Qt::QueuedConnection);
        });
    }
}

void Thumbnails::deliver(const Task& task, const QImage& thumbnail, const QString& reason, Health health)
{
    --m_state->running;
    const std::vector<Region> askers = m_state->askers.take(task.key);
    if (!thumbnail.isNull()) {
        m_state->memory.insert(task.key, new QImage(thumbnail), std::max<int>(1, int(thumbnail.sizeInBytes() / 1024))); // QCache owns it
        pump();
        for (const Region& region : askers)
            Q_EMIT ready(region, thumbnail);
        return;
    }
    for (const Region& region : askers) // what one file lacks, the file of an equal picture may have
        if (region.image.id != task.region.image.id)
            enqueue(region, task.side);
    pump();
    if (health != Health::Good)
        Q_EMIT differs(task.region.image.id, health);
    Q_EMIT failed(task.region.image.id, reason);
}

} // namespace core
