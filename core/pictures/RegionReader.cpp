#include "core/pictures/RegionReader.h"

#include "core/pictures/Pixels.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace core {

namespace {

/// The same place in a picture that was decoded smaller.
QRect scaled(const QRect& part, QSize whole, QSize decoded)
{
    if (whole == decoded)
        return part;
    const double x = double(decoded.width()) / whole.width(), y = double(decoded.height()) / whole.height();
    return QRectF(part.x() * x, part.y() * y, part.width() * x, part.height() * y).toAlignedRect() & QRect(QPoint(0, 0), decoded);
}

} // namespace

RegionReader::RegionReader(const ImageRecord& image, Crops crops)
    : m_path(image.path)
    , m_crops(crops)
    , m_bytes(PictureFile::readRecorded(image.path, image.sha256))
    , m_whole(PictureFile::header(m_bytes, image.path).size)
{
}

RegionPixels RegionReader::read(const Region& region, const std::function<QSize(QSize)>& sizeFor)
{
    const QRect all(QPoint(0, 0), m_whole), part = region.isWhole() ? all : region.crop & all;
    if (part.isEmpty())
        throw PictureError(QStringLiteral("changed"), QCoreApplication::translate("PictureFile",
            "“%1” is smaller than when it came into the project. Say whether it is the same picture, or import it again.").arg(QFileInfo(m_path).fileName()));
    const QSize size = sizeFor(part.size());
    if (region.isWhole()) // a truncated header may promise another size than the decoder gives; what is asked for is what counts
        return {resized(decoded(std::min(size.width(), size.height())), size), part};
    const double scale = std::min(1.0, std::max(double(size.width()) / part.width(), double(size.height()) / part.height()));
    const QImage& picture = decoded(m_crops == Crops::Exact ? 0 : int(std::ceil(scale * std::min(m_whole.width(), m_whole.height()))));
    return {resized(picture.copy(scaled(part, m_whole, picture.size())), size), part};
}

void RegionReader::requirePixels() const
{
    if (!m_decoded.hasPixels) // it teaches nothing, and an answer about it would be made up
        throw PictureError(QStringLiteral("undecodable"), QCoreApplication::translate("PictureFile",
            "“%1” breaks off before its first row, so there is nothing to see in it. The file was left as it is.").arg(QFileInfo(m_path).fileName()));
}

const QImage& RegionReader::decoded(int shortSide)
{
    if (m_shortSide != shortSide) {
        m_decoded = PictureFile::decode(m_bytes, m_path, shortSide);
        m_shortSide = shortSide;
    }
    return m_decoded.image;
}

} // namespace core
