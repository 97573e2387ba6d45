#include "core/storage/Editor.h"

#include "core/base/Error.h"
#include "core/dataset/Annotating.h"
#include "core/storage/ItemWriter.h"
#include "core/storage/Journal.h"
#include "core/storage/Query.h"
#include "core/storage/ViewRepository.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace core {

// The verbs of annotation. Those of views, concepts and images are in EditorStructure.cpp and EditorImages.cpp.

namespace {

constexpr auto onlyDetectionIsSeen = QT_TRANSLATE_NOOP("Editor", "Only pictures of a detection are marked as looked at. Nothing was changed.");

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

/// What a verb makes of the annotation of one item. `living`: the concepts of its view.
using Change = std::function<ItemAnnotation(const ItemAnnotation& before, const std::vector<ConceptId>& living)>;

/// The verbs that say one thing of one concept, in items of one type. `others`: why the items of other types are refused.
void sayOf(Database& database, Journal& journal, const std::vector<ItemId>& items, ConceptId conceptId, ViewType type, const char* others, const Change& change)
{
    ItemWriter writer(database, journal);
    const auto facts = writer.facts(items);
    requireType(facts, type, others);
    requireConcept(database, facts, conceptId);
    const auto living = facts.empty() ? std::vector<ConceptId>() : writer.livingConcepts(facts.front().view); // the concept's view, so that of all
    for (const auto& item : facts) {
        const auto before = writer.annotation(item);
        writer.change(item, before, change(before, living));
    }
}

} // namespace

Editor::Editor(Database& database, Journal& journal)
    : m_database(database)
    , m_journal(journal)
{
}

void Editor::setClass(const std::vector<ItemId>& items, ConceptId conceptId)
{
    sayOf(m_database, m_journal, items, conceptId, ViewType::Classification,
          QT_TRANSLATE_NOOP("Editor", "Only pictures of a classification take exactly one concept. Nothing was changed."),
          [&](const ItemAnnotation& before, const auto&) { return withClass(before, conceptId); });
}

void Editor::setAnswer(const std::vector<ItemId>& items, ConceptId conceptId, Answer answer)
{
    sayOf(m_database, m_journal, items, conceptId, ViewType::Tagging, QT_TRANSLATE_NOOP("Editor", "Only pictures of a tagging view take yes and no. Nothing was changed."),
          [&](const ItemAnnotation& before, const auto& living) { return before.answerFor(conceptId) == answer ? before : withAnswer(before, living, conceptId, answer); });
}

void Editor::setWithoutConcept(const std::vector<ItemId>& items)
{
    ItemWriter writer(m_database, m_journal);
    for (const auto& item : writer.facts(items)) {
        const auto concepts = writer.livingConcepts(item.view);
        const auto before = writer.annotation(item);
        if (item.type == ViewType::Classification)
            throw Error(text(QT_TRANSLATE_NOOP("Editor", "A picture of a classification always has one concept; “without concept” is not possible. Nothing was changed.")));
        if (item.type == ViewType::Tagging && concepts.empty())
            throw Error(text(QT_TRANSLATE_NOOP("Editor", "This view has no concept yet, so there is nothing to say no to. Nothing was changed.")));
        if (!before.boxes.empty())
            throw Error(text(QT_TRANSLATE_NOOP("Editor", "The picture has boxes, so it is not without concept. Nothing was changed; delete the boxes first.")));
        writer.change(item, before, withoutConcept(item.type, before, concepts));
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

    const auto before = writer.annotation(item);
    std::vector<BoxRecord> wanted;
    for (const auto& each : boxes) {
        const auto box = clipped(each, item.size);
        const auto old = std::ranges::find(before.boxes, box.id, &BoxRecord::id);
        const bool isKnown = box.id.isValid() && old != before.boxes.end();
        if (!isKnown || old->conceptId != box.conceptId) // an old box may keep a concept, whatever became of it
            requireConcept(m_database, facts, box.conceptId);
        if (!isKnown)
            requireFree(m_database, box.id);
        wanted.push_back(box);
    }
    if (wanted != before.boxes) // the same boxes again take no mark away
        writer.change(item, before, withBoxes(before, std::move(wanted)));
}

void Editor::markSeen(const std::vector<ItemId>& items, ConceptId conceptId)
{
    sayOf(m_database, m_journal, items, conceptId, ViewType::Detection, onlyDetectionIsSeen, [&](const ItemAnnotation& before, const auto&) { return withSeen(before, conceptId); });
}

void Editor::markNotLookedAt(const std::vector<ItemId>& items, ConceptId conceptId)
{
    sayOf(m_database, m_journal, items, conceptId, ViewType::Detection, onlyDetectionIsSeen, [&](const ItemAnnotation& before, const auto&) { return withGap(before, conceptId); });
}

} // namespace core
