#pragma once

#include <QFrame>

#include <memory>
#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace core {
class Job;
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
    void popupAbove(const QWidget* anchor);
    int running() const;
    int ended() const;

Q_SIGNALS:
    void changed();

private:
    struct Row;
    void settle(Row& row, const QString& words);

    QVBoxLayout* m_rows;
    QPushButton* m_dismiss;
    QLabel* m_none;
    std::vector<std::shared_ptr<Row>> m_all;
};

/// "Reading pictures  312 of 9,870, about 2 min": the same words in the panel and in dialogs.
QString wordsOf(const core::Progress& progress);

} // namespace ui
