#pragma once

#include "core/dataset/Example.h"

#include <QRectF>
#include <QSize>
#include <QStringList>

#include <vector>

class QPainter;

namespace ui {

/// The concepts of a version as drawings need them, in their frozen order.
struct ShownConcepts {
    QStringList names;
    std::vector<int> colours; // palette index
    std::vector<double> thresholds;
    bool scores = true; // behind the names of boxes
};

namespace JudgementPainter {

/// Draws boxes over a picture that lies in `picture`: what is true solid, what was predicted (from its threshold on) dashed.
/// Each line has a dark and a light edge, so it shows on any picture. `part`: what of its picture is seen there, px.
void drawBoxes(QPainter& painter, const QRectF& picture, const QRect& part, const std::vector<core::TrueBox>& truth,
               const std::vector<core::ScoredBox>& predicted, const ShownConcepts& concepts, bool names);
/// "Ant 92 %" for the surest answer, or the found tags.
QString predictedText(const core::Prediction& prediction, const ShownConcepts& concepts, bool tagging);
QString truthText(const core::Example& example, const ShownConcepts& concepts, bool tagging);

} // namespace JudgementPainter

} // namespace ui
