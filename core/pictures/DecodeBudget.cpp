#include "core/pictures/DecodeBudget.h"

#include "core/base/Memory.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace core {

namespace {

constexpr qint64 ceiling = 1LL << 30;     // of one picture
constexpr qint64 smallShare = 64LL << 20; // what takes less need not ask the machine, and never waits

/// What all decodes of this program hold now. Decoders run on pools that know nothing of one another.
struct Held {
    std::mutex mutex;
    std::condition_variable freed;
    qint64 bytes = 0;
};

Held& held()
{
    static Held all;
    return all;
}

} // namespace

qint64 DecodeBudget::bytesFor(const PictureHeader& header, int reduction)
{
    const qint64 width = (qint64(header.storedSize.width()) + reduction - 1) / reduction;
    const qint64 height = (qint64(header.storedSize.height()) + reduction - 1) / reduction;
    if (header.kind == PictureKind::Jpeg || (header.kind == PictureKind::Png && header.isReducible)) // row by row into the RGB image
        return width * height * 3;
    if (header.kind == PictureKind::Bmp || header.kind == PictureKind::Gif) // Qt's image beside ours
        return width * height * (4 + 3);
    const qint64 sample = std::max(1, (header.bits + 7) / 8);
    return width * height * (std::clamp(header.channels, 1, 64) * sample + 3);
}

bool DecodeBudget::canHold(const PictureHeader& header, qint64 fileBytes)
{
    const qint64 pixels = qint64(header.storedSize.width()) * header.storedSize.height();
    switch (header.kind) {
    case PictureKind::Jpeg: return pixels <= 2048 * fileBytes; // at least a bit for each block of 8 × 8
    case PictureKind::Png: return pixels <= 8 * 1032 * fileBytes; // deflate makes at most 1,032 bytes of one
    case PictureKind::Gif: return pixels <= 4096 * fileBytes; // the longest string of a code
    case PictureKind::Bmp: return pixels <= 1024 * fileBytes; // runs of 255 in two bytes, with room for what is skipped
    case PictureKind::Pnm: return pixels <= 8 * fileBytes;
    case PictureKind::Tiff: // some of its methods pack a blank page into nothing
    case PictureKind::WebP:
    case PictureKind::Heif:
    case PictureKind::Unknown: break;
    }
    return true;
}

int DecodeBudget::reductionFor(const PictureHeader& header, qint64 fileBytes)
{
    const bool isReducible = header.isReducible && canHold(header, fileBytes);
    for (const int reduction : {1, 2, 4, 8}) {
        const qint64 bytes = bytesFor(header, reduction);
        if (bytes <= smallShare || (bytes <= ceiling && bytes <= availableMemory() / 2))
            return reduction;
        if (!isReducible)
            break;
    }
    return 0;
}

DecodeBudget::Share::Share(qint64 bytes) : m_bytes(bytes > smallShare ? bytes : 0)
{
    if (m_bytes == 0)
        return;
    Held& all = held();
    std::unique_lock lock(all.mutex);
    all.freed.wait(lock, [&] { return all.bytes == 0 || all.bytes + m_bytes <= ceiling; });
    all.bytes += m_bytes;
}

DecodeBudget::Share::~Share()
{
    if (m_bytes == 0)
        return;
    Held& all = held();
    {
        const std::lock_guard lock(all.mutex);
        all.bytes -= m_bytes;
    }
    all.freed.notify_all();
}

} // namespace core
