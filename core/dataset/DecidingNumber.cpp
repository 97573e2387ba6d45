#include "core/dataset/DecidingNumber.h"

#include <cmath>

namespace core {

QString decidingKey(ViewType type)
{
    return type == ViewType::Classification ? QStringLiteral("accuracy") : QStringLiteral("map");
}

std::optional<double> decidingValue(ViewType type, const EpochMetrics& epoch)
{
    const auto value = type == ViewType::Classification ? epoch.accuracy : epoch.map;
    return value && std::isfinite(*value) ? value : std::nullopt;
}

} // namespace core
