#pragma once

#include "core/project/ImportJob.h"

#include <QDialog>

#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace ui {

class ImportSources;
class ImportSummary;
class NoticeBar;
class Session;

/// Brings pictures and annotations in: source, reading, what will happen, writing, result. Never blocks the window, writes
/// nothing before Import is pressed, and may be closed while it writes: then it goes on and tells at its end.
class ImportDialog final : public QDialog {
    Q_OBJECT
public:
    /// `sources`: files and folders; empty asks for them.
    ImportDialog(Session& session, const QStringList& sources, QWidget* parent = nullptr);
    ~ImportDialog() override; // cancels what runs

    core::ImportJob& job() { return m_job; }
    bool isWorking() const { return m_job.isRunning(); }
    bool isWriting() const { return isWorking() && m_step == Step::Writing; }
    /// Adds more sources while nothing is read yet; reads them at once.
    /// `copies`: the pictures are copied into the project, since where they lie now does not stay.
    void addSources(const QStringList& sources, bool copies = false);

Q_SIGNALS:
    void writingStarted();
    void imported(const core::ImportReport& report);

protected:
    void closeEvent(QCloseEvent* event) override;
    void reject() override;

private:
    enum class Step { Source, Reading, Summary, Writing, Result };
    QWidget* makeWork();
    QWidget* makeResult();
    void connectJob();
    void go(Step step);
    void read();
    void choose();
    void write();
    void askAboutOutside(const core::ImportReport& report);
    void showSummary(const core::ImportReport& report);
    void showResult(const core::ImportReport& report);
    void fail(const QString& message);
    void sourcesChanged(bool isMore);

    Session& m_session;
    core::ImportOptions m_options;
    Step m_step = Step::Source;
    QStackedWidget* m_stack;
    ImportSources* m_sources = nullptr;
    QLabel* m_work = nullptr;
    QProgressBar* m_bar = nullptr;
    ImportSummary* m_summary = nullptr;
    NoticeBar* m_outside = nullptr; // pictures that lie outside of the source
    QLabel* m_resultTitle = nullptr;
    ImportSummary* m_result = nullptr;
    QPushButton* m_back;
    QPushButton* m_cancel;
    QPushButton* m_next;
    core::ImportJob m_job; // last: its destructor waits, while the widgets it tells still live
};

} // namespace ui
