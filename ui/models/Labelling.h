#pragma once

#include "core/dataset/Annotation.h"

#include <QObject>

#include <vector>

class QWidget;

namespace ui {

class BoxEditing;
class EditedItem;
class ItemWalk;
class Session;

/// What a person says of the item that is open, in the terms of its view: names a concept (a class, a yes, the concept of a box),
/// answers, has looked for something, has found nothing. Refuses what the view type does not know, with a hint. Nothing happens
/// while no item is open or the project is only read.
class Labelling final : public QObject {
    Q_OBJECT
public:
    /// `page`: over which a question is asked.
    Labelling(Session& session, EditedItem& item, ItemWalk& walk, BoxEditing& boxes, QWidget* page);

    void setAdvance(bool advance) { m_advance = advance; } // classification: a label goes on to the next item; on at first

    /// A concept was named, by key, click or type-ahead. Classification: it is the class. Tagging: yes, and unseen again when it was
    /// yes. Detection: it is that of the chosen or waiting box and of the next one.
    void nameConcept(core::ConceptId conceptId);
    /// The key of a concept, by its place in the view: names it. With Shift: no (tagging), or looked for (detection).
    /// False: there is no such concept, and the key means nothing.
    bool takeKey(int place, bool shift);
    void setAnswer(core::ConceptId conceptId, core::Answer answer); // tagging
    void markSeen(core::ConceptId conceptId); // detection: somebody has looked for it now, and what is boxed is all there is
    void markAllSeen();
    void setWithoutConcept(); // asks first when boxes go with it
    void forget(const std::vector<core::ConceptRecord>& living); // of the concepts used last, those that are gone

    const std::vector<core::ConceptId>& recent() const { return m_recent; } // last used first

Q_SIGNALS:
    void activeConceptChanged(); // that of the next box

private:
    bool canLabel() const;

    Session& m_session;
    EditedItem& m_item;
    ItemWalk& m_walk;
    BoxEditing& m_boxes;
    QWidget* m_page;
    std::vector<core::ConceptId> m_recent;
    bool m_advance = true;
};

} // namespace ui
