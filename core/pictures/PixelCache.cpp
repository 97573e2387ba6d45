#include "core/pictures/PixelCache.h"

#include "core/base/MachineShare.h"
#include "core/base/Memory.h"
#include "core/base/Parallel.h"
#include "core/pictures/PictureFile.h"
#include "core/pictures/PixelPack.h"
#include "core/pictures/Pixels.h"
#include "core/pictures/RegionReader.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <new>
#include <optional>

namespace core {

namespace {

constexpr qint64 memoryForTheRest = 256 << 20; // where everything must stand in memory

int rounded(double value)
{
    return std::max(1, int(std::nearbyint(value))); // half to even, as the reference recipes
}

QString nameOf(Reduction reduction)
{
    return QStringLiteral("%1%2r%3").arg(reduction.fit == Reduction::Fit::ShortSide ? QLatin1Char('s') : QLatin1Char('l')).arg(reduction.side).arg(PictureFile::decoderRevision);
}

RegionPixels readAs(Reduction reduction, RegionReader& reader, const Region& region)
{
    auto pixels = reader.read(region, [reduction](QSize size) { return PixelCache::cachedSize(size, reduction); });
    reader.requirePixels();
    return pixels;
}

/// The indexes of the regions of each file, in the order in which they first come.
std::vector<std::vector<int>> byFile(const std::vector<Region>& regions)
{
    std::vector<std::vector<int>> groups;
    QHash<QString, size_t> groupOf;
    for (int i = 0; i < int(regions.size()); ++i) {
        const QString& path = regions[size_t(i)].image.path;
        const auto known = groupOf.constFind(path);
        if (known != groupOf.cend()) {
            groups[*known].push_back(i);
            continue;
        }
        groupOf.insert(path, groups.size());
        groups.push_back({i});
    }
    return groups;
}

} // namespace

/// What the threads of fill() share.
struct PixelCache::Filling {
    std::mutex listing;
    std::vector<Unread> unread;
    std::function<void()> oneDone;
    std::function<bool()> isCanceled;
};

PixelCache::PixelCache(QString folder, Reduction reduction, int threads, Limits limits)
    : m_folder(std::move(folder)), m_reduction(reduction), m_threads(threadsFor(threads)), m_limits(limits)
{
}

PixelCache::~PixelCache() = default;

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

RegionPixels PixelCache::reduced(const Region& region, Reduction reduction)
{
    RegionReader reader(region.image, RegionReader::Crops::Exact);
    return readAs(reduction, reader, region);
}

QImage PixelCache::reduced(const QImage& whole, Reduction reduction)
{
    return resized(whole, cachedSize(whole.size(), reduction));
}

std::vector<PixelCache::Unread> PixelCache::fill(std::vector<Region> regions, const std::function<void(int, int)>& progressed, const std::function<bool()>& isCanceled)
{
    m_regions = std::move(regions);
    m_kept.assign(m_regions.size(), {});
    m_fromDisk = 0;
    m_memoryLeft = m_limits.memory < 0 ? memoryToFill() : m_limits.memory;
    m_pack.reset(); // its lock first: the new one wants it
    PixelPack::sweep(m_folder);
    m_pack = std::make_unique<PixelPack>(m_folder, nameOf(m_reduction), m_limits.disk < 0 ? qint64(machineShare().pixelGigabytes) << 30 : m_limits.disk);
    QList<QByteArray> keys;
    for (const Region& region : m_regions)
        keys << contentKey(region);
    m_pack->makeRoomFor(keys);

    const int count = size();
    std::atomic_int done = 0;
    Filling filling{.listing = {}, .unread = {}, .oneDone = [&] {
        const int finished = ++done;
        if (progressed)
            progressed(finished, count);
    }, .isCanceled = isCanceled};
    const auto files = byFile(m_regions);
    m_isWhole = forEachIndex(qint64(files.size()), m_threads, [&](qint64 i) { fillPicture(files[size_t(i)], filling); }, isCanceled) && done == count;
    std::ranges::sort(filling.unread, {}, &Unread::index);
    return std::move(filling.unread);
}

/// All regions of one file; it is opened when the first of them is not in the pack.
void PixelCache::fillPicture(const std::vector<int>& indexes, Filling& filling)
{
    std::optional<RegionReader> reader;
    QString fileFailure;
    for (const int index : indexes) {
        if (filling.isCanceled && filling.isCanceled())
            return;
        const Region& region = m_regions[size_t(index)];
        QString failure = fileFailure;
        try { // one picture that cannot be read is a line in a list, not the end of the others
            if (auto found = m_pack->read(contentKey(region))) {
                ++m_fromDisk;
                keep(index, std::move(*found));
            } else if (fileFailure.isEmpty()) {
                if (!reader)
                    reader.emplace(region.image, RegionReader::Crops::Exact);
                keep(index, readAs(m_reduction, *reader, region));
            }
        } catch (const Error& error) {
            failure = error.message();
            if (!reader)
                fileFailure = failure;
        }
        if (m_kept[size_t(index)].part.isNull()) {
            const std::lock_guard lock(filling.listing);
            filling.unread.push_back({index, failure});
        }
        filling.oneDone();
    }
}

/// In memory as long as there is room, and in the pack for another time; in the pack alone when there is no room.
void PixelCache::keep(int index, RegionPixels pixels)
{
    auto& kept = m_kept[size_t(index)];
    const QByteArray key = contentKey(m_regions[size_t(index)]);
    const bool isOnDisk = m_pack->append(key, pixels);
    const qint64 bytes = pixels.image.sizeInBytes();
    kept.part = pixels.part;
    if (!takeMemory(bytes)) {
        if (isOnDisk)
            return;
        if (availableMemory() < bytes + memoryForTheRest)
            throw std::bad_alloc();
    }
    kept.image = std::move(pixels.image);
}

bool PixelCache::takeMemory(qint64 bytes)
{
    if (m_memoryLeft.fetch_sub(bytes) >= bytes)
        return true;
    m_memoryLeft += bytes;
    return false;
}

RegionPixels PixelCache::at(int index) const
{
    const auto& [image, part] = m_kept.at(size_t(index));
    if (!image.isNull() || part.isNull())
        return {image, part};
    const Region& region = m_regions[size_t(index)];
    if (auto found = m_pack->read(contentKey(region)))
        return std::move(*found);
    return reduced(region, m_reduction);
}

int PixelCache::inMemory() const
{
    return int(std::ranges::count_if(m_kept, [](const Kept& kept) { return !kept.image.isNull(); }));
}

} // namespace core
