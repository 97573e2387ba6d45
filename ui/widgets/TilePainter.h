#pragma once

#include "core/dataset/Annotation.h"

#include <QImage>
#include <QRectF>

#include <functional>

class QPainter;

namespace ui {

/// The marks that a picture carries wherever it is shown small: drawn over it, never onto it.
namespace TilePainter {

/// Where a picture of `size` lies in `frame`: whole, centred, never enlarged beyond the frame.
QRectF placed(const QSizeF& size, const QRectF& frame);
/// `colourOf`: the palette index of a concept, or -1 when it is not a living one.
void drawBoxes(QPainter& painter, const core::Item& item, const QRectF& picture, const std::function<int(core::ConceptId)>& colourOf);
void drawSplit(QPainter& painter, core::Split split, const QPointF& topLeft);
void drawState(QPainter& painter, core::ItemState state, const QPointF& topRight);
void drawWarning(QPainter& painter, const QPointF& bottomRight);

} // namespace TilePainter

} // namespace ui
