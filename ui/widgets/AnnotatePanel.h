#pragma once

#include "core/dataset/Annotation.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QToolButton;

namespace ui {

class BoxFields;
class BoxList;
class BoxListModel;
class ConceptList;
class ConceptListModel;

/// The side panel of Annotate: the concepts with what the image says of each, the concepts nobody has looked for yet, and in
/// detection the boxes with the coordinates of the chosen one. Shows what it is given; what a person does here it only announces.
class AnnotatePanel final : public QWidget {
    Q_OBJECT
public:
    explicit AnnotatePanel(QWidget* parent = nullptr);

    /// Another view, or other concepts of it. `editable`: false in a project that is only read.
    void setConcepts(core::ViewType type, const std::vector<core::ConceptRecord>& concepts, bool editable);
    void setChooserEnabled(bool enabled); // the button that opens the type-ahead
    void setAnnotation(const core::ItemAnnotation& annotation);
    void setBoxes(const std::vector<core::BoxRecord>& boxes, int chosen); // -1: none is chosen
    void setChosenBox(int chosen);
    /// The coordinates of the chosen box, px of a picture of this size; absent: none is chosen.
    void setCoordinates(const std::optional<QRectF>& box, const QSize& picture);
    void setActiveConcept(core::ConceptId conceptId); // that of the chosen box, or of the next one
    void beginEditingCoordinates();
    bool isGapLineShown() const;

    QWidget* conceptPane() const;
    QWidget* boxPane() const { return m_boxPane; }
    /// Makes Tab walk from `before` through the panel.
    void setTabOrderAfter(QWidget* before);

Q_SIGNALS:
    void conceptChosen(core::ConceptId conceptId);
    void answered(core::ConceptId conceptId, core::Answer answer);
    void seen(core::ConceptId conceptId);
    void allSeen();
    void withoutConceptChosen();
    void chooserRequested();
    void boxChosen(int index);
    void coordinatesEdited(const QRectF& box);
    void coordinatesLeft(); // Enter or Esc

private:
    QWidget* buildConceptHead();
    QWidget* buildGapLine();
    QWidget* buildBoxPane();
    void showGaps();

    core::ViewType m_type = core::ViewType::Detection;
    std::vector<core::ConceptRecord> m_concepts;
    std::vector<core::ConceptId> m_gaps;
    ConceptListModel* m_conceptModel;
    ConceptList* m_conceptList;
    QToolButton* m_choose = nullptr;
    QWidget* m_gapLine = nullptr;
    QLabel* m_gapText = nullptr;
    QPushButton* m_seen = nullptr;
    QWidget* m_boxPane = nullptr;
    BoxListModel* m_boxModel;
    BoxList* m_boxList = nullptr;
    BoxFields* m_fields = nullptr;
};

} // namespace ui
