#include "core/pictures/VideoDecoder.h"

#include <QFile>
#include <QFileInfo>

#include <opencv2/imgproc.hpp>
#include <opencv2/videoio.hpp>

#include <algorithm>
#include <array>
#include <new>

namespace core {

namespace {

/// Readers of films, the most able first. None that takes a name as a pattern of many files.
constexpr std::array filmReaders{cv::CAP_FFMPEG, cv::CAP_GSTREAMER, cv::CAP_AVFOUNDATION, cv::CAP_MSMF, cv::CAP_OPENCV_MJPEG};

class OpenCvDecoder final : public VideoDecoder {
public:
    bool open(const QString& film) override
    {
        const std::string name = QFile::encodeName(QFileInfo(film).absoluteFilePath()).toStdString();
        return std::ranges::any_of(filmReaders, [&](int reader) { return guarded([&] { return m_capture.open(name, reader); }); });
    }

    bool open(int camera, QSize size) override
    {
        if (!guarded([&] { return m_capture.open(camera); }))
            return false;
        m_capture.set(cv::CAP_PROP_BUFFERSIZE, 1); // the newest picture, not the oldest that waits
        if (!size.isEmpty()) {
            m_capture.set(cv::CAP_PROP_FRAME_WIDTH, size.width());
            m_capture.set(cv::CAP_PROP_FRAME_HEIGHT, size.height());
        }
        return true;
    }

    bool grab() override
    {
        return guarded([&] { return m_capture.grab(); });
    }

    QImage picture() override
    {
        QImage image;
        guarded([&] {
            cv::Mat picture;
            if (m_capture.retrieve(picture) && !picture.empty())
                image = toImage(picture);
            return true;
        });
        return image;
    }

    double rate() const override { return m_capture.get(cv::CAP_PROP_FPS); }
    double count() const override { return m_capture.get(cv::CAP_PROP_FRAME_COUNT); }
    double seconds() const override { return m_capture.get(cv::CAP_PROP_POS_MSEC) / 1000; }

private:
    /// A reader that is not part of the library here, and one that meets damage, throw: both are "no".
    template <class Act>
    static bool guarded(const Act& act)
    {
        try {
            return act();
        } catch (const cv::Exception&) {
            return false;
        }
    }

    static QImage toImage(const cv::Mat& picture)
    {
        QImage image(picture.cols, picture.rows, QImage::Format_RGB888);
        if (image.isNull())
            throw std::bad_alloc();
        cv::Mat rgb(picture.rows, picture.cols, CV_8UC3, image.bits(), size_t(image.bytesPerLine()));
        cv::cvtColor(picture, rgb, picture.channels() == 1 ? cv::COLOR_GRAY2RGB : picture.channels() == 4 ? cv::COLOR_BGRA2RGB : cv::COLOR_BGR2RGB);
        return image;
    }

    cv::VideoCapture m_capture;
};

} // namespace

} // namespace core

extern "C" Q_DECL_EXPORT core::VideoDecoder* orielMakeVideoDecoder()
{
    return new core::OpenCvDecoder; // whoever asks owns it
}
