#include "ui/models/EditedItem.h"

#include "core/dataset/Annotating.h"
#include "core/project/ItemList.h"
#include "core/project/Project.h"
#include "ui/Session.h"
#include "ui/support/Attempt.h"

#include <algorithm>

namespace ui {

using core::Answer;
using core::ConceptId;

EditedItem::EditedItem(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(&session.list(), &core::ItemList::changed, this, &EditedItem::reread);
    connect(&session.project(), &core::Project::editFailed, this, &EditedItem::reread);
    connect(&session.project(), &core::Project::changed, this, [this](const core::ChangeSet& change) {
        // A picture may leave the list of the session without leaving the project, and the other way round.
        if (m_item && (change.annotations || change.images) && m_session.list().rowOf(m_item->id) < 0)
            reread();
    });
}

void EditedItem::setView(std::optional<core::ViewRecord> view)
{
    m_view = std::move(view);
    m_item.reset();
}

const core::ConceptRecord* EditedItem::conceptOf(ConceptId id) const
{
    const auto found = std::ranges::find(m_concepts, id, &core::ConceptRecord::id);
    return found == m_concepts.end() ? nullptr : &*found;
}

std::vector<ConceptId> EditedItem::living() const
{
    std::vector<ConceptId> ids;
    for (const core::ConceptRecord& record : m_concepts)
        ids.push_back(record.id);
    return ids;
}

void EditedItem::open(core::ItemId id)
{
    m_item = id.isValid() ? m_session.list().find(id) : std::nullopt;
    if (m_item && (!m_view || m_item->view != m_view->id))
        m_item.reset(); // the list still belongs to the view before
    m_stale = false;
}

void EditedItem::setBusy(bool busy)
{
    m_busy = busy;
    if (!busy && m_stale)
        reread();
}

void EditedItem::reread()
{
    if (!m_item)
        return;
    m_stale = m_busy;
    if (m_busy)
        return;
    std::optional<core::Item> now = m_session.list().find(m_item->id);
    if (!now) {
        m_item.reset();
        Q_EMIT gone();
        return;
    }
    if (now == m_item)
        return;
    const bool samePicture = now->image == m_item->image;
    m_item = std::move(now);
    if (!samePicture)
        Q_EMIT pictureChanged();
    Q_EMIT changed();
}

// ---- acts

void EditedItem::act(const QString& title, core::ItemAnnotation after, std::function<void(core::Editor&)> edit)
{
    core::Project::Ticket ticket = 0;
    if (const auto failure = failureOf(title, [&] { ticket = m_session.project().edit(title, std::move(edit)); })) {
        Q_EMIT refused(title, *failure);
        return;
    }
    m_item->annotation = std::move(after);
    m_session.list().hold({{m_item->id, m_item->annotation}}, ticket);
    Q_EMIT changed();
}

void EditedItem::setClass(ConceptId conceptId)
{
    const core::ConceptRecord* record = conceptOf(conceptId);
    if (!m_item || !record || m_item->annotation.answerFor(conceptId) == Answer::Yes)
        return;
    //: %1: name of a concept
    act(tr("Set %1").arg(record->name), core::withClass(m_item->annotation, conceptId),
        [item = m_item->id, conceptId](core::Editor& editor) { editor.setClass({item}, conceptId); });
}

void EditedItem::setAnswer(ConceptId conceptId, Answer answer)
{
    const core::ConceptRecord* record = conceptOf(conceptId);
    if (!m_item || !record || m_item->annotation.answerFor(conceptId) == answer)
        return;
    //: %1: name of a concept
    const QString title = (answer == Answer::Yes ? tr("Set %1 to yes") : answer == Answer::No ? tr("Set %1 to no") : tr("Set %1 to unseen")).arg(record->name);
    act(title, core::withAnswer(m_item->annotation, living(), conceptId, answer),
        [item = m_item->id, conceptId, answer](core::Editor& editor) { editor.setAnswer({item}, conceptId, answer); });
}

void EditedItem::setBoxes(const QString& title, const std::vector<core::BoxRecord>& boxes)
{
    if (!m_item || m_item->annotation.boxes == boxes)
        return;
    act(title, core::withBoxes(m_item->annotation, boxes), [item = m_item->id, boxes](core::Editor& editor) { editor.setBoxes(item, boxes); });
}

void EditedItem::setWithoutConcept()
{
    if (!m_item || m_item->annotation.state == core::ItemState::WithoutConcept)
        return;
    const bool hasBoxes = !m_item->annotation.boxes.empty();
    act(tr("Set without concept"), core::withoutConcept(type(), m_item->annotation, living()), [item = m_item->id, hasBoxes](core::Editor& editor) {
        if (hasBoxes)
            editor.setBoxes(item, {});
        editor.setWithoutConcept({item});
    });
}

void EditedItem::markSeen(const std::vector<ConceptId>& concepts)
{
    if (!m_item)
        return;
    core::ItemAnnotation after = m_item->annotation;
    std::vector<ConceptId> cleared;
    for (const ConceptId id : concepts) {
        if (std::ranges::find(after.gaps, id) == after.gaps.end())
            continue;
        after = core::withSeen(std::move(after), id);
        cleared.push_back(id);
    }
    if (cleared.empty())
        return;
    const core::ConceptRecord* only = cleared.size() == 1 ? conceptOf(cleared.front()) : nullptr;
    //: %1: name of a concept
    const QString title = only ? tr("Looked for %1").arg(only->name) : tr("Looked for %Ln concept(s)", nullptr, int(cleared.size()));
    act(title, std::move(after), [item = m_item->id, cleared](core::Editor& editor) {
        for (const ConceptId id : cleared)
            editor.markSeen({item}, id);
    });
}

} // namespace ui
