#pragma once

#include "core/dataset/View.h"

#include <QHash>

#include <optional>
#include <vector>

namespace core {

class Database;

/// Reads views and their concepts.
class ViewRepository {
public:
    explicit ViewRepository(const Database& database) : m_database(database) {}

    std::vector<ViewRecord> all() const; // in order
    std::optional<ViewRecord> find(ViewId id) const;
    std::optional<ViewRecord> named(const QString& name) const; // by nameKey()

    std::vector<ConceptRecord> concepts(ViewId view, bool withRetired = false) const; // in order, retired ones last
    std::optional<ConceptRecord> findConcept(ConceptId id) const;
    std::optional<ConceptRecord> conceptNamed(ViewId view, const QString& name) const; // living
    /// The ids that sources gave to concepts, as JSON; of all views, retired ones included.
    QHash<QUuid, QString> sourceIds() const;

private:
    const Database& m_database;
};

} // namespace core
