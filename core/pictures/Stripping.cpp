#include "core/pictures/Stripping.h"

#include "core/pictures/Bytes.h"

#include <algorithm>
#include <array>

namespace core {

namespace {

/// JFIF (with its density, without a thumbnail), colour profiles, and the block of Adobe that says how colours are stored.
bool isNeededForColours(const Bytes& in, qint64 body, quint32 marker, quint32 length)
{
    switch (marker) {
    case 0xE0: return in.has(body, "JFIF\0", 5) && length >= 16 && in.u8(body + 12) == 0 && in.u8(body + 13) == 0;
    case 0xE2: return in.has(body, "ICC_PROFILE\0", 12);
    case 0xEE: return in.has(body, "Adobe", 5);
    default: return false;
    }
}

/// Where the coded rows that begin at `at` end: the next marker that is none of theirs.
qint64 endOfRows(const Bytes& in, qint64 at)
{
    for (; at + 1 < in.size(); ++at) {
        const quint32 code = in.u8(at) == 0xFF ? in.u8(at + 1) : 0;
        if (code != 0 && code != 0xFF && !(code >= 0xD0 && code <= 0xD7))
            return at;
    }
    return -1;
}

QByteArray littleEndian(qint64 value)
{
    QByteArray bytes(4, '\0');
    for (int i = 0; i < 4; ++i)
        bytes[i] = char(value >> 8 * i & 0xFF);
    return bytes;
}

} // namespace

QByteArray strippedJpeg(const QByteArray& bytes)
{
    const Bytes in(bytes);
    if (!in.has(0, "\xFF\xD8", 2))
        return {};
    QByteArray out = bytes.left(2);
    out.reserve(bytes.size());
    for (qint64 at = 2; at >= 0 && in.u8(at) == 0xFF;) {
        const quint32 marker = in.u8(at + 1);
        if (marker == 0xFF) { // filling
            ++at;
            continue;
        }
        if (marker == 0xD9)
            return out + bytes.mid(at, 2); // what follows is no part of the picture
        const quint32 length = in.u16(at + 2);
        if (!in.ok() || length < 2 || at + 2 + length > in.size())
            return {};
        const bool isApplication = (marker >= 0xE0 && marker <= 0xEF) || marker == 0xFE;
        qint64 next = at + 2 + length;
        if (marker == 0xDA)
            next = endOfRows(in, next);
        if (next < 0)
            return {};
        if (!isApplication || isNeededForColours(in, at + 4, marker, length))
            out += bytes.mid(at, next - at);
        at = next;
    }
    return {};
}

QByteArray strippedPng(const QByteArray& bytes)
{
    static constexpr std::array<const char*, 15> needed{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "pHYs", "acTL", "fcTL", "fdAT"};
    const Bytes in(bytes);
    if (!in.has(0, "\x89PNG\r\n\x1a\n", 8))
        return {};
    QByteArray out = bytes.left(8);
    out.reserve(bytes.size());
    for (qint64 at = 8; at + 12 <= in.size();) {
        const qint64 length = qint64(in.u32(at)) + 12;
        if (at + length > in.size())
            return {};
        if (std::ranges::any_of(needed, [&](const char* name) { return in.has(at + 4, name, 4); }))
            out += bytes.mid(at, length);
        if (in.has(at + 4, "IEND", 4))
            return out;
        at += length;
    }
    return {};
}

QByteArray strippedWebP(const QByteArray& bytes)
{
    static constexpr std::array<const char*, 7> needed{"VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP"};
    const Bytes in(bytes, true);
    if (!in.has(0, "RIFF", 4) || !in.has(8, "WEBP", 4))
        return {};
    QByteArray chunks;
    chunks.reserve(bytes.size());
    const qint64 end = std::min(in.size(), qint64(in.u32(4)) + 8);
    for (qint64 at = 12; at + 8 <= end;) {
        const qint64 stored = qint64(in.u32(at + 4)), length = 8 + stored + stored % 2;
        if (at + 8 + stored > end)
            return {};
        if (std::ranges::any_of(needed, [&](const char* name) { return in.has(at, name, 4); })) {
            QByteArray chunk = bytes.mid(at, std::min(length, end - at));
            if (in.has(at, "VP8X", 4) && stored >= 10)
                chunk[8] = char(chunk[8] & ~0x0C); // its flags: no EXIF and no XMP follow
            chunks += chunk;
        }
        at += length;
    }
    return chunks.isEmpty() ? QByteArray() : "RIFF" + littleEndian(chunks.size() + 4) + "WEBP" + chunks;
}

} // namespace core
