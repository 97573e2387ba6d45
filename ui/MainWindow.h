#pragma once

#include "core/base/Id.h"
#include "core/project/Project.h"
#include "ui/support/Ask.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>

#include <memory>

class QFrame;
class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace core {
class Job;
class Thumbnails;
}

namespace ui {

class ImagesPage;
class ImportDialog;
class JobsPanel;
class NavigationRail;
class NewProjectDialog;
class PictureWatch;
class Session;
class StartPage;
class StatusBar;
class TrainingIndicator;
class ViewSelector;

/// The places a person can be.
enum class Place { Start, Images, Annotate, Views, Library, Training, Version };

/// The window: menus, top bar, navigation, pages, status. Pages do not know each other; this connects them.
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

    Session* session() const { return m_session.get(); }
    Place place() const { return m_place; }
    void goTo(Place place);
    QWidget* currentPage() const;

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Actions;

    // MainWindow.cpp: the frame and the project
    void buildFrame();
    QWidget* buildTopBar();
    QFrame* buildNotice();
    void showSession(std::unique_ptr<core::Project> project);
    void leaveSession();
    void takeOver(std::unique_ptr<core::Project> project);
    bool isOpen(const QString& path) const;
    bool isBusy() const; // leaving the project now would end something
    void whenIdle(const QString& title, const QString& verb, const std::function<void()>& act); // asks first if it is not
    void connectSession();
    void projectChanged(const core::ChangeSet& change);
    void showNotice(const QStringList& notes);
    void rememberWindow() const;

    // MainWindowActions.cpp: menus
    void buildActions();
    void buildMenus();
    void fillRecentMenu(QMenu* menu);
    void updateActions();
    QAction* action(const QString& text, const QKeySequence& key, const QString& name, const std::function<void()>& act);

    // MainWindowPages.cpp: navigation
    void display(Place place);
    QWidget* pageFor(Place place);
    QWidget* makePage(Place place);
    void step(int direction); // in the history
    void buildRail();
    void showVersion(core::VersionId version);
    void showTraining(core::VersionId version);
    void updateCounts();
    void fitToWidth(int before, int now);

    // MainWindowActs.cpp: what menus and pages ask for
    void newProject();
    void newProjectFrom(const QStringList& paths);
    void createProject(const NewProjectDialog& dialog, const QStringList& paths);
    void openDialog();
    void openSample();
    void copySample(const QString& folder);
    void findMissing(const QString& folder);
    void importPaths(const QStringList& paths);
    void train();
    void stopTraining();
    void showAbout();
    void toggleRail();
    void toggleInspector();

    Ask m_ask;
    std::unique_ptr<Actions> m_actions;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<core::Thumbnails> m_thumbnails;
    std::unique_ptr<PictureWatch> m_pictureWatch;
    std::unique_ptr<core::Job> m_sampleJob;
    QHash<int, QWidget*> m_pages; // of the open project, made when first shown
    std::vector<Place> m_history;
    std::size_t m_historyAt = 0;
    Place m_place = Place::Start;
    bool m_railCollapsed = false;
    QWidget* m_topBar = nullptr;
    QPushButton* m_projectButton = nullptr;
    ViewSelector* m_viewSelector = nullptr;
    TrainingIndicator* m_indicator = nullptr;
    NavigationRail* m_rail = nullptr;
    QFrame* m_railLine = nullptr;
    QFrame* m_notice = nullptr;
    QLabel* m_noticeText = nullptr;
    QStackedWidget* m_stack = nullptr;
    StartPage* m_start = nullptr;
    StatusBar* m_status = nullptr;
    JobsPanel* m_jobs = nullptr;
    QPointer<ImportDialog> m_import;
    bool m_leaving = false; // the person has agreed to close
};

} // namespace ui
