#pragma once

#include <QImage>
#include <QString>

namespace core {

/// OpenCV's side of VideoFile, in a library of its own (oriel_videos) that is loaded when the first film or camera is opened: what OpenCV
/// links to read films is more than two hundred libraries, for which the start of the programs would wait. Private to pictures.
class VideoDecoder {
public:
    virtual ~VideoDecoder() = default;
    virtual bool open(const QString& film) = 0;
    virtual bool open(int camera, QSize size) = 0; // size empty: as the camera is set
    virtual bool grab() = 0;            // the next picture, without decoding it
    virtual QImage picture() = 0;       // that was grabbed: Format_RGB888; null: damaged
    virtual double rate() const = 0;    // pictures a second, as the film says; may be nonsense
    virtual double count() const = 0;   // pictures, as the film says; may be nonsense
    virtual double seconds() const = 0; // of the picture that was grabbed, as the film says
};

/// What the library gives under this name.
using MakeVideoDecoder = VideoDecoder* (*)();
inline constexpr const char* makeVideoDecoderName = "orielMakeVideoDecoder";

} // namespace core
