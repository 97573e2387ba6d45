#pragma once

class QKeyEvent;

namespace ui {

/// Enter acts on the button that has the focus, in windows as it does in dialogs. True when it did; for the keyPressEvent of a
/// page or window, where keys arrive that nothing with the focus wanted.
bool pressFocusedButton(const QKeyEvent& event);

} // namespace ui
