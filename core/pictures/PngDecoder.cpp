#include "core/pictures/RowReducer.h"
#include "core/pictures/Samples.h"
#include "core/pictures/StoredPixels.h"

#include <png.h>

#include <algorithm>
#include <csetjmp>
#include <cstring>
#include <memory>
#include <vector>

namespace core {

namespace {

constexpr png_uint_32 longestSide = 65'500;
constexpr png_alloc_size_t mostOfAChunk = 16 << 20; // texts and profiles

struct Input {
    const uchar* at;
    size_t left;
};

void readInput(png_structp png, png_bytep out, size_t count)
{
    auto* const input = static_cast<Input*>(png_get_io_ptr(png));
    if (count > input->left)
        png_error(png, "cut off");
    std::memcpy(out, input->at, count);
    input->at += count;
    input->left -= count;
}

[[noreturn]] void onError(png_structp png, png_const_charp)
{
    png_longjmp(png, 1);
}

void onWarning(png_structp, png_const_charp) {} // libpng would print on stderr

/// Only plain values live here, so that longjmp skips no destructor.
struct Reader {
    png_structp png = nullptr;
    png_infop info = nullptr;
    Input input{};
    png_uint_32 width = 0, height = 0;
    int channels = 0, depth = 0; // of a row as it comes out: 3 or 4, 8 or 16
    bool isInterlaced = false;

    bool begin()
    {
        png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, onError, onWarning);
        info = png ? png_create_info_struct(png) : nullptr;
        if (!info || setjmp(png_jmpbuf(png)) != 0)
            return false;
        png_set_user_limits(png, longestSide, longestSide);
        png_set_chunk_malloc_max(png, mostOfAChunk);
        png_set_read_fn(png, &input, readInput);
        png_read_info(png, info);
        png_set_expand(png); // palettes, fewer than 8 bits, a transparent colour
        png_set_gray_to_rgb(png);
        if constexpr (Q_BYTE_ORDER == Q_LITTLE_ENDIAN)
            png_set_swap(png);
        isInterlaced = png_set_interlace_handling(png) > 1;
        png_read_update_info(png, info);
        width = png_get_image_width(png, info);
        height = png_get_image_height(png, info);
        channels = png_get_channels(png, info);
        depth = png_get_bit_depth(png, info);
        return (channels == 3 || channels == 4) && (depth == 8 || depth == 16);
    }
    bool readRow(png_bytep row)
    {
        if (setjmp(png_jmpbuf(png)) != 0)
            return false;
        png_read_row(png, row, nullptr);
        return true;
    }
    bool readAll(png_bytepp rows)
    {
        if (setjmp(png_jmpbuf(png)) != 0)
            return false;
        png_read_image(png, rows);
        return true;
    }
    /// The checksum of the pixels stands behind the last of them.
    bool finish()
    {
        if (setjmp(png_jmpbuf(png)) != 0)
            return false;
        png_read_end(png, nullptr);
        return true;
    }
    void end() { png_destroy_read_struct(&png, &info, nullptr); }
};

/// One row as the reader gives it -> RGB.
void toRgb(const uchar* in, uchar* out, const Reader& reader, unsigned& highest)
{
    for (png_uint_32 x = 0; x < reader.width; ++x, out += 3) {
        unsigned value[4] = {0, 0, 0, 255};
        for (int c = 0; c < reader.channels; ++c) {
            if (reader.depth == 16) {
                quint16 deep = 0;
                std::memcpy(&deep, in + 2 * c, 2);
                if (c < 3)
                    highest = std::max<unsigned>(highest, deep);
                value[c] = fromSixteen(deep);
            } else {
                value[c] = in[c];
            }
        }
        in += reader.channels * reader.depth / 8;
        for (int c = 0; c < 3; ++c)
            out[c] = overWhite(value[c], value[3]);
    }
}

} // namespace

/// libpng itself: OpenCV and Qt give nothing of a damaged file, hold the whole picture at least once more, and OpenCV prints.
StoredPixels decodePng(const QByteArray& bytes, int reduction)
{
    StoredPixels result;
    Reader reader;
    const std::unique_ptr<Reader, void (*)(Reader*)> atEnd(&reader, [](Reader* used) { used->end(); });
    reader.input = {reinterpret_cast<const uchar*>(bytes.constData()), size_t(bytes.size())};
    if (!reader.begin())
        return result;
    const int n = reader.isInterlaced ? 1 : reduction;
    const int width = int(reader.width), height = int(reader.height);
    cv::Mat target = result.make((width + n - 1) / n, (height + n - 1) / n, StoredPixels::Fill::Grey);
    RowReducer reducer(target, width, height, n);
    const size_t rowBytes = size_t(width) * size_t(reader.channels) * size_t(reader.depth) / 8;
    std::vector<uchar> stored(reader.isInterlaced ? rowBytes * size_t(height) : rowBytes), row(size_t(width) * 3);
    unsigned highest = 0;
    bool whole = true;
    if (reader.isInterlaced) { // a row is whole only after the last pass
        std::vector<png_bytep> rows;
        for (int y = 0; y < height; ++y)
            rows.push_back(stored.data() + rowBytes * size_t(y));
        whole = reader.readAll(rows.data());
        if (!whole && std::all_of(stored.begin(), stored.end(), [](uchar value) { return value == 0; })) {
            result.image = {};
            return result;
        }
    }
    for (int y = 0; y < height && (whole || reader.isInterlaced); ++y) {
        whole = reader.isInterlaced ? whole : reader.readRow(stored.data());
        if (!whole && !reader.isInterlaced)
            break;
        toRgb(stored.data() + (reader.isInterlaced ? rowBytes * size_t(y) : 0), row.data(), reader, highest);
        reducer.add(row.data());
    }
    if (reducer.rows() == 0)
        result.image = {};
    result.truncated = !whole || !reader.finish();
    result.looks12Bit = reader.depth == 16 && highest > 0 && highest < 4096;
    return result;
}

} // namespace core
