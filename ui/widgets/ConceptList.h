#pragma once

#include "core/dataset/Annotation.h"

#include <QListView>

namespace ui {

class ConceptListModel;

/// The concepts beside the canvas: key, swatch, name, and the count of boxes, the tick of the class, or the three answers of
/// tagging (yes, no, unseen). A concept that nobody has looked for in this image says so and offers "Seen". Space walks through the
/// answers or says "Seen", Enter chooses; all other keys are the page's.
class ConceptList final : public QListView {
    Q_OBJECT
public:
    explicit ConceptList(ConceptListModel& model, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// Where the answer of a tagging row stands (viewport coordinates).
    QRect answerRect(int row, core::Answer answer) const;
    /// Where "Seen" stands in a row of a concept that nobody has looked for.
    QRect seenRect(int row) const;

Q_SIGNALS:
    void chosen(core::ConceptId conceptId);
    void answered(core::ConceptId conceptId, core::Answer answer);
    void seen(core::ConceptId conceptId);
    void withoutConceptChosen();

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void activate(const QModelIndex& index);

    ConceptListModel& m_model;
};

} // namespace ui
