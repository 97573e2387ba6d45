#include "core/project/Project.h"

#include "core/project/ProjectFolder.h"
#include "core/project/ProjectState.h"
#include "core/storage/AnnotationRepository.h"
#include "core/storage/ImageRepository.h"
#include "core/storage/Journal.h"
#include "core/storage/Query.h"
#include "core/storage/VersionRepository.h"
#include "core/storage/ViewRepository.h"

namespace core {

QString Project::folder() const
{
    return m_state->folder;
}

QString Project::name() const
{
    return m_state->name;
}

bool Project::isReadOnly() const
{
    return m_state->access == Access::Read;
}

QString Project::versionFolder(const QUuid& version) const
{
    return ProjectFolder::versionPath(m_state->folder, version);
}

QString Project::cacheFolder() const
{
    return m_state->folder + QStringLiteral("/cache");
}

QStringList Project::openingNotes() const
{
    return m_state->notes;
}

quint64 Project::splitSeed() const
{
    Query query(*m_state->database, QStringLiteral("SELECT split_seed FROM project"));
    return query.first() ? quint64(query.number(0)) : 0;
}

qint64 Project::revision() const
{
    Query query(*m_state->database, QStringLiteral("SELECT revision FROM project"));
    return query.first() ? query.number(0) : 0;
}

std::vector<ViewRecord> Project::views() const
{
    return ViewRepository(*m_state->database).all();
}

std::optional<ViewRecord> Project::view(ViewId id) const
{
    return ViewRepository(*m_state->database).find(id);
}

std::optional<ViewRecord> Project::viewNamed(const QString& name) const
{
    return ViewRepository(*m_state->database).named(name);
}

std::vector<ConceptRecord> Project::concepts(ViewId view) const
{
    return ViewRepository(*m_state->database).concepts(view);
}

ViewSummary Project::summary(ViewId view) const
{
    ViewSummary summary;
    const AnnotationRepository annotations(*m_state->database);
    for (const auto& [split, state, count] : annotations.tallies(view)) {
        summary.items += count;
        if (state == ItemState::Annotated || state == ItemState::WithoutConcept)
            summary.annotated += count;
        if (state == ItemState::WithoutConcept)
            summary.withoutConcept += count;
        switch (split) {
        case Split::Train: summary.train += count; break;
        case Split::Validation: summary.validation += count; break;
        case Split::Test: summary.test += count; break;
        case Split::Unassigned: summary.unassigned += count; break;
        }
    }
    for (const auto& record : concepts(view))
        summary.answers.emplace_back(record.id, annotations.answers(record.id));
    return summary;
}

int Project::imageCount() const
{
    return ImageRepository(*m_state->database).count();
}

std::vector<ItemId> Project::itemIds(ViewId view, const ItemFilter& filter) const
{
    return AnnotationRepository(*m_state->database).itemIds(view, filter);
}

std::vector<Item> Project::items(std::span<const ItemId> ids) const
{
    return AnnotationRepository(*m_state->database).items(ids);
}

std::optional<Item> Project::item(ItemId id) const
{
    auto found = items(std::span(&id, 1));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Item> Project::allItems(ViewId view) const
{
    return AnnotationRepository(*m_state->database).allItems(view);
}

std::vector<ImageRecord> Project::images() const
{
    return ImageRepository(*m_state->database).all();
}

TrainingSelection Project::trainingSelection(ViewId id) const
{
    return selectForTraining(view(id).value_or(ViewRecord{}), concepts(id), allItems(id));
}

std::vector<LibraryModel> Project::library(ViewId view) const
{
    const VersionRepository versions(*m_state->database);
    std::vector<LibraryModel> library;
    for (auto& model : versions.models(view)) {
        auto ofModel = versions.ofModel(model.id);
        for (auto& version : ofModel)
            version = m_state->asItStands(std::move(version));
        library.push_back({std::move(model), std::move(ofModel)});
    }
    return library;
}

std::optional<VersionRecord> Project::version(VersionId id) const
{
    const auto found = VersionRepository(*m_state->database).find(id);
    return found ? std::optional(m_state->asItStands(*found)) : std::nullopt;
}

std::optional<VersionRecord> Project::versionNamed(const QString& name) const
{
    const auto found = VersionRepository(*m_state->database).byName(name);
    return found ? std::optional(m_state->asItStands(*found)) : std::nullopt;
}

QString Project::freeVersionName() const
{
    return VersionRepository(*m_state->database).freeName();
}

std::vector<EpochMetrics> Project::epochs(VersionId id) const
{
    return VersionRepository(*m_state->database).epochs(id);
}

QString Project::undoTitle() const
{
    return Journal(*m_state->database).undoTitle();
}

QString Project::redoTitle() const
{
    return Journal(*m_state->database).redoTitle();
}

} // namespace core
