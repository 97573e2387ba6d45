#pragma once

#include "core/project/DataExport.h"

#include <QDialog>

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace ui {

class ExportChoices;
class Session;

/// Writes images and annotations of a view for other programs: choices, what would go out by them, writing, and what was read back.
/// Never blocks the window. It may be closed while it writes: then it goes on and tells at its end, and opening it again shows it.
class ExportDialog final : public QDialog {
    Q_OBJECT
public:
    ExportDialog(Session& session, std::vector<core::ItemId> selected, QWidget* parent = nullptr);
    ~ExportDialog() override; // cancels what runs

    core::DataExportJob& job() { return m_job; }
    bool isWriting() const { return m_isWaiting || m_job.isRunning(); }

Q_SIGNALS:
    void writingStarted();
    void exported(const core::ExportResult& result);

protected:
    void reject() override;

private:
    void build();
    void connectJobs();
    void recount();
    void showCount(const core::ExportPlan& plan);
    void start();
    void askAboutNothing();
    void askAboutTaken();
    void write();
    void begin(const core::ExportRequest& request);
    void showProgress(const core::Progress& progress);
    void showResult(const core::ExportResult& result);
    void fail(const QString& sentence);
    void cancel();
    void say(const QString& text, const char* role);
    void copyCommand();
    void update();
    void makeRoom();

    Session& m_session;
    ExportChoices* m_choices;
    QLabel* m_counts = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_said = nullptr;
    QPushButton* m_folder = nullptr;
    QPushButton* m_command = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_export = nullptr;
    QString m_written;                       // folder of the last export
    std::optional<core::ExportPlan> m_plan;  // what would go out; none while it is counted, or when it cannot
    bool m_isCountStale = false;
    bool m_isWaiting = false; // for edits that are being saved, so that they go out too
    core::DataExportJob m_counter;
    core::DataExportJob m_job; // last: its destructor waits, while the widgets it tells still live
};

} // namespace ui
