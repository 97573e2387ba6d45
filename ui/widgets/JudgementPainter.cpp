#include "ui/widgets/JudgementPainter.h"

#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <ranges>

namespace ui::JudgementPainter {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ui::JudgementPainter", text);
}

QColor colourAt(const ShownConcepts& concepts, int label)
{
    return Theme::conceptColour(label >= 0 && size_t(label) < concepts.colours.size() ? concepts.colours[size_t(label)] : 0);
}

QRectF placed(const QRectF& box, const QRectF& picture, const QRect& part)
{
    const double x = picture.width() / std::max(1, part.width()), y = picture.height() / std::max(1, part.height());
    return {picture.left() + (box.left() - part.left()) * x, picture.top() + (box.top() - part.top()) * y, box.width() * x, box.height() * y};
}

/// On a thumbnail: a fine line with one dark edge.
void fineStrokes(QPainter& painter, const QRectF& box, const QColor& colour, bool dashed)
{
    const std::pair<QColor, double> lines[] = {{dashed ? QColor(255, 255, 255, 220) : QColor(0, 0, 0, 110), 2.4}, {colour, 1.25}};
    for (const auto& [line, width] : lines) {
        QPen pen(line, width);
        pen.setJoinStyle(Qt::MiterJoin);
        pen.setCapStyle(Qt::FlatCap);
        if (dashed)
            pen.setDashPattern({5 / width, 3.5 / width});
        painter.setPen(pen);
        painter.drawRect(box);
    }
}

void strokes(QPainter& painter, const QRectF& box, const QColor& colour, bool dashed, bool fine)
{
    painter.setBrush(Qt::NoBrush);
    if (fine) {
        fineStrokes(painter, box, colour, dashed);
        return;
    }
    const std::pair<QColor, double> edges[] = {{QColor(0, 0, 0, 153), 3.5}, {QColor(255, 255, 255, 204), 2.6}};
    for (const auto& [edge, width] : edges) {
        QPen pen(edge, width);
        pen.setJoinStyle(Qt::MiterJoin);
        painter.setPen(pen);
        if (!dashed)
            painter.drawRect(box);
    }
    QPen pen(dashed ? QColor(255, 255, 255, 230) : colour, dashed ? 2.6 : 1.6);
    pen.setJoinStyle(Qt::MiterJoin);
    if (dashed) { // white dashes under coloured ones: the gaps let the picture through
        pen.setDashPattern({3, 2});
        painter.setPen(pen);
        painter.drawRect(box);
        pen.setColor(colour);
        pen.setWidthF(1.6);
        pen.setDashPattern({3 * 2.6 / 1.6, 2 * 2.6 / 1.6});
    }
    painter.setPen(pen);
    painter.drawRect(box);
}

void flag(QPainter& painter, const QRectF& box, const QRectF& picture, const QString& text)
{
    QFont font = Theme::of().font(TextRole::Axis);
    font.setItalic(true);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    QRectF plate(box.left() - 1, box.top() - 17, metrics.horizontalAdvance(text) + 10, 17);
    if (plate.top() < picture.top())
        plate.moveTop(box.top());
    if (plate.right() > picture.right())
        plate.moveRight(picture.right());
    painter.setPen(QPen(QColor(0, 0, 0, 90), 0.75));
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(plate, 2, 2);
    painter.setPen(QColor(0x14, 0x16, 0x1A));
    painter.drawText(plate, Qt::AlignCenter, text);
}

} // namespace

void drawBoxes(QPainter& painter, const QRectF& picture, const QRect& part, const std::vector<core::TrueBox>& truth,
               const std::vector<core::ScoredBox>& predicted, const ShownConcepts& concepts, bool names)
{
    painter.save();
    painter.setClipRect(picture, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool fine = picture.width() < 400;
    for (const auto& box : truth)
        strokes(painter, placed(box.rect, picture, part), colourAt(concepts, box.label), false, fine);
    for (const auto& box : predicted | std::views::reverse) { // the surest lies on top
        if (size_t(box.label) >= concepts.thresholds.size() || box.score < concepts.thresholds[size_t(box.label)])
            continue;
        const QRectF at = placed(box.rect, picture, part);
        strokes(painter, at, colourAt(concepts, box.label), true, fine);
        if (names)
            flag(painter, at, picture, concepts.scores ? tr("%1 %2").arg(concepts.names.value(box.label), percent(box.score)) : concepts.names.value(box.label));
    }
    painter.restore();
}

QString predictedText(const core::Prediction& prediction, const ShownConcepts& concepts, bool tagging)
{
    if (prediction.scores.empty())
        return {};
    if (!tagging) {
        const auto best = std::ranges::max_element(prediction.scores);
        return tr("%1 %2").arg(concepts.names.value(int(best - prediction.scores.begin())), percent(*best));
    }
    QStringList found;
    for (size_t i = 0; i < prediction.scores.size() && i < concepts.thresholds.size(); ++i) {
        if (prediction.scores[i] >= concepts.thresholds[i])
            found << tr("%1 %2").arg(concepts.names.value(int(i)), percent(prediction.scores[i]));
    }
    return found.isEmpty() ? tr("nothing found") : found.join(QStringLiteral(", "));
}

QString truthText(const core::Example& example, const ShownConcepts& concepts, bool tagging)
{
    if (!tagging)
        return concepts.names.value(example.label);
    QStringList yes;
    for (size_t i = 0; i < example.answers.size(); ++i) {
        if (example.answers[i] == 1)
            yes << concepts.names.value(int(i));
    }
    return yes.isEmpty() ? tr("without concept") : yes.join(QStringLiteral(", "));
}

} // namespace ui::JudgementPainter
