#include "core/pictures/HeaderScan.h"
#include "core/pictures/Samples.h"
#include "core/pictures/StoredPixels.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>

namespace core {

namespace {

constexpr int mostMegabytes = 1024; // the budget has been asked; Qt's own limit is a quarter of it

/// Binary PGM or PPM of two bytes a number, of which Qt keeps only one.
StoredPixels decodeDeepPnm(const QByteArray& bytes, const PnmHead& head)
{
    StoredPixels result;
    const int channels = head.kind == 6 ? 3 : 1;
    const qint64 rowBytes = 2LL * channels * head.size.width();
    const int rows = int(std::clamp<qint64>((bytes.size() - head.data) / std::max<qint64>(1, rowBytes), 0, head.size.height()));
    if (rows == 0)
        return result;
    unsigned highest = 0;
    cv::Mat rgb = result.make(head.size.width(), head.size.height(), StoredPixels::Fill::Grey);
    for (int y = 0; y < rows; ++y) {
        const auto* in = reinterpret_cast<const uchar*>(bytes.constData()) + head.data + rowBytes * y;
        uchar* out = rgb.ptr<uchar>(y);
        for (int x = 0; x < head.size.width(); ++x, in += 2 * channels, out += 3)
            for (int c = 0; c < 3; ++c) {
                const uchar* const at = in + (channels == 3 ? 2 * c : 0);
                const unsigned value = std::min<unsigned>(unsigned(at[0]) << 8 | at[1], unsigned(head.maximum));
                highest = std::max(highest, value);
                out[c] = uchar((value * 255u + unsigned(head.maximum) / 2) / unsigned(head.maximum));
            }
    }
    result.truncated = rows < head.size.height();
    result.looks12Bit = head.maximum == 65535 && highest > 0 && highest < 4096;
    return result;
}

} // namespace

StoredPixels decodePnm(const QByteArray& bytes)
{
    const PnmHead head = pnmHead(bytes);
    if (head.kind < 5 || head.maximum <= 255)
        return decodeByQt(bytes, "ppm");
    return head.maximum <= 65535 ? decodeDeepPnm(bytes, head) : StoredPixels();
}

StoredPixels decodeByQt(const QByteArray& bytes, const char* format)
{
    StoredPixels result;
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader::setAllocationLimit(mostMegabytes);
    QImageReader reader(&buffer, format);
    reader.setAutoTransform(false); // turned once, by the caller
    const QImage image = reader.read();
    if (image.isNull())
        return result;
    cv::Mat rgb = result.make(image.width(), image.height(), StoredPixels::Fill::Nothing);
    const QImage::Format wanted = image.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32;
    for (int y = 0; y < image.height(); ++y) { // row by row: a converted copy of a large picture would take a third more
        const QImage row = image.copy(0, y, image.width(), 1).convertToFormat(wanted);
        const auto* in = reinterpret_cast<const QRgb*>(row.constScanLine(0));
        uchar* out = rgb.ptr<uchar>(y);
        for (int x = 0; x < image.width(); ++x, out += 3) {
            const unsigned alpha = unsigned(qAlpha(in[x]));
            out[0] = overWhite(unsigned(qRed(in[x])), alpha);
            out[1] = overWhite(unsigned(qGreen(in[x])), alpha);
            out[2] = overWhite(unsigned(qBlue(in[x])), alpha);
        }
    }
    return result;
}

} // namespace core
