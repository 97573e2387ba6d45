#include "ui/widgets/RunCharts.h"

#include "ui/models/VersionText.h"
#include "ui/support/Numbers.h"
#include "ui/widgets/MetricChart.h"

#include <QGridLayout>

#include <algorithm>
#include <cmath>

namespace ui {

using Part = ChartLine::Part;

namespace {

std::optional<QPointF> pointAt(const std::vector<QPointF>& line, int epoch)
{
    const auto found = std::ranges::find_if(line, [epoch](const QPointF& point) { return int(point.x()) == epoch; });
    return found == line.end() ? std::nullopt : std::optional(*found);
}

} // namespace

RunCharts::RunCharts(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    const int number = int(MetricChart::Unit::Number), share = int(MetricChart::Unit::Percent);
    m_learningRate = make(tr("Learning rate"), int(MetricChart::Unit::Rate), "learningRateChart", tr("How the rate moves during the run; the plan is faint."));
    m_batchLoss = make(tr("Total loss (batch)"), number, "batchLossChart", tr("Should fall over time: the network is learning."));
    m_validationLoss = make(tr("Total loss (val set)"), number, "validationLossChart", tr("Rises while the training loss falls: over-fitting."));
    m_map = make(tr("mAP (val set)"), share, "mapChart", {});
    m_accuracy = make(tr("Accuracy (val set)"), share, "accuracyChart", {});
    setFocusProxy(m_learningRate);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(12);
    layOut();
}

MetricChart* RunCharts::make(const QString& title, int unit, const char* objectName, const QString& hint)
{
    auto* chart = new MetricChart(title, MetricChart::Unit(unit), this);
    chart->setObjectName(QLatin1String(objectName));
    chart->setToolTip(hint);
    chart->setMinimumHeight(smallestHeight);
    chart->setMaximumHeight(320);
    for (auto* other : m_charts) {
        connect(other, &MetricChart::cursorMoved, chart, &MetricChart::setCursorAt);
        connect(chart, &MetricChart::cursorMoved, other, &MetricChart::setCursorAt);
    }
    m_charts.push_back(chart);
    return chart;
}

void RunCharts::layOut()
{
    m_columns = width() < 620 ? 1 : 2;
    m_map->setVisible(m_hasMap);
    int place = 0;
    for (auto* chart : m_charts) {
        m_grid->removeWidget(chart);
        if (chart == m_map && !m_hasMap)
            continue;
        m_grid->addWidget(chart, place / m_columns, place % m_columns);
        ++place;
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, m_columns > 1 ? 1 : 0);
}

void RunCharts::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if ((width() < 620 ? 1 : 2) != m_columns)
        layOut();
}

void RunCharts::showRun(const core::LiveRun& run)
{
    const bool hasMap = run.type != core::ViewType::Classification;
    if (hasMap != m_hasMap) {
        m_hasMap = hasMap;
        layOut();
    }
    m_accuracy->setToolTip(accuracyHint(run.type) + QLatin1Char('\n') + thresholdHint());
    m_map->setToolTip(mapHint(run.type));
    follow(run);
    draw(run);
}

/// Takes what is new in the run. Another run, or one that lost batches, is taken from its beginning.
void RunCharts::follow(const core::LiveRun& run)
{
    if (run.version != m_version || run.batches.size() < m_batchesSeen) {
        m_version = run.version;
        m_batchesSeen = 0;
        m_curves.begin(run.spec);
    }
    m_curves.append(std::span(run.batches).subspan(m_batchesSeen));
    m_batchesSeen = run.batches.size();
    m_curves.setEpochs(run.epochs);
}

void RunCharts::draw(const core::LiveRun& run)
{
    const double span = m_curves.span();
    const bool going = run.status == core::VersionStatus::Running;
    m_learningRate->setLines({{going ? tr("now") : QString(), m_curves.learningRate, Part::First}, {QString(), m_curves.planned, Part::Faint}}, span);
    // The newest batches matter most, so this axis grows with the run.
    const bool headOnly = run.spec.epochs == 0 && !m_curves.batchLoss.empty();
    const double reached = headOnly ? m_curves.batchLoss.back().x() : going ? std::min(span, std::max(1.0, std::ceil(m_curves.position() + 0.25))) : std::max(m_curves.position(), 1e-3);
    m_batchLoss->setLines({{QString(), m_curves.batchLoss, Part::Raw}, {tr("smooth"), m_curves.smoothLoss, Part::First}},
                          m_curves.batchLoss.empty() ? span : reached);
    m_validationLoss->setLines({{tr("validation"), m_curves.validationLoss, Part::Second}, {tr("training mean"), m_curves.trainingLoss, Part::First}}, span);
    m_accuracy->setLines({{m_curves.accuracy.empty() ? QString() : percent(m_curves.accuracy.back().y()), m_curves.accuracy, Part::First}}, span);
    std::vector<ChartLine> map = {{tr("mAP"), m_curves.map, Part::First}};
    if (run.type == core::ViewType::Detection)
        map.push_back({tr("mAP 50"), m_curves.map50, Part::Third});
    m_map->setLines(std::move(map), span);

    const bool byAccuracy = run.type == core::ViewType::Classification;
    m_accuracy->setBest(byAccuracy ? pointAt(m_curves.accuracy, run.bestEpoch) : std::nullopt);
    m_map->setBest(byAccuracy ? std::nullopt : pointAt(m_curves.map, run.bestEpoch));

    const QString none = run.validationItems > 0 ? QString()
                                                 : tr("This view has no validation images, so there is nothing to measure it on. The last epoch is kept.");
    m_validationLoss->setReason(none);
    // Epochs that ended without such a number: it does not exist on these images, and an empty chart would not say so.
    const auto reasonFor = [&](const std::vector<QPointF>& curve) {
        const bool isMeasured = none.isEmpty() && !run.epochs.empty();
        return isMeasured && curve.empty() ? tr("No validation image shows any of the concepts, so this cannot be measured.") : none;
    };
    m_accuracy->setReason(reasonFor(m_curves.accuracy));
    m_map->setReason(reasonFor(m_curves.map));
}

} // namespace ui
