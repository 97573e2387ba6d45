#include "core/pictures/HeaderScan.h"

#include "core/pictures/Bytes.h"

#include <algorithm>
#include <cctype>

namespace core {

HeaderScan scanPng(const QByteArray& bytes)
{
    const Bytes in(bytes);
    HeaderScan scan;
    scan.complete = false;
    if (!in.has(12, "IHDR", 4))
        return scan;
    // sizes beyond int are too large anyway
    scan.header.storedSize = QSize(int(std::min(in.u32(16), 0x7FFFFFFFu)), int(std::min(in.u32(20), 0x7FFFFFFFu)));
    scan.header.bits = std::max(8, int(in.u8(24)));
    const quint32 type = in.u8(25);
    scan.header.channels = type == 0 ? 1 : type == 4 ? 2 : type == 6 ? 4 : 3;
    scan.header.isReducible = in.u8(28) == 0; // not interlaced
    for (qint64 at = 8; at + 12 <= in.size();) {
        const quint32 length = in.u32(at);
        if (in.has(at + 4, "IEND", 4)) {
            scan.complete = true;
            break;
        }
        if (in.has(at + 4, "acTL", 4)) // an animated PNG; what follows in plain chunks is its first frame
            scan.header.frames = std::max(1, int(std::min(in.u32(at + 8), 0xFFFFu)));
        if (in.has(at + 4, "eXIf", 4) && at + 12 + length <= in.size())
            scan.exif = bytes.mid(at + 8, length);
        at += 12 + qint64(length);
    }
    return scan;
}

HeaderScan scanBmp(const QByteArray& bytes)
{
    Bytes in(bytes, true);
    HeaderScan scan;
    const quint32 headerSize = in.u32(14);
    qint64 width = 0, height = 0;
    int bits = 0;
    if (headerSize == 12) {
        width = in.u16(18);
        height = in.u16(20);
        bits = int(in.u16(24));
    } else {
        width = qint32(in.u32(18));
        height = std::abs(qint64(qint32(in.u32(22)))); // negative: rows from the top
        bits = int(in.u16(28));
    }
    if (!in.ok() || width <= 0)
        return scan;
    scan.header.storedSize = QSize(int(width), int(std::min<qint64>(height, 0x7FFFFFFF)));
    scan.header.channels = bits == 32 ? 4 : 3;
    const quint32 compression = headerSize == 12 ? 0 : in.u32(30);
    const qint64 rowBytes = (width * bits + 31) / 32 * 4;
    scan.complete = in.u32(10) < in.size();
    if (compression == 0 && height < 1'000'000)
        scan.complete = in.u32(10) + rowBytes * height <= in.size();
    return scan;
}

namespace {

/// Behind the sub-blocks that begin at `at`; a missing end gives the file's size.
qint64 skipGifBlocks(const Bytes& in, qint64 at)
{
    while (at < in.size()) {
        const quint32 length = in.u8(at++);
        if (length == 0)
            return at;
        at += length;
    }
    return in.size();
}

qint64 gifTableBytes(quint32 flags)
{
    return flags & 0x80 ? 3LL << ((flags & 7) + 1) : 0;
}

} // namespace

HeaderScan scanGif(const QByteArray& bytes)
{
    Bytes in(bytes, true);
    HeaderScan scan;
    scan.header.storedSize = QSize(int(in.u16(6)), int(in.u16(8)));
    scan.header.frames = 0;
    scan.complete = false;
    qint64 at = 13 + gifTableBytes(in.u8(10));
    while (at < in.size()) {
        const quint32 block = in.u8(at);
        if (block == 0x3B) {
            scan.complete = true;
            break;
        }
        if (block == 0x2C) {
            ++scan.header.frames;
            at = skipGifBlocks(in, at + 11 + gifTableBytes(in.u8(at + 9)));
        } else if (block == 0x21) {
            at = skipGifBlocks(in, at + 2);
        } else {
            break;
        }
    }
    scan.header.frames = std::max(1, scan.header.frames);
    return scan;
}

HeaderScan scanWebP(const QByteArray& bytes)
{
    Bytes in(bytes, true);
    HeaderScan scan;
    scan.complete = false;
    int frames = 0;
    bool hasPixels = false;
    for (qint64 at = 12; at + 8 <= in.size();) {
        const qint64 length = in.u32(at + 4);
        const qint64 data = at + 8;
        hasPixels = hasPixels || in.has(at, "VP8 ", 4) || in.has(at, "VP8L", 4) || in.has(at, "ANMF", 4);
        QSize& size = scan.header.storedSize;
        if (in.has(at, "VP8X", 4)) {
            size = QSize(int(in.u24(data + 4)) + 1, int(in.u24(data + 7)) + 1);
            scan.header.channels = in.u8(data) & 0x10 ? 4 : 3;
        } else if (in.has(at, "VP8 ", 4) && size.isEmpty()) {
            size = QSize(int(in.u16(data + 6) & 0x3FFF), int(in.u16(data + 8) & 0x3FFF));
        } else if (in.has(at, "VP8L", 4) && size.isEmpty()) {
            const quint32 packed = in.u32(data + 1);
            size = QSize(int(packed & 0x3FFF) + 1, int(packed >> 14 & 0x3FFF) + 1);
            scan.header.channels = packed >> 28 & 1 ? 4 : 3;
        } else if (in.has(at, "ANMF", 4)) {
            ++frames;
        } else if (in.has(at, "EXIF", 4)) {
            scan.exif = bytes.mid(data, length);
            if (scan.exif.startsWith(QByteArray("Exif\0\0", 6)))
                scan.exif.remove(0, 6);
        }
        at = data + length + (length & 1);
    }
    scan.header.frames = std::max(1, frames);
    scan.header.isReducible = frames == 0;
    scan.complete = hasPixels && qint64(in.u32(4)) + 8 <= in.size();
    return scan;
}

namespace {

/// Value of a TIFF entry of one SHORT or LONG; the first of several.
quint32 tiffValue(const Bytes& in, qint64 entry)
{
    const quint32 type = in.u16(entry + 2), count = in.u32(entry + 4);
    if (type == 3)
        return in.u16(count > 2 ? in.u32(entry + 8) : entry + 8);
    return count > 1 ? in.u32(in.u32(entry + 8)) : in.u32(entry + 8);
}

/// Bytes of one value of a TIFF type; unknown ones count as the smallest.
qint64 tiffTypeBytes(quint32 type)
{
    static const qint64 bytes[] = {1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};
    return type < std::size(bytes) ? bytes[type] : 1;
}

void readTiffEntries(const Bytes& in, qint64 directory, HeaderScan& scan)
{
    const quint32 entries = in.u16(directory);
    quint32 sampleFormat = 1;
    for (quint32 i = 0; i < entries && in.ok(); ++i) {
        const qint64 entry = directory + 2 + 12LL * i;
        const qint64 valueBytes = in.u32(entry + 4) * tiffTypeBytes(in.u16(entry + 2));
        if (valueBytes > 4 && in.u32(entry + 8) + valueBytes > in.size()) { // counts that the file cannot hold
            scan.complete = false;
            continue;
        }
        switch (in.u16(entry)) {
        case 256: scan.header.storedSize.setWidth(int(std::min(tiffValue(in, entry), 0x7FFFFFFFu))); break;
        case 257: scan.header.storedSize.setHeight(int(std::min(tiffValue(in, entry), 0x7FFFFFFFu))); break;
        case 258: scan.header.bits = std::max(8, int(tiffValue(in, entry))); break;
        case 262: // inks, and more of the like, are converted without a profile
            if (tiffValue(in, entry) == 5)
                scan.header.notices << QStringLiteral("cmyk");
            break;
        case 277: scan.header.channels = int(tiffValue(in, entry)); break;
        case 339: sampleFormat = tiffValue(in, entry); break;
        case 273: { // strips; a cut file misses the last ones
            const quint32 first = tiffValue(in, entry);
            scan.complete = scan.complete && first < in.size();
            break;
        }
        default: break;
        }
    }
    if (scan.header.bits > 16 || sampleFormat == 2 || sampleFormat == 3)
        scan.header.notices << QStringLiteral("depth_scaled");
    if (scan.header.channels > 4)
        scan.header.notices << QStringLiteral("channels_left_out");
}

} // namespace

HeaderScan scanTiff(const QByteArray& bytes)
{
    Bytes in(bytes, bytes.startsWith('I'));
    HeaderScan scan;
    scan.header.channels = 1; // the format's default
    scan.header.frames = 0;
    qint64 directory = in.u32(4);
    if (directory < 8 || directory + 2 > in.size()) { // the directory often stands behind the pixels: cut off
        scan.complete = false;
        return scan;
    }
    readTiffEntries(in, directory, scan);
    scan.exif = bytes;
    for (int guard = 0; directory != 0 && in.ok() && guard < 10'000; ++guard) { // the guard ends loops in broken files
        ++scan.header.frames;
        directory = in.u32(directory + 2 + 12LL * in.u16(directory));
    }
    scan.header.frames = std::max(1, scan.header.frames);
    return scan;
}

PnmHead pnmHead(const QByteArray& bytes)
{
    const Bytes in(bytes);
    PnmHead head;
    const quint32 kind = in.u8(1) - '0';
    const int wanted = kind == 1 || kind == 4 ? 2 : 3; // bitmaps have no maximum
    qint64 at = 2;
    qint64 numbers[3] = {0, 0, 1};
    for (int n = 0; n < wanted; ++n) {
        while (at < in.size() && (std::isspace(int(in.u8(at))) != 0 || in.u8(at) == '#')) {
            if (in.u8(at) == '#')
                at = std::max(bytes.indexOf('\n', at), at);
            ++at;
        }
        qint64 value = 0;
        while (at < in.size() && std::isdigit(int(in.u8(at))) != 0)
            value = std::min<qint64>(value * 10 + (in.u8(at++) - '0'), 0x7FFFFFFF);
        numbers[n] = value;
    }
    head.kind = int(kind);
    head.size = QSize(int(numbers[0]), int(numbers[1]));
    head.maximum = int(numbers[2]);
    head.data = at + 1;
    return head;
}

HeaderScan scanPnm(const QByteArray& bytes)
{
    const PnmHead head = pnmHead(bytes);
    HeaderScan scan;
    scan.header.storedSize = head.size;
    scan.header.bits = head.maximum > 255 ? 16 : 8;
    scan.header.channels = head.kind == 3 || head.kind == 6 ? 3 : 1;
    const qint64 width = head.size.width(), height = head.size.height();
    if (width >= 1'000'000 || height >= 1'000'000)
        return scan;
    if (head.kind >= 5)
        scan.complete = head.data + width * height * scan.header.channels * (scan.header.bits / 8) <= bytes.size();
    else if (head.kind == 4)
        scan.complete = head.data + (width + 7) / 8 * height <= bytes.size();
    else // numbers in text: at least one character each
        scan.complete = head.data + width * height * scan.header.channels <= bytes.size() + 1;
    return scan;
}

} // namespace core
