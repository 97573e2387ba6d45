#pragma once

#include "core/dataset/Annotation.h"

#include <QWidget>

#include <vector>

class QMenu;
class QPushButton;

namespace ui {

/// The buttons of Images that act on the selection, each with its menu: which split the images go to, which concepts somebody has
/// looked for in them.
class SelectionButtons final : public QWidget {
    Q_OBJECT
public:
    explicit SelectionButtons(QWidget* parent = nullptr);

    void setConcepts(const std::vector<core::ConceptRecord>& concepts); // of the view, in order
    void setSeenShown(bool shown); // detection alone has gaps
    void setEnabledFor(bool selection); // false: nothing is selected, or nothing can be edited
    void showSplitMenu(); // nothing while disabled

Q_SIGNALS:
    void splitChosen(core::Split split);
    void seenChosen(const std::vector<core::ConceptId>& concepts);

private:
    void fillSeenMenu();

    std::vector<core::ConceptRecord> m_concepts;
    QPushButton* m_seen;
    QPushButton* m_split;
    QMenu* m_seenMenu;
    QMenu* m_splitMenu;
};

} // namespace ui
