#include "core/pictures/Samples.h"
#include "core/pictures/StoredPixels.h"

#include <QFloat16>

#include <tiffio.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <memory>
#include <vector>

namespace core {

namespace {

constexpr qint64 mostOfABlock = 1LL << 30; // bytes of one strip or tile
constexpr size_t sampled = 1'000'000;      // values that decide about dark and bright

// libtiff reads through these.

struct Source {
    const uchar* data;
    qint64 size;
    qint64 at;
};

tmsize_t readSource(thandle_t handle, void* out, tmsize_t count)
{
    auto* const source = static_cast<Source*>(handle);
    const qint64 given = std::clamp<qint64>(source->size - source->at, 0, count);
    std::memcpy(out, source->data + std::min(source->at, source->size), size_t(given));
    source->at += given;
    return given;
}
tmsize_t writeSource(thandle_t, void*, tmsize_t) { return 0; }
toff_t seekSource(thandle_t handle, toff_t offset, int whence)
{
    auto* const source = static_cast<Source*>(handle);
    const qint64 from = whence == SEEK_CUR ? source->at : whence == SEEK_END ? source->size : 0;
    source->at = std::max<qint64>(0, from + qint64(offset));
    return toff_t(source->at);
}
int closeSource(thandle_t) { return 0; }
toff_t sizeOfSource(thandle_t handle) { return toff_t(static_cast<Source*>(handle)->size); }

using Handle = std::unique_ptr<TIFF, void (*)(TIFF*)>;

Handle opened(Source& source)
{
    static const bool quiet = (TIFFSetErrorHandler(nullptr), TIFFSetWarningHandler(nullptr), true); // it would print on stderr
    (void)quiet;
    return {TIFFClientOpen("picture", "rm", &source, readSource, writeSource, seekSource, closeSource, sizeOfSource, nullptr, nullptr), TIFFClose};
}

/// How the samples of the first directory lie in the file.
struct Layout {
    quint32 width = 0, height = 0;
    quint16 samples = 1, bits = 1, format = SAMPLEFORMAT_UINT, photometric = PHOTOMETRIC_MINISBLACK, planes = PLANARCONFIG_CONTIG;
    bool isTiled = false;
    quint32 blockWidth = 0, blockHeight = 0; // of a tile or strip
    int colours = 1;    // channels of ours that come from samples: 1 or 3
    int alpha = -1;     // its sample
    bool isPremultiplied = false;

    /// Numbers that name no brightness by themselves: their darkest and brightest decide.
    bool isScaled() const { return format != SAMPLEFORMAT_UINT || bits > 16; }
};

Layout layoutOf(TIFF* tiff)
{
    Layout layout;
    TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &layout.width);
    TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &layout.height);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLESPERPIXEL, &layout.samples);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_BITSPERSAMPLE, &layout.bits);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLEFORMAT, &layout.format);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_PLANARCONFIG, &layout.planes);
    if (!TIFFGetField(tiff, TIFFTAG_PHOTOMETRIC, &layout.photometric))
        layout.photometric = layout.samples >= 3 ? PHOTOMETRIC_RGB : PHOTOMETRIC_MINISBLACK;
    if (layout.format == SAMPLEFORMAT_VOID)
        layout.format = SAMPLEFORMAT_UINT;
    layout.isTiled = TIFFIsTiled(tiff) != 0;
    if (layout.isTiled) {
        TIFFGetField(tiff, TIFFTAG_TILEWIDTH, &layout.blockWidth);
        TIFFGetField(tiff, TIFFTAG_TILELENGTH, &layout.blockHeight);
    } else {
        layout.blockWidth = layout.width;
        TIFFGetFieldDefaulted(tiff, TIFFTAG_ROWSPERSTRIP, &layout.blockHeight);
        layout.blockHeight = std::min(layout.blockHeight, layout.height);
    }
    layout.colours = layout.samples >= 3 ? 3 : 1;
    quint16 extras = 0;
    quint16* kinds = nullptr;
    if (TIFFGetField(tiff, TIFFTAG_EXTRASAMPLES, &extras, &kinds))
        for (int i = 0; i < extras && layout.alpha < 0; ++i)
            if (const int sample = layout.samples - extras + i; kinds[i] != EXTRASAMPLE_UNSPECIFIED && sample >= layout.colours) {
                layout.alpha = sample;
                layout.isPremultiplied = kinds[i] == EXTRASAMPLE_ASSOCALPHA;
            }
    return layout;
}

/// Whether the samples are grey or RGB as they stand; else libtiff's own conversion is asked (palettes, YCbCr, inks).
bool isPlain(const Layout& layout)
{
    const bool isGrey = layout.photometric == PHOTOMETRIC_MINISBLACK || layout.photometric == PHOTOMETRIC_MINISWHITE;
    return (isGrey || layout.photometric == PHOTOMETRIC_RGB) && layout.format <= SAMPLEFORMAT_IEEEFP && layout.bits >= 1 && layout.bits <= 64
        && layout.samples >= 1 && (layout.photometric != PHOTOMETRIC_RGB || layout.samples >= 3);
}

template <typename T>
double as(const uchar* at)
{
    T value;
    std::memcpy(&value, at, sizeof value);
    return double(value);
}

/// The sample of this number in a row of packed samples.
double sampleAt(const uchar* row, qint64 index, int bits, int format)
{
    const uchar* const at = row + index * (bits / 8);
    switch (format * 100 + bits) {
    case SAMPLEFORMAT_UINT * 100 + 8: return *at;
    case SAMPLEFORMAT_UINT * 100 + 16: return as<quint16>(at);
    case SAMPLEFORMAT_UINT * 100 + 32: return as<quint32>(at);
    case SAMPLEFORMAT_UINT * 100 + 64: return as<quint64>(at);
    case SAMPLEFORMAT_INT * 100 + 8: return as<qint8>(at);
    case SAMPLEFORMAT_INT * 100 + 16: return as<qint16>(at);
    case SAMPLEFORMAT_INT * 100 + 32: return as<qint32>(at);
    case SAMPLEFORMAT_INT * 100 + 64: return as<qint64>(at);
    case SAMPLEFORMAT_IEEEFP * 100 + 16: return double(as<qfloat16>(at));
    case SAMPLEFORMAT_IEEEFP * 100 + 32: return as<float>(at);
    case SAMPLEFORMAT_IEEEFP * 100 + 64: return as<double>(at);
    default: break;
    }
    quint64 value = 0; // another number of bits, highest first
    for (qint64 bit = index * bits; bit < (index + 1) * bits; ++bit)
        value = value << 1 | (row[bit / 8] >> (7 - bit % 8) & 1);
    if (format == SAMPLEFORMAT_INT && bits < 64 && (value >> (bits - 1) & 1) != 0)
        return double(value) - std::ldexp(1.0, bits);
    return double(value);
}

/// Reads samples that are grey or RGB as they stand, in whatever width.
class PlainReader {
public:
    PlainReader(TIFF* tiff, const Layout& layout) : m_tiff(tiff), m_layout(layout)
    {
        m_sources.resize(size_t(layout.colours));
        for (int i = 0; i < layout.colours; ++i)
            m_sources[size_t(i)] = i;
        if (layout.alpha >= 0)
            m_sources.push_back(layout.alpha);
    }

    StoredPixels operator()()
    {
        StoredPixels result;
        if (!readBlocks(result))
            return {};
        if (m_layout.isScaled())
            scale();
        result.looks12Bit = m_layout.bits == 16 && !m_layout.isScaled() && m_highest > 0 && m_highest < 4096;
        compose(result);
        return result;
    }

private:
    /// Only with the first block that can be read: a short file may claim a large picture.
    void makePixels()
    {
        const Layout& layout = m_layout;
        m_pixels = cv::Mat(int(layout.height), int(layout.width), layout.isScaled() ? CV_MAKETYPE(CV_32F, int(m_sources.size()))
                                                                                   : CV_MAKETYPE(CV_8U, int(m_sources.size())), cv::Scalar::all(0));
    }

    /// False: none of the blocks could be read.
    bool readBlocks(StoredPixels& result)
    {
        const qint64 size = m_layout.isTiled ? TIFFTileSize(m_tiff) : TIFFStripSize(m_tiff);
        if (size <= 0 || size > mostOfABlock || m_layout.blockWidth == 0 || m_layout.blockHeight == 0)
            return false;
        std::vector<uchar> block(static_cast<size_t>(size));
        const int planes = m_layout.planes == PLANARCONFIG_SEPARATE ? m_layout.samples : 1;
        int read = 0;
        for (int plane = 0; plane < planes; ++plane) {
            if (planes > 1 && std::ranges::find(m_sources, plane) == m_sources.end())
                continue;
            for (quint32 y = 0; y < m_layout.height; y += m_layout.blockHeight)
                for (quint32 x = 0; x < m_layout.width; x += m_layout.blockWidth) {
                    if (readBlock(block, x, y, plane)) {
                        if (m_pixels.empty())
                            makePixels();
                        take(block, x, y, planes > 1 ? plane : -1);
                        ++read;
                    } else {
                        result.truncated = true;
                    }
                }
        }
        return read > 0;
    }

    bool readBlock(std::vector<uchar>& block, quint32 x, quint32 y, int plane)
    {
        const auto sample = quint16(plane);
        if (m_layout.isTiled)
            return TIFFReadEncodedTile(m_tiff, TIFFComputeTile(m_tiff, x, y, 0, sample), block.data(), tmsize_t(block.size())) >= 0;
        const quint32 rows = std::min(m_layout.blockHeight, m_layout.height - y);
        return TIFFReadEncodedStrip(m_tiff, TIFFComputeStrip(m_tiff, y, sample), block.data(), TIFFVStripSize(m_tiff, rows)) >= 0;
    }

    /// `plane` -1: all samples of a pixel lie side by side.
    void take(const std::vector<uchar>& block, quint32 x0, quint32 y0, int plane)
    {
        const int perPixel = plane < 0 ? m_layout.samples : 1;
        const qint64 rowBytes = (qint64(m_layout.blockWidth) * perPixel * m_layout.bits + 7) / 8;
        const quint32 rows = std::min(m_layout.blockHeight, m_layout.height - y0), columns = std::min(m_layout.blockWidth, m_layout.width - x0);
        for (quint32 y = 0; y < rows && qint64(y + 1) * rowBytes <= qint64(block.size()); ++y) {
            const uchar* const row = block.data() + rowBytes * y;
            for (quint32 x = 0; x < columns; ++x)
                for (size_t c = 0; c < m_sources.size(); ++c) {
                    if (plane >= 0 && m_sources[c] != plane)
                        continue;
                    const qint64 index = qint64(x) * perPixel + (plane < 0 ? m_sources[c] : 0);
                    store(int(y0 + y), int(x0 + x), c, sampleAt(row, index, m_layout.bits, m_layout.format));
                }
        }
    }

    void store(int y, int x, size_t channel, double value)
    {
        const size_t place = size_t(x) * m_sources.size() + channel;
        if (m_layout.isScaled()) {
            m_pixels.ptr<float>(y)[place] = float(value);
            return;
        }
        if (m_layout.bits == 16 && channel < size_t(m_layout.colours))
            m_highest = std::max(m_highest, value);
        uchar& out = m_pixels.ptr<uchar>(y)[place];
        if (m_layout.bits == 8)
            out = uchar(value);
        else if (m_layout.bits == 16)
            out = fromSixteen(unsigned(value));
        else
            out = uchar(value * 255 / (std::ldexp(1.0, m_layout.bits) - 1) + 0.5);
    }

    bool isColour(size_t place) const { return place % m_sources.size() < size_t(m_layout.colours); }

    /// 0.1 and 99.9 percent of the values become black and white; what is no number becomes black.
    void scale()
    {
        const size_t perRow = size_t(m_pixels.cols) * m_sources.size(), total = perRow * size_t(m_pixels.rows);
        const size_t step = std::max<size_t>(1, total / sampled);
        std::vector<float> known;
        for (size_t i = 0; i < total; i += step) {
            const float value = m_pixels.ptr<float>(int(i / perRow))[i % perRow];
            if (isColour(i % perRow) && std::isfinite(value))
                known.push_back(value);
        }
        double low = 0, high = 1;
        if (!known.empty()) {
            const auto at = [&](double share) {
                const auto place = known.begin() + std::ptrdiff_t(share * double(known.size() - 1) + 0.5);
                std::nth_element(known.begin(), place, known.end());
                return double(*place);
            };
            low = at(0.001);
            high = at(0.999);
        }
        cv::Mat eight(m_pixels.rows, m_pixels.cols, CV_MAKETYPE(CV_8U, int(m_sources.size())));
        const double alphaScale = m_layout.format == SAMPLEFORMAT_IEEEFP ? 255.0 : 255.0 / (std::ldexp(1.0, m_layout.bits) - 1);
        for (int y = 0; y < m_pixels.rows; ++y) {
            const auto* in = m_pixels.ptr<float>(y);
            auto* out = eight.ptr<uchar>(y);
            for (size_t i = 0; i < perRow; ++i) {
                const double share = isColour(i) ? (high > low ? (double(in[i]) - low) / (high - low) * 255 : in[i] > 0 ? 255.0 : 0.0) : double(in[i]) * alphaScale;
                out[i] = std::isnan(share) ? uchar(0) : uchar(std::clamp(share, 0.0, 255.0) + 0.5);
            }
        }
        m_pixels = eight;
    }

    void compose(StoredPixels& result) const
    {
        cv::Mat rgb = result.make(m_pixels.cols, m_pixels.rows, StoredPixels::Fill::Nothing);
        const bool isInverted = m_layout.photometric == PHOTOMETRIC_MINISWHITE;
        const size_t channels = m_sources.size();
        for (int y = 0; y < rgb.rows; ++y) {
            const uchar* in = m_pixels.ptr<uchar>(y);
            uchar* out = rgb.ptr<uchar>(y);
            for (int x = 0; x < rgb.cols; ++x, in += channels, out += 3)
                for (int c = 0; c < 3; ++c) {
                    const unsigned value = in[m_layout.colours == 3 ? c : 0], alpha = m_layout.alpha >= 0 ? in[channels - 1] : 255u;
                    const unsigned shown = isInverted ? 255u - value : value;
                    out[c] = m_layout.isPremultiplied ? uchar(std::min(255u, shown + 255u - alpha)) : overWhite(shown, alpha);
                }
        }
    }

    TIFF* m_tiff;
    const Layout& m_layout;
    std::vector<int> m_sources; // the sample of each of our channels
    cv::Mat m_pixels;
    double m_highest = 0;
};

/// Palettes, YCbCr, inks, Lab: 8 bits by libtiff's own conversion, as it would be shown.
StoredPixels convertedByLibtiff(TIFF* tiff, const Layout& layout)
{
    StoredPixels result;
    char reason[1024] = {};
    if (!TIFFRGBAImageOK(tiff, reason))
        return result;
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT); // turned once, by the caller
    std::vector<quint32> raster(size_t(layout.width) * layout.height);
    if (!TIFFReadRGBAImageOriented(tiff, layout.width, layout.height, raster.data(), ORIENTATION_TOPLEFT, 1))
        return result;
    cv::Mat rgb = result.make(int(layout.width), int(layout.height), StoredPixels::Fill::Nothing);
    for (int y = 0; y < rgb.rows; ++y) {
        const quint32* in = raster.data() + size_t(layout.width) * size_t(y);
        uchar* out = rgb.ptr<uchar>(y);
        for (int x = 0; x < rgb.cols; ++x, out += 3) { // libtiff has multiplied by alpha
            const unsigned white = 255u - TIFFGetA(in[x]);
            out[0] = uchar(std::min(255u, TIFFGetR(in[x]) + white));
            out[1] = uchar(std::min(255u, TIFFGetG(in[x]) + white));
            out[2] = uchar(std::min(255u, TIFFGetB(in[x]) + white));
        }
    }
    return result;
}

} // namespace

/// libtiff itself: OpenCV reads neither 32 bits, nor signed numbers, nor more than four channels as they are meant, and prints.
StoredPixels decodeTiff(const QByteArray& bytes)
{
    Source source{reinterpret_cast<const uchar*>(bytes.constData()), bytes.size(), 0};
    const Handle tiff = opened(source);
    if (!tiff)
        return {};
    const Layout layout = layoutOf(tiff.get());
    if (layout.width == 0 || layout.height == 0)
        return {};
    return isPlain(layout) ? PlainReader(tiff.get(), layout)() : convertedByLibtiff(tiff.get(), layout);
}

} // namespace core
