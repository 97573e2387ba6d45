#pragma once

#include <QColor>

#include <array>
#include <cstddef>

namespace core {

/// A colour of the concept palette, and whether white is readable on it (else nearly black is).
struct ConceptColour {
    QRgb fill;
    bool whiteText;
};

/// The palette, in the order in which colours are given to concepts (ConceptRecord::colour). Any two of the first eight can be told
/// apart with every common kind of colour blindness (Okabe and Ito 2008 for seven of them); the rest repeats in hue, so names always
/// stand beside.
inline constexpr std::array<ConceptColour, 16> conceptColours{{{0x0072B2, true}, {0xE69F00, false}, {0x009E73, false}, {0xD55E00, false},
                                                               {0xCC79A7, false}, {0x56B4E9, false}, {0xF0E442, false}, {0x3D4248, true},
                                                               {0x882255, true}, {0x8C5A3C, true}, {0x7F8589, false}, {0xA6D854, false},
                                                               {0x1B6B3A, true}, {0xD9C58B, false}, {0x2FB5A8, false}, {0xE0508A, false}}};

/// By ConceptRecord::colour; the palette repeats after its end.
constexpr const ConceptColour& conceptColour(int index)
{
    constexpr int count = int(conceptColours.size());
    return conceptColours[std::size_t(((index % count) + count) % count)];
}

} // namespace core
