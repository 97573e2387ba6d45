#include "core/pictures/JpegDecoder.h"

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
    bool endedEarly;
};

[[noreturn]] void onError(j_common_ptr codec)
{
    std::longjmp(reinterpret_cast<ErrorState*>(codec->err)->jump, 1);
}

void onMessage(j_common_ptr codec, int level)
{
    const int code = codec->err->msg_code;
    if (level < 0 && (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER))
        reinterpret_cast<ErrorState*>(codec->err)->endedEarly = true;
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
        error.endedEarly = false;
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

JpegPixels decodeJpeg(const QByteArray& bytes, int reduction)
{
    Reader reader{};
    JpegPixels result;
    if (reader.begin(reinterpret_cast<const uchar*>(bytes.constData()), size_t(bytes.size()), reduction)) {
        result.rgb = cv::Mat(int(reader.codec.output_height), int(reader.codec.output_width), CV_8UC3, cv::Scalar::all(128));
        std::vector<uchar> cmyk(reader.codec.out_color_components == 4 ? size_t(reader.codec.output_width) * 4 : 0);
        const bool whole = reader.readRows(result.rgb.data, result.rgb.step, cmyk.empty() ? nullptr : cmyk.data());
        if (!whole && reader.codec.output_scanline == 0)
            result.rgb.release();
        result.truncated = !whole || reader.error.endedEarly;
    }
    jpeg_destroy_decompress(&reader.codec); // safe on a zeroed struct too
    return result;
}

} // namespace core
