#include "core/training/Augmentation.h"

#include "core/networks/PictureTensor.h"
#include "core/training/Task.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr double mostStretch = 4.0 / 3; // of the sides of a random crop
constexpr double keptShare = 0.3;       // of a box's area
constexpr double keptSide = 3;          // px
constexpr double gain = 0.2, gainOfChannel = 0.05, offset = 16;

double logUniform(Random& random, double low, double high)
{
    return std::exp(random.uniform(std::log(low), std::log(high)));
}

/// `aspect`: width ÷ height that it has on average.
QRect randomCrop(QSize picture, double least, double aspect, Random& random)
{
    const double whole = double(picture.width()) * picture.height();
    for (int attempt = 0; attempt < 10; ++attempt) {
        const double area = whole * random.uniform(least, 1.0), ratio = aspect * logUniform(random, 1 / mostStretch, mostStretch);
        const int width = int(std::lround(std::sqrt(area * ratio))), height = int(std::lround(std::sqrt(area / ratio)));
        if (width > 0 && height > 0 && width <= picture.width() && height <= picture.height())
            return {random.below(picture.width() - width + 1), random.below(picture.height() - height + 1), width, height};
    }
    const int side = std::min(picture.width(), picture.height());
    return {random.below(picture.width() - side + 1), random.below(picture.height() - side + 1), side, side};
}

} // namespace

Augmentation::Augmentation(ViewType type, const Preparation& preparation, AugmentationLevel level, bool isShortRun)
    : m_task(taskOf(type))
    , m_preparation(preparation)
    , m_level(level)
    , m_zoomOut(isShortRun ? 0.85 : 0.75)
    , m_zoomIn(isShortRun ? 1.25 : 1.4)
{
}

std::vector<TrueBox> Augmentation::write(torch::Tensor& pixels, int index, const RegionPixels& picture, const std::vector<TrueBox>& boxes, Random& random) const
{
    if (m_task.leastCrop == 0)
        return writeZoomed(pixels, index, picture, boxes, random);
    const bool mirrored = m_level != AugmentationLevel::None && random.uniform() < 0.5;
    if (m_level == AugmentationLevel::Default) {
        const QSize size = picture.image.size();
        const double aspect = m_task.cropKeepsAspect ? double(size.width()) / size.height() : 1;
        PictureTensor::writeCrop(pixels, index, picture.image, randomCrop(size, m_task.leastCrop, aspect, random), mirrored);
    } else
        PictureTensor::writeView(pixels, index, picture, m_preparation, mirrored);
    return {};
}

std::vector<TrueBox> Augmentation::writeZoomed(torch::Tensor& pixels, int index, const RegionPixels& picture, const std::vector<TrueBox>& boxes, Random& random) const
{
    Freedom freedom{.mirrored = m_level != AugmentationLevel::None && random.uniform() < 0.5};
    const bool isFree = m_level == AugmentationLevel::Default;
    if (isFree) {
        freedom.zoom = logUniform(random, m_zoomOut, m_zoomIn);
        freedom.shareX = random.uniform();
        freedom.shareY = random.uniform();
    }
    const auto toInput = placed(picture.part, m_preparation.input, freedom);
    PictureTensor::writeWarped(pixels, index, picture, toInput, m_preparation.padValue);
    if (isFree) {
        std::array<double, 3> gains{};
        for (auto& one : gains) {
            one = random.uniform(1 - gain, 1 + gain);
            one *= random.uniform(1 - gainOfChannel, 1 + gainOfChannel);
        }
        PictureTensor::recolour(pixels, index, gains, random.uniform(-offset, offset));
    }
    return moved(boxes, toInput, m_preparation.input);
}

std::vector<TrueBox> Augmentation::moved(const std::vector<TrueBox>& boxes, const QTransform& toInput, QSize input)
{
    const QRectF all(QPointF(0, 0), QSizeF(input));
    std::vector<TrueBox> kept;
    for (const auto& box : boxes) {
        const QRectF whole = toInput.mapRect(box.rect), part = whole.intersected(all);
        const double share = part.width() * part.height() / std::max(whole.width() * whole.height(), 1e-9);
        const bool isWhole = share > 1 - 1e-6; // a small thing is learnt; a sliver of a large one is not
        if (isWhole || (share > keptShare && std::min(part.width(), part.height()) > keptSide))
            kept.push_back({box.label, part, box.ignore});
    }
    return kept;
}

} // namespace core
