#pragma once

#include "ui/support/Theme.h"

namespace ui {

/// The colours of one scheme. `System` is answered like `Light`: resolve it first.
Tokens tokensOf(Theme::Scheme scheme);
QPalette paletteFrom(const Tokens& tokens);
/// The program's one style sheet. `base`: body text size in px, all others are multiples of it. `arrow`, `tick`, `dot`: image files.
QString sheetFrom(const Tokens& tokens, int base, const QString& imageFolder);
/// Contrast of two colours as WCAG 2.1 computes it, 1..21.
double contrast(const QColor& one, const QColor& other);
/// `share` 0..1 of `over` laid on `under`.
QColor mixed(const QColor& under, const QColor& over, double share);

} // namespace ui
