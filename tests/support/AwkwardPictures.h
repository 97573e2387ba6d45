#pragma once

#include "tests/support/Pictures.h"

#include <QByteArray>
#include <QFloat16>
#include <QImage>
#include <QtEndian>

#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <vector>

/// Pictures that a program meets in the world and would rather not, made on the spot.
namespace awkward {

// PNG ----------------------------------------------------------------------------------------------------------------

inline quint32 crc32(const QByteArray& bytes)
{
    quint32 crc = 0xFFFFFFFFu;
    for (const char byte : bytes) {
        crc ^= uchar(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
    }
    return ~crc;
}

inline QByteArray big(quint32 value, int bytes = 4)
{
    QByteArray out;
    for (int i = bytes - 1; i >= 0; --i)
        out += char(value >> 8 * i & 0xFF);
    return out;
}

inline QByteArray little(quint64 value, int bytes)
{
    QByteArray out;
    for (int i = 0; i < bytes; ++i)
        out += char(value >> 8 * i & 0xFF);
    return out;
}

inline QByteArray chunk(const QByteArray& type, const QByteArray& data)
{
    return big(quint32(data.size())) + type + data + big(crc32(type + data));
}

/// `rows`: each begins with its filter byte.
inline QByteArray png(quint32 width, quint32 height, int bits, int type, const QByteArray& rows, bool interlaced = false, const QByteArray& before = {})
{
    const QByteArray head = big(width) + big(height) + char(bits) + char(type) + QByteArray(2, '\0') + char(interlaced);
    return QByteArray("\x89PNG\r\n\x1A\n", 8) + chunk("IHDR", head) + before + chunk("IDAT", qCompress(rows).mid(4)) + chunk("IEND", {});
}

/// A signature and a header of a picture that is nowhere; 51 bytes, as it was met.
inline QByteArray pngClaiming(quint32 width, quint32 height)
{
    const QByteArray head = big(width) + big(height) + QByteArray("\x08\x02\0\0\0", 5);
    return QByteArray("\x89PNG\r\n\x1A\n", 8) + chunk("IHDR", head) + QByteArray("\0\0\x10\0IDAT\x78\x9c\x01\0\0\0\0\0\0\0", 18);
}

inline QByteArray interlacedPng() // 8 × 8, one grey
{
    QByteArray rows;
    for (const auto& [width, height] : {std::pair{1, 1}, {1, 1}, {2, 1}, {2, 2}, {4, 2}, {4, 4}, {8, 4}}) // the seven passes
        for (int y = 0; y < height; ++y)
            rows += char(0) + QByteArray(width, char(90));
    return png(8, 8, 8, 0, rows, true);
}

/// Noise, so that no row is packed away.
inline QImage noise(int width = 256, int height = 192)
{
    QImage image(width, height, QImage::Format_RGB888);
    quint32 random = 1;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < 3 * width; ++x)
            image.scanLine(y)[x] = uchar((random = random * 1664525u + 1013904223u) >> 24);
    return image;
}

inline QByteArray overwritten(QByteArray bytes, qsizetype from, int count)
{
    for (qsizetype i = from; i < std::min(from + count, bytes.size()); ++i)
        bytes[i] = char(bytes[i] ^ 0x5A);
    return bytes;
}

/// A sound header, and behind it nothing that can be unpacked.
inline QByteArray pngWithoutPixels()
{
    const QByteArray bytes = pictures::png(pictures::quarters());
    return overwritten(bytes, bytes.indexOf("IDAT") + 4, 40);
}

/// Only the checksum of the pixels is wrong.
inline QByteArray pngWithWrongSum()
{
    QByteArray bytes = pictures::png(pictures::quarters());
    const qsizetype end = bytes.lastIndexOf("IEND") - 4;
    bytes[end - 1] = char(bytes[end - 1] ^ 0x55);
    return bytes;
}

// TIFF ---------------------------------------------------------------------------------------------------------------

struct Tiff {
    int width = 64, height = 48, samples = 1, bits = 8, format = 1, photometric = 1, planes = 1;
    QByteArray data;
    QByteArray extras;   // kind of each extra sample, one byte each
    int tile = 0;        // side of a tile; 0: one strip (or one for each plane)
    quint32 stripCount = 1;
    bool bigEndian = false;
};

inline QByteArray tiff(const Tiff& t)
{
    const auto number = [&](quint32 value, int bytes) { return t.bigEndian ? big(value, bytes) : little(value, bytes); };
    struct Entry {
        quint32 tag, type, count;
        QByteArray value; // packed
    };
    const auto shorts = [&](const QList<int>& values) {
        QByteArray out;
        for (const int value : values)
            out += number(quint32(value), 2);
        return out;
    };
    std::vector<Entry> entries{{256, 4, 1, number(quint32(t.width), 4)}, {257, 4, 1, number(quint32(t.height), 4)},
                               {258, 3, quint32(t.samples), shorts(QList<int>(t.samples, t.bits))}, {259, 3, 1, shorts({1})}, {262, 3, 1, shorts({t.photometric})}};
    const auto strips = t.planes == 2 ? t.samples : 1;
    QByteArray offsets, counts;
    for (int i = 0; i < strips; ++i) {
        offsets += number(quint32(8 + t.data.size() / strips * i), 4);
        counts += number(quint32(t.data.size() / strips), 4);
    }
    const quint32 listed = std::max<quint32>(quint32(strips), t.stripCount);
    if (t.tile == 0)
        entries.push_back({273, 4, listed, offsets});
    entries.push_back({277, 3, 1, shorts({t.samples})});
    if (t.tile == 0) {
        entries.push_back({278, 4, 1, number(quint32(t.height), 4)});
        entries.push_back({279, 4, listed, counts});
    }
    entries.push_back({284, 3, 1, shorts({t.planes})});
    if (t.tile > 0) {
        entries.push_back({322, 4, 1, number(quint32(t.tile), 4)});
        entries.push_back({323, 4, 1, number(quint32(t.tile), 4)});
        entries.push_back({324, 4, 1, offsets});
        entries.push_back({325, 4, 1, counts});
    }
    if (!t.extras.isEmpty()) {
        QList<int> kinds;
        for (const char kind : t.extras)
            kinds << kind;
        entries.push_back({338, 3, quint32(kinds.size()), shorts(kinds)});
    }
    entries.push_back({339, 3, quint32(t.samples), shorts(QList<int>(t.samples, t.format))});

    const quint32 directory = quint32(8 + t.data.size());
    quint32 beyond = directory + 2 + 12 * quint32(entries.size()) + 4;
    QByteArray table, far;
    for (const Entry& entry : entries) {
        table += number(entry.tag, 2) + number(entry.type, 2) + number(entry.count, 4);
        if (entry.value.size() <= 4) {
            table += entry.value.leftJustified(4, '\0');
        } else {
            table += number(beyond + quint32(far.size()), 4);
            far += entry.value;
        }
    }
    return (t.bigEndian ? QByteArray("MM\0*", 4) : QByteArray("II*\0", 4)) + number(directory, 4) + t.data + number(quint32(entries.size()), 2) + table + number(0, 4) + far;
}

/// A ramp from `low` at the left to `high` at the right, 64 × 48, as numbers of type T.
template <typename T>
QByteArray ramp(double low, double high, int samples = 1)
{
    QByteArray out;
    for (int y = 0; y < 48; ++y)
        for (int x = 0; x < 64; ++x)
            for (int s = 0; s < samples; ++s) {
                const T value = T(low + (high - low) * x / 63);
                out += QByteArray(reinterpret_cast<const char*>(&value), sizeof value);
            }
    return out;
}

/// The same ramp of `bits` bits a number, packed, highest first.
inline QByteArray packedRamp(int bits)
{
    QByteArray out;
    for (int y = 0; y < 48; ++y) {
        quint32 held = 0;
        int count = 0;
        for (int x = 0; x < 64; ++x) {
            const quint32 value = quint32(std::lround(((1 << bits) - 1) * double(x) / 63));
            held = held << bits | value;
            for (count += bits; count >= 8; count -= 8)
                out += char(held >> (count - 8) & 0xFF);
        }
    }
    return out;
}

inline QByteArray withNotANumber(QByteArray floats)
{
    const float none = std::numeric_limits<float>::quiet_NaN();
    std::memcpy(floats.data() + 4 * 63, &none, 4); // the brightest place of the first row
    return floats;
}

/// One colour for each pixel of 64 × 48.
inline QByteArray repeated(const QByteArray& pixel) { return pixel.repeated(64 * 48); }

inline QByteArray inPlanes(const QByteArray& pixel)
{
    QByteArray out;
    for (const char sample : pixel)
        out += QByteArray(64 * 48, sample);
    return out;
}

// Others -------------------------------------------------------------------------------------------------------------

/// An animation of the same still picture, made of its own chunk.
inline QByteArray animatedWebP(const QByteArray& still, int width, int height, int frames)
{
    const auto piece = [](const QByteArray& type, QByteArray data) {
        const qsizetype size = data.size();
        return type + little(quint64(size), 4) + data + QByteArray(size % 2, '\0');
    };
    const QByteArray image = still.mid(12); // behind RIFF, size, WEBP: the chunk of the pixels
    QByteArray body = QByteArray("WEBP") + piece("VP8X", QByteArray("\x02\0\0\0", 4) + little(quint64(width - 1), 3) + little(quint64(height - 1), 3))
        + piece("ANIM", QByteArray(6, '\0'));
    for (int i = 0; i < frames; ++i)
        body += piece("ANMF", QByteArray(6, '\0') + little(quint64(width - 1), 3) + little(quint64(height - 1), 3) + little(100, 3) + '\0' + image);
    return QByteArray("RIFF") + little(quint64(body.size()), 4) + body;
}

inline QByteArray webPClaiming(quint32 width, quint32 height)
{
    const QByteArray body = QByteArray("WEBPVP8X") + little(10, 4) + QByteArray(4, '\0') + little(width - 1, 3) + little(height - 1, 3);
    return QByteArray("RIFF") + little(quint64(body.size()), 4) + body;
}

inline QByteArray bmp(qint32 width, qint32 height, int bits, const QByteArray& pixels)
{
    return QByteArray("BM") + little(quint64(54 + pixels.size()), 4) + little(0, 4) + little(54, 4) + little(40, 4) + little(quint32(width), 4)
        + little(quint32(height), 4) + little(1, 2) + little(quint64(bits), 2) + little(0, 4) + little(quint64(pixels.size()), 4) + QByteArray(16, '\0') + pixels;
}

/// A JPEG whose frame header says another size.
inline QByteArray jpegClaiming(quint32 width, quint32 height)
{
    QByteArray bytes = pictures::jpeg(pictures::quarters());
    const qsizetype frame = bytes.indexOf(QByteArray("\xFF\xC0", 2));
    return bytes.replace(frame + 5, 4, big(height, 2) + big(width, 2));
}

/// A JPEG whose frame header says another number of bits.
inline QByteArray jpegOfBits(int bits)
{
    QByteArray bytes = pictures::jpeg(pictures::quarters());
    bytes[bytes.indexOf(QByteArray("\xFF\xC0", 2)) + 4] = char(bits);
    return bytes;
}

} // namespace awkward
