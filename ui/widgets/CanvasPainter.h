#pragma once

#include "ui/widgets/BoxGeometry.h"

#include <QRectF>
#include <QString>

class QPainter;

namespace ui::CanvasPainter {

/// Draws what lies over a picture. Everything in window px; each line has a dark and a light edge,
/// so it shows on any picture. `colour` is a concept's place in the palette.

void paintBox(QPainter& painter, const QRectF& box, int colour, bool chosen);
/// A box that has no concept yet.
void paintUnnamedBox(QPainter& painter, const QRectF& box);
/// On the box's top edge, inside it where it would leave the picture.
void paintFlag(QPainter& painter, const QRectF& box, const QRectF& picture, int colour, const QString& name);
void paintHandles(QPainter& painter, const QRectF& box, std::optional<Handle> active);
void paintCrosshair(QPainter& painter, const QPointF& point, const QRectF& within, const QString& coordinates);

} // namespace ui::CanvasPainter
