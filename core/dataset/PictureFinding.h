#pragma once

#include "core/dataset/Image.h"

#include <optional>

namespace core {

/// What a look at the file of one picture found. Facts about the disk, not an act of a person.
struct PictureFinding {
    ImageId image;
    QByteArray sha256;            // the recorded content that the file was compared with
    Health file = Health::Good;   // Good: that content; Missing; Changed
    std::optional<Health> pixels; // after a decode: Good, Truncated or Undecodable
    int decoder = 0;              // revision of that decode
    std::optional<qint64> bytes;  // size and time as they stand now, when the content is the same but they are not
    qint64 mtimeNs = 0;

    bool operator==(const PictureFinding&) const = default;
};

/// The health of a picture after a finding. `shown`: as it is now. `own`: what its pixels are worth by themselves, kept while the file
/// is missing or changed. `wasDecoded`: a person may have accepted what an earlier decode found, so a new one makes nothing worse.
struct HealthPair {
    Health shown = Health::Good;
    Health own = Health::Good;

    bool operator==(const HealthPair&) const = default;
};
HealthPair healthAfter(HealthPair before, bool wasDecoded, const PictureFinding& finding);

} // namespace core
