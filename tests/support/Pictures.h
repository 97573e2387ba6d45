#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QPainter>

/// Small pictures for tests, made on the spot.
namespace pictures {

/// Four quarters of red, green, blue and white: every turn and mirror image of it differs.
inline QImage quarters(int width = 64, int height = 48)
{
    QImage image(width, height, QImage::Format_RGB888);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.setPixelColor(x, y, y < height / 2 ? (x < width / 2 ? Qt::red : Qt::green) : (x < width / 2 ? Qt::blue : Qt::white));
    return image;
}

inline QImage plain(QColor colour, int width = 32, int height = 24)
{
    QImage image(width, height, QImage::Format_RGB888);
    image.fill(colour);
    return image;
}

inline QByteArray encoded(const QImage& image, const char* format, int quality = 95)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
    return bytes;
}

inline QByteArray jpeg(const QImage& image) { return encoded(image, "JPEG"); }
inline QByteArray png(const QImage& image) { return encoded(image, "PNG"); }

/// A JPEG with an EXIF block behind its start that holds this orientation and nothing else.
inline QByteArray withOrientation(QByteArray jpeg, int orientation)
{
    QByteArray tiff("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 18);
    tiff += char(orientation);
    tiff += QByteArray("\0\0\0\0\0\0\0", 7);
    const QByteArray body = QByteArray("Exif\0\0", 6) + tiff;
    const int length = int(body.size()) + 2;
    return jpeg.insert(2, QByteArray("\xFF\xE1", 2) + char(length >> 8) + char(length & 0xFF) + body);
}

/// What a camera stores so that a viewer that obeys `orientation` sees `upright`.
inline QImage storedFor(const QImage& upright, int orientation)
{
    QTransform turn;
    switch (orientation) {
    case 2: return upright.mirrored(true, false);
    case 3: return upright.mirrored(true, true);
    case 4: return upright.mirrored(false, true);
    case 5: return upright.transformed(turn.rotate(90)).mirrored(true, false);
    case 6: return upright.transformed(turn.rotate(-90));
    case 7: return upright.transformed(turn.rotate(90)).mirrored(false, true);
    case 8: return upright.transformed(turn.rotate(90));
    default: return upright;
    }
}

/// A GIF of one-colour frames (uncompressed codes), 16 × 16 px.
inline QByteArray gif(int frames)
{
    QByteArray bytes("GIF89a\x10\0\x10\0\xF1\0\0", 13);
    bytes += QByteArray("\xFF\0\0\0\xFF\0\0\0\xFF\xFF\xFF\xFF", 12); // red, green, blue, white
    for (int frame = 0; frame < frames; ++frame) {
        bytes += QByteArray("\x21\xF9\x04\0\x0A\0\0\0", 8);
        bytes += QByteArray("\x2C\0\0\0\0\x10\0\x10\0\0\x02", 11);
        QByteArray packed;
        quint32 bits = 0;
        int held = 0;
        const auto put = [&](quint32 code) { // 3 bits each, lowest first
            bits |= code << held;
            for (held += 3; held >= 8; held -= 8, bits >>= 8)
                packed += char(bits & 0xFF);
        };
        for (int i = 0; i < 256; ++i) {
            if (i % 2 == 0)
                put(4); // clear: codes stay 3 bits wide
            put(quint32(frame % 4));
        }
        put(5);
        packed += char(bits);
        for (qsizetype at = 0; at < packed.size(); at += 255) {
            const QByteArray block = packed.mid(at, 255);
            bytes += char(block.size()) + block;
        }
        bytes += '\0';
    }
    return bytes + '\x3B';
}

inline QString write(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

/// Distinct bytes for each number.
inline QByteArray numbered(int number, int width = 32, int height = 24)
{
    return png(plain(QColor::fromRgb(quint32(0xFF000000) | quint32(number * 7919)), width, height));
}

} // namespace pictures
