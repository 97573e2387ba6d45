#include "core/storage/ItemWriter.h"

#include "core/storage/Journal.h"
#include "core/storage/Query.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

std::vector<ItemFacts> ItemWriter::facts(const std::vector<ItemId>& items) const
{
    std::vector<ItemFacts> facts;
    for (const auto item : items) {
        Query query(m_database, QStringLiteral("SELECT i.view_id, v.type, i.state, i.rev, m.width, m.height FROM item i JOIN view v ON v.id = i.view_id "
                                               "JOIN image m ON m.id = i.image_id WHERE i.id = ? AND i.member = 1"));
        if (!query.bind(item).first())
            throw Error(QCoreApplication::translate("Editor", "The picture is no longer part of this view. Nothing was changed."));
        facts.push_back({item, query.id<ViewId>(0), query.oneOf(1, ViewType::Detection), query.oneOf(2, ItemState::WithoutConcept), query.number(3),
            QSize(query.integer(4), query.integer(5))});
    }
    return facts;
}

std::vector<ConceptId> ItemWriter::livingConcepts(ViewId view) const
{
    std::vector<ConceptId> concepts;
    Query query(m_database, QStringLiteral("SELECT id FROM concept WHERE view_id = ? AND retired = 0 ORDER BY ordinal, id"));
    for (query.bind(view).run(); query.next();)
        concepts.push_back(query.id<ConceptId>(0));
    return concepts;
}

std::vector<Label> ItemWriter::labels(ItemId item) const
{
    std::vector<Label> labels;
    Query query(m_database, QStringLiteral("SELECT concept_id, value FROM label WHERE item_id = ?"));
    for (query.bind(item).run(); query.next();)
        labels.push_back({query.id<ConceptId>(0), query.integer(1) != 0});
    return labels;
}

std::vector<BoxRecord> ItemWriter::boxes(ItemId item) const
{
    std::vector<BoxRecord> boxes;
    Query query(m_database, QStringLiteral("SELECT id, concept_id, x0, y0, x1, y1, flags FROM box WHERE item_id = ? ORDER BY ordinal, id"));
    for (query.bind(item).run(); query.next();)
        boxes.push_back({query.id<BoxId>(0), query.id<ConceptId>(1), QRectF(QPointF(query.real(2), query.real(3)), QPointF(query.real(4), query.real(5))),
            query.integer(6)});
    return boxes;
}

std::vector<ConceptId> ItemWriter::gaps(ItemId item) const
{
    std::vector<ConceptId> gaps;
    Query query(m_database, QStringLiteral("SELECT concept_id FROM gap WHERE item_id = ?"));
    for (query.bind(item).run(); query.next();)
        gaps.push_back(query.id<ConceptId>(0));
    return gaps;
}

ItemAnnotation ItemWriter::annotation(const ItemFacts& item) const
{
    return {.state = item.state, .labels = labels(item.id), .boxes = boxes(item.id), .gaps = gaps(item.id)};
}

bool ItemWriter::change(const ItemFacts& item, const ItemAnnotation& before, const ItemAnnotation& after)
{
    bool changed = before.state != after.state;
    for (const Label& label : before.labels)
        if (after.answerFor(label.conceptId) == Answer::Unseen) {
            removeLabel(item.id, label.conceptId);
            changed = true;
        }
    for (const Label& label : after.labels)
        if (std::ranges::find(before.labels, label) == before.labels.end()) {
            setLabel(item.id, label.conceptId, label.yes);
            changed = true;
        }
    for (const BoxRecord& box : before.boxes)
        if (std::ranges::find(after.boxes, box.id, &BoxRecord::id) == after.boxes.end()) {
            removeBox(box.id);
            changed = true;
        }
    for (int ordinal = 0; const BoxRecord& box : after.boxes) {
        if (box.id.isValid() && std::ranges::find(before.boxes, box.id, &BoxRecord::id) != before.boxes.end()) {
            changed |= changeBox(box, ordinal++);
        } else {
            addBox(item.id, box, ordinal++);
            changed = true;
        }
    }
    for (const ConceptId gap : before.gaps)
        if (std::ranges::find(after.gaps, gap) == after.gaps.end()) {
            removeGap(item.id, gap);
            changed = true;
        }
    for (const ConceptId gap : after.gaps)
        if (std::ranges::find(before.gaps, gap) == before.gaps.end()) {
            addGap(item.id, gap);
            changed = true;
        }
    if (changed)
        setState(item, after.state);
    return changed;
}

void ItemWriter::setLabel(ItemId item, ConceptId conceptId, bool yes)
{
    Query known(m_database, QStringLiteral("SELECT 1 FROM label WHERE item_id = ? AND concept_id = ?"));
    if (known.bind(item).bind(conceptId).first())
        m_journal.update("label", {{"item_id", item.value}, {"concept_id", conceptId.value}}, {{"value", yes ? 1 : 0}});
    else
        m_journal.insert("label", {{"item_id", item.value}, {"concept_id", conceptId.value}, {"value", yes ? 1 : 0}});
}

void ItemWriter::removeLabel(ItemId item, ConceptId conceptId)
{
    m_journal.remove("label", {{"item_id", item.value}, {"concept_id", conceptId.value}});
}

void ItemWriter::addBox(ItemId item, const BoxRecord& box, int ordinal)
{
    Journal::Columns columns{{"item_id", item.value}, {"concept_id", box.conceptId.value}, {"x0", box.rect.left()}, {"y0", box.rect.top()},
                             {"x1", box.rect.right()}, {"y1", box.rect.bottom()}, {"flags", box.flags}, {"ordinal", ordinal}};
    if (box.id.isValid())
        columns.emplace_back("id", box.id.value);
    m_journal.insert("box", columns);
}

bool ItemWriter::changeBox(const BoxRecord& box, int ordinal)
{
    return m_journal.update("box", box.id.value, {{"concept_id", box.conceptId.value}, {"x0", box.rect.left()}, {"y0", box.rect.top()},
                                                     {"x1", box.rect.right()}, {"y1", box.rect.bottom()}, {"flags", box.flags}, {"ordinal", ordinal}});
}

void ItemWriter::removeBox(BoxId box)
{
    m_journal.remove("box", box.value);
}

void ItemWriter::addGap(ItemId item, ConceptId conceptId)
{
    m_journal.insert("gap", {{"item_id", item.value}, {"concept_id", conceptId.value}});
}

void ItemWriter::removeGap(ItemId item, ConceptId conceptId)
{
    m_journal.remove("gap", {{"item_id", item.value}, {"concept_id", conceptId.value}});
}

void ItemWriter::removeAnnotation(ItemId item)
{
    for (const auto& label : labels(item))
        removeLabel(item, label.conceptId);
    for (const auto& box : boxes(item))
        removeBox(box.id);
    for (const auto gap : gaps(item))
        removeGap(item, gap);
}

void ItemWriter::setState(const ItemFacts& item, ItemState state)
{
    m_journal.update("item", item.id.value, {{"state", int(state)}, {"rev", item.rev + 1}});
}

void ItemWriter::refreshState(const ItemFacts& item, const std::vector<ConceptId>& livingConcepts, bool withoutConcept)
{
    const ItemAnnotation annotation{.labels = labels(item.id), .boxes = boxes(item.id), .gaps = gaps(item.id)};
    setState(item, stateOf(item.type, livingConcepts, annotation, withoutConcept));
}

} // namespace core
