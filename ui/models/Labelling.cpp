#include "ui/models/Labelling.h"

#include "core/project/Project.h"
#include "ui/Session.h"
#include "ui/models/EditedItem.h"
#include "ui/models/ItemWalk.h"
#include "ui/widgets/BoxEditing.h"

#include <QWidget>

#include <algorithm>

namespace ui {

using core::Answer;
using core::ConceptId;
using core::ViewType;

Labelling::Labelling(Session& session, EditedItem& item, ItemWalk& walk, BoxEditing& boxes, QWidget* page)
    : QObject(page), m_session(session), m_item(item), m_walk(walk), m_boxes(boxes), m_page(page)
{
}

bool Labelling::canLabel() const
{
    return m_item.isOpen() && !m_session.project().isReadOnly();
}

void Labelling::forget(const std::vector<core::ConceptRecord>& living)
{
    std::erase_if(m_recent, [&living](ConceptId id) { return std::ranges::find(living, id, &core::ConceptRecord::id) == living.end(); });
}

bool Labelling::takeKey(int place, bool shift)
{
    if (place >= int(m_item.concepts().size()) || !m_item.isOpen())
        return false;
    const ConceptId id = m_item.concepts()[std::size_t(place)].id;
    if (m_walk.isAtEnd() && m_item.type() == ViewType::Classification && m_item.annotation().state == core::ItemState::Annotated) {
        Q_EMIT m_session.hintRequested(tr("This is the last image, and it is labelled. To change it, click a concept."));
        return true;
    }
    switch (m_item.type()) {
    case ViewType::Tagging: shift ? setAnswer(id, Answer::No) : nameConcept(id); break;
    case ViewType::Detection: shift ? markSeen(id) : nameConcept(id); break;
    case ViewType::Classification:
        if (!shift)
            nameConcept(id);
        break;
    }
    return true;
}

void Labelling::nameConcept(ConceptId conceptId)
{
    if (!canLabel() || !m_item.conceptOf(conceptId))
        return;
    std::erase(m_recent, conceptId);
    m_recent.insert(m_recent.begin(), conceptId);
    switch (m_item.type()) {
    case ViewType::Tagging: setAnswer(conceptId, m_item.annotation().answerFor(conceptId) == Answer::Yes ? Answer::Unseen : Answer::Yes); break;
    case ViewType::Classification:
        m_item.setClass(conceptId);
        if (m_advance)
            m_walk.goBy(1);
        break;
    case ViewType::Detection:
        m_boxes.setActiveConcept(conceptId);
        m_boxes.setConceptOfSelection(conceptId);
        m_boxes.nameWaitingBox(conceptId);
        Q_EMIT activeConceptChanged();
        break;
    }
}

void Labelling::setAnswer(ConceptId conceptId, Answer answer)
{
    if (canLabel())
        m_item.setAnswer(conceptId, answer);
}

void Labelling::markSeen(ConceptId conceptId)
{
    if (!canLabel())
        return;
    m_boxes.finishNudging();
    const std::vector<ConceptId>& gaps = m_item.annotation().gaps;
    if (std::ranges::find(gaps, conceptId) != gaps.end())
        m_item.markSeen({conceptId});
    else if (m_item.annotation().state == core::ItemState::Unseen)
        Q_EMIT m_session.hintRequested(tr("Nobody has annotated this image yet. Draw its boxes, or press N if there is none."));
    else if (const core::ConceptRecord* record = m_item.conceptOf(conceptId))
        //: %1: name of a concept
        Q_EMIT m_session.hintRequested(tr("This image was looked at for %1 already.").arg(record->name));
}

void Labelling::markAllSeen()
{
    if (!canLabel())
        return;
    m_boxes.finishNudging();
    m_item.markSeen(std::vector(m_item.annotation().gaps));
}

void Labelling::setWithoutConcept()
{
    if (!canLabel())
        return;
    m_boxes.finishNudging();
    const int boxes = int(m_item.annotation().boxes.size());
    if (m_item.type() == ViewType::Classification) {
        Q_EMIT m_session.hintRequested(tr("A classification image always has one concept."));
    } else if (boxes == 0) {
        m_item.setWithoutConcept();
    } else {
        const QString question = tr("This image has %Ln box(es). Without concept deletes them; this can be undone.", nullptr, boxes);
        m_session.ask().choose(m_page, tr("Without concept"), question, {tr("Delete the boxes"), tr("Cancel")}, [this, asked = m_item.id()](int answer) {
            if (answer == 0 && m_item.id() == asked)
                m_item.setWithoutConcept();
        });
    }
}

} // namespace ui
