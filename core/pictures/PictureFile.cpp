#include "core/pictures/PictureFile.h"

#include "core/pictures/DecodeBudget.h"
#include "core/pictures/Exif.h"
#include "core/pictures/HeaderScan.h"
#include "core/pictures/Pixels.h"
#include "core/pictures/StoredPixels.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <opencv2/core.hpp>

#include <algorithm>
#include <new>

namespace core {

namespace {

constexpr int smallestSide = 8;
constexpr int largestSide = 65'500;
constexpr qint64 mostPixels = 1'000'000'000;
constexpr qint64 headBytes = 64 * 1024;  // enough for the header of nearly every picture
constexpr qint64 mostBytes = 1LL << 30;  // of a file
constexpr int placeholderSide = 1024;
constexpr qint64 largePixels = 16'000'000; // reducing while reading is worth it

QString text(const char* sentence)
{
    return QCoreApplication::translate("PictureFile", sentence);
}

const QHash<QString, PictureKind>& kindsByExtension()
{
    static const QHash<QString, PictureKind> kinds{
        {QStringLiteral("jpg"), PictureKind::Jpeg},  {QStringLiteral("jpeg"), PictureKind::Jpeg}, {QStringLiteral("jpe"), PictureKind::Jpeg},
        {QStringLiteral("jfif"), PictureKind::Jpeg}, {QStringLiteral("png"), PictureKind::Png},   {QStringLiteral("bmp"), PictureKind::Bmp},
        {QStringLiteral("dib"), PictureKind::Bmp},   {QStringLiteral("tif"), PictureKind::Tiff},  {QStringLiteral("tiff"), PictureKind::Tiff},
        {QStringLiteral("webp"), PictureKind::WebP}, {QStringLiteral("pbm"), PictureKind::Pnm},   {QStringLiteral("pgm"), PictureKind::Pnm},
        {QStringLiteral("ppm"), PictureKind::Pnm},   {QStringLiteral("pnm"), PictureKind::Pnm},   {QStringLiteral("gif"), PictureKind::Gif},
    };
    static const QHash<QString, PictureKind> withHeif = [] { // where their decoders are there
        QHash<QString, PictureKind> all = kinds;
        if (readsHeif(HeifCoding::Hevc))
            for (const char* extension : {"heic", "heif", "hif"})
                all.insert(QLatin1String(extension), PictureKind::Heif);
        if (readsHeif(HeifCoding::Av1))
            all.insert(QStringLiteral("avif"), PictureKind::Heif);
        return all;
    }();
    return withHeif;
}

QString nameOf(const QString& path)
{
    return QFileInfo(path).fileName();
}

PictureError undecodable(const QString& path)
{
    return {QStringLiteral("undecodable"),
            text(QT_TRANSLATE_NOOP("PictureFile", "“%1” is not a picture that can be read. The file was left as it is.")).arg(nameOf(path))};
}

PictureError unreadable(const QString& path, const QString& reason)
{
    return {QStringLiteral("unreadable"), text(QT_TRANSLATE_NOOP("PictureFile", "“%1” cannot be read: %2")).arg(path, reason)};
}

PictureError doesNotFit(const QString& path)
{
    return {QStringLiteral("too_large"), text(QT_TRANSLATE_NOOP("PictureFile",
        "“%1” does not fit into the memory that is left. Close other programs, or import a reduced copy instead.")).arg(nameOf(path))};
}

/// Before any decoder is asked: a header can claim what no memory holds.
void refuseBeyondBudget(const PictureHeader& header, qint64 fileBytes, const QString& path)
{
    if (DecodeBudget::reductionFor(header, fileBytes) == 0)
        throw doesNotFit(path);
}

void refuseUnknownKind(const QByteArray& bytes, const QString& path)
{
    if (kindOf(bytes) != PictureKind::Unknown)
        return;
    const QString unsupported = unsupportedKindOf(bytes);
    if (bytes.isEmpty())
        throw PictureError(QStringLiteral("undecodable"), text(QT_TRANSLATE_NOOP("PictureFile",
            "“%1” is empty: it has no bytes. Look for the original, or take it away.")).arg(nameOf(path)));
    if (unsupported.isEmpty())
        throw undecodable(path);
    throw PictureError(QStringLiteral("unsupported_kind"), text(QT_TRANSLATE_NOOP("PictureFile",
        "“%1” is a %2 file, which is not read. Convert it to JPEG or PNG to use it.")).arg(nameOf(path), unsupported));
}

void refuseBadSize(const PictureHeader& header, const QString& path)
{
    const QSize size = header.storedSize;
    if (size.isEmpty())
        throw PictureError(QStringLiteral("undecodable"), text(QT_TRANSLATE_NOOP("PictureFile",
            "“%1” begins as a picture and is cut off or damaged before its size is told. Copy it again from where it came.")).arg(nameOf(path)));
    const QString inPixels = text(QT_TRANSLATE_NOOP("PictureFile", "%1 × %2 pixels")).arg(size.width()).arg(size.height());
    if (std::max(size.width(), size.height()) > largestSide || qint64(size.width()) * size.height() > mostPixels)
        throw PictureError(QStringLiteral("too_large"), text(QT_TRANSLATE_NOOP("PictureFile",
            "“%1” has %2, which is more than can be worked with (1,000 megapixels, 65,500 on a side). Import a reduced copy instead."))
            .arg(nameOf(path), inPixels));
    if (std::min(size.width(), size.height()) < smallestSide)
        throw PictureError(QStringLiteral("too_small"), text(QT_TRANSLATE_NOOP("PictureFile",
            "“%1” has only %2; at least 8 on each side are needed.")).arg(nameOf(path), inPixels));
}

/// What the first bytes of a file tell already. They may be too few to know the size: then the whole file will.
void refuseByHead(const QByteArray& head, qint64 fileBytes, const QString& path)
{
    refuseUnknownKind(head, path);
    const PictureHeader header = scanHeader(head).header;
    if (header.storedSize.isEmpty())
        return;
    refuseBadSize(header, path);
    refuseBeyondBudget(header, fileBytes, path);
}

/// The largest of 1, 2, 4, 8 that leaves the short side at least 0.9 × `shortSide`, and at least what the budget asks for.
int reductionFor(const PictureHeader& header, qint64 fileBytes, int shortSide)
{
    int reduction = std::max(1, DecodeBudget::reductionFor(header, fileBytes));
    const QSize stored = header.storedSize;
    const bool isWorthIt = header.kind == PictureKind::Jpeg || qint64(stored.width()) * stored.height() > largePixels;
    if (header.isReducible && isWorthIt && shortSide > 0)
        for (const int n : {2, 4, 8})
            if (std::min(stored.width(), stored.height()) >= 0.9 * n * shortSide)
                reduction = std::max(reduction, n);
    return reduction;
}

StoredPixels decodeStored(const QByteArray& bytes, const PictureHeader& header, int reduction)
{
    switch (header.kind) {
    case PictureKind::Jpeg: return decodeJpeg(bytes, reduction);
    case PictureKind::Png: return decodePng(bytes, reduction);
    case PictureKind::WebP: return decodeWebP(bytes, reduction);
    case PictureKind::Tiff: return decodeTiff(bytes);
    case PictureKind::Bmp: return decodeByQt(bytes, "bmp");
    case PictureKind::Gif: return decodeByQt(bytes, "gif");
    case PictureKind::Pnm: return decodePnm(bytes);
    case PictureKind::Heif: return decodeHeif(bytes);
    case PictureKind::Unknown: break;
    }
    return {};
}

/// What Qt leaves out of a cut file stays as the memory was; libwebp gives all or nothing.
bool isDecodedWholeOnly(PictureKind kind)
{
    return kind == PictureKind::Bmp || kind == PictureKind::Pnm || kind == PictureKind::WebP || kind == PictureKind::Heif;
}

/// A grey picture of this shape, for one that breaks before its first row.
QImage placeholder(QSize size)
{
    if (std::max(size.width(), size.height()) > placeholderSide)
        size = size.scaled(placeholderSide, placeholderSide, Qt::KeepAspectRatio).expandedTo({1, 1});
    StoredPixels grey;
    grey.make(size.width(), size.height(), StoredPixels::Fill::Grey);
    return grey.image;
}

DecodedPicture decoded(const QByteArray& bytes, const QString& path, int shortSide)
{
    DecodedPicture out;
    out.header = PictureFile::header(bytes, path);
    const int reduction = reductionFor(out.header, bytes.size(), shortSide);
    const DecodeBudget::Share share(DecodeBudget::bytesFor(out.header, reduction));
    const bool isCut = out.header.notices.contains(QLatin1String("truncated"));
    const bool isHopeless = !DecodeBudget::canHold(out.header, bytes.size()) || (isCut && isDecodedWholeOnly(out.header.kind));
    StoredPixels stored = isHopeless ? StoredPixels() : decodeStored(bytes, out.header, reduction);
    out.truncated = isHopeless || stored.truncated || isCut;
    if (stored.looks12Bit)
        out.header.notices << QStringLiteral("looks_12bit");
    if (stored.image.isNull() && !isHopeless && !isCut) // whole, and still not a row of it can be read
        throw undecodable(path);
    out.hasPixels = !stored.image.isNull();
    out.image = upright(out.hasPixels ? std::move(stored.image) : placeholder(out.header.storedSize), out.header.orientation);
    return out;
}

} // namespace

QByteArray PictureFile::read(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        throw PictureError(QStringLiteral("image_missing"), text(QT_TRANSLATE_NOOP("PictureFile", "The picture “%1” is not there.")).arg(path));
    if (!info.isFile()) // a pipe or a device would never end
        throw unreadable(path, text(QT_TRANSLATE_NOOP("PictureFile", "it is not a file.")));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw unreadable(path, file.errorString());
    const qint64 size = file.size();
    QByteArray bytes = file.read(std::min(size, headBytes));
    if (size > bytes.size()) {
        refuseByHead(bytes, size, path);
        if (size > mostBytes)
            throw PictureError(QStringLiteral("too_large"), text(QT_TRANSLATE_NOOP("PictureFile",
                "“%1” is a file of more than 1 GB. Import a reduced copy instead.")).arg(nameOf(path)));
        bytes.reserve(size);
        bytes += file.read(size - bytes.size());
    }
    if (file.error() != QFileDevice::NoError)
        throw unreadable(path, file.errorString());
    return bytes;
}

QByteArray PictureFile::readRecorded(const QString& path, const QByteArray& sha256)
{
    QByteArray bytes = read(path);
    if (!sha256.isEmpty() && PictureFile::sha256(bytes) != sha256)
        throw PictureError(QStringLiteral("changed"), text(QT_TRANSLATE_NOOP("PictureFile",
            "“%1” has changed since it came into the project. Say whether it is the same picture, or import it again.")).arg(nameOf(path)));
    return bytes;
}

PictureHeader PictureFile::header(const QByteArray& bytes, const QString& path)
{
    HeaderScan scan = scanHeader(bytes);
    PictureHeader& header = scan.header;
    refuseUnknownKind(bytes, path);
    refuseBadSize(header, path);
    refuseBeyondBudget(header, bytes.size(), path);
    if (header.kind == PictureKind::Jpeg && header.bits != 8)
        throw PictureError(QStringLiteral("unsupported_kind"), text(QT_TRANSLATE_NOOP("PictureFile",
            "“%1” is a JPEG of %2 bits a channel, which is not read. Convert it to 8 bits to use it.")).arg(nameOf(path)).arg(header.bits));
    header.orientation = exifOrientation(scan.exif);
    header.size = header.orientation >= 5 ? header.storedSize.transposed() : header.storedSize;
    const PictureKind named = kindsByExtension().value(QFileInfo(path).suffix().toLower(), header.kind);
    if (named != header.kind)
        header.notices << QStringLiteral("extension_mismatch");
    if (header.frames > 1)
        header.notices << QStringLiteral("first_frame_only");
    if (!scan.complete)
        header.notices << QStringLiteral("truncated");
    return header;
}

DecodedPicture PictureFile::decode(const QByteArray& bytes, const QString& path, int shortSide)
{
    try { // what a library throws becomes a sentence about this picture
        return decoded(bytes, path, shortSide);
    } catch (const std::bad_alloc&) {
        throw doesNotFit(path);
    } catch (const cv::Exception& error) {
        if (error.code == cv::Error::StsNoMem)
            throw doesNotFit(path);
        throw undecodable(path);
    }
}

DecodedPicture PictureFile::decode(const QString& path, int shortSide)
{
    return decode(read(path), path, shortSide);
}

const QStringList& PictureFile::extensions()
{
    static const QStringList all = [] {
        QStringList keys = kindsByExtension().keys();
        keys.sort();
        return keys;
    }();
    return all;
}

const QStringList& PictureFile::unsupportedExtensions()
{
    static const QStringList all = [] {
        QStringList keys = QStringLiteral("heic heif hif avif psd psb cr2 cr3 nef arw dng orf rw2 raf pef srw jp2 j2k jxl ico icns tga pcx dds exr hdr pfm dcm dicom fits svg")
                               .split(QLatin1Char(' '));
        keys.removeIf([](const QString& key) { return kindsByExtension().contains(key); });
        return keys;
    }();
    return all;
}

QByteArray PictureFile::sha256(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray PictureFile::sha256OfFile(const QString& path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        throw unreadable(path, file.errorString());
    return hash.result();
}

} // namespace core
