#include "core/pictures/Exif.h"

#include <exiv2/exiv2.hpp>

namespace core {

int exifOrientation(const QByteArray& tiff)
{
    if (tiff.size() < 14)
        return 1;
    static const bool quiet = (Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute), true); // it would print on stderr
    (void)quiet;
    try { // a broken block is no failure: the picture is upright then
        // The block alone, not the file: exiv2's readers of whole files share an XMP parser between threads.
        Exiv2::ExifData exif;
        Exiv2::ExifParser::decode(exif, reinterpret_cast<const Exiv2::byte*>(tiff.constData()), uint32_t(tiff.size()));
        const auto found = exif.findKey(Exiv2::ExifKey("Exif.Image.Orientation"));
        const long value = found == exif.end() || found->count() == 0 ? 1 : found->toLong();
        return value >= 1 && value <= 8 ? int(value) : 1;
    } catch (const std::exception&) {
        return 1;
    }
}

} // namespace core
