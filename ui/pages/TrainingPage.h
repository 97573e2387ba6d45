#pragma once

#include "core/project/TrainingQueue.h"

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
class FactList;
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
    QWidget* makeSide();
    void connectQueue();
    void showCurrent();
    std::optional<core::VersionRecord> lastRun() const; // of the view
    void showStored(const core::VersionRecord& version);
    void showNow(const core::LiveRun& run);
    void showNotes(const core::LiveRun& run);
    void stop();

    Session& m_session;
    core::VersionId m_version;
    struct Ended {
        double seconds = 0;
        QString device;
    };
    std::optional<Ended> m_ended; // of a stored run: what its live values do not hold
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
    QWidget* m_side = nullptr;
    QLabel* m_heading = nullptr;
    QLabel* m_left = nullptr;
    QLabel* m_leftCaption = nullptr;
    QLabel* m_best = nullptr;
    QLabel* m_bestCaption = nullptr;
    FactList* m_facts = nullptr;
    QTimer m_drawTimer;
    std::unique_ptr<core::Job> m_reading; // of a stored run's batches
};

} // namespace ui
