#pragma once

#include "ui/widgets/BoxGeometry.h"

#include <QPointF>
#include <QRectF>

#include <optional>

namespace ui {

class BoxEditing;
class CanvasGeometry;

/// What the pressed pointer is doing on a picture: drawing, choosing, moving or sizing a box, panning. Knows no widget; points are
/// those of the window.
class CanvasGesture {
public:
    enum class Kind { None, Draw, Move, Resize, Pan, Pressed };
    /// How a press is meant.
    struct Press {
        QPointF at;
        bool pans = false;  // the middle button, Space held, or the Pan tool
        bool draws = false; // the Box tool
    };

    CanvasGesture(BoxEditing& editing, CanvasGeometry& geometry) : m_editing(editing), m_geometry(geometry) {}

    Kind kind() const { return m_kind; }
    bool isActive() const { return m_kind != Kind::None; }
    Handle handle() const { return m_handle; }

    void begin(const Press& press);
    /// The pointer moved to `at`. True: the picture moved too.
    bool follow(const QPointF& at, ResizeRule rule);
    void end(const QPointF& at); // finishes the act
    void abandon();              // drops what is unfinished; a half moved box goes back

    std::optional<QRectF> drawn(const QPointF& at) const; // the box being drawn, picture px
    /// The smallest box here; asked once more at the same place, the next one below it.
    void selectAt(const QPointF& at);
    int boxAt(const QPointF& at) const; // -1: none

private:
    void beginMoving();

    BoxEditing& m_editing;
    CanvasGeometry& m_geometry;
    Kind m_kind = Kind::None;
    bool m_draws = false;
    QPointF m_start;
    QPointF m_startInPicture;
    QPointF m_last;
    QRectF m_before; // the box as it was
    Handle m_handle = Handle::BottomRight;
    bool m_moved = false; // far enough to be no click
    QPointF m_lastClick{-1e6, -1e6};
};

} // namespace ui
