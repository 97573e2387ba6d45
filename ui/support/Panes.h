#pragma once

class QWidget;

namespace ui {

/// The panes of a window are the places that F6 walks through: rail, filters, content, side panel.
void markPane(QWidget* pane);

/// Gives the focus to the next pane of the window in reading order, columns first, or to the one before; beyond the last comes the
/// first. A pane gives it to the widget in it that had it last, else to its first one that takes the focus.
void focusNextPane(QWidget* window, bool forward);

} // namespace ui
