#include "core/storage/Editor.h"

#include "core/dataset/Model.h"
#include "core/storage/ItemWriter.h"
#include "core/storage/Journal.h"
#include "core/storage/Query.h"
#include "core/storage/Removal.h"
#include "core/storage/ViewRepository.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

// The verbs of views and concepts.

namespace {

constexpr int paletteSize = 16; // colours that the theme has for concepts

QString text(const char* sentence)
{
    return QCoreApplication::translate("Editor", sentence);
}

ViewRecord requireView(Database& database, ViewId id)
{
    const auto view = ViewRepository(database).find(id);
    if (!view)
        throw Error(text(QT_TRANSLATE_NOOP("Editor", "This view was deleted. Nothing was changed.")));
    return *view;
}

ConceptRecord requireConcept(Database& database, ConceptId id)
{
    const auto record = ViewRepository(database).findConcept(id);
    if (!record || record->retired)
        throw Error(text(QT_TRANSLATE_NOOP("Editor", "This concept was deleted. Nothing was changed.")));
    return *record;
}

QString freeViewName(Database& database, const QString& wanted, ViewId self = {})
{
    const auto name = validName(wanted);
    if (const auto other = ViewRepository(database).named(name); other && other->id != self)
        throw Error(text(QT_TRANSLATE_NOOP("Editor", "A view is called “%1” already. Nothing was changed; choose another name.")).arg(other->name));
    return name;
}

QString freeConceptName(Database& database, ViewId view, const QString& wanted, ConceptId self = {})
{
    const auto name = validName(wanted);
    if (const auto other = ViewRepository(database).conceptNamed(view, name); other && other->id != self)
        throw Error(text(QT_TRANSLATE_NOOP("Editor", "This view has a concept “%1” already. Nothing was changed; choose another name.")).arg(other->name));
    return name;
}

/// The first colour that no living concept has; all taken: by turns.
int freeColour(const std::vector<ConceptRecord>& living)
{
    for (int colour = 0; colour < paletteSize; ++colour)
        if (std::ranges::find(living, colour, &ConceptRecord::colour) == living.end())
            return colour;
    return int(living.size()) % paletteSize;
}

std::vector<ItemId> itemsOf(Database& database, const QString& sql, qint64 id)
{
    std::vector<ItemId> items;
    Query query(database, sql);
    for (query.bind(id).run(); query.next();)
        items.push_back(query.id<ItemId>(0));
    return items;
}

/// "There is no box": stored as state 3, or, once a concept was added, as state 1 without a box.
bool isMarkedWithout(const ItemFacts& item, bool hasBoxes)
{
    return item.state == ItemState::WithoutConcept || (item.state == ItemState::Partly && !hasBoxes);
}

} // namespace

// Views ---------------------------------------------------------------------------------------------------------------

ViewId Editor::addView(const QString& wanted, ViewType type)
{
    const auto name = freeViewName(m_database, wanted);
    const auto views = ViewRepository(m_database).all();
    const ViewId view{m_journal.insert("view", {{"uuid", QUuid::createUuid().toRfc4122()}, {"name", name}, {"name_key", nameKey(name)}, {"type", int(type)},
        {"ordinal", views.empty() ? 0 : views.back().ordinal + 1}})};
    std::vector<std::pair<qint64, int>> images;
    {
        Query query(m_database, QStringLiteral("SELECT id, split FROM image ORDER BY id"));
        for (query.run(); query.next();)
            images.emplace_back(query.number(0), query.integer(1));
    }
    for (const auto& [image, split] : images)
        m_journal.insert("item", {{"view_id", view.value}, {"image_id", image}, {"split", split}});
    return view;
}

void Editor::renameView(ViewId view, const QString& wanted)
{
    requireView(m_database, view);
    const auto name = freeViewName(m_database, wanted, view);
    m_journal.update("view", view.value, {{"name", name}, {"name_key", nameKey(name)}});
}

void Editor::removeView(ViewId view)
{
    const auto record = requireView(m_database, view);
    {
        Query busy(m_database, QStringLiteral("SELECT v.name FROM model_version v JOIN model m ON m.id = v.model_id WHERE m.view_id = ? AND v.status IN (0, 1)"));
        if (busy.bind(view).first())
            throw Error(text(QT_TRANSLATE_NOOP("Editor", "“%1” is being trained or waits for it, so “%2” cannot be deleted. Nothing was changed; stop the training first."))
                            .arg(busy.text(0), record.name));
    }
    Removal(m_database, m_journal).remove("view", {view.value});
}

// Concepts ------------------------------------------------------------------------------------------------------------

ConceptId Editor::addConcept(ViewId view, const QString& wanted, OldAnswers oldAnswers)
{
    const auto record = requireView(m_database, view);
    const auto name = freeConceptName(m_database, view, wanted);
    const auto all = ViewRepository(m_database).concepts(view, true);
    const auto living = ViewRepository(m_database).concepts(view);
    int exportIndex = 0;
    for (const auto& other : all)
        exportIndex = std::max(exportIndex, other.exportIndex + 1);
    const ConceptId id{m_journal.insert("concept", {{"uuid", QUuid::createUuid().toRfc4122()}, {"view_id", view.value}, {"name", name}, {"name_key", nameKey(name)},
        {"ordinal", int(living.size())}, {"colour", freeColour(living)}, {"export_index", exportIndex}})};

    ItemWriter writer(m_database, m_journal);
    const auto annotated = record.type == ViewType::Classification
        ? std::vector<ItemId>() // its concept is told already, and there is only one
        : itemsOf(m_database, QStringLiteral("SELECT id FROM item WHERE view_id = ? AND member = 1 AND state <> 0 ORDER BY id"), view.value);
    for (const auto& item : writer.facts(annotated)) {
        if (oldAnswers == OldAnswers::NoneHasIt) {
            if (record.type == ViewType::Tagging) { // the state stays: one more "no"
                writer.setLabel(item.id, id, false);
                writer.setState(item, item.state);
            }
            continue;
        }
        if (record.type == ViewType::Detection)
            writer.addGap(item.id, id);
        if (item.state != ItemState::Partly)
            writer.setState(item, ItemState::Partly);
    }
    return id;
}

void Editor::renameConcept(ConceptId id, const QString& wanted)
{
    const auto record = requireConcept(m_database, id);
    const auto name = freeConceptName(m_database, record.view, wanted, id);
    m_journal.update("concept", id.value, {{"name", name}, {"name_key", nameKey(name)}});
}

void Editor::removeConcept(ConceptId id)
{
    const auto record = requireConcept(m_database, id);
    {
        Query used(m_database, QStringLiteral("SELECT v.name FROM condition_term c JOIN view v ON v.id = c.view_id WHERE c.concept_id = ?"));
        if (used.bind(id).first())
            throw Error(text(QT_TRANSLATE_NOOP("Editor", "“%1” is used by a condition of the view “%2”, so it was not deleted. Change the condition first."))
                            .arg(record.name, used.text(0)));
    }
    ItemWriter writer(m_database, m_journal);
    const auto living = writer.livingConcepts(record.view);
    std::vector<ConceptId> left;
    std::ranges::copy_if(living, std::back_inserter(left), [&](ConceptId other) { return other != id; });

    const auto items = itemsOf(m_database, QStringLiteral("SELECT id FROM item WHERE view_id = ? AND state <> 0 ORDER BY id"), record.view.value);
    for (const auto& item : writer.facts(items)) {
        const auto boxes = writer.boxes(item.id);
        const auto labels = writer.labels(item.id);
        const bool withoutConcept = isMarkedWithout(item, !boxes.empty());
        for (const auto& box : boxes)
            if (box.conceptId == id)
                writer.removeBox(box.id);
        writer.removeLabel(item.id, id);
        writer.removeGap(item.id, id);
        const ItemAnnotation now{.labels = writer.labels(item.id), .boxes = writer.boxes(item.id), .gaps = writer.gaps(item.id)};
        const auto state = stateOf(item.type, left, now, withoutConcept);
        if (state == ItemState::Unseen)
            for (const auto gap : now.gaps)
                writer.removeGap(item.id, gap);
        if (state != item.state || boxes.size() != now.boxes.size() || labels.size() != now.labels.size())
            writer.setState(item, state);
    }
    m_journal.update("concept", id.value, {{"retired", 1}});
    for (int ordinal = 0; const auto other : left)
        m_journal.update("concept", other.value, {{"ordinal", ordinal++}});
}

void Editor::moveConcept(ConceptId id, int position)
{
    const auto record = requireConcept(m_database, id);
    auto order = ItemWriter(m_database, m_journal).livingConcepts(record.view);
    std::erase(order, id);
    order.insert(order.begin() + std::clamp(position, 0, int(order.size())), id);
    for (int ordinal = 0; const auto other : order)
        m_journal.update("concept", other.value, {{"ordinal", ordinal++}});
}

} // namespace core
