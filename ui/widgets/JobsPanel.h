#pragma once

#include <QFrame>

#include <QPointer>

#include <functional>
#include <memory>
#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace core {
class Job;
class Project;
struct PictureReport;
struct Progress;
}

namespace ui {

/// The background work, each with its step, count, time left and Cancel; and how the last twenty ended, until dismissed.
class JobsPanel final : public QFrame {
    Q_OBJECT
public:
    explicit JobsPanel(QWidget* parent = nullptr);

    /// Shows `job` until it ends; it may be deleted at any time. Does not own it.
    void add(const QString& title, core::Job* job);
    /// The check of the picture files comes and goes by itself: it is shown once it takes longer than a moment, and stays in the list
    /// only when it found something. null: no project is open.
    void watchPictures(core::Project* project);
    void popupAbove(const QWidget* anchor);
    int running() const;
    int ended() const;
    /// One line for the status bar: what runs, or how many do, or that all has ended. Empty: there is nothing to show.
    QString summary() const;

Q_SIGNALS:
    void changed();

private:
    struct Row;
    std::shared_ptr<Row> addRow(const QString& title, const std::function<void()>& cancel);
    void showProgress(Row& row, const core::Progress& progress);
    void settle(Row& row, const QString& words);
    void remove(const std::shared_ptr<Row>& row);
    void showPictures(const core::Progress& progress);
    void endPictures(const core::PictureReport& report);

    QVBoxLayout* m_rows;
    QPushButton* m_dismiss;
    QLabel* m_none;
    std::vector<std::shared_ptr<Row>> m_all;
    QPointer<core::Project> m_project;
    std::shared_ptr<Row> m_pictures; // of the check that runs now
};

/// "Reading pictures  312 of 9,870, about 2 min": the same words in the panel and in dialogs.
QString wordsOf(const core::Progress& progress);

} // namespace ui
