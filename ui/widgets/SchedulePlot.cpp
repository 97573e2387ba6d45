#include "ui/widgets/SchedulePlot.h"

#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"

#include <QPainter>

#include <algorithm>

namespace ui {

SchedulePlot::SchedulePlot(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumHeight(sizeHint().height());
    setAccessibleName(tr("Plan of the learning rate"));
    connect(&Theme::of(), &Theme::changed, this, QOverload<>::of(&QWidget::update));
}

void SchedulePlot::setSpec(const core::TrainingSpec& spec)
{
    m_spec = spec;
    setAccessibleDescription(tr("From the start to the end of %1 epochs; at most %2.").arg(count(spec.epochs), rate(spec.learningRate)));
    update();
}

void SchedulePlot::paintEvent(QPaintEvent*)
{
    const auto& tokens = Theme::of().tokens();
    QPainter painter(this);
    const QFont font = Theme::of().font(TextRole::Axis);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    const QString top = rate(m_spec.learningRate);
    const double left = metrics.horizontalAdvance(QStringLiteral("8.8e-8")) + 8;
    const QRectF plot(left, metrics.height() / 2 + 1, width() - left - 8, height() - 1.5 * metrics.height() - 7);

    painter.setPen(QPen(tokens.line, 1));
    painter.drawLine(plot.topLeft(), plot.topRight());
    painter.setPen(QPen(tokens.edge, 1));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.setPen(tokens.text3);
    const auto label = [&](const QString& text, double right, double middle) {
        painter.drawText(QRectF(0, middle - metrics.height() / 2, right, metrics.height()), Qt::AlignRight | Qt::AlignVCenter, text);
    };
    label(top, left - 6, plot.top());
    label(QStringLiteral("0"), left - 6, plot.bottom());

    if (m_spec.epochs == 0) {
        painter.drawText(plot, Qt::AlignCenter, tr("The head phase alone has no schedule."));
        return;
    }
    const int step = std::max(1, (m_spec.epochs + 4) / 5);
    for (int epoch = 0; epoch <= m_spec.epochs; epoch += step) {
        const double x = plot.left() + plot.width() * epoch / m_spec.epochs;
        painter.drawText(QRectF(x - 30, plot.bottom() + 4, 60, metrics.height()), Qt::AlignHCenter, count(epoch));
    }

    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.s1, 2));
    QPolygonF line;
    const int points = std::max(2, int(plot.width()));
    for (int i = 0; i <= points; ++i) {
        const double progress = double(i) / points;
        line << QPointF(plot.left() + plot.width() * progress, plot.bottom() - plot.height() * core::scheduleFactor(m_spec, progress));
    }
    painter.drawPolyline(line);
}

} // namespace ui
