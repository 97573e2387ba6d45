#pragma once

#include "core/project/PredictionJob.h"

#include <QWidget>

#include <memory>

class QButtonGroup;
class QComboBox;
class QFrame;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace ui {

class AnswerGrid;
class AnswerListModel;
class AnswerView;
class ElidedLabel;
class NoticeBar;
class PageHeader;
class PredictOptions;
class Session;

/// Use a version on new pictures: dropped, of a folder, of the project, of a film, a camera or the clipboard. Shows the answers as they
/// come, and writes them where a person wants them. Nothing is added to the project.
class PredictPage final : public QWidget {
    Q_OBJECT
public:
    explicit PredictPage(Session& session, QWidget* parent = nullptr);
    ~PredictPage() override;

    void chooseVersion(core::VersionId version);
    void predict(const QStringList& paths); // as if they were dropped here
    core::PredictionJob& job() { return m_job; }

Q_SIGNALS:
    void started(core::Job* job); // for the list of background work

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    enum Shown { Grid, Picture, Concepts };
    QWidget* makeEmpty();
    QWidget* makeResults();
    QWidget* makeBar();
    void connectJob();
    void start();
    void begin(const core::PredictionRequest& request);
    void showVersion();
    void showLooks();
    void showBegan(const std::shared_ptr<core::AnswerStore>& answers);
    void showProgress(const core::Progress& progress);
    void showEnded(const core::PredictionReport& report);
    void showFailure(const QString& sentence);
    void settle();
    void showAs(Shown shown);
    void step(int direction);
    void togglePause();
    void showUnread();
    void tally();
    void fillConcepts(const std::vector<core::AnswerStore::Tally>& tallies);
    void copyCommand();
    void setDragOver(bool isOver);
    bool isOfFrames() const; // of a film or a camera

    Session& m_session;
    PageHeader* m_header;
    QPushButton* m_predict;
    PredictOptions* m_options;
    QStackedWidget* m_stack;
    QFrame* m_drop = nullptr;
    QLabel* m_sentence = nullptr;
    QPushButton* m_choose = nullptr;
    NoticeBar* m_notice = nullptr;
    QWidget* m_running = nullptr;
    QProgressBar* m_progress = nullptr;
    ElidedLabel* m_state = nullptr;
    QPushButton* m_pause = nullptr;
    QPushButton* m_cancel = nullptr;
    QWidget* m_bar = nullptr;
    QComboBox* m_order = nullptr;
    QButtonGroup* m_shown = nullptr;
    QStackedWidget* m_views = nullptr;
    AnswerListModel* m_model;
    AnswerGrid* m_grid = nullptr;
    AnswerView* m_view = nullptr;
    QTableWidget* m_concepts = nullptr;
    core::PredictionRequest m_request; // that runs, or ran last
    core::PredictionReport m_report;
    std::vector<core::FrozenConcept> m_frozen; // of the version that answered
    std::vector<int> m_colours;
    bool m_follows = false; // the newest picture of a film or a camera is shown
    core::Job m_tallying;
    bool m_talliesAgain = false;
    core::PredictionJob m_job; // last: it ends first
};

} // namespace ui
