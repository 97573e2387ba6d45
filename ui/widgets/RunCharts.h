#pragma once

#include "core/project/TrainingQueue.h"
#include "ui/models/RunCurves.h"

#include <QWidget>

class QGridLayout;

namespace ui {

class MetricChart;

/// The five charts of a run, live or finished: learning rate, total loss (batch), total loss (val set), accuracy (val set) and
/// mAP (val set), which is not made for classification. They share one cross-line. Follows a growing run without starting anew.
class RunCharts final : public QWidget {
    Q_OBJECT
public:
    explicit RunCharts(QWidget* parent = nullptr);

    void showRun(const core::LiveRun& run);
    const RunCurves& curves() const { return m_curves; }

    static constexpr int smallestHeight = 190;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    MetricChart* make(const QString& title, int unit, const char* objectName, const QString& hint);
    void layOut();
    void follow(const core::LiveRun& run);
    void draw(const core::LiveRun& run);

    RunCurves m_curves;
    core::VersionId m_version;
    size_t m_batchesSeen = 0;
    std::vector<MetricChart*> m_charts;
    MetricChart* m_learningRate;
    MetricChart* m_batchLoss;
    MetricChart* m_validationLoss;
    MetricChart* m_accuracy;
    MetricChart* m_map;
    QGridLayout* m_grid;
    bool m_hasMap = true;
    int m_columns = 0;
};

} // namespace ui
