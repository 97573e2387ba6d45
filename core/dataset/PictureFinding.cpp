#include "core/dataset/PictureFinding.h"

namespace core {

HealthPair healthAfter(HealthPair before, bool wasDecoded, const PictureFinding& finding)
{
    const bool wasAway = before.shown == Health::Missing || before.shown == Health::Changed;
    HealthPair after{finding.file, wasAway ? before.own : before.shown};
    if (finding.pixels) {
        const bool isWorse = *finding.pixels != Health::Good;
        const bool wasBroken = after.own == Health::Truncated || after.own == Health::Undecodable;
        if (isWorse ? !wasDecoded : wasBroken) // an odd one stays odd
            after.own = *finding.pixels;
    }
    if (finding.file == Health::Good)
        after.shown = after.own;
    return after;
}

} // namespace core
