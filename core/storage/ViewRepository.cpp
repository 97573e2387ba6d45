#include "core/storage/ViewRepository.h"

#include "core/storage/Query.h"

namespace core {

namespace {

const auto viewColumns = QStringLiteral("id, uuid, name, type, ordinal");
const auto conceptColumns = QStringLiteral("id, uuid, view_id, name, ordinal, colour, export_index, retired");

ViewRecord toView(const Query& query)
{
    return {query.id<ViewId>(0), query.uuid(1), query.text(2), query.oneOf(3, ViewType::Detection), query.integer(4)};
}

ConceptRecord toConcept(const Query& query)
{
    return {query.id<ConceptId>(0), query.uuid(1), query.id<ViewId>(2), query.text(3), query.integer(4), query.integer(5), query.integer(6),
        query.integer(7) != 0};
}

} // namespace

std::vector<ViewRecord> ViewRepository::all() const
{
    std::vector<ViewRecord> views;
    Query query(m_database, QStringLiteral("SELECT %1 FROM view ORDER BY ordinal, id").arg(viewColumns));
    for (query.run(); query.next();)
        views.push_back(toView(query));
    return views;
}

std::optional<ViewRecord> ViewRepository::find(ViewId id) const
{
    Query query(m_database, QStringLiteral("SELECT %1 FROM view WHERE id = ?").arg(viewColumns));
    return query.bind(id).first() ? std::optional(toView(query)) : std::nullopt;
}

std::optional<ViewRecord> ViewRepository::named(const QString& name) const
{
    Query query(m_database, QStringLiteral("SELECT %1 FROM view WHERE name_key = ?").arg(viewColumns));
    return query.bind(nameKey(name)).first() ? std::optional(toView(query)) : std::nullopt;
}

std::vector<ConceptRecord> ViewRepository::concepts(ViewId view, bool withRetired) const
{
    std::vector<ConceptRecord> concepts;
    Query query(m_database, QStringLiteral("SELECT %1 FROM concept WHERE view_id = ? AND retired <= ? ORDER BY retired, ordinal, id").arg(conceptColumns));
    for (query.bind(view).bind(withRetired ? 1 : 0).run(); query.next();)
        concepts.push_back(toConcept(query));
    return concepts;
}

std::optional<ConceptRecord> ViewRepository::findConcept(ConceptId id) const
{
    Query query(m_database, QStringLiteral("SELECT %1 FROM concept WHERE id = ?").arg(conceptColumns));
    return query.bind(id).first() ? std::optional(toConcept(query)) : std::nullopt;
}

std::optional<ConceptRecord> ViewRepository::conceptNamed(ViewId view, const QString& name) const
{
    Query query(m_database, QStringLiteral("SELECT %1 FROM concept WHERE view_id = ? AND name_key = ? AND retired = 0").arg(conceptColumns));
    return query.bind(view).bind(nameKey(name)).first() ? std::optional(toConcept(query)) : std::nullopt;
}

QHash<QUuid, QString> ViewRepository::sourceIds() const
{
    QHash<QUuid, QString> ids;
    Query query(m_database, QStringLiteral("SELECT uuid, source_id FROM concept WHERE source_id IS NOT NULL"));
    for (query.run(); query.next();)
        ids.insert(query.uuid(0), query.text(1));
    return ids;
}

} // namespace core
