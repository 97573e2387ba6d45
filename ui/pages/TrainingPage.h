#pragma once

#include "core/project/TrainingQueue.h"
#include "ui/widgets/RunPanel.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace core {
class Job;
}

namespace ui {

class EmptyState;
class PageHeader;
class RunCharts;
class Session;
class StepBar;

/// A training as it runs: its steps, its five charts, what is left. Leaving the page changes nothing; coming late shows everything.
/// With nothing running it shows the last run of the view.
class TrainingPage final : public QWidget {
    Q_OBJECT
public:
    explicit TrainingPage(Session& session, QWidget* parent = nullptr);
    ~TrainingPage() override;

    /// Draws this run, live or ended.
    void showRun(const core::LiveRun& run);
    /// The run of a version: from the queue, or as stored.
    void showVersion(core::VersionId version);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeBody();
    void connectQueue();
    void showCurrent();
    std::optional<core::VersionRecord> lastRun() const; // of the view
    void showStored(const core::VersionRecord& version);
    void showNotes(const core::LiveRun& run);
    void stop();

    Session& m_session;
    core::VersionId m_version;
    std::optional<RunPanel::Ended> m_ended; // of a stored run
    core::VersionId m_stopping; // its stop was asked for
    PageHeader* m_header;
    QPushButton* m_stop;
    QPushButton* m_open;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QWidget* m_emptyBar = nullptr;
    QLabel* m_queue = nullptr;
    QLabel* m_note = nullptr;
    QLabel* m_summary = nullptr;
    StepBar* m_steps = nullptr;
    RunCharts* m_charts = nullptr;
    RunPanel* m_side = nullptr;
    QTimer m_drawTimer;
    std::unique_ptr<core::Job> m_reading; // of a stored run's batches
};

} // namespace ui
