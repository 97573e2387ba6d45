#pragma once

#include "core/project/Project.h"
#include "core/project/TrainingQueue.h"
#include "ui/widgets/JudgementPainter.h"

#include <QWidget>

class QGridLayout;

namespace ui {

class FactList;
class RunCharts;

/// How a version was trained: its options, its data with the counts of each concept, how long, where, and its curves.
class VersionInformation final : public QWidget {
    Q_OBJECT
public:
    explicit VersionInformation(QWidget* parent = nullptr);

    struct Count {
        int train = 0;
        int validation = 0;
    };
    void showVersion(const core::VersionRecord& version, const core::LiveRun& run, const ShownConcepts& concepts);
    void showRun(const core::LiveRun& run); // with its batches, read later
    void showCounts(const std::vector<Count>& counts);

private:
    FactList* m_options;
    FactList* m_run;
    FactList* m_data;
    QWidget* m_countsBox;
    QGridLayout* m_counts;
    RunCharts* m_charts;
    ShownConcepts m_concepts;
};

} // namespace ui
