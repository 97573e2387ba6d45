#include "core/pictures/HeaderScan.h"

#include "core/pictures/Bytes.h"

namespace core {

namespace {

/// "HEIC" or "AVIF" by the brand of a HEIF container (ISO/IEC 23008-12, 10); empty for all else.
QString heifNameOf(const QByteArray& bytes)
{
    if (!Bytes(bytes).has(4, "ftyp", 4))
        return {};
    const QByteArray brand = bytes.mid(8, 4);
    if (brand == "avif" || brand == "avis")
        return QStringLiteral("AVIF");
    const bool isHeic = brand == "heic" || brand == "heix" || brand == "heif" || brand == "hevc" || brand == "mif1" || brand == "msf1";
    if (!isHeic)
        return {};
    // "mif1" says nothing of what packs the pixels; the brands behind it do.
    const bool isAv1 = (brand == "mif1" || brand == "msf1") && bytes.mid(12, 64).contains("avif") && !bytes.mid(12, 64).contains("heic");
    return isAv1 ? QStringLiteral("AVIF") : QStringLiteral("HEIC");
}

} // namespace

PictureKind kindOf(const QByteArray& bytes)
{
    const Bytes in(bytes);
    if (in.has(0, "\xFF\xD8\xFF", 3))
        return PictureKind::Jpeg;
    if (in.has(0, "\x89PNG\r\n\x1A\n", 8))
        return PictureKind::Png;
    if (in.has(0, "GIF87a", 6) || in.has(0, "GIF89a", 6))
        return PictureKind::Gif;
    if (in.has(0, "RIFF", 4) && in.has(8, "WEBP", 4))
        return PictureKind::WebP;
    if (in.has(8, "CR\x02", 3)) // Canon's raw file begins as a TIFF
        return PictureKind::Unknown;
    if (in.has(0, "II*\0", 4) || in.has(0, "MM\0*", 4))
        return PictureKind::Tiff;
    if (in.has(0, "BM", 2) && in.size() >= 26)
        return PictureKind::Bmp;
    if (const QString name = heifNameOf(bytes); !name.isEmpty())
        return readsHeif(name == QLatin1String("AVIF") ? HeifCoding::Av1 : HeifCoding::Hevc) ? PictureKind::Heif : PictureKind::Unknown;
    if (in.size() > 8 && in.has(0, "P", 1) && in.u8(1) >= '1' && in.u8(1) <= '6' && (isspace(int(in.u8(2))) != 0 || in.u8(2) == '#'))
        return PictureKind::Pnm;
    return PictureKind::Unknown;
}

QString unsupportedKindOf(const QByteArray& bytes)
{
    const Bytes in(bytes);
    if (in.has(4, "ftyp", 4)) {
        if (const QString name = heifNameOf(bytes); !name.isEmpty())
            return name;
        return bytes.mid(8, 4) == "crx " ? QStringLiteral("Canon RAW") : QStringLiteral("MP4");
    }
    if (in.has(0, "8BPS", 4))
        return QStringLiteral("Photoshop");
    if (in.has(0, "%PDF", 4))
        return QStringLiteral("PDF");
    if (in.has(8, "CR\x02", 3) || in.has(0, "IIRO", 4) || in.has(0, "IIU\0", 4) || in.has(0, "FUJIFILMCCD-RAW", 15))
        return QStringLiteral("RAW");
    if (in.has(0, "II+\0", 4) || in.has(0, "MM\0+", 4))
        return QStringLiteral("BigTIFF");
    if (in.has(0, "DDS ", 4))
        return QStringLiteral("DDS");
    if (in.has(0, "\x76\x2F\x31\x01", 4))
        return QStringLiteral("OpenEXR");
    if (in.has(0, "#?RADIANCE", 10) || in.has(0, "#?RGBE", 6))
        return QStringLiteral("Radiance HDR");
    if (in.has(0, "P7\n", 3) || in.has(0, "Pf\n", 3) || in.has(0, "PF\n", 3))
        return QStringLiteral("PAM or PFM");
    if (in.has(0, "\0\0\1\0", 4))
        return QStringLiteral("icon (ICO)");
    if (in.has(128, "DICM", 4))
        return QStringLiteral("DICOM");
    if (in.has(0, "SIMPLE  =", 9))
        return QStringLiteral("FITS");
    if (in.has(0, "\0\0\0\x0CjP  ", 8) || in.has(0, "\xFF\x4F\xFF\x51", 4))
        return QStringLiteral("JPEG 2000");
    if (in.has(0, "\xFF\x0A", 2) || in.has(0, "\0\0\0\x0CJXL ", 8))
        return QStringLiteral("JPEG XL");
    if (bytes.left(1024).contains("<svg"))
        return QStringLiteral("SVG");
    return {};
}

HeaderScan scanHeader(const QByteArray& bytes)
{
    HeaderScan scan;
    const PictureKind kind = kindOf(bytes);
    switch (kind) {
    case PictureKind::Jpeg: scan = scanJpeg(bytes); break;
    case PictureKind::Png: scan = scanPng(bytes); break;
    case PictureKind::Bmp: scan = scanBmp(bytes); break;
    case PictureKind::Tiff: scan = scanTiff(bytes); break;
    case PictureKind::WebP: scan = scanWebP(bytes); break;
    case PictureKind::Pnm: scan = scanPnm(bytes); break;
    case PictureKind::Gif: scan = scanGif(bytes); break;
    case PictureKind::Heif: scan = scanHeif(bytes); break;
    case PictureKind::Unknown: return scan;
    }
    scan.header.kind = kind;
    return scan;
}

} // namespace core
