#pragma once

#include "core/dataset/Region.h"
#include "core/pictures/PictureFile.h"

#include <functional>

namespace core {

/// The regions of one picture at the sizes that are asked for. Its file is read and compared with the record once, and decoded once for
/// all crops. Private to pictures; one thread.
class RegionReader {
public:
    enum class Crops {
        Exact,  // cut from the picture as it is: their pixels depend on nothing else that is read
        Quick,  // cut from a picture that may have been decoded smaller, as large as they are asked for
    };

    /// Throws PictureError: the file is not there, cannot be read, or is another one than was recorded.
    RegionReader(const ImageRecord& image, Crops crops);

    /// `sizeFor`: from the size of a region, px, to that of its pixels.
    /// Throws PictureError: it cannot be decoded, or does not reach to where the crop lies.
    RegionPixels read(const Region& region, const std::function<QSize(QSize)>& sizeFor);
    /// Throws PictureError when the file broke off before its first row, so that what was read last is a grey sheet.
    void requirePixels() const;

private:
    /// Decodes unless what is there is as large: see PictureFile::decode().
    const QImage& decoded(int shortSide);

    QString m_path;
    Crops m_crops;
    QByteArray m_bytes;
    QSize m_whole; // upright, px
    DecodedPicture m_decoded;
    int m_shortSide = -1; // that it was decoded for; 0: all there is
};

} // namespace core
