#pragma once

#include "ui/widgets/ChartLine.h"

#include <QChartView>

#include <optional>
#include <vector>

class QLineSeries;
class QValueAxis;

namespace ui {

/// The plot of a MetricChart: lines by Qt Charts, and over them what Qt Charts does not have: names at the lines' ends, the best
/// epoch's star, the cross-line. Draws at most two points of a line in a pixel column.
class ChartCanvas final : public QChartView {
    Q_OBJECT
public:
    explicit ChartCanvas(QWidget* parent = nullptr);

    struct Axis {
        double top = 1;
        double step = 1;
        QString format; // printf's, of one number
    };
    void setAxes(const Axis& x, const Axis& y);
    /// `scale`: what y is multiplied with to be drawn.
    void setLines(std::vector<ChartLine> lines, double scale);
    void setBest(std::optional<QPointF> best);
    void setCursorAt(std::optional<double> x);
    int drawnPoints() const;
    QPointF widgetPlaceOf(QPointF point) const; // px of this widget; `point` in the units of the axes

Q_SIGNALS:
    void pointerMoved(std::optional<double> x); // in the unit of x; absent: it left

protected:
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QLineSeries* seriesAt(size_t index);
    QPointF placeOf(QPointF point) const;
    void drawLines();
    void makeRoom();
    void drawBest(QPainter& painter) const;
    void drawCursor(QPainter& painter) const;
    void drawNames(QPainter& painter) const;
    void restyle();

    QValueAxis* m_x;
    QValueAxis* m_y;
    std::vector<QLineSeries*> m_series;
    std::vector<ChartLine> m_lines;
    double m_scale = 1;
    double m_xMax = 1;
    std::optional<QPointF> m_best;
    std::optional<double> m_cursor;
};

} // namespace ui
