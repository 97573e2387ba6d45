#include "core/pictures/PictureCopy.h"

#include "core/pictures/Stripping.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>

namespace core {

namespace {

constexpr int jpegQuality = 95;

/// Kinds whose blocks can be told apart without decoding, and kinds that hold nothing but pixels.
bool canBeStripped(PictureKind kind)
{
    return kind == PictureKind::Jpeg || kind == PictureKind::Png || kind == PictureKind::WebP || kind == PictureKind::Bmp;
}

QByteArray stripped(const QByteArray& bytes, PictureKind kind)
{
    switch (kind) {
    case PictureKind::Jpeg: return strippedJpeg(bytes);
    case PictureKind::Png: return strippedPng(bytes);
    case PictureKind::WebP: return strippedWebP(bytes);
    case PictureKind::Bmp: return bytes;
    default: return {};
    }
}

QByteArray encodedAnew(const QByteArray& bytes, const QString& path, PictureKind kind)
{
    const DecodedPicture picture = PictureFile::decode(bytes, path);
    if (!picture.hasPixels || picture.image.size() != picture.header.size)
        throw PictureError(QStringLiteral("too_large"), QCoreApplication::translate("PictureCopy", "“%1” would have to be written anew, and it is damaged or too large for the memory that is left.")
                                                            .arg(QFileInfo(path).fileName()));
    QByteArray encoded;
    QBuffer buffer(&encoded);
    buffer.open(QIODevice::WriteOnly);
    const bool isJpeg = kind == PictureKind::Jpeg;
    if (!picture.image.save(&buffer, isJpeg ? "JPEG" : "PNG", isJpeg ? jpegQuality : -1))
        throw PictureError(QStringLiteral("undecodable"), QCoreApplication::translate("PictureCopy", "“%1” could not be written anew.").arg(QFileInfo(path).fileName()));
    return encoded;
}

} // namespace

QString PictureCopy::suffixOf(PictureKind kind, int orientation, Metadata metadata)
{
    const bool isAnew = orientation != 1 ? kind != PictureKind::Jpeg : metadata == Metadata::Drop && !canBeStripped(kind);
    return isAnew && kind != PictureKind::Png ? QStringLiteral("png") : QString();
}

PictureCopy PictureCopy::of(const QByteArray& bytes, const QString& path, Metadata metadata)
{
    const PictureHeader header = PictureFile::header(bytes, path);
    if (header.orientation != 1)
        return {encodedAnew(bytes, path, header.kind), true, header.kind != PictureKind::Jpeg && header.kind != PictureKind::Png};
    if (metadata == Metadata::Keep)
        return {bytes, false, false};
    if (!canBeStripped(header.kind))
        return {encodedAnew(bytes, path, header.kind), false, true};
    PictureCopy copy{stripped(bytes, header.kind), false, false};
    if (copy.bytes.isEmpty() || PictureFile::header(copy.bytes, path).size != header.size) // cut or damaged: its pixels, and nothing else
        copy.bytes = encodedAnew(bytes, path, header.kind);
    return copy;
}

} // namespace core
