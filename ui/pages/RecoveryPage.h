#pragma once

#include "core/base/Job.h"
#include "core/project/Recovery.h"
#include "ui/support/Ask.h"

#include <QWidget>

#include <optional>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace ui {

/// Back to work after a crash, a broken file or a bad copy, without fear: what was found in the project, its backups, and the ways on.
/// Nothing is changed before a choice is made, and what is replaced lies in the folder `backups` afterwards. The project is closed
/// while this page shows it.
class RecoveryPage final : public QWidget {
    Q_OBJECT
public:
    /// `why`: what led here; empty: a person wants to see the backups. Checks at once, in the background.
    RecoveryPage(Ask ask, const QString& folder, const QString& why, QWidget* parent = nullptr);
    ~RecoveryPage() override; // breaks off what runs; a restore that began is finished

    QString folder() const { return m_folder; }

Q_SIGNALS:
    void openRequested(const QString& folder); // go on with it, or with the copy of a backup
    void closeRequested();

private:
    QWidget* makeBackups();
    QWidget* makeActs();
    void check();
    void showCheck();
    void showRepair(const core::ProjectRepair& repair);
    void restore();
    void openAsCopy();
    void salvage();
    void run(const QString& words, const std::function<void()>& work, const std::function<void()>& ended);
    void updateActs();
    std::optional<core::Backup> chosen() const;

    Ask m_ask;
    QString m_folder;
    core::ProjectCheck m_check;
    QLabel* m_reason = nullptr; // what led here
    QLabel* m_result = nullptr;
    QLabel* m_done = nullptr; // what a repair brought back
    QListWidget* m_problems = nullptr;
    QTableWidget* m_backups = nullptr;
    QLabel* m_noBackups = nullptr;
    QWidget* m_work = nullptr;
    QLabel* m_workText = nullptr;
    QPushButton* m_goOn = nullptr;
    QPushButton* m_restore = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_salvage = nullptr;
    core::Job m_job; // last: its destructor waits, while what it tells still lives
};

} // namespace ui
