#pragma once

#include "core/project/PredictionJobs.h"
#include "ui/widgets/JudgementPainter.h"

#include <QWidget>

#include <memory>
#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace ui {

class Session;

/// Try a version on any picture: dropped or chosen, predicted at once, shown with its boxes and with its scores split into found and
/// discarded at each concept's threshold. Pictures tried here are never added to the project.
class TryItPanel final : public QWidget {
    Q_OBJECT
public:
    explicit TryItPanel(Session& session, QWidget* parent = nullptr);
    ~TryItPanel() override;

    /// `reason`: why it cannot predict (no weights); empty: it can.
    void setVersion(core::VersionId version, core::ViewType type, ShownConcepts concepts, const QString& reason);
    void predict(const QStringList& paths);
    void choosePictures();
    void showPicture(const core::TriedPicture& picture);
    void setDragOver(bool over); // a picture hangs over the page

private:
    class Canvas;
    QWidget* makeDropArea();
    QWidget* makeResult();
    void showCurrent();
    void fill(QGridLayout* list, const std::vector<core::ScoredBox>& answers, bool withThreshold);

    Session& m_session;
    core::VersionId m_version;
    core::ViewType m_type = core::ViewType::Classification;
    ShownConcepts m_concepts;
    QString m_reason;
    std::unique_ptr<core::TryJob> m_job;
    std::vector<core::TriedPicture> m_pictures;
    size_t m_current = 0;
    QStackedWidget* m_stack;
    QWidget* m_drop = nullptr;
    QLabel* m_sentence = nullptr;
    QPushButton* m_choose = nullptr;
    Canvas* m_canvas = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_place = nullptr;
    QLabel* m_state = nullptr;
    QPushButton* m_previous = nullptr;
    QPushButton* m_next = nullptr;
    QGridLayout* m_found = nullptr;
    QGridLayout* m_discarded = nullptr;
};

} // namespace ui
