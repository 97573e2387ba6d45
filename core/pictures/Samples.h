#pragma once

#include <QtGlobal>

namespace core {

/// How stored numbers become the 8 bits that everything works with. Private to pictures.

/// 16 bits: the whole range, evenly.
inline uchar fromSixteen(unsigned value) { return uchar((value * 255u + 32767u) / 65535u); }
/// Transparency lies over white. `alpha` 0..255.
inline uchar overWhite(unsigned value, unsigned alpha) { return uchar((value * alpha + 255u * (255u - alpha) + 127u) / 255u); }

} // namespace core
