#pragma once

#include <Qt>

class QFrame;
class QWidget;

namespace ui {

/// A line of one pixel between two parts of a window.
QFrame* hairline(Qt::Orientation orientation, QWidget* parent);

} // namespace ui
