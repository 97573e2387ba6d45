#include "core/pictures/HeaderScan.h"
#include "core/pictures/Samples.h"
#include "core/pictures/StoredPixels.h"

#include <libheif/heif.h>

#include <algorithm>
#include <memory>

namespace core {

namespace {

using Context = std::unique_ptr<heif_context, void (*)(heif_context*)>;
using Handle = std::unique_ptr<const heif_image_handle, void (*)(const heif_image_handle*)>;

bool isFine(const heif_error& error) { return error.code == heif_error_Ok; }

/// The file's own picture among those that it holds; null when the file is damaged or cut.
struct Primary {
    explicit Primary(const QByteArray& bytes)
    {
        heif_image_handle* found = nullptr;
        if (context && isFine(heif_context_read_from_memory_without_copy(context.get(), bytes.constData(), size_t(bytes.size()), nullptr))
            && isFine(heif_context_get_primary_image_handle(context.get(), &found)))
            handle.reset(found);
    }

    Context context{heif_context_alloc(), heif_context_free};
    Handle handle{nullptr, heif_image_handle_release};
};

void rowOverWhite(const uchar* rgba, uchar* rgb, int pixels)
{
    for (int x = 0; x < pixels; ++x, rgba += 4, rgb += 3)
        for (int c = 0; c < 3; ++c)
            rgb[c] = overWhite(rgba[c], rgba[3]);
}

} // namespace

bool readsHeif(HeifCoding coding)
{
    return heif_have_decoder_for_format(coding == HeifCoding::Av1 ? heif_compression_AV1 : heif_compression_HEVC) != 0;
}

/// Size and turn are properties of the picture in the container (ISO/IEC 23008-12, 6.5); its EXIF block repeats the turn and is not
/// followed, so that nothing is turned twice.
HeaderScan scanHeif(const QByteArray& bytes)
{
    HeaderScan scan;
    const Primary primary(bytes);
    if (!primary.handle)
        return scan;
    const heif_image_handle* const handle = primary.handle.get();
    scan.header.storedSize = QSize(heif_image_handle_get_width(handle), heif_image_handle_get_height(handle)); // turned already
    scan.header.bits = std::max(8, heif_image_handle_get_luma_bits_per_pixel(handle));
    scan.header.channels = heif_image_handle_has_alpha_channel(handle) ? 4 : 3;
    scan.header.frames = std::max(1, heif_context_get_number_of_top_level_images(primary.context.get()));
    return scan;
}

StoredPixels decodeHeif(const QByteArray& bytes)
{
    StoredPixels result;
    const Primary primary(bytes);
    if (!primary.handle)
        return result;
    const bool hasAlpha = heif_image_handle_has_alpha_channel(primary.handle.get()) != 0;
    heif_image* raw = nullptr;
    if (!isFine(heif_decode_image(primary.handle.get(), &raw, heif_colorspace_RGB, hasAlpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, nullptr)))
        return result;
    const std::unique_ptr<heif_image, void (*)(const heif_image*)> image(raw, heif_image_release);
    int stride = 0;
    const uchar* const plane = heif_image_get_plane_readonly(image.get(), heif_channel_interleaved, &stride);
    const int width = heif_image_get_width(image.get(), heif_channel_interleaved), height = heif_image_get_height(image.get(), heif_channel_interleaved);
    if (!plane || width <= 0 || height <= 0)
        return result;
    cv::Mat rgb = result.make(width, height, StoredPixels::Fill::Nothing);
    for (int y = 0; y < height; ++y) {
        const uchar* const row = plane + size_t(stride) * size_t(y);
        if (hasAlpha)
            rowOverWhite(row, rgb.ptr<uchar>(y), width);
        else
            std::copy_n(row, 3 * size_t(width), rgb.ptr<uchar>(y));
    }
    return result;
}

} // namespace core
