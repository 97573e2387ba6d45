#pragma once

#include "core/dataset/View.h"
#include "ui/support/Ask.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

/// Asks for the name, the place and the first view type of a new project.
class NewProjectDialog final : public QDialog {
    Q_OBJECT
public:
    /// `name`: proposed. `askType`: false when an import that follows decides about the view.
    NewProjectDialog(const Ask& ask, const QString& name, bool askType, QWidget* parent = nullptr);

    QString name() const;
    QString folder() const; // of the project, made exactly there
    std::optional<core::ViewType> firstView() const; // absent: decide later

private:
    void check();

    Ask m_ask;
    QLineEdit* m_name;
    QLineEdit* m_place;
    QComboBox* m_type;
    QLabel* m_outcome;
    QPushButton* m_create;
};

} // namespace ui
