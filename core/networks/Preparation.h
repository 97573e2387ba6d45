#pragma once

#include "core/base/Reduction.h"

#include <QRect>
#include <QSize>
#include <QString>
#include <QTransform>

#include <array>

namespace core {

struct NetworkShape;

/// How a picture comes to the size of a network's input.
enum class Resize {
    CentreCrop, ///< the square of `cropShare` of the short side in the middle
    Squash,     ///< the whole picture, both sides brought to the input's: a tag may belong to something small at the border
    FitPad,     ///< the whole picture, scaled by the smaller factor, padded evenly on both sides
};

QString keyOf(Resize resize); // "centre_crop", "squash", "fit_pad": the words of card.json

/// Which boxes of a detector's answer are kept: greedy suppression within a concept.
struct BoxRule {
    double overlap = 0.6; // IoU above which the lower score goes
    int most = 100;

    bool operator==(const BoxRule&) const = default;
};

/// Everything that is done to a picture before a network sees it, and to its boxes afterwards. One value for training, card, prediction
/// and export: a version's card holds the one it was trained with, and answers obey the card.
struct Preparation {
    QSize input{224, 224}; // px
    Resize resize = Resize::CentreCrop;
    double cropShare = 0.875; // of the short side; CentreCrop
    int padValue = 127;       // of each channel outside the picture; FitPad
    std::array<float, 3> mean{127, 127, 127}; // of R, G, B on 0..255
    std::array<float, 3> deviation{128, 128, 128};
    BoxRule boxes;

    /// How pictures are reduced when they are decoded, before anything else.
    Reduction stored() const;

    bool operator==(const Preparation&) const = default;
};

/// What a training uses for a network of this shape.
Preparation preparationOf(const NetworkShape& shape);

/// How a picture lies in the input besides what the preparation says: for training pictures, which are varied.
struct Freedom {
    double zoom = 1;
    double shareX = 0.5, shareY = 0.5; // of the room that is left (or of what does not fit), 0..1
    bool mirrored = false;             // left and right swapped
};

/// FitPad: px of the upright picture, of which `part` is seen, -> px of the input. The one transform for boxes, pixels and answers.
QTransform placed(const QRect& part, QSize input, const Freedom& freedom = {});

} // namespace core
