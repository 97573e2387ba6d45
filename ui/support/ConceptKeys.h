#pragma once

#include <optional>

class QKeyEvent;
class QString;

namespace ui {

/// Concept keys are 1-9, 0, then G I J L O Q. Digits are matched by position on the top row and on the number pad, so they work
/// on keyboards where digits need Shift. Answers the concept's place in the list, from 0; absent for every other key.
std::optional<int> conceptPlaceOf(const QKeyEvent& event);
/// The key that stands for a place, "" beyond the sixteenth.
QString conceptKeyName(int place);

} // namespace ui
