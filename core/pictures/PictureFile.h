#pragma once

#include "core/base/Error.h"

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QString>
#include <QStringList>

namespace core {

/// Kind of a picture file, by its first bytes, never by its extension. Values are stored in project files. Heif: HEIC and AVIF.
enum class PictureKind { Unknown = 0, Jpeg = 1, Png = 2, Bmp = 3, Tiff = 4, WebP = 5, Pnm = 6, Gif = 7, Heif = 8 };

/// What the header of a picture says.
struct PictureHeader {
    PictureKind kind = PictureKind::Unknown;
    QSize size;       // oriented, px
    QSize storedSize; // before EXIF orientation
    int orientation = 1;
    int frames = 1;
    int bits = 8;
    int channels = 3;
    bool isReducible = false; // the decoder can give a smaller picture without holding the whole one
    QStringList notices; // codes: extension_mismatch, first_frame_only, truncated, cmyk, depth_scaled, channels_left_out; after a decode also looks_12bit
};

/// A picture that cannot be read; `code` is one of undecodable, unsupported_kind, too_large, too_small, unreadable, image_missing, changed.
class PictureError : public Error {
public:
    PictureError(QString code, const QString& message) : Error(message), code(std::move(code)) {}
    QString code;
};

struct DecodedPicture {
    QImage image; // Format_RGB888, upright
    PictureHeader header;
    bool truncated = false;
    bool hasPixels = true; // false: the file breaks before its first row; the image is a placeholder
};

/// The one way from a file to pixels, for screen, thumbnail, hash, training, prediction. Pure functions of the bytes, safe on any thread.
namespace PictureFile {

/// Bytes of the file, which must be an ordinary one. What its first bytes already rule out (another kind of file, more pixels than
/// the budget allows) is refused before the rest is read. Throws PictureError.
QByteArray read(const QString& path);
/// The same, when they are the bytes that were recorded; else throws PictureError(changed). Without a recorded hash all bytes are.
QByteArray readRecorded(const QString& path, const QByteArray& sha256);
/// Reads as little as the format allows. `path` is only used for its name and to see a wrong extension.
PictureHeader header(const QByteArray& bytes, const QString& path);
/// Upright 8-bit RGB. `shortSide` > 0: a JPEG, and a large PNG or WebP, may be decoded at 1/2, 1/4 or 1/8 as long as the short side
/// stays at least 0.9 × that. What does not fit into the budget is decoded that way too, so the image may be smaller than header.size.
/// A cut or damaged file gives what was there (truncated = true), or a small grey placeholder when nothing was (hasPixels = false).
/// Throws PictureError.
DecodedPicture decode(const QByteArray& bytes, const QString& path, int shortSide = 0);
DecodedPicture decode(const QString& path, int shortSide = 0);
/// All extensions that a folder scan takes as a picture, lower case, without dot.
const QStringList& extensions();
/// Pictures of other programs (Photoshop, RAW …): a folder scan names them as unsupported_kind instead of passing them over.
const QStringList& unsupportedExtensions();
/// Raised when the same bytes would decode to other pixels; part of the key of every cache.
constexpr int decoderRevision = 2;
QByteArray sha256(const QByteArray& bytes); // 32 bytes
QByteArray sha256OfFile(const QString& path); // in pieces, throws PictureError(unreadable)

} // namespace PictureFile

} // namespace core
