#pragma once

#include "core/dataset/Annotation.h"
#include "ui/widgets/BoxGeometry.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace ui {

/// The boxes of one picture while a person works on them: which is chosen, the concept of the next, and every act that changes
/// one. Holds a copy of the boxes and announces each finished act with edited(); whoever owns the annotation stores it. Knows
/// neither window nor project; all coordinates are those of the picture.
class BoxEditing final : public QObject {
    Q_OBJECT
public:
    explicit BoxEditing(QObject* parent = nullptr);

    void setPicture(const QSizeF& size); // px; what is unfinished on the one before is ended or dropped
    QSizeF picture() const { return m_picture; }
    void setConcepts(std::vector<core::ConceptRecord> concepts);
    const core::ConceptRecord* conceptOf(core::ConceptId id) const;
    bool hasConcepts() const { return !m_concepts.empty(); }
    void setEditable(bool editable) { m_editable = editable; }
    bool isEditable() const { return m_editable; }
    bool canEdit() const { return m_editable && !m_picture.isEmpty(); }


    void setBoxes(std::vector<core::BoxRecord> boxes); // keeps the selection where its box is still there
    const std::vector<core::BoxRecord>& boxes() const { return m_boxes; }
    std::vector<QRectF> rects() const;

    int selected() const { return m_selected; } // position in boxes(), -1: none
    const core::BoxRecord* chosen() const { return m_selected < 0 ? nullptr : &m_boxes[std::size_t(m_selected)]; }
    void select(int index);
    Handle handle() const { return m_handle; } // the one that keys move
    void setHandle(Handle handle);

    core::ConceptId activeConcept() const { return m_activeConcept; }
    void setActiveConcept(core::ConceptId conceptId) { m_activeConcept = conceptId; } // of the next box; invalid: ask
    void setConceptOfSelection(core::ConceptId conceptId);
    void setRectOfSelection(const QRectF& rect); // typed: says why when it cannot be
    void remove(const std::vector<int>& indices);
    void duplicate();
    void copy();
    void cut();
    void paste();

    /// A box was drawn. It takes the active concept, or waits for nameWaitingBox() after conceptWanted().
    void draw(const QRectF& rect);
    const std::optional<QRectF>& waitingBox() const { return m_waiting; }
    void nameWaitingBox(core::ConceptId conceptId); // an invalid one drops the box

    /// Gives the chosen box another shape without finishing the act: a drag is under way.
    void shape(const QRectF& rect);
    /// Ends an act: the boxes as they are now are what the person made.
    void announce(const QString& title);
    /// Shapes the chosen box by a key. Nudges of one kind within a second are one act.
    void nudge(const QRectF& rect, const QString& title);
    void finishNudging();
    bool isNudging() const { return m_nudge.isActive(); }

    // For screen readers
    QString nameOf(int index) const; // "Apple, 120 by 88 at 40, 61"
    QString description() const;     // of the chosen box, with its number and handle; empty: none

Q_SIGNALS:
    void edited(const QString& title, const std::vector<core::BoxRecord>& boxes);
    void shaped(); // shape, number or concept of a box changed, finished or not
    void selectionChanged(int index);
    void conceptWanted(const QRectF& box); // picture px
    void hintRequested(const QString& hint);
    void repaintNeeded();    // of everything that is drawn of the boxes
    void selectionRepaint(); // of the chosen box, or the waiting one, alone

private:
    void add(const QRectF& rect, core::ConceptId conceptId, int flags, const QString& title);

    QSizeF m_picture;
    std::vector<core::ConceptRecord> m_concepts;
    std::vector<core::BoxRecord> m_boxes;
    std::optional<QRectF> m_waiting;
    std::optional<core::BoxRecord> m_copied;
    int m_selected = -1;
    Handle m_handle = Handle::BottomRight;
    core::ConceptId m_activeConcept;
    bool m_editable = true;
    QTimer m_nudge; // runs while nudges join
    QString m_nudgeTitle;
};

} // namespace ui
