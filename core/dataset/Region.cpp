#include "core/dataset/Region.h"

#include <QtEndian>

#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr int leastSide = 2;
constexpr qsizetype hashBytes = 32;
constexpr double dust = 1e-6; // what sums of fractions leave behind must not cost a whole pixel

struct Span {
    int begin = 0, length = 0;
};

/// Outward to whole numbers inside 0..most, at least leastSide long.
Span rounded(double low, double high, int most)
{
    int begin = int(std::floor(std::clamp(low, 0.0, double(most)) + dust)), end = int(std::ceil(std::clamp(high, 0.0, double(most)) - dust));
    end = std::min(most, std::max(end, begin + leastSide));
    begin = std::max(0, std::min(begin, end - leastSide));
    return {begin, end - begin};
}

} // namespace

QRect cropAround(const QRectF& box, int marginPercent, QSize picture)
{
    const double margin = marginPercent / 100.0 * std::min(box.width(), box.height());
    const auto across = rounded(box.left() - margin, box.right() + margin, picture.width());
    const auto down = rounded(box.top() - margin, box.bottom() + margin, picture.height());
    return {across.begin, down.begin, across.length, down.length};
}

double overlapOf(const QRectF& box, const QRectF& truth, bool truthIsIgnoreRegion)
{
    // Written as in pycocotools' maskApi.c, so that rounding is the same.
    const double width = std::min(box.width() + box.x(), truth.width() + truth.x()) - std::max(box.x(), truth.x());
    const double height = std::min(box.height() + box.y(), truth.height() + truth.y()) - std::max(box.y(), truth.y());
    if (width <= 0 || height <= 0)
        return 0;
    const double shared = width * height;
    const double area = box.width() * box.height();
    return shared / (truthIsIgnoreRegion ? area : area + truth.width() * truth.height() - shared);
}

QByteArray contentKey(const Region& region)
{
    if (region.image.sha256.size() != hashBytes)
        return {};
    QByteArray key = region.image.sha256;
    const QRect crop = region.isWhole() ? QRect() : region.crop; // every null rectangle is the whole picture
    for (const qint32 number : {crop.x(), crop.y(), crop.width(), crop.height()}) {
        const qint32 little = qToLittleEndian(number);
        key.append(reinterpret_cast<const char*>(&little), sizeof little);
    }
    return key;
}

} // namespace core
