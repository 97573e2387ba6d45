#pragma once

#include "ui/support/AccessibleParts.h"
#include "ui/widgets/ChartLine.h"

#include <QFrame>

#include <optional>
#include <vector>

class QLabel;
class QStackedLayout;

namespace ui {

class ChartCanvas;

/// A metric over a run in a card: title left, value right, curves with their names at their ends, the best epoch as a star, and a
/// cross-line that reads values. Draws at most two points a pixel column, so a hundred thousand batches cost nothing.
/// Reusable for any run, live or finished. Assistive programs read last value, best and trend, and find each epoch's value as a child.
class MetricChart final : public QFrame, public AccessibleParts {
    Q_OBJECT
public:
    enum class Unit { Number, Percent, Rate }; // Percent: shares 0..1, axis 0..100 %

    MetricChart(const QString& title, Unit unit, QWidget* parent = nullptr);
    ~MetricChart() override;

    /// `xMax`: end of the x axis, in epochs.
    void setLines(std::vector<ChartLine> lines, double xMax);
    void setBest(std::optional<QPointF> best);
    /// Shown in place of the curves: why there are none. Empty: show the curves.
    void setReason(const QString& reason);
    /// Reads all lines at the x next to `x`; absent: no cross-line.
    void setCursorAt(std::optional<double> x);

    const std::vector<ChartLine>& lines() const { return m_lines; }
    int drawnPoints() const; // of all lines, after decimation
    QString value() const;   // the text at the top right
    QString title() const { return m_title; }

    int partCount() const override;
    AccessiblePart partAt(int index) const override;
    int partUnder(const QPoint& point) const override;
    int focusedPart() const override;
    void choosePart(int index) override;

Q_SIGNALS:
    void cursorMoved(std::optional<double> x); // the pointer or the arrow keys; charts of one run share it

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void redraw();
    void updateValue();
    QString written(double y) const;
    QString trend() const;
    std::vector<const ChartLine*> readLines() const; // those that carry values of epochs, not single batches
    std::pair<const ChartLine*, QPointF> pointOf(int part) const;

    QString m_title;
    Unit m_unit;
    std::vector<ChartLine> m_lines;
    double m_xMax = 1;
    double m_scale = 1; // what y is multiplied with to be drawn
    QString m_scaleNote;
    std::optional<QPointF> m_best;
    std::optional<double> m_cursor;
    ChartCanvas* m_canvas;
    QLabel* m_value;
    QLabel* m_reason;
    QStackedLayout* m_stack;
};

} // namespace ui
