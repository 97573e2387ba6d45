#pragma once

#include <QDateTime>
#include <QFrame>
#include <QPointer>

class QLabel;
class QPushButton;
class QTimer;

namespace core {
class Project;
}

namespace ui {

/// The last line of the window: saved mark, counts of the page, jobs, a hint.
class StatusBar final : public QFrame {
    Q_OBJECT
public:
    explicit StatusBar(QWidget* parent = nullptr);

    void watch(core::Project* project); // null: none. The saved mark follows its commits
    void setCounts(const QString& text);
    void setHint(const QString& text);
    void setJobs(const QString& text); // a line about the background work; empty: there is none
    QString savedText() const;

Q_SIGNALS:
    void jobsRequested();
    void failureRequested(const QString& message); // the mark was clicked after an edit that was given up
    void retryRequested(const QString& message);   // the mark was clicked while edits wait for the disk

private:
    enum class Mark { None, Saved, Saving, Waiting, Failed, ReadOnly };
    void setMark(Mark mark);
    void settle(); // the mark of what the project holds now

    QPointer<core::Project> m_project;
    Mark m_mark = Mark::None;
    QDateTime m_savedAt;
    QString m_failure;
    QPushButton* m_saved;
    QLabel* m_counts;
    QPushButton* m_jobs;
    QLabel* m_hint;
    QTimer* m_patience;   // a write longer than this is shown
    QTimer* m_hintTimer;
};

} // namespace ui
