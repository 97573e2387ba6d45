#include "core/networks/ParameterCount.h"

#include <algorithm>

namespace core {

namespace {

/// Most parameters belong to the architecture and its head, some to each concept.
struct Count {
    qint64 fixed = 0;
    qint64 perConcept = 0;
};

struct Counts {
    const char* architecture;
    std::array<Count, 3> byType; // ViewType
};

/// Those of the networks that are built; a test counts them. Columns: classification, tagging, detection.
constexpr std::array counts{
    Counts{"efficientnet-lite0", {{{3'371'008, 1'281}, {3'390'592, 1'563}, {3'409'671, 97}}}},
    Counts{"efficientnet-lite1", {{{4'135'680, 1'281}, {4'155'264, 1'563}, {4'174'343, 97}}}},
    Counts{"efficientnet-lite2", {{{4'811'072, 1'281}, {4'832'704, 1'579}, {4'813'383, 97}}}},
};

} // namespace

qint64 parametersOf(const NetworkShape& shape)
{
    const auto found = std::ranges::find_if(counts, [&](const Counts& one) { return shape.architecture == QLatin1String(one.architecture); });
    if (found == counts.end())
        return 0;
    const Count& count = found->byType[size_t(shape.type)];
    return count.fixed + count.perConcept * shape.concepts;
}

} // namespace core
