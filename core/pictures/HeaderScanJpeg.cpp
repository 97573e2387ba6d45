#include "core/pictures/HeaderScan.h"

#include "core/pictures/Bytes.h"

#include <cstring>

namespace core {

namespace {

bool isFrame(quint32 marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// The place of the next real marker at or after `at` (behind entropy-coded data), or -1. memchr, because these are most bytes of a file.
qint64 nextMarker(const QByteArray& bytes, qint64 at)
{
    const char* const data = bytes.constData();
    while (at + 1 < bytes.size()) {
        const auto* found = static_cast<const char*>(std::memchr(data + at, 0xFF, size_t(bytes.size() - 1 - at)));
        if (!found)
            return -1;
        at = found - data;
        const auto code = uchar(data[at + 1]);
        if (code != 0x00 && code != 0xFF && !(code >= 0xD0 && code <= 0xD7))
            return at;
        at += code == 0xFF ? 1 : 2;
    }
    return -1;
}

void readFrame(const Bytes& in, qint64 at, PictureHeader& header)
{
    header.bits = int(in.u8(at + 4));
    header.storedSize = QSize(int(in.u16(at + 7)), int(in.u16(at + 5)));
    header.channels = int(in.u8(at + 9));
    if (header.channels == 4)
        header.notices << QStringLiteral("cmyk");
}

} // namespace

HeaderScan scanJpeg(const QByteArray& bytes)
{
    const Bytes in(bytes);
    HeaderScan scan;
    scan.complete = false;
    scan.header.isReducible = true;
    qint64 at = 2;
    while ((at = nextMarker(bytes, at)) >= 0) {
        const quint32 marker = in.u8(at + 1);
        if (marker == 0xD9) { // end of image
            scan.complete = !scan.header.storedSize.isEmpty();
            return scan;
        }
        const quint32 length = in.u16(at + 2);
        if (length < 2 || at + 2 + length > in.size())
            return scan;
        if (isFrame(marker) && scan.header.storedSize.isEmpty())
            readFrame(in, at, scan.header);
        else if (marker == 0xE1 && scan.exif.isEmpty() && in.has(at + 4, "Exif\0\0", 6))
            scan.exif = bytes.mid(at + 10, qint64(length) - 8);
        at += 2 + length;
    }
    return scan;
}

} // namespace core
