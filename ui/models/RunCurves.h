#pragma once

#include "core/dataset/Model.h"
#include "core/training/TrainingSpec.h"

#include <QPointF>

#include <optional>
#include <span>
#include <vector>

namespace ui {

/// The curves of one run, for charts: x in epochs, y as recorded (shares 0..1). Grows with the run; nothing is computed twice.
class RunCurves {
public:
    /// Forgets everything and takes the plan of `spec`.
    void begin(const core::TrainingSpec& spec);
    void append(std::span<const core::BatchMetrics> batches);
    void setEpochs(const std::vector<core::EpochMetrics>& epochs);

    std::vector<QPointF> planned; // learning rate over the whole run
    std::vector<QPointF> learningRate, batchLoss, smoothLoss; // a run of the head phase alone: loss over iterations
    std::vector<QPointF> validationLoss, trainingLoss, accuracy, map, map50;

    double span() const { return m_span; }     // epochs of the whole run, at least 1
    double position() const { return m_position; } // epochs done so far

private:
    double m_span = 1;
    double m_position = 0;
    bool m_isHeadOnly = false;
    double m_rateFrom = 0;
    double m_sum = 0;    // of the running average
    double m_weight = 0; // so that the first values are not drawn toward 0
};

/// Keeps the least and the greatest point of each of `columns` columns between `from` and `to`, in order, with the first and the
/// last: what a chart of that width can show. Points must be sorted by x. Lists that are short enough come back as they are.
std::vector<QPointF> decimated(const std::vector<QPointF>& points, double from, double to, int columns);

/// The epoch since which the validation loss rose for at least three epochs in a row while the training loss fell; absent if not so now.
std::optional<int> memorisingSince(const std::vector<core::EpochMetrics>& epochs);

} // namespace ui
