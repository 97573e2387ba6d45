#pragma once

#include "core/dataset/View.h"

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;

namespace ui {

/// Type-ahead for a concept: a field and what matches it anywhere in the name. Enter takes, Shift+Enter makes a new one, Esc leaves.
/// While nothing is typed, a digit takes the concept it stands for on the page, too.
class ConceptChooser final : public QDialog {
    Q_OBJECT
public:
    /// `concepts` in the order of the view, which gives them their keys; `recent` ones, last used first, are offered before the others.
    ConceptChooser(std::vector<core::ConceptRecord> concepts, const std::vector<core::ConceptId>& recent, QWidget* parent = nullptr);

    /// Opens beside this (screen px) without covering it, and whole on the screen.
    void placeBeside(const QRect& box);

Q_SIGNALS:
    void conceptChosen(core::ConceptId conceptId);
    void conceptWanted(const QString& name); // a new one

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Offer {
        core::ConceptRecord record;
        QString key;
    };
    void filter(const QString& text);
    void take();
    void takeKey(const QString& key);
    void create();
    void choose(core::ConceptId id);

    std::vector<Offer> m_offers; // in the order they are shown
    QLineEdit* m_field;
    QListWidget* m_list;
    QLabel* m_hint;
};

} // namespace ui
