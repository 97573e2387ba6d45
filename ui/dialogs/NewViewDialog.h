#pragma once

#include "core/dataset/View.h"

#include <QDialog>
#include <QStringList>

#include <functional>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace ui {

class Session;

/// Asks for a view's name, type and first concepts. Says beside the field what cannot be; Create waits until all can.
class NewViewDialog final : public QDialog {
    Q_OBJECT
public:
    /// `taken`: names of the project's views.
    explicit NewViewDialog(QStringList taken, QWidget* parent = nullptr);

    QString name() const;
    core::ViewType type() const;
    QStringList conceptNames() const; // valid, without repeats, in the order given

private:
    void check();
    QString problem() const; // a sentence, or empty

    QStringList m_taken;
    QLineEdit* m_name;
    QButtonGroup* m_types;
    QPlainTextEdit* m_conceptLines;
    QLabel* m_problem;
    QPushButton* m_create;
};

/// Asks for a view and makes it; the session goes to it. `done` is called when it is made.
void addView(Session& session, QWidget* parent, std::function<void(core::ViewId)> done);

} // namespace ui
