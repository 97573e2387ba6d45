#pragma once

#include "core/formats/DataWriter.h"
#include "core/formats/ReadSources.h"

#include <vector>

namespace core {

/// How many of one kind went out, and how many a reader found.
struct OutAndBack {
    QString name;
    qint64 out = 0, back = 0;

    bool isEqual() const { return out == back; }
};

/// What an export holds, counted as it went out and as a reader finds it.
struct ReadBack {
    OutAndBack pictures;
    OutAndBack withoutConcept;         // looked at, and nothing there
    std::vector<OutAndBack> concepts;  // boxes, or answers "yes"; in the order of the view
    std::vector<OutAndBack> splits;    // by keyOf(Split)
    qint64 repeats = 0;                // boxes that lie exactly on another one of their concept: written, and read as one
    double largestDifference = 0;      // px, between the corners of boxes that belong together
    QStringList problems;              // translated, one sentence each; the first ones
    qint64 problemCount = 0;

    bool isEqual() const { return problemCount == 0; }
    OutAndBack annotations() const; // the sum of the concepts
};

/// Compares what was written with what readers made of it. `pictures`: those that the writer has a place for. Pure.
/// `target`: the folder that was read, absolute and without links.
ReadBack compareReadBack(const ExportedView& view, const std::vector<ExportedPicture>& pictures, const DataWriter& writer, const QString& target,
                         const std::vector<SourceData>& sources);

} // namespace core
