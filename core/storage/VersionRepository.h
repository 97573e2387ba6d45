#pragma once

#include "core/dataset/Model.h"

#include <optional>
#include <vector>

namespace core {

class Database;

/// Models, versions and their epochs. Written outside the undo history: what was trained cannot be untrained.
/// Writes belong inside Project::write().
class VersionRepository {
public:
    explicit VersionRepository(const Database& database) : m_database(database) {}

    /// The model of the view with exactly these concepts, made on demand: a set that was trained before finds its model again.
    ModelId modelFor(const ViewRecord& view, const std::vector<ConceptRecord>& concepts) const;
    std::vector<ModelRecord> models(ViewId view) const; // the current set's first, then by age, newest first

    /// Adds the version and returns its id; number, and uuid and creation time where absent, are given here.
    /// Throws Error when the name is taken.
    VersionId add(VersionRecord version) const;
    void update(const VersionRecord& version) const; // all but id, uuid, model, number, creation
    void setStatus(VersionId id, VersionStatus status, const QString& failure = {}) const;
    void rename(VersionId id, const QString& name) const;
    /// The rows alone; a model left without versions goes too. The folder is the caller's.
    void remove(VersionId id) const;

    std::optional<VersionRecord> find(VersionId id) const;
    std::optional<VersionRecord> byName(const QString& name) const;
    std::vector<VersionRecord> all() const;
    std::vector<VersionRecord> ofModel(ModelId model) const; // newest first
    QString freeName() const; // "vN"

    void appendEpoch(VersionId id, const EpochMetrics& epoch) const;
    std::vector<EpochMetrics> epochs(VersionId id) const;

private:
    const Database& m_database;
};

} // namespace core
