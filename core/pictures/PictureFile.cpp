#include "core/pictures/PictureFile.h"

#include "core/pictures/Exif.h"
#include "core/pictures/HeaderScan.h"
#include "core/pictures/JpegDecoder.h"
#include "core/pictures/Pixels.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QImageReader>

#include <opencv2/imgcodecs.hpp>

#include <algorithm>

namespace core {

namespace {

constexpr int smallestSide = 8;
constexpr int largestSide = 65'500;
constexpr qint64 mostPixels = 1'000'000'000;

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
    return kinds;
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

void refuseBadSize(const PictureHeader& header, const QString& path)
{
    const QSize size = header.storedSize;
    if (size.isEmpty())
        throw undecodable(path);
    const QString inPixels = text(QT_TRANSLATE_NOOP("PictureFile", "%1 × %2 pixels")).arg(size.width()).arg(size.height());
    if (std::max(size.width(), size.height()) > largestSide || qint64(size.width()) * size.height() > mostPixels)
        throw PictureError(QStringLiteral("too_large"), text(QT_TRANSLATE_NOOP("PictureFile",
            "“%1” has %2, which is more than can be worked with (1,000 megapixels, 65,500 on a side). Import a reduced copy instead."))
            .arg(nameOf(path), inPixels));
    if (std::min(size.width(), size.height()) < smallestSide)
        throw PictureError(QStringLiteral("too_small"), text(QT_TRANSLATE_NOOP("PictureFile",
            "“%1” has only %2; at least 8 on each side are needed.")).arg(nameOf(path), inPixels));
}

/// The largest of 1, 2, 4, 8 that leaves the short side at least 0.9 × `shortSide`.
int reductionFor(QSize stored, int shortSide)
{
    int reduction = 1;
    for (const int n : {2, 4, 8})
        if (shortSide > 0 && std::min(stored.width(), stored.height()) >= 0.9 * n * shortSide)
            reduction = n;
    return reduction;
}

/// OpenCV has no GIF. The first frame, composited over white by toRgb().
cv::Mat decodeGif(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, "gif");
    const QImage frame = reader.read().convertToFormat(QImage::Format_ARGB32);
    if (frame.isNull())
        return {};
    return cv::Mat(frame.height(), frame.width(), CV_8UC4, const_cast<uchar*>(frame.constBits()), size_t(frame.bytesPerLine())).clone();
}

cv::Mat decodeByOpenCv(const QByteArray& bytes)
{
    const cv::Mat data(1, int(bytes.size()), CV_8UC1, const_cast<char*>(bytes.constData()));
    try { // becomes a PictureError of the caller
        return cv::imdecode(data, cv::IMREAD_UNCHANGED);
    } catch (const cv::Exception&) {
        return {};
    }
}

/// Stored pixels as RGB, not turned; empty when there are none.
cv::Mat decodeStored(const QByteArray& bytes, const QString& path, int shortSide, DecodedPicture& out)
{
    if (out.header.kind == PictureKind::Jpeg) {
        JpegPixels jpeg = decodeJpeg(bytes, reductionFor(out.header.storedSize, shortSide));
        out.truncated = out.truncated || jpeg.truncated;
        return jpeg.rgb;
    }
    if (out.truncated && out.header.kind != PictureKind::Gif)
        return {}; // OpenCV gives no pixels of such a file, and complains on stderr
    const cv::Mat decoded = out.header.kind == PictureKind::Gif ? decodeGif(bytes) : decodeByOpenCv(bytes);
    bool looks12Bit = false;
    const cv::Mat rgb = toRgb(decoded, looks12Bit);
    if (!decoded.empty() && rgb.empty())
        throw PictureError(QStringLiteral("unsupported_kind"), text(QT_TRANSLATE_NOOP("PictureFile",
            "“%1” stores numbers that are not 8 or 16 bits a channel. Convert it to one of these to use it.")).arg(nameOf(path)));
    if (looks12Bit)
        out.header.notices << QStringLiteral("looks_12bit");
    return rgb;
}

} // namespace

QByteArray PictureFile::read(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        throw PictureError(QStringLiteral("image_missing"), text(QT_TRANSLATE_NOOP("PictureFile", "The picture “%1” is not there.")).arg(path));
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        throw PictureError(QStringLiteral("unreadable"), text(QT_TRANSLATE_NOOP("PictureFile", "“%1” cannot be read: %2"))
            .arg(path, info.isFile() ? file.errorString() : text(QT_TRANSLATE_NOOP("PictureFile", "it is not a file."))));
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        throw PictureError(QStringLiteral("unreadable"),
            text(QT_TRANSLATE_NOOP("PictureFile", "“%1” cannot be read: %2")).arg(path, file.errorString()));
    return bytes;
}

PictureHeader PictureFile::header(const QByteArray& bytes, const QString& path)
{
    HeaderScan scan = scanHeader(bytes);
    PictureHeader& header = scan.header;
    if (header.kind == PictureKind::Unknown) {
        const QString unsupported = unsupportedKindOf(bytes);
        if (unsupported.isEmpty())
            throw undecodable(path);
        throw PictureError(QStringLiteral("unsupported_kind"), text(QT_TRANSLATE_NOOP("PictureFile",
            "“%1” is a %2 file, which is not read. Convert it to JPEG or PNG to use it.")).arg(nameOf(path), unsupported));
    }
    refuseBadSize(header, path);
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
    DecodedPicture out;
    out.header = header(bytes, path);
    out.truncated = out.header.notices.contains(QLatin1String("truncated"));
    cv::Mat rgb = decodeStored(bytes, path, shortSide, out);
    if (rgb.empty() && out.truncated) // breaks behind its header: a grey placeholder of its size
        rgb = cv::Mat(out.header.storedSize.height(), out.header.storedSize.width(), CV_8UC3, cv::Scalar::all(128));
    if (rgb.empty())
        throw undecodable(path);
    // OpenCV turns TIFFs by itself, whatever it is told.
    out.image = toImage(out.header.kind == PictureKind::Tiff ? rgb : upright(rgb, out.header.orientation));
    if (out.image.isNull())
        throw Error(text(QT_TRANSLATE_NOOP("PictureFile", "There is not enough memory to show “%1”. Close other programs, or use a reduced copy.")).arg(nameOf(path)));
    return out;
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
    static const QStringList all = QStringLiteral("heic heif avif psd cr2 cr3 nef arw dng orf rw2 raf jp2 jxl").split(QLatin1Char(' '));
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
        throw PictureError(QStringLiteral("unreadable"),
            text(QT_TRANSLATE_NOOP("PictureFile", "“%1” cannot be read: %2")).arg(path, file.errorString()));
    return hash.result();
}

} // namespace core
