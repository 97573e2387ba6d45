#include "ui/models/RunCurves.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double smoothing = 0.6;
constexpr int planPoints = 200;

void take(std::vector<QPointF>& line, int epoch, std::optional<double> value)
{
    if (value && std::isfinite(*value))
        line.emplace_back(epoch, *value);
}

} // namespace

void RunCurves::begin(const core::TrainingSpec& spec)
{
    *this = {};
    m_span = std::max(1, spec.epochs);
    m_isHeadOnly = spec.epochs == 0;
    if (spec.epochs == 0)
        return; // the head phase alone has no schedule
    for (int i = 0; i <= planPoints; ++i) {
        const double progress = double(i) / planPoints;
        planned.emplace_back(progress * m_span, spec.learningRate * core::scheduleFactor(spec, progress));
    }
}

void RunCurves::append(std::span<const core::BatchMetrics> batches)
{
    for (const auto& batch : batches) {
        // The rate of a batch holds from the end of the one before; the head phase solves without one.
        if (batch.epoch > 0)
            learningRate.emplace_back(m_rateFrom, batch.learningRate);
        m_rateFrom = batch.position;
        m_position = std::max(m_position, batch.position);
        if (!std::isfinite(batch.loss))
            continue;
        const double x = m_isHeadOnly ? batch.iteration : batch.position;
        m_sum = smoothing * m_sum + (1 - smoothing) * batch.loss;
        m_weight = smoothing * m_weight + (1 - smoothing);
        batchLoss.emplace_back(x, batch.loss);
        smoothLoss.emplace_back(x, m_sum / m_weight);
    }
}

void RunCurves::setEpochs(const std::vector<core::EpochMetrics>& epochs)
{
    for (auto* line : {&validationLoss, &trainingLoss, &accuracy, &map, &map50})
        line->clear();
    for (const auto& epoch : epochs) {
        take(validationLoss, epoch.epoch, epoch.valLoss);
        take(trainingLoss, epoch.epoch, epoch.trainLoss);
        take(accuracy, epoch.epoch, epoch.accuracy);
        take(map, epoch.epoch, epoch.map);
        take(map50, epoch.epoch, epoch.map50);
        m_position = std::max(m_position, double(epoch.epoch));
    }
}

std::vector<QPointF> decimated(const std::vector<QPointF>& points, double from, double to, int columns)
{
    if (columns < 1 || to <= from || points.size() <= size_t(columns) * 2)
        return points;

    std::vector<QPointF> kept;
    kept.reserve(size_t(columns) * 2 + 2);
    const auto columnOf = [&](const QPointF& point) { return int((point.x() - from) / (to - from) * columns); };
    const auto keep = [&](const QPointF& point) {
        if (kept.empty() || kept.back() != point)
            kept.push_back(point);
    };

    keep(points.front());
    for (size_t begin = 0; begin < points.size();) {
        const int column = columnOf(points[begin]);
        size_t least = begin, greatest = begin, end = begin;
        for (; end < points.size() && columnOf(points[end]) == column; ++end) {
            if (points[end].y() < points[least].y())
                least = end;
            if (points[end].y() > points[greatest].y())
                greatest = end;
        }
        keep(points[std::min(least, greatest)]);
        keep(points[std::max(least, greatest)]);
        begin = end;
    }
    keep(points.back());
    return kept;
}

std::optional<int> memorisingSince(const std::vector<core::EpochMetrics>& epochs)
{
    size_t since = epochs.size();
    while (since >= 2) {
        const auto& now = epochs[since - 1];
        const auto& before = epochs[since - 2];
        const bool known = now.valLoss && before.valLoss && now.trainLoss && before.trainLoss;
        if (!known || !(*now.valLoss > *before.valLoss) || !(*now.trainLoss < *before.trainLoss))
            break;
        --since;
    }
    const size_t risen = epochs.size() - since;
    return risen >= 3 ? std::optional(epochs[since].epoch) : std::nullopt;
}

} // namespace ui
