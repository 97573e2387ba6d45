#include "core/pictures/PictureProbe.h"

#include "core/pictures/PictureFile.h"
#include "core/pictures/Thumbnails.h"

namespace core {

namespace {

template <typename Use>
PictureProbe probed(const QByteArray& bytes, const QString& path, int shortSide, Use use)
{
    PictureProbe probe;
    try { // what cannot be decoded is the answer
        const DecodedPicture picture = PictureFile::decode(bytes, path, shortSide);
        probe.health = picture.truncated ? Health::Truncated : Health::Good;
        if (picture.hasPixels)
            use(picture.image);
    } catch (const PictureError& error) {
        probe.health = Health::Undecodable;
        probe.code = error.code;
        probe.why = error.message();
    }
    return probe;
}

} // namespace

PictureProbe probePicture(const QByteArray& bytes, const QString& path)
{
    return probed(bytes, path, 1, [](const QImage&) {});
}

PictureProbe probePicture(const QByteArray& bytes, const ImageRecord& image, const QString& cacheFolder)
{
    const QSize thumbnail = image.size.scaled(Thumbnails::largeSide, Thumbnails::largeSide, Qt::KeepAspectRatio);
    const int shortSide = std::max(1, std::min(thumbnail.width(), thumbnail.height()));
    return probed(bytes, image.path, shortSide, [&](const QImage& picture) { Thumbnails::keep(cacheFolder, image, picture); });
}

} // namespace core
