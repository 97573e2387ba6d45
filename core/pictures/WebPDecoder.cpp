#include "core/pictures/Samples.h"
#include "core/pictures/StoredPixels.h"

#include <webp/decode.h>
#include <webp/demux.h>

#include <memory>

namespace core {

namespace {

/// RGBA -> RGB over white.
void toRgb(const uchar* rgba, int width, int height, size_t stride, StoredPixels& out)
{
    cv::Mat rgb = out.make(width, height, StoredPixels::Fill::Nothing);
    for (int y = 0; y < height; ++y) {
        const uchar* in = rgba + stride * size_t(y);
        uchar* to = rgb.ptr<uchar>(y);
        for (int x = 0; x < width; ++x, in += 4, to += 3)
            for (int c = 0; c < 3; ++c)
                to[c] = overWhite(in[c], in[3]);
    }
}

void readFirstFrame(const WebPData& data, StoredPixels& out)
{
    WebPAnimDecoderOptions options;
    if (!WebPAnimDecoderOptionsInit(&options))
        return;
    options.color_mode = MODE_RGBA;
    const std::unique_ptr<WebPAnimDecoder, void (*)(WebPAnimDecoder*)> decoder(WebPAnimDecoderNew(&data, &options), WebPAnimDecoderDelete);
    WebPAnimInfo info;
    uint8_t* frame = nullptr;
    int time = 0;
    if (!decoder || !WebPAnimDecoderGetInfo(decoder.get(), &info) || !WebPAnimDecoderGetNext(decoder.get(), &frame, &time))
        return;
    toRgb(frame, int(info.canvas_width), int(info.canvas_height), size_t(info.canvas_width) * 4, out);
}

} // namespace

/// libwebp itself: OpenCV 4.6 reads no animation.
StoredPixels decodeWebP(const QByteArray& bytes, int reduction)
{
    StoredPixels result;
    const WebPData data{reinterpret_cast<const uint8_t*>(bytes.constData()), size_t(bytes.size())};
    WebPDecoderConfig config;
    if (!WebPInitDecoderConfig(&config) || WebPGetFeatures(data.bytes, data.size, &config.input) != VP8_STATUS_OK)
        return result;
    if (config.input.has_animation) {
        readFirstFrame(data, result);
        return result;
    }
    const int width = (config.input.width + reduction - 1) / reduction, height = (config.input.height + reduction - 1) / reduction;
    config.options.use_scaling = reduction > 1 ? 1 : 0;
    config.options.scaled_width = width;
    config.options.scaled_height = height;
    const bool hasAlpha = config.input.has_alpha != 0;
    cv::Mat target = hasAlpha ? cv::Mat(height, width, CV_8UC4) : result.make(width, height, StoredPixels::Fill::Nothing);
    config.output.colorspace = hasAlpha ? MODE_RGBA : MODE_RGB;
    config.output.is_external_memory = 1;
    config.output.u.RGBA = {target.data, int(target.step), target.step * size_t(height)};
    const bool isWhole = WebPDecode(data.bytes, data.size, &config) == VP8_STATUS_OK;
    WebPFreeDecBuffer(&config.output);
    if (!isWhole)
        result.image = {};
    else if (hasAlpha)
        toRgb(target.data, width, height, target.step, result);
    return result;
}

} // namespace core
