#include "core/pictures/StoredPixels.h"

#include <csetjmp>
#include <cstdio> // jpeglib.h needs FILE

#include <jpeglib.h>

#include <jerror.h>

#include <vector>

namespace core {

namespace {

struct ErrorState {
    jpeg_error_mgr manager; // first, so that the C struct's address is this one's
    std::jmp_buf jump;
    bool isDamaged;
};

[[noreturn]] void onError(j_common_ptr codec)
{
    std::longjmp(reinterpret_cast<ErrorState*>(codec->err)->jump, 1);
}

void onMessage(j_common_ptr codec, int level)
{
    switch (codec->err->msg_code) {
    case JWRN_JPEG_EOF:
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_ARITH_BAD_CODE:
    case JWRN_MUST_RESYNC:
    case JWRN_BOGUS_PROGRESSION: reinterpret_cast<ErrorState*>(codec->err)->isDamaged |= level < 0; break;
    default: break; // a few bytes too many, an odd profile: the pixels are whole
    }
}

void onOutput(j_common_ptr) {} // libjpeg would print on stderr

/// One row CMYK -> RGB, without a profile. `inverted`: Adobe stores 255 − ink.
void fromCmyk(const uchar* in, uchar* out, unsigned width, bool inverted)
{
    for (unsigned x = 0; x < width; ++x, in += 4, out += 3) {
        const int k = inverted ? in[3] : 255 - in[3];
        for (int c = 0; c < 3; ++c)
            out[c] = uchar(((inverted ? in[c] : 255 - in[c]) * k + 127) / 255);
    }
}

/// Only plain values live here, so that longjmp skips no destructor. Gives the size first (`rows` null), then the rows.
struct Reader {
    jpeg_decompress_struct codec;
    ErrorState error;

    bool begin(const uchar* data, size_t size, int reduction)
    {
        codec.err = jpeg_std_error(&error.manager);
        error.manager.error_exit = onError;
        error.manager.emit_message = onMessage;
        error.manager.output_message = onOutput;
        error.isDamaged = false;
        if (setjmp(error.jump) != 0)
            return false;
        jpeg_create_decompress(&codec);
        jpeg_mem_src(&codec, data, static_cast<unsigned long>(size));
        jpeg_read_header(&codec, TRUE);
        codec.out_color_space = codec.num_components == 4 ? JCS_CMYK : JCS_RGB;
        codec.scale_num = 1;
        codec.scale_denom = unsigned(reduction);
        jpeg_start_decompress(&codec);
        return true;
    }

    /// False: libjpeg gave up on the way; what it had read stays in `pixels`.
    bool readRows(uchar* pixels, size_t stride, uchar* cmykRow)
    {
        if (setjmp(error.jump) != 0)
            return false;
        while (codec.output_scanline < codec.output_height) {
            uchar* const row = pixels + stride * codec.output_scanline;
            JSAMPROW target = cmykRow ? cmykRow : row;
            if (jpeg_read_scanlines(&codec, &target, 1) != 1)
                return false;
            if (cmykRow)
                fromCmyk(cmykRow, row, codec.output_width, codec.saw_Adobe_marker);
        }
        jpeg_finish_decompress(&codec);
        return true;
    }
};

} // namespace

/// libjpeg itself, because OpenCV hides its warnings (which tell a cut file) and reads every CMYK file as if Adobe had inverted it.
StoredPixels decodeJpeg(const QByteArray& bytes, int reduction)
{
    Reader reader{};
    StoredPixels result;
    if (reader.begin(reinterpret_cast<const uchar*>(bytes.constData()), size_t(bytes.size()), reduction)) {
        const cv::Mat rgb = result.make(int(reader.codec.output_width), int(reader.codec.output_height), StoredPixels::Fill::Grey);
        std::vector<uchar> cmyk(reader.codec.out_color_components == 4 ? size_t(reader.codec.output_width) * 4 : 0);
        const bool whole = reader.readRows(rgb.data, rgb.step, cmyk.empty() ? nullptr : cmyk.data());
        if (!whole && reader.codec.output_scanline == 0)
            result.image = {};
        result.truncated = !whole || reader.error.isDamaged;
    }
    jpeg_destroy_decompress(&reader.codec); // safe on a zeroed struct too
    return result;
}

} // namespace core
