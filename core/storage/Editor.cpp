#include "core/storage/Editor.h"

#include "core/base/Error.h"
#include "core/storage/ItemWriter.h"
#include "core/storage/Journal.h"
#include "core/storage/Query.h"
#include "core/storage/ViewRepository.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

// The verbs of annotation. Those of views, concepts and images are in EditorStructure.cpp and EditorImages.cpp.

namespace {

QString text(const char* sentence)
{
    return QCoreApplication::translate("Editor", sentence);
}

void requireType(const std::vector<ItemFacts>& items, ViewType type, const char* sentence)
{
    if (std::ranges::any_of(items, [&](const auto& item) { return item.type != type; }))
        throw Error(text(sentence));
}

/// The concept must be a living one of the view of each item.
void requireConcept(Database& database, const std::vector<ItemFacts>& items, ConceptId id)
{
    const auto record = ViewRepository(database).findConcept(id);
    if (!record || record->retired)
        throw Error(text(QT_TRANSLATE_NOOP("Editor", "This concept was deleted. Nothing was changed.")));
    if (std::ranges::any_of(items, [&](const auto& item) { return item.view != record->view; }))
        throw Error(text(QT_TRANSLATE_NOOP("Editor", "“%1” belongs to another view. Nothing was changed.")).arg(record->name));
}

/// Inside the picture, sides at least 1 px; throws when it cannot be.
BoxRecord clipped(BoxRecord box, QSize picture)
{
    box.rect = box.rect.normalized() & QRectF(QPointF(0, 0), QSizeF(picture));
    if (box.rect.width() < 1 || box.rect.height() < 1)
        throw Error(text(QT_TRANSLATE_NOOP("Editor", "A box must lie in the picture and be at least 1 pixel wide and high. Nothing was changed.")));
    return box;
}

/// A box belongs to one item for good.
void requireFree(Database& database, BoxId id)
{
    if (!id.isValid())
        return;
    Query taken(database, QStringLiteral("SELECT 1 FROM box WHERE id = ?"));
    if (taken.bind(id).first())
        throw Error(text(QT_TRANSLATE_NOOP("Editor", "This box belongs to another picture. Nothing was changed.")));
}

/// What an item with gaps holds, told as the state that its gaps allow.
ItemState lookedAtState(ItemWriter& writer, ItemId id)
{
    const ItemAnnotation annotation{.boxes = writer.boxes(id), .gaps = writer.gaps(id)};
    return stateOf(ViewType::Detection, {}, annotation, true);
}

} // namespace

Editor::Editor(Database& database, Journal& journal)
    : m_database(database)
    , m_journal(journal)
{
}

void Editor::setClass(const std::vector<ItemId>& items, ConceptId conceptId)
{
    ItemWriter writer(m_database, m_journal);
    const auto facts = writer.facts(items);
    requireType(facts, ViewType::Classification, QT_TRANSLATE_NOOP("Editor", "Only pictures of a classification take exactly one concept. Nothing was changed."));
    requireConcept(m_database, facts, conceptId);
    for (const auto& item : facts) {
        const auto labels = writer.labels(item.id);
        if (labels.size() == 1 && labels.front() == Label{conceptId, true})
            continue;
        for (const auto& label : labels)
            if (label.conceptId != conceptId)
                writer.removeLabel(item.id, label.conceptId);
        writer.setLabel(item.id, conceptId, true);
        writer.setState(item, ItemState::Annotated);
    }
}

void Editor::setAnswer(const std::vector<ItemId>& items, ConceptId conceptId, Answer answer)
{
    ItemWriter writer(m_database, m_journal);
    const auto facts = writer.facts(items);
    requireType(facts, ViewType::Tagging, QT_TRANSLATE_NOOP("Editor", "Only pictures of a tagging view take yes and no. Nothing was changed."));
    requireConcept(m_database, facts, conceptId);
    for (const auto& item : facts) {
        const auto before = ItemAnnotation{.labels = writer.labels(item.id)}.answerFor(conceptId);
        if (before == answer)
            continue;
        if (answer == Answer::Unseen)
            writer.removeLabel(item.id, conceptId);
        else
            writer.setLabel(item.id, conceptId, answer == Answer::Yes);
        writer.refreshState(item, writer.livingConcepts(item.view), false);
    }
}

void Editor::setWithoutConcept(const std::vector<ItemId>& items)
{
    ItemWriter writer(m_database, m_journal);
    for (const auto& item : writer.facts(items)) {
        const auto concepts = writer.livingConcepts(item.view);
        switch (item.type) {
        case ViewType::Classification:
            throw Error(text(QT_TRANSLATE_NOOP("Editor", "A picture of a classification always has one concept; “without concept” is not possible. Nothing was changed.")));
        case ViewType::Tagging:
            if (concepts.empty())
                throw Error(text(QT_TRANSLATE_NOOP("Editor", "This view has no concept yet, so there is nothing to say no to. Nothing was changed.")));
            for (const auto id : concepts)
                writer.setLabel(item.id, id, false);
            break;
        case ViewType::Detection:
            if (!writer.boxes(item.id).empty())
                throw Error(text(QT_TRANSLATE_NOOP("Editor", "The picture has boxes, so it is not without concept. Nothing was changed; delete the boxes first.")));
            for (const auto gap : writer.gaps(item.id))
                writer.removeGap(item.id, gap);
            break;
        }
        if (item.state != ItemState::WithoutConcept)
            writer.setState(item, ItemState::WithoutConcept);
    }
}

void Editor::clearAnnotation(const std::vector<ItemId>& items)
{
    ItemWriter writer(m_database, m_journal);
    for (const auto& item : writer.facts(items)) {
        if (item.state == ItemState::Unseen)
            continue;
        writer.removeAnnotation(item.id);
        writer.setState(item, ItemState::Unseen);
    }
}

void Editor::setBoxes(ItemId id, const std::vector<BoxRecord>& boxes)
{
    ItemWriter writer(m_database, m_journal);
    const auto facts = writer.facts({id});
    const auto& item = facts.front();
    requireType(facts, ViewType::Detection, QT_TRANSLATE_NOOP("Editor", "Only pictures of a detection take boxes. Nothing was changed."));

    const auto known = writer.boxes(id);
    bool changed = false;
    for (const auto& old : known) {
        if (std::ranges::find(boxes, old.id, &BoxRecord::id) == boxes.end()) {
            writer.removeBox(old.id);
            changed = true;
        }
    }
    const auto gaps = writer.gaps(id);
    for (int ordinal = 0; const auto& wanted : boxes) {
        const auto box = clipped(wanted, item.size);
        const auto old = std::ranges::find(known, box.id, &BoxRecord::id);
        if (old == known.end() || old->conceptId != box.conceptId) // an old box may keep a concept, whatever became of it
            requireConcept(m_database, facts, box.conceptId);
        if (box.id.isValid() && old != known.end()) {
            changed |= writer.changeBox(box, ordinal);
        } else {
            requireFree(m_database, box.id);
            writer.addBox(id, box, ordinal);
            changed = true;
        }
        if (std::ranges::find(gaps, box.conceptId) != gaps.end())
            writer.removeGap(id, box.conceptId); // a drawn box proves that the item was checked for this concept
        ++ordinal;
    }
    if (!changed)
        return;
    if (boxes.empty()) // the last box deleted: nobody has said that there is none
        for (const auto gap : writer.gaps(id))
            writer.removeGap(id, gap);
    writer.refreshState(item, {}, false);
}

void Editor::markSeen(const std::vector<ItemId>& items, ConceptId conceptId)
{
    ItemWriter writer(m_database, m_journal);
    const auto facts = writer.facts(items);
    requireType(facts, ViewType::Detection, QT_TRANSLATE_NOOP("Editor", "Only pictures of a detection are marked as looked at. Nothing was changed."));
    requireConcept(m_database, facts, conceptId);
    for (const auto& item : facts) {
        const auto gaps = writer.gaps(item.id);
        if (std::ranges::find(gaps, conceptId) == gaps.end())
            continue;
        writer.removeGap(item.id, conceptId);
        writer.setState(item, lookedAtState(writer, item.id));
    }
}

void Editor::markNotLookedAt(const std::vector<ItemId>& items, ConceptId conceptId)
{
    ItemWriter writer(m_database, m_journal);
    const auto facts = writer.facts(items);
    requireType(facts, ViewType::Detection, QT_TRANSLATE_NOOP("Editor", "Only pictures of a detection are marked as looked at. Nothing was changed."));
    requireConcept(m_database, facts, conceptId);
    for (const auto& item : facts) {
        const auto gaps = writer.gaps(item.id);
        const auto boxes = writer.boxes(item.id);
        if (item.state == ItemState::Unseen || std::ranges::find(gaps, conceptId) != gaps.end()
            || std::ranges::find(boxes, conceptId, &BoxRecord::conceptId) != boxes.end())
            continue;
        writer.addGap(item.id, conceptId);
        writer.setState(item, lookedAtState(writer, item.id));
    }
}

} // namespace core
