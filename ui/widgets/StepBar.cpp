#include "ui/widgets/StepBar.h"

#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace ui {

namespace {

constexpr double discRadius = 10;
constexpr double barHeight = 6;

bool isBehind(core::StepState state)
{
    return state == core::StepState::Done || state == core::StepState::Skipped;
}

} // namespace

StepBar::StepBar(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Steps of the training"));
    connect(&Theme::of(), &Theme::changed, this, QOverload<>::of(&QWidget::update));
}

void StepBar::setSteps(std::vector<core::StepReport> steps)
{
    m_steps = std::move(steps);
    describe();
    update();
}

void StepBar::setShare(double share)
{
    m_share = std::clamp(share, 0.0, 1.0);
    describe();
    update();
}

QString StepBar::stateText(const core::StepReport& step)
{
    switch (step.state) {
    case core::StepState::Waiting: return tr("waiting");
    case core::StepState::Running:
        if (step.total > 0)
            return tr("%1 of %2").arg(count(step.done), count(step.total));
        return tr("running");
    case core::StepState::Done: return duration(step.seconds);
    case core::StepState::Skipped: return tr("skipped");
    case core::StepState::Failed: return tr("failed");
    }
    return {};
}

void StepBar::describe()
{
    QStringList parts;
    for (const auto& step : m_steps)
        parts << tr("%1: %2").arg(core::nameOf(step.step), stateText(step));
    parts << tr("%1 of the whole run").arg(percent(m_share));
    setAccessibleDescription(parts.join(QStringLiteral(", ")));
}

QSize StepBar::sizeHint() const
{
    const int text = QFontMetrics(Theme::of().font(TextRole::Caption)).height();
    return {700, int(2 * discRadius) + 6 + 2 * text + 2 + 10 + int(barHeight) + 2};
}

QSize StepBar::minimumSizeHint() const
{
    return {360, sizeHint().height()};
}

void StepBar::paintEvent(QPaintEvent*)
{
    const auto& tokens = Theme::of().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);

    const QFont caption = Theme::of().font(TextRole::Caption);
    QFont strong = caption;
    strong.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(caption);
    const double share = m_steps.empty() ? 0 : double(width()) / double(m_steps.size());
    const double middle = discRadius + 1;

    for (size_t i = 0; i < m_steps.size(); ++i) {
        const auto& step = m_steps[i];
        const double left = double(i) * share;
        if (i + 1 < m_steps.size()) {
            QPen line(isBehind(step.state) ? tokens.accent : tokens.line, 1.5);
            if (m_steps[i + 1].state == core::StepState::Skipped || step.state == core::StepState::Skipped)
                line.setStyle(Qt::DashLine);
            painter.setPen(line);
            painter.drawLine(QPointF(left + 2 * discRadius + 5, middle), QPointF(left + share - 4, middle));
        }
        drawDisc(painter, {left + discRadius + 0.5, middle}, step);

        const bool running = step.state == core::StepState::Running;
        const double textTop = 2 * discRadius + 6;
        painter.setFont(running ? strong : caption);
        painter.setPen(running || step.state == core::StepState::Done ? tokens.text
                       : step.state == core::StepState::Failed       ? tokens.err
                                                                      : tokens.text3);
        const QString name = QFontMetricsF(painter.font()).elidedText(core::nameOf(step.step), Qt::ElideRight, share - 8);
        painter.drawText(QPointF(left, textTop + metrics.ascent()), name);
        painter.setFont(caption);
        painter.setPen(step.state == core::StepState::Failed ? tokens.err : tokens.text3);
        painter.drawText(QPointF(left, textTop + metrics.height() + 1 + metrics.ascent()), stateText(step));
    }

    const QRectF bar(0, height() - barHeight - 1, width(), barHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.hover);
    painter.drawRoundedRect(bar, barHeight / 2, barHeight / 2);
    if (m_share > 0) {
        painter.setBrush(tokens.accent);
        painter.drawRoundedRect(QRectF(bar.topLeft(), QSizeF(std::max(barHeight, bar.width() * m_share), barHeight)), barHeight / 2, barHeight / 2);
    }
}

void StepBar::drawDisc(QPainter& painter, QPointF centre, const core::StepReport& step) const
{
    const auto& tokens = Theme::of().tokens();
    const double r = discRadius - 1;
    const auto stroke = [&](const QColor& colour, double width, Qt::PenStyle style = Qt::SolidLine) {
        QPen pen(colour, width, style, Qt::RoundCap, Qt::RoundJoin);
        painter.setPen(pen);
    };
    painter.setBrush(Qt::NoBrush);
    switch (step.state) {
    case core::StepState::Waiting:
        stroke(tokens.edge, 1.5);
        painter.drawEllipse(centre, r, r);
        break;
    case core::StepState::Skipped:
        stroke(tokens.edge, 1.5, Qt::DashLine);
        painter.drawEllipse(centre, r, r);
        break;
    case core::StepState::Running: {
        stroke(tokens.line, 2.5);
        painter.drawEllipse(centre, r, r);
        const double share = step.total > 0 ? std::clamp(double(step.done) / double(step.total), 0.02, 1.0) : 0.25;
        stroke(tokens.accent, 2.5);
        painter.drawArc(QRectF(centre - QPointF(r, r), QSizeF(2 * r, 2 * r)), 90 * 16, -int(share * 360 * 16));
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.accent);
        painter.drawEllipse(centre, 3.5, 3.5);
        break;
    }
    case core::StepState::Done:
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.accent);
        painter.drawEllipse(centre, discRadius, discRadius);
        painter.setBrush(Qt::NoBrush);
        stroke(tokens.onAccent, 1.75);
        painter.drawPolyline(QPolygonF({centre + QPointF(-4, 0.3), centre + QPointF(-1.2, 3.2), centre + QPointF(4.2, -3)}));
        break;
    case core::StepState::Failed:
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.err);
        painter.drawEllipse(centre, discRadius, discRadius);
        stroke(tokens.page, 1.75);
        painter.drawLine(centre + QPointF(-3.2, -3.2), centre + QPointF(3.2, 3.2));
        painter.drawLine(centre + QPointF(-3.2, 3.2), centre + QPointF(3.2, -3.2));
        break;
    }
}

} // namespace ui
