#pragma once

#include "core/dataset/Split.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace core {

/// Wanted shares of the images; scaled to a sum of 1. A share of 0 gets nothing.
struct SplitRatios {
    double train = 0.8;
    double validation = 0.2;
    double test = 0;

    bool operator==(const SplitRatios&) const = default;
};

/// One image that needs a split, or has one and counts for the balance.
struct SplitCandidate {
    QByteArray sha256;           // equal bytes form one group; empty: a group of its own
    std::vector<int> concepts;   // the concepts present, by any numbering
    std::optional<Split> fixed;  // what its source or the project says
    bool frozen = false;         // in the project already: its fixed split never moves
    QByteArray group;            // candidates of one group (frames of one film) go together, too; empty: none
};

/// Deals images to train, validation and test. Images of equal bytes, or of one group, go together; groups are dealt largest first,
/// those of one size in an order drawn from the seed, each whole to the split with the largest relative shortfall, averaged over
/// images and the concepts present. A group takes the split of its frozen members, else the one its source gives; where those
/// differ it takes train (frozen members stay). Pure: equal input gives equal output on every system.
/// Returns one split for each candidate, in their order.
std::vector<Split> dealSplits(const std::vector<SplitCandidate>& candidates, const SplitRatios& ratios, quint64 seed);

} // namespace core
