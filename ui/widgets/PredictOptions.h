#pragma once

#include "core/project/PredictionRun.h"

#include <QScrollArea>

#include <optional>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QVBoxLayout;

namespace ui {

class ElidedLabel;
class Session;
class SourceOptions;

/// The controls of a prediction: which version, which pictures, what counts as an answer, what is written. Says what it was told as a request.
class PredictOptions final : public QScrollArea {
    Q_OBJECT
public:
    explicit PredictOptions(Session& session, QWidget* parent = nullptr);

    /// Versions of the view that can predict, newest first; the chosen one stays chosen while it is there.
    void reload();
    void choose(core::VersionId version);
    std::optional<core::VersionRecord> version() const;
    core::ViewType type() const { return m_type; }
    SourceOptions& source() const { return *m_source; }

    core::PredictionRequest request() const;
    void setFolder(const QString& folder);
    bool wantsFolder() const; // results are to be written, and nobody said where
    double thresholdOffset() const;
    bool showsBelow() const;
    bool showsLabels() const;
    bool showsScores() const;
    void setBusy(bool isBusy); // the source stays as it was while it is read

Q_SIGNALS:
    void versionChanged();
    void looksChanged();   // thresholds, or what is shown
    void startRequested(); // pictures were chosen

private:
    void addHead(const QString& text);
    QWidget* addField(const QString& text, QWidget* field, const QString& hint);
    void buildAnswers();
    void buildOutputs();
    void showType();
    void chooseFolder();

    Session& m_session;
    std::vector<core::VersionRecord> m_versions;
    core::ViewType m_type = core::ViewType::Classification;
    QVBoxLayout* m_column;
    QComboBox* m_version;
    SourceOptions* m_source;
    QDoubleSpinBox* m_offset = nullptr;
    QDoubleSpinBox* m_overlap = nullptr;
    QSpinBox* m_most = nullptr;
    QCheckBox* m_below = nullptr;
    QCheckBox* m_labels = nullptr;
    QCheckBox* m_scores = nullptr;
    QComboBox* m_table = nullptr;
    QCheckBox* m_drawn = nullptr;
    QCheckBox* m_blurred = nullptr;
    QCheckBox* m_crops = nullptr;
    ElidedLabel* m_folderName = nullptr;
    QPushButton* m_chooseFolder = nullptr;
    QString m_folder;
    std::vector<QWidget*> m_ofBoxes; // what only detection has
};

} // namespace ui
