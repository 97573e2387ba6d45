#include "ui/widgets/MetricChart.h"

#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"
#include "ui/widgets/ChartCanvas.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QRegularExpression>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

struct Scale {
    double top = 1;
    double step = 1;
    int decimals = 0;
};

/// An axis from 0 to a round number at or above `greatest`, with two to four steps of 1, 2, 2.5 or 5 times a power of ten.
Scale roundScale(double greatest, int most)
{
    if (!(greatest > 0) || !std::isfinite(greatest))
        return {1, 0.5, 1};
    const double power = std::pow(10.0, std::floor(std::log10(greatest / most)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0}) {
        const double step = factor * power;
        const double steps = std::ceil(greatest / step - 1e-9);
        if (steps <= most) {
            int decimals = std::max(0, -int(std::floor(std::log10(step) + 1e-9)));
            if (factor == 2.5)
                ++decimals;
            return {steps * step, step, decimals};
        }
    }
    return {greatest, greatest, 1};
}

/// The axis of epochs, which are whole: their parts are marked only where a run has hardly begun.
Scale epochScale(double last)
{
    constexpr int most = 6;
    if (last < 2 || !std::isfinite(last))
        return roundScale(last, most);
    for (double power = 1;; power *= 10) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            if (last <= most * factor * power)
                return {last, factor * power, 0};
        }
    }
}

double greatestY(const std::vector<ChartLine>& lines)
{
    double greatest = 0;
    for (const auto& line : lines) {
        for (const auto& point : line.points)
            greatest = std::max(greatest, point.y());
    }
    return greatest;
}

} // namespace

MetricChart::MetricChart(const QString& title, Unit unit, QWidget* parent)
    : QFrame(parent)
    , m_title(title)
    , m_unit(unit)
    , m_canvas(new ChartCanvas(this))
    , m_value(new QLabel(this))
    , m_reason(new QLabel(this))
    , m_stack(new QStackedLayout)
{
    setRole(this, "card");
    setAccessibleName(title);
    setFocusPolicy(Qt::TabFocus);
    AccessibleParts::install();

    auto* name = new QLabel(title, this);
    setRole(name, "head");
    setRole(m_value, "secondary");
    m_value->setObjectName(QStringLiteral("chartValue"));
    m_value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_reason->setWordWrap(true);
    m_reason->setAlignment(Qt::AlignCenter);
    setRole(m_reason, "caption");

    auto* top = new QHBoxLayout;
    top->addWidget(name);
    top->addWidget(m_value, 1);
    m_stack->addWidget(m_canvas);
    m_stack->addWidget(m_reason);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 12, 8);
    layout->setSpacing(6);
    layout->addLayout(top);
    layout->addLayout(m_stack, 1);

    connect(m_canvas, &ChartCanvas::pointerMoved, this, &MetricChart::cursorMoved);
    connect(this, &MetricChart::cursorMoved, this, &MetricChart::setCursorAt);
    setLines({}, 1);
}

MetricChart::~MetricChart() = default;

void MetricChart::setLines(std::vector<ChartLine> lines, double xMax)
{
    m_lines = std::move(lines);
    m_xMax = std::max(xMax, 1e-6);
    redraw();
    updateValue();
}

void MetricChart::setBest(std::optional<QPointF> best)
{
    m_best = best;
    m_canvas->setBest(best);
    updateValue();
}

void MetricChart::setReason(const QString& reason)
{
    m_reason->setText(reason);
    m_stack->setCurrentWidget(reason.isEmpty() ? static_cast<QWidget*>(m_canvas) : m_reason);
}

void MetricChart::setCursorAt(std::optional<double> x)
{
    m_cursor = x;
    m_canvas->setCursorAt(x);
    updateValue();
}

void MetricChart::redraw()
{
    const double greatest = greatestY(m_lines);
    m_scale = m_unit == Unit::Percent ? 100 : 1;
    m_scaleNote.clear();
    Scale y = m_unit == Unit::Percent ? Scale{100, 50, 0} : roundScale(greatest, 4);
    if (m_unit == Unit::Rate && greatest > 0) {
        const int exponent = int(std::floor(std::log10(greatest) + 1e-9));
        m_scale = std::pow(10.0, -exponent);
        y = roundScale(greatest * m_scale, 4);
        m_scaleNote = tr("axis × 1e%1").arg(exponent);
    }
    const Scale x = epochScale(m_xMax);
    const auto plain = [](int decimals) { return QStringLiteral("%.%1f").arg(decimals); };
    m_canvas->setAxes({m_xMax, x.step, plain(x.decimals)}, {y.top, y.step, m_unit == Unit::Percent ? QStringLiteral("%.0f %") : plain(y.decimals)});
    m_canvas->setLines(m_lines, m_scale);
}

QString MetricChart::written(double y) const
{
    switch (m_unit) {
    case Unit::Percent: return percent(y);
    case Unit::Rate: return rate(y);
    case Unit::Number: break;
    }
    return loss(y);
}

void MetricChart::updateValue()
{
    QStringList parts;
    std::optional<double> at;
    for (const auto& line : m_lines) {
        const bool plain = line.part == ChartLine::Part::Raw || line.part == ChartLine::Part::Faint;
        if (line.points.empty() || (plain && m_lines.size() > 1))
            continue;
        auto point = line.points.end() - 1;
        if (m_cursor) {
            point = std::lower_bound(line.points.begin(), line.points.end(), *m_cursor, [](const QPointF& p, double x) { return p.x() < x; });
            if (point == line.points.end() || (point != line.points.begin() && *m_cursor - (point - 1)->x() < point->x() - *m_cursor))
                --point;
            at = point->x();
            parts << (line.name.isEmpty() ? written(point->y()) : tr("%1 %2").arg(line.name, written(point->y())));
        } else if (parts.isEmpty()) {
            parts << written(point->y());
        }
    }
    if (!m_cursor && !m_scaleNote.isEmpty() && !parts.isEmpty())
        parts << m_scaleNote;
    QString text = parts.join(QStringLiteral(", "));
    if (at)
        text = tr("epoch %1: %2").arg(QLocale().toString(*at, 'f', *at == std::floor(*at) ? 0 : 1), text);
    m_value->setText(text);
    const QString best = m_best ? tr("Best %1 at epoch %2.").arg(written(m_best->y())).arg(int(m_best->x())) : QString();
    const QString now = text.isEmpty() ? tr("no value yet") : text;
    setAccessibleDescription(QStringList{tr("Now: %1.").arg(now), best, trend()}.filter(QRegularExpression(QStringLiteral("."))).join(QLatin1Char(' ')));
    if (hasFocus())
        AccessibleParts::tellFocus(this, focusedPart());
}

/// Where the first line has gone over its last values; said only once there are three of them.
QString MetricChart::trend() const
{
    const auto lines = readLines();
    if (lines.empty() || lines.front()->points.size() < 3)
        return {};
    const auto& points = lines.front()->points;
    const double last = points.back().y(), before = points[points.size() - 3].y();
    const double least = 0.01 * std::max(std::abs(last), std::abs(before));
    if (std::abs(last - before) <= least)
        return tr("Steady.");
    return last > before ? tr("Rising.") : tr("Falling.");
}

std::vector<const ChartLine*> MetricChart::readLines() const
{
    std::vector<const ChartLine*> lines;
    for (const auto& line : m_lines) {
        const bool plain = line.part == ChartLine::Part::Raw || line.part == ChartLine::Part::Faint;
        if (!line.points.empty() && !plain)
            lines.push_back(&line);
    }
    return lines;
}

int MetricChart::partCount() const
{
    int count = 0;
    for (const auto* line : readLines())
        count += int(line->points.size());
    return count;
}

std::pair<const ChartLine*, QPointF> MetricChart::pointOf(int part) const
{
    for (const auto* line : readLines()) {
        if (part < int(line->points.size()))
            return {line, line->points[size_t(part)]};
        part -= int(line->points.size());
    }
    return {nullptr, {}};
}

AccessiblePart MetricChart::partAt(int index) const
{
    const auto [line, point] = pointOf(index);
    if (!line)
        return {};
    const QString value = line->name.isEmpty() ? written(point.y()) : tr("%1 %2").arg(line->name, written(point.y()));
    const QPoint centre = m_canvas->mapTo(this, m_canvas->widgetPlaceOf(point).toPoint());
    const bool chosen = m_cursor && *m_cursor == point.x();
    return {tr("epoch %1: %2").arg(QLocale().toString(point.x(), 'f', point.x() == std::floor(point.x()) ? 0 : 1), value),
            QRect(centre - QPoint(4, 4), QSize(9, 9)), QAccessible::Cell, chosen, chosen && hasFocus()};
}

int MetricChart::partUnder(const QPoint& point) const
{
    for (int part = 0; part < partCount(); ++part) {
        if (partAt(part).rect.contains(point))
            return part;
    }
    return -1;
}

int MetricChart::focusedPart() const
{
    for (int part = 0; m_cursor && part < partCount(); ++part) {
        if (pointOf(part).second.x() >= *m_cursor)
            return part;
    }
    return -1;
}

void MetricChart::choosePart(int index)
{
    if (const auto [line, point] = pointOf(index); line)
        Q_EMIT cursorMoved(point.x());
}

int MetricChart::drawnPoints() const
{
    return m_canvas->drawnPoints();
}

QString MetricChart::value() const
{
    return m_value->text();
}

void MetricChart::keyPressEvent(QKeyEvent* event)
{
    const int direction = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (direction == 0) {
        QFrame::keyPressEvent(event);
        return;
    }
    const double step = m_xMax >= 2 ? 1 : m_xMax / 50; // an epoch, or a part of a short run
    const double from = m_cursor.value_or(direction > 0 ? -step : m_xMax + step);
    Q_EMIT cursorMoved(std::clamp(std::round(from / step + direction) * step, 0.0, m_xMax));
}

void MetricChart::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::of().tokens().accent, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
}

void MetricChart::focusOutEvent(QFocusEvent* event)
{
    QFrame::focusOutEvent(event);
    Q_EMIT cursorMoved(std::nullopt);
}

} // namespace ui
