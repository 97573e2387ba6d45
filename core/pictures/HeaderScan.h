#pragma once

#include "core/pictures/PictureFile.h"

namespace core {

/// Everything the first bytes of a picture tell, before any rule is applied. Private to pictures.
struct HeaderScan {
    PictureHeader header;      // size not yet turned; kind Unknown: no picture known here
    QByteArray exif;           // the TIFF block that holds EXIF, or empty
    bool complete = true;      // false: the file ends before its picture does
};

/// The kind by magic bytes.
PictureKind kindOf(const QByteArray& bytes);
/// A name like "HEIC" for a kind that is known but not read; empty for all others.
QString unsupportedKindOf(const QByteArray& bytes);
/// Reads headers only, never pixels; every access is bounds-checked. A broken header leaves the size empty.
HeaderScan scanHeader(const QByteArray& bytes);

// One reader for each kind (HeaderScanJpeg.cpp, HeaderScanOthers.cpp).
HeaderScan scanJpeg(const QByteArray& bytes);
HeaderScan scanPng(const QByteArray& bytes);
HeaderScan scanBmp(const QByteArray& bytes);
HeaderScan scanGif(const QByteArray& bytes);
HeaderScan scanWebP(const QByteArray& bytes);
HeaderScan scanTiff(const QByteArray& bytes);
HeaderScan scanPnm(const QByteArray& bytes);
HeaderScan scanHeif(const QByteArray& bytes); // needs the whole file

/// How the pixels of a HEIF container are packed: HEVC in HEIC, AV1 in AVIF.
enum class HeifCoding { Hevc, Av1 };
bool readsHeif(HeifCoding coding); // the library and its decoder are there

/// The words before the pixels of a PBM, PGM or PPM.
struct PnmHead {
    int kind = 0; // 1..6
    QSize size;
    int maximum = 1;
    qint64 data = 0; // where the pixels begin
};
PnmHead pnmHead(const QByteArray& bytes);

} // namespace core
