#pragma once

#include "core/base/Id.h"
#include "core/project/Project.h"
#include "ui/Navigation.h"
#include "ui/support/Ask.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>

class QFrame;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTemporaryDir;

namespace core {
class Thumbnails;
}

namespace ui {

class ExportDialog;
class HelpDesk;
class ImagesPage;
class ImportDialog;
class JobsPanel;
class Leaving;
class NavigationRail;
class PictureWatch;
class PageBars;
class ProjectDoor;
class RecoveryPage;
class Session;
class SettingsDialog;
class StartPage;
class StatusBar;
class TrainVersionDialog;
class TrainingIndicator;
class ViewSelector;

/// The window: menus, top bar, navigation, pages, status. Pages do not know each other; this connects them. What a page cannot read
/// is said in a bar over the pages, and the rest goes on.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Ask ask, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens a project (its folder or a file of it) in place of the open one, which stays until the new one is there. True: it is
    /// open. False: it could not be opened, which is told, or a question about it stands open.
    bool openProject(const QString& path);
    void openLastProject(); // if it is still there; else Start
    void closeProject();    // asks first while something runs
    /// What a drop does: opens a project, or imports pictures and folders (into a new project when none is open).
    void takePaths(const QStringList& paths);
    /// What a double click in the file manager or a second start of the program asks for: this window in front, and then the same as a
    /// drop. While a dialog waits for an answer the paths wait, too, and the person is told.
    void openFromOutside(const QStringList& paths);

    /// Says something over the pages until it is closed, whatever project comes and goes.
    void say(const QString& sentence);
    void showSettings(int page = -1); // SettingsDialog::Page; below 0: where it was left

    Session* session() const { return m_session.get(); }
    Place place() const { return m_navigation->place(); }
    void goTo(Place place);
    QWidget* currentPage() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Actions;

    // MainWindowFrame.cpp: what stands round the pages
    void buildFrame();
    QWidget* buildTopBar();
    void connectFrame();
    void buildRail();

    // MainWindow.cpp: projects that come and go
    void showSession(std::unique_ptr<core::Project> project);
    void leaveSession();
    void takeOver(std::unique_ptr<core::Project> project, const QStringList& imports);
    bool isOpen(const QString& path) const;
    void connectSession();
    void projectChanged(const core::ChangeSet& change);
    void showRecovery(const QString& folder, const QString& why);
    void leaveRecovery();
    void rememberWindow() const;

    // MainWindowActions.cpp: menus
    void buildActions();
    void buildMenus();
    void fillRecentMenu(QMenu* menu);
    void updateActions();
    QAction* action(const QString& text, const QKeySequence& key, const QString& name, const std::function<void()>& act);

    // MainWindowRequests.cpp: what menus and pages ask for
    QWidget* makePage(Place place);
    void arrived(Place place);
    void showVersion(core::VersionId version);
    void showTraining(core::VersionId version);
    QWidget* makePredictPage();
    void showPredict(core::VersionId version);
    void updateCounts();
    void fitToWidth(int before, int now);
    void importPaths(const QStringList& paths, bool copies = false);
    void paste();
    void exportData();
    void takeWaitingPaths();
    void train();
    void stopTraining();
    void exportShownModel();
    void showAbout();
    void toggleRail();
    void toggleInspector();

    Ask m_ask;
    std::unique_ptr<Actions> m_actions;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<core::Thumbnails> m_thumbnails;
    std::unique_ptr<PictureWatch> m_pictureWatch;
    bool m_railCollapsed = false;
    QWidget* m_topBar = nullptr;
    QPushButton* m_projectButton = nullptr;
    ViewSelector* m_viewSelector = nullptr;
    TrainingIndicator* m_indicator = nullptr;
    NavigationRail* m_rail = nullptr;
    QFrame* m_railLine = nullptr;
    PageBars* m_bars = nullptr;
    QStackedWidget* m_stack = nullptr;
    Navigation* m_navigation = nullptr;
    StartPage* m_start = nullptr;
    StatusBar* m_status = nullptr;
    JobsPanel* m_jobs = nullptr;
    ProjectDoor* m_door = nullptr;
    Leaving* m_leaving = nullptr;
    HelpDesk* m_help = nullptr;
    QPointer<ImportDialog> m_import;
    QPointer<ExportDialog> m_export;
    QPointer<RecoveryPage> m_recovery;
    QPointer<SettingsDialog> m_settings;
    QPointer<TrainVersionDialog> m_train; // kept while the project is open, and with it what was entered
    std::unique_ptr<QTemporaryDir> m_pasted; // pictures from the clipboard, until they are imported
    QStringList m_waitingPaths; // from outside, for the end of a dialog
    bool m_hasAgreed = false; // the person, to what closing ends
};

} // namespace ui
