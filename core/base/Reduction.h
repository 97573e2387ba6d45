#pragma once

namespace core {

/// To which size pictures are reduced before a network sees them.
struct Reduction {
    enum class Fit {
        ShortSide, ///< the short side becomes `side` (enlarged if smaller), the long side at most 2 × side
        LongSide,  ///< the long side is reduced to `side`; smaller pictures stay as they are
    };
    Fit fit = Fit::ShortSide;
    int side = 0; // px
};

} // namespace core
