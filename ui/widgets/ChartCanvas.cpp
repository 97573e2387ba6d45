#include "ui/widgets/ChartCanvas.h"

#include "ui/models/RunCurves.h"
#include "ui/support/Theme.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QMouseEvent>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ui {

namespace {

constexpr int plotHeight = 120;
constexpr double starWidth = 32; // with the word over it

QColor colourOf(ChartLine::Part part, const Tokens& tokens)
{
    switch (part) {
    case ChartLine::Part::Second: return tokens.s2;
    case ChartLine::Part::Third: return tokens.s3;
    case ChartLine::Part::Faint: return tokens.text3;
    case ChartLine::Part::First:
    case ChartLine::Part::Raw: break;
    }
    return tokens.s1;
}

QPen penOf(ChartLine::Part part, const Tokens& tokens)
{
    QPen pen(colourOf(part, tokens), 2);
    pen.setCapStyle(Qt::FlatCap);
    switch (part) {
    case ChartLine::Part::First: break;
    case ChartLine::Part::Second: pen.setDashPattern({4, 2}); break;
    case ChartLine::Part::Third: pen.setDashPattern({1, 1.5}); break;
    case ChartLine::Part::Faint:
        pen.setWidthF(1.25);
        pen.setDashPattern({1.2, 2.4});
        break;
    case ChartLine::Part::Raw: {
        QColor faint = pen.color();
        faint.setAlphaF(0.45F);
        pen.setColor(faint);
        pen.setWidthF(1);
        break;
    }
    }
    return pen;
}

QPolygonF starAt(QPointF centre, double radius)
{
    QPolygonF star;
    for (int i = 0; i < 10; ++i) {
        const double angle = -std::numbers::pi / 2 + i * std::numbers::pi / 5;
        const double r = i % 2 ? radius * 0.42 : radius;
        star << centre + QPointF(std::cos(angle) * r, std::sin(angle) * r);
    }
    return star;
}

} // namespace

ChartCanvas::ChartCanvas(QWidget* parent) : QChartView(new QChart, parent), m_x(new QValueAxis(this)), m_y(new QValueAxis(this))
{
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate); // what lies over the plot is not in the scene
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus);
    setMinimumHeight(plotHeight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    chart()->setBackgroundVisible(false);
    chart()->legend()->hide();
    chart()->setMargins({0, 0, 4, 0});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setLocalizeNumbers(true);
    m_x->setTickType(QValueAxis::TicksDynamic);
    m_x->setGridLineVisible(false);
    m_y->setTickType(QValueAxis::TicksDynamic);
    m_y->setLineVisible(false);
    chart()->addAxis(m_x, Qt::AlignBottom);
    chart()->addAxis(m_y, Qt::AlignLeft);
    seriesAt(0); // an empty chart still has its axes
    connect(&Theme::of(), &Theme::changed, this, &ChartCanvas::restyle);
    restyle();
}

QLineSeries* ChartCanvas::seriesAt(size_t index)
{
    while (m_series.size() <= index) {
        auto* line = new QLineSeries(chart());
        chart()->addSeries(line);
        line->attachAxis(m_x);
        line->attachAxis(m_y);
        m_series.push_back(line);
    }
    return m_series[index];
}

void ChartCanvas::setAxes(const Axis& x, const Axis& y)
{
    m_xMax = x.top;
    const auto set = [](QValueAxis* axis, const Axis& to) {
        axis->setRange(0, to.top);
        axis->setTickInterval(to.step);
        axis->setLabelFormat(to.format);
    };
    set(m_x, x);
    set(m_y, y);
}

void ChartCanvas::setLines(std::vector<ChartLine> lines, double scale)
{
    m_lines = std::move(lines);
    m_scale = scale;
    drawLines();
}

void ChartCanvas::setBest(std::optional<QPointF> best)
{
    m_best = best;
    viewport()->update();
}

void ChartCanvas::setCursorAt(std::optional<double> x)
{
    m_cursor = x;
    viewport()->update();
}

int ChartCanvas::drawnPoints() const
{
    int points = 0;
    for (const auto* series : m_series)
        points += int(series->count());
    return points;
}

void ChartCanvas::drawLines()
{
    makeRoom();
    const int columns = std::max(100, viewport()->width());
    for (size_t i = 0; i < std::max(m_lines.size(), m_series.size()); ++i) {
        auto* series = seriesAt(i);
        QList<QPointF> drawn;
        if (i < m_lines.size()) {
            for (const auto& point : decimated(m_lines[i].points, 0, m_xMax, columns))
                drawn.append({point.x(), point.y() * m_scale});
            series->setPen(penOf(m_lines[i].part, Theme::of().tokens()));
        }
        series->replace(drawn);
    }
}

void ChartCanvas::restyle()
{
    const auto& tokens = Theme::of().tokens();
    const QFont font = Theme::of().font(TextRole::Axis);
    for (auto* axis : {m_x, m_y}) {
        axis->setLabelsFont(font);
        axis->setLabelsColor(tokens.text3);
        axis->setLinePen(QPen(tokens.edge, 1));
        axis->setGridLinePen(QPen(tokens.line, 1));
    }
    for (size_t i = 0; i < m_lines.size(); ++i)
        m_series[i]->setPen(penOf(m_lines[i].part, tokens));
    viewport()->update();
}

QPointF ChartCanvas::placeOf(QPointF point) const
{
    point.setY(point.y() * m_scale);
    return chart()->mapToScene(chart()->mapToPosition(point, m_series.front()));
}

QPointF ChartCanvas::widgetPlaceOf(QPointF point) const
{
    return m_series.empty() ? QPointF() : QPointF(mapFromScene(placeOf(point)));
}

void ChartCanvas::drawForeground(QPainter* painter, const QRectF& rect)
{
    QChartView::drawForeground(painter, rect);
    painter->setRenderHint(QPainter::Antialiasing);
    drawBest(*painter);
    drawCursor(*painter);
    drawNames(*painter);
}

void ChartCanvas::drawBest(QPainter& painter) const
{
    if (!m_best)
        return;
    const auto& tokens = Theme::of().tokens();
    const QPointF at = placeOf(*m_best);
    const double x = std::round(at.x()) + 0.5;
    painter.setPen(QPen(tokens.text3, 1, Qt::DotLine));
    painter.drawLine(QPointF(x, at.y() + 8), QPointF(x, placeOf({m_best->x(), 0}).y()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.warn);
    painter.drawPolygon(starAt(at, 8));
    QFont font = Theme::of().font(TextRole::Axis);
    font.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(tokens.text);
    const QString word = tr("best");
    const double width = metrics.horizontalAdvance(word);
    const double baseline = at.y() - 12 > metrics.ascent() ? at.y() - 12 : at.y() + 10 + metrics.ascent(); // above the star, or under it
    painter.drawText(QPointF(std::clamp(at.x() - width / 2, 0.0, std::max(0.0, sceneRect().width() - width)), baseline), word);
}

void ChartCanvas::drawCursor(QPainter& painter) const
{
    if (!m_cursor)
        return;
    const QRectF plot = chart()->mapRectToScene(chart()->plotArea());
    const double x = std::round(placeOf({*m_cursor, 0}).x()) + 0.5;
    painter.setPen(QPen(Theme::of().tokens().edge, 1));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
}

/// The plot ends where the names of lines that reach its end still fit beside them.
void ChartCanvas::makeRoom()
{
    QFont font = Theme::of().font(TextRole::Axis);
    font.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(font);
    const double plotWidth = std::max(100.0, viewport()->width() - 40.0);
    double room = 4;
    for (const auto& line : m_lines) {
        if (!line.points.empty() && !line.name.isEmpty())
            room = std::max(room, metrics.horizontalAdvance(line.name) + starWidth / 2 + 6 - plotWidth * (1 - line.points.back().x() / m_xMax));
    }
    if (const int right = int(std::ceil(room)); chart()->margins().right() != right)
        chart()->setMargins({0, 0, right, 0});
}

/// Each name in its line's colour, right of its end; names never lie on one another or on the star and its word.
void ChartCanvas::drawNames(QPainter& painter) const
{
    const auto& tokens = Theme::of().tokens();
    QFont font = Theme::of().font(TextRole::Axis);
    font.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    std::vector<QRectF> taken;
    const QPointF star = m_best ? placeOf(*m_best) : QPointF(-1000, -1000);
    for (const auto& line : m_lines) {
        if (line.points.empty() || line.name.isEmpty())
            continue;
        const QPointF end = placeOf(line.points.back());
        const QColor colour = colourOf(line.part, tokens);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(end, 2.75, 2.75);
        const QSizeF size(metrics.horizontalAdvance(line.name), metrics.height());
        const bool besideStar = std::abs(end.x() - star.x()) < starWidth / 2;
        QRectF box(end + QPointF(besideStar ? starWidth / 2 + 2 : 7, -size.height() / 2), size);
        for (const auto& other : taken) {
            if (box.intersects(other))
                box.moveTop(end.y() >= other.center().y() - 4 ? other.bottom() : other.top() - size.height());
        }
        box.moveTop(std::clamp(box.top(), 0.0, std::max(0.0, sceneRect().height() - size.height())));
        taken.push_back(box);
        painter.setPen(colour);
        painter.drawText(QPointF(box.left(), box.top() + metrics.ascent()), line.name);
    }
}

void ChartCanvas::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF value = chart()->mapToValue(chart()->mapFromScene(mapToScene(event->pos())), m_series.front());
    Q_EMIT pointerMoved(std::clamp(value.x(), 0.0, m_xMax));
    QChartView::mouseMoveEvent(event);
}

void ChartCanvas::leaveEvent(QEvent* event)
{
    Q_EMIT pointerMoved(std::nullopt);
    QChartView::leaveEvent(event);
}

void ChartCanvas::wheelEvent(QWheelEvent* event)
{
    event->ignore(); // the page scrolls
}

void ChartCanvas::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    drawLines(); // other pixel columns, other points
}

} // namespace ui
