#pragma once

#include <QImage>
#include <QString>

#include <opencv2/videoio.hpp>

#include <vector>

/// Small films for tests, made on the spot.
namespace films {

/// Writes frames of one size as Motion JPEG in an AVI, which OpenCV writes and reads by itself. False: it does not here.
inline bool write(const QString& path, const std::vector<QImage>& frames, double framesPerSecond)
{
    const cv::Size size(frames.front().width(), frames.front().height());
    cv::VideoWriter writer(path.toStdString(), cv::CAP_OPENCV_MJPEG, cv::VideoWriter::fourcc('M', 'J', 'P', 'G'), framesPerSecond, size);
    for (const QImage& frame : frames) {
        const QImage bgr = frame.convertToFormat(QImage::Format_BGR888);
        writer.write(cv::Mat(size, CV_8UC3, const_cast<uchar*>(bgr.constBits()), size_t(bgr.bytesPerLine())).clone());
    }
    return writer.isOpened();
}

} // namespace films
