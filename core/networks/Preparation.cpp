#include "core/networks/Preparation.h"

#include "core/networks/NetworkRegistry.h"

#include <algorithm>

namespace core {

namespace {

/// Detection keeps pictures this much larger than the input, so that zooming in has pixels to show.
constexpr double detectionReserve = 1.3;
/// Tagging keeps them so much larger (short side of the input ÷ this), for random crops.
constexpr double taggingShare = 0.875;

Resize resizeOf(ViewType type)
{
    switch (type) {
    case ViewType::Classification: return Resize::CentreCrop;
    case ViewType::Tagging: return Resize::Squash;
    case ViewType::Detection: break;
    }
    return Resize::FitPad;
}

} // namespace

QString keyOf(Resize resize)
{
    switch (resize) {
    case Resize::CentreCrop: return QStringLiteral("centre_crop");
    case Resize::Squash: return QStringLiteral("squash");
    case Resize::FitPad: break;
    }
    return QStringLiteral("fit_pad");
}

Reduction Preparation::stored() const
{
    if (resize == Resize::FitPad)
        return {Reduction::Fit::LongSide, int(detectionReserve * std::max(input.width(), input.height()))};
    const double share = resize == Resize::CentreCrop ? cropShare : taggingShare;
    return {Reduction::Fit::ShortSide, int(std::min(input.width(), input.height()) / share)};
}

Preparation preparationOf(const NetworkShape& shape)
{
    const auto& entry = networkEntry(shape.architecture);
    return {.input = shape.input, .resize = resizeOf(shape.type), .mean = entry.mean, .deviation = entry.deviation};
}

QTransform placed(const QRect& part, QSize input, const Freedom& freedom)
{
    const double scale = std::min(double(input.width()) / part.width(), double(input.height()) / part.height()) * freedom.zoom;
    const double x = freedom.shareX * (input.width() - part.width() * scale), y = freedom.shareY * (input.height() - part.height() * scale);
    const QTransform toInput(scale, 0, 0, scale, x - scale * part.x(), y - scale * part.y());
    return freedom.mirrored ? toInput * QTransform(-1, 0, 0, 1, input.width(), 0) : toInput;
}

} // namespace core
