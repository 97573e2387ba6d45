#pragma once

#include "core/dataset/TrainingSelection.h"

#include <QDialog>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class Session;
class TrainingCheck;
class TrainingOptions;

/// Names a version, sets its options, shows what it would use, and starts it. Opening it freezes nothing; Create does.
/// Cancel keeps the entries for the next opening.
class TrainVersionDialog final : public QDialog {
    Q_OBJECT
public:
    explicit TrainVersionDialog(Session& session, QWidget* parent = nullptr);
    ~TrainVersionDialog() override;

    /// The same training as a line for the terminal; empty while counting.
    QString command() const;
    const std::optional<core::TrainingSelection>& selection() const { return m_selection; } // absent while counting

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeTop();
    QWidget* makeMiddle();
    QWidget* makeBottom();
    void prepare();
    void countSelection();
    void updateCheck();
    void relinkMissing();
    void updateExpected();
    void measurePace();
    void updateCreate();
    void create();

    Session& m_session;
    core::ViewId m_view;
    std::optional<core::TrainingSelection> m_selection;
    bool m_nameTouched = false;
    bool m_isCreating = false;
    bool m_isMeasured = false;
    std::optional<QSize> m_checkedInput; // that the check speaks of
    QLabel* m_context = nullptr;
    QLineEdit* m_name = nullptr;
    TrainingOptions* m_options = nullptr;
    TrainingCheck* m_check = nullptr;
    QLabel* m_dataLine = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_create = nullptr;
};

} // namespace ui
