#pragma once

#include "core/project/VersionFolder.h"
#include "ui/widgets/JudgementPainter.h"

#include <QMap>
#include <QWidget>

#include <optional>

class QBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;

namespace core {
class Thumbnails;
}

namespace ui {

class Card;
class ConceptScoresModel;
class ConfusionMatrixView;
class JudgedGrid;
class Session;
class VersionMeasures;

/// How good a version is and where it fails, on the validation, test or training images. Draws what VersionMeasures knows.
class VersionEvaluation final : public QWidget {
    Q_OBJECT
public:
    VersionEvaluation(Session& session, core::Thumbnails& thumbnails, QWidget* parent = nullptr);
    ~VersionEvaluation() override;

    void showVersion(const core::VersionRecord& version, core::ViewType type, const ShownConcepts& concepts, int testImages);
    /// What was stored of the validation set; `report` absent: there is none.
    void showValidation(const std::optional<core::EvaluationReport>& report, std::vector<core::JudgedExample> judged);
    void choose(core::Split split);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeSets();
    QWidget* makeTable();
    QWidget* makeMatrix();
    QWidget* makeGrid();
    void showMeasures(); // what the measures know now
    void showReport(const core::EvaluationReport& report);
    void lookUpPictures(std::vector<core::JudgedExample>& judged) const;
    void fitTable();

    Session& m_session;
    core::Thumbnails& m_thumbnails;
    core::VersionRecord m_version;
    core::ViewType m_type = core::ViewType::Classification;
    ShownConcepts m_concepts;
    VersionMeasures* m_measures;
    QMap<int, QPushButton*> m_sets; // by core::Split
    QLabel* m_summary = nullptr;
    QLabel* m_sentence = nullptr;
    QWidget* m_progress = nullptr;
    QLabel* m_progressText = nullptr;
    QProgressBar* m_progressBar = nullptr;
    QWidget* m_numbers = nullptr;
    QBoxLayout* m_pair = nullptr;
    ConceptScoresModel* m_model;
    QTableView* m_table = nullptr;
    ConfusionMatrixView* m_matrix = nullptr;
    Card* m_gridCard = nullptr;
    JudgedGrid* m_grid = nullptr;
};

} // namespace ui
