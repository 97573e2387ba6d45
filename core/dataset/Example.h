#pragma once

#include "core/dataset/Annotation.h"

#include <QRectF>

#include <vector>

namespace core {

/// A box that is true, as metrics and losses see it. `label` is a position in the frozen concept list.
struct TrueBox {
    int label = 0;
    QRectF rect;         // pixels of the whole oriented picture
    bool ignore = false; // crowd or difficult: neither right nor wrong

    bool operator==(const TrueBox&) const = default;
};

/// One item as training and evaluation see it: a region and what is true about it, concepts by position.
struct Example : Region {
    ItemId item;
    int label = -1;             // classification: position; -1 none
    std::vector<qint8> answers; // tagging: 1 yes, 0 no, -1 unseen, one for each concept
    std::vector<TrueBox> boxes; // detection
    std::vector<int> gaps;      // detection: concepts not looked at here; their negative loss is masked

    bool operator==(const Example&) const = default;
};

/// A box that a network proposes, with its score 0..1.
struct ScoredBox {
    int label = 0;
    double score = 0;
    QRectF rect; // pixels of the whole oriented picture

    bool operator==(const ScoredBox&) const = default;
};

/// What a network says about one example: scores 0..1 for each concept (classification, tagging), or boxes (detection).
struct Prediction {
    std::vector<double> scores;
    std::vector<ScoredBox> boxes; // by falling score

    bool operator==(const Prediction&) const = default;
};

} // namespace core
