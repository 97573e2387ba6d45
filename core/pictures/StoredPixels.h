#pragma once

#include <QByteArray>
#include <QImage>

#include <opencv2/core/mat.hpp>

namespace core {

/// What a decoder made of a file: not turned, transparency over white. Null `image`: not a single row could be read. Private to pictures.
struct StoredPixels {
    QImage image; // Format_RGB888; decoders write into it, so that a large picture stands in memory once
    bool truncated = false;  // ended early or damaged on the way; the part that is missing is grey
    bool looks12Bit = false; // 16 bits a channel with no value above 4095

    /// Makes the image and gives its pixels as CV_8UC3. Throws std::bad_alloc.
    enum class Fill {
        Grey,    // rows that never come stay so
        Nothing, // all of it will be written; untouched memory costs nothing when the decoder then gives up
    };
    cv::Mat make(int width, int height, Fill fill);
};

/// The decoders, a file each. All read from memory, print nothing, and give pixels at 1/`reduction` of the stored size (1, 2, 4, 8;
/// sides rounded up). A picture of a kind they cannot read gives no pixels.
StoredPixels decodeJpeg(const QByteArray& bytes, int reduction);
StoredPixels decodePng(const QByteArray& bytes, int reduction);  // reduces only what is not interlaced
StoredPixels decodeWebP(const QByteArray& bytes, int reduction); // the first frame of an animation, not reduced
StoredPixels decodeTiff(const QByteArray& bytes); // the first directory
StoredPixels decodeByQt(const QByteArray& bytes, const char* format); // BMP, GIF (first frame)
StoredPixels decodePnm(const QByteArray& bytes);
StoredPixels decodeHeif(const QByteArray& bytes); // the primary picture, turned as its container says

} // namespace core
