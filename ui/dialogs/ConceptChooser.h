#pragma once

#include "core/dataset/View.h"

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;

namespace ui {

/// Type-ahead for a concept: a field and what matches it anywhere in the name. Enter takes, Shift+Enter makes a new one, Esc leaves.
class ConceptChooser final : public QDialog {
    Q_OBJECT
public:
    /// `concepts` in the order to offer: last used first.
    ConceptChooser(std::vector<core::ConceptRecord> concepts, bool mayCreate, QWidget* parent = nullptr);

Q_SIGNALS:
    void conceptChosen(core::ConceptId conceptId);
    void conceptWanted(const QString& name); // a new one

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter(const QString& text);
    void take();
    void create();

    std::vector<core::ConceptRecord> m_concepts;
    bool m_mayCreate;
    QLineEdit* m_field;
    QListWidget* m_list;
    QLabel* m_hint;
};

} // namespace ui
