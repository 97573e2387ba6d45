#include "core/pictures/Thumbnails.h"

#include "core/pictures/PictureFile.h"
#include "core/pictures/Pixels.h"

#include <QBuffer>
#include <QCache>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>
#include <QThreadPool>

#include <atomic>
#include <deque>

namespace core {

namespace {

constexpr size_t mostWaiting = 2000;
constexpr int memoryKilobytes = 96 * 1024;
constexpr int jpegQuality = 85;

QByteArray keyOf(const ImageRecord& image, int side)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(image.sha256.isEmpty() ? QStringLiteral("%1|%2|%3").arg(image.path).arg(image.bytes).arg(image.mtimeNs).toUtf8() : image.sha256);
    hash.addData(QByteArray::number(PictureFile::decoderRevision) + '|' + QByteArray::number(side));
    return hash.result().left(16).toHex();
}

QString fileOf(const QString& folder, const QByteArray& key)
{
    const QString name = QString::fromLatin1(key);
    return folder + QStringLiteral("/thumbs/") + name.left(2) + QLatin1Char('/') + name + QStringLiteral(".jpg");
}

/// What an earlier run of the program made of it; null when there is nothing usable.
QImage readKept(const QString& path)
{
    if (!QFileInfo::exists(path))
        return {};
    try { // a damaged cache file is made anew
        return PictureFile::decode(path).image;
    } catch (const PictureError&) {
        return {};
    }
}

/// Keeps it for the next time, or does not: the cache is dispensable.
void keep(const QString& path, const QImage& thumbnail)
{
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path); // writes beside it and renames
    if (file.open(QIODevice::WriteOnly) && thumbnail.save(&file, "JPEG", jpegQuality))
        file.commit();
}

QImage make(const QString& path, int side)
{
    const QByteArray bytes = PictureFile::read(path);
    const QSize whole = PictureFile::header(bytes, path).size;
    const QSize target = whole.scaled(side, side, Qt::KeepAspectRatio).expandedTo({1, 1});
    const bool smaller = whole.width() <= side && whole.height() <= side;
    const DecodedPicture picture = PictureFile::decode(bytes, path, smaller ? 0 : std::min(target.width(), target.height()));
    return smaller ? picture.image : resized(picture.image, target);
}

} // namespace

struct Thumbnails::Task {
    ImageId image;
    QString path;
    int side = 0;
    QByteArray key;
};

struct Thumbnails::State {
    QString cacheFolder;
    QThreadPool pool;
    std::deque<Task> waiting; // first to be served in front
    QSet<QByteArray> known;   // keys that wait or run
    int running = 0;
    std::atomic_bool closing = false;
    mutable QCache<QByteArray, QImage> memory{memoryKilobytes};
};

Thumbnails::Thumbnails(const QString& cacheFolder, QObject* parent) : QObject(parent), m_state(std::make_unique<State>())
{
    m_state->cacheFolder = cacheFolder;
    m_state->pool.setMaxThreadCount(std::clamp(QThread::idealThreadCount() - 1, 1, 4)); // one core stays with the window
    m_state->pool.setThreadPriority(QThread::LowPriority);
}

Thumbnails::~Thumbnails()
{
    m_state->closing = true;
    m_state->pool.clear();
    m_state->pool.waitForDone();
}

std::optional<QImage> Thumbnails::find(const ImageRecord& image, int side) const
{
    const QImage* found = m_state->memory.object(keyOf(image, side));
    return found ? std::optional(*found) : std::nullopt;
}

void Thumbnails::enqueue(const ImageRecord& image, int side)
{
    Task task{image.id, image.path, side, keyOf(image, side)};
    if (m_state->memory.contains(task.key) || m_state->known.contains(task.key))
        return;
    m_state->known.insert(task.key);
    m_state->waiting.push_front(std::move(task));
    while (m_state->waiting.size() > mostWaiting) {
        m_state->known.remove(m_state->waiting.back().key);
        m_state->waiting.pop_back();
    }
}

void Thumbnails::request(const ImageRecord& image, int side)
{
    enqueue(image, side);
    pump();
}

void Thumbnails::setWanted(const std::vector<ImageRecord>& visible, int side)
{
    for (const Task& task : m_state->waiting)
        m_state->known.remove(task.key);
    m_state->waiting.clear();
    for (auto image = visible.rbegin(); image != visible.rend(); ++image)
        enqueue(*image, side);
    pump();
}

void Thumbnails::pump()
{
    // Only as many as there are threads go to the pool, so that what waits can still be put in another order.
    while (!m_state->waiting.empty() && m_state->running < m_state->pool.maxThreadCount()) {
        const Task task = m_state->waiting.front();
        m_state->waiting.pop_front();
        ++m_state->running;
        m_state->pool.start([this, task, folder = m_state->cacheFolder] {
            QImage thumbnail;
            QString reason;
            try { // one unreadable picture is a grey tile, not the end of the grid
                const QString kept = folder.isEmpty() ? QString() : fileOf(folder, task.key);
                if (!m_state->closing && !kept.isEmpty())
                    thumbnail = readKept(kept);
                if (!m_state->closing && thumbnail.isNull()) {
                    thumbnail = make(task.path, task.side);
                    if (!kept.isEmpty())
                        keep(kept, thumbnail);
                }
            } catch (const std::exception& error) {
                reason = QString::fromUtf8(error.what());
            }
            QMetaObject::invokeMethod(this, [this, task, thumbnail, reason] { deliver(task, thumbnail, reason); }, Qt::QueuedConnection);
        });
    }
}

void Thumbnails::deliver(const Task& task, const QImage& thumbnail, const QString& reason)
{
    --m_state->running;
    m_state->known.remove(task.key);
    if (!thumbnail.isNull())
        m_state->memory.insert(task.key, new QImage(thumbnail), std::max<int>(1, int(thumbnail.sizeInBytes() / 1024))); // QCache owns it
    pump();
    if (thumbnail.isNull())
        Q_EMIT failed(task.image, reason);
    else
        Q_EMIT ready(task.image, thumbnail);
}

} // namespace core
