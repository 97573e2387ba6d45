#include "core/pictures/ThumbnailFiles.h"

#include "core/base/MachineShare.h"
#include "core/base/OwnFiles.h"
#include "core/pictures/PictureFile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace core {

namespace {

constexpr int jpegQuality = 85;
constexpr qint64 mostKeptBytes = 4 << 20; // a thumbnail file is far smaller
constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
constexpr double roomMade = 0.1; // of the limit, so that not every new thumbnail has to look for an old one
const auto subfolder = QStringLiteral("thumbs");

/// Below the cache folder.
QString fileOf(const QByteArray& key)
{
    const QString name = QString::fromLatin1(key);
    return subfolder + QLatin1Char('/') + name.left(2) + QLatin1Char('/') + name + QStringLiteral(".jpg");
}

struct Kept {
    QString path;
    qint64 bytes;
    qint64 usedMs;
};

/// All files of thumbnails that are ours by their place and name.
std::vector<Kept> keptIn(const QString& folder, const std::function<bool()>& isCanceled = {})
{
    static const QRegularExpression name(QStringLiteral("^[0-9a-f]{32}\\.jpg$")), part(QStringLiteral("^[0-9a-f]{2}$"));
    std::vector<Kept> kept;
    if (folder.isEmpty() || !OwnFiles::isOwn(folder, subfolder))
        return kept;
    for (const QString& each : QDir(folder + QLatin1Char('/') + subfolder).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks)) {
        if (isCanceled && isCanceled())
            break;
        if (!part.match(each).hasMatch())
            continue;
        for (const QString& path : OwnFiles::files(folder, subfolder + QLatin1Char('/') + each, {QStringLiteral("*.jpg")})) {
            if (const QFileInfo info(path); name.match(info.fileName()).hasMatch())
                kept.push_back({path, info.size(), info.lastModified().toMSecsSinceEpoch()});
        }
    }
    return kept;
}

qint64 bytesOf(const std::vector<Kept>& kept)
{
    qint64 bytes = 0;
    for (const Kept& each : kept)
        bytes += each.bytes;
    return bytes;
}

/// The time of a file says when it was last looked at; a day is fine enough.
void noteUse(const QString& path)
{
    const QDateTime now = QDateTime::currentDateTime();
    if (QFileInfo(path).lastModified().msecsTo(now) < dayMs)
        return;
    if (QFile file(path); file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        file.setFileTime(now, QFileDevice::FileModificationTime);
}

} // namespace

std::shared_ptr<ThumbnailFiles> ThumbnailFiles::in(const QString& cacheFolder)
{
    static std::mutex guard;
    static QHash<QString, std::shared_ptr<ThumbnailFiles>> known; // some bytes for each project that was open
    const std::lock_guard lock(guard);
    auto& files = known[cacheFolder];
    if (!files)
        files = std::make_shared<ThumbnailFiles>(cacheFolder);
    return files;
}

QImage ThumbnailFiles::read(const QByteArray& key) const
{
    if (m_folder.isEmpty())
        return {};
    const QByteArray bytes = OwnFiles::read(m_folder, fileOf(key), mostKeptBytes);
    if (bytes.isEmpty())
        return {};
    try { // a damaged cache file is made anew
        const QImage image = PictureFile::decode(bytes, fileOf(key)).image;
        noteUse(m_folder + QLatin1Char('/') + fileOf(key));
        return image;
    } catch (const PictureError&) {
        return {};
    }
}

bool ThumbnailFiles::has(const QByteArray& key) const
{
    return !m_folder.isEmpty() && QFileInfo::exists(m_folder + QLatin1Char('/') + fileOf(key));
}

void ThumbnailFiles::keep(const QByteArray& key, const QImage& thumbnail, qint64 most)
{
    if (m_folder.isEmpty())
        return;
    const QString path = m_folder + QLatin1Char('/') + fileOf(key);
    const qint64 before = QFileInfo(path).size();
    if (!OwnFiles::write(m_folder, fileOf(key), [&](QIODevice& file) { return thumbnail.save(&file, "JPEG", jpegQuality); }))
        return;
    const qint64 limit = most < 0 ? qint64(machineShare().thumbnailGigabytes) << 30 : most;
    {
        const std::lock_guard lock(m_mutex);
        m_bytes = m_bytes < 0 ? bytesOf(keptIn(m_folder)) : m_bytes + QFileInfo(path).size() - before;
        if (m_bytes <= limit)
            return;
    }
    bound(limit - qint64(double(limit) * roomMade));
}

CacheUse ThumbnailFiles::use(const std::function<bool()>& isCanceled) const
{
    const auto kept = keptIn(m_folder, isCanceled);
    return {bytesOf(kept), int(kept.size())};
}

CacheUse ThumbnailFiles::removeAll()
{
    return bound(-1);
}

CacheUse ThumbnailFiles::bound(qint64 most)
{
    const std::lock_guard lock(m_mutex);
    auto kept = keptIn(m_folder);
    m_bytes = bytesOf(kept);
    std::ranges::sort(kept, {}, &Kept::usedMs);
    CacheUse removed;
    for (const Kept& oldest : kept) {
        if (m_bytes <= std::max<qint64>(0, most) && most >= 0)
            break;
        if (!OwnFiles::remove(m_folder, oldest.path))
            continue;
        m_bytes -= oldest.bytes;
        removed.bytes += oldest.bytes;
        ++removed.files;
    }
    return removed;
}

} // namespace core
