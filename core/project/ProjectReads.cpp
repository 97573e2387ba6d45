#include "core/project/Project.h"

#include "core/base/OwnFiles.h"
#include "core/project/ProjectFolder.h"
#include "core/project/ProjectState.h"
#include "core/storage/AnnotationRepository.h"
#include "core/storage/ImageRepository.h"
#include "core/storage/Journal.h"
#include "core/storage/Query.h"
#include "core/storage/Transaction.h"
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
    return m_state->access == Access::Read || !m_state->damageNow().isEmpty();
}

QString Project::versionFolder(const QUuid& version) const
{
    return ProjectFolder::versionPath(m_state->folder, version);
}

QString Project::cacheFolder() const
{
    const auto cache = m_state->folder + QStringLiteral("/cache");
    return OwnFiles::isOwn(m_state->folder, cache) ? cache : QString();
}

QString Project::databasePath() const
{
    return m_state->database->path();
}

QStringList Project::openingNotes() const
{
    return m_state->notes;
}

QString Project::damage() const
{
    return m_state->damageNow();
}

quint64 Project::splitSeed() const
{
    return read([](const Database& database) {
        Query query(database, QStringLiteral("SELECT split_seed FROM project"));
        return query.first() ? quint64(query.number(0)) : 0;
    });
}

qint64 Project::revision() const
{
    return read([](const Database& database) {
        Query query(database, QStringLiteral("SELECT revision FROM project"));
        return query.first() ? query.number(0) : 0;
    });
}

std::vector<ViewRecord> Project::views() const
{
    return read([](const Database& database) { return ViewRepository(database).all(); });
}

std::optional<ViewRecord> Project::view(ViewId id) const
{
    return read([&](const Database& database) { return ViewRepository(database).find(id); });
}

std::optional<ViewRecord> Project::viewNamed(const QString& name) const
{
    return read([&](const Database& database) { return ViewRepository(database).named(name); });
}

std::vector<ConceptRecord> Project::concepts(ViewId view) const
{
    return read([&](const Database& database) { return ViewRepository(database).concepts(view); });
}

namespace {

void count(ViewSummary& summary, const ItemTally& tally)
{
    summary.items += tally.count;
    switch (tally.state) {
    case ItemState::Unseen: break;
    case ItemState::Partly: summary.partly += tally.count; break;
    case ItemState::WithoutConcept: summary.withoutConcept += tally.count; [[fallthrough]];
    case ItemState::Annotated: summary.annotated += tally.count; break;
    }
    switch (tally.split) {
    case Split::Train: summary.train += tally.count; break;
    case Split::Validation: summary.validation += tally.count; break;
    case Split::Test: summary.test += tally.count; break;
    case Split::Unassigned: summary.unassigned += tally.count; break;
    }
}

} // namespace

ViewSummary Project::summary(ViewId view) const
{
    return read([&](const Database& database) {
        const ReadTransaction snapshot(database);
        const AnnotationRepository annotations(database);
        ViewSummary summary;
        for (const auto& tally : annotations.tallies(view))
            count(summary, tally);
        for (const auto& record : ViewRepository(database).concepts(view))
            summary.answers.emplace_back(record.id, annotations.answers(record.id));
        return summary;
    });
}

int Project::imageCount() const
{
    return read([](const Database& database) { return ImageRepository(database).count(); });
}

std::vector<std::pair<Health, int>> Project::healthCounts() const
{
    return read([](const Database& database) { return ImageRepository(database).healthCounts(); });
}

std::vector<ItemId> Project::itemIds(ViewId view, const ItemFilter& filter) const
{
    return read([&](const Database& database) { return AnnotationRepository(database).itemIds(view, filter); });
}

std::vector<Item> Project::items(std::span<const ItemId> ids) const
{
    return read([&](const Database& database) { return AnnotationRepository(database).items(ids); });
}

std::optional<Item> Project::item(ItemId id) const
{
    auto found = items(std::span(&id, 1));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Item> Project::allItems(ViewId view) const
{
    return read([&](const Database& database) { return AnnotationRepository(database).allItems(view); });
}

std::vector<ImageRecord> Project::images() const
{
    return read([](const Database& database) {
        const ReadTransaction snapshot(database);
        return ImageRepository(database).all();
    });
}

std::optional<ImageRecord> Project::image(ImageId id) const
{
    return read([&](const Database& database) { return ImageRepository(database).find(id); });
}

TrainingSelection Project::trainingSelection(ViewId id) const
{
    return read([&](const Database& database) {
        const ReadTransaction snapshot(database);
        const ViewRepository views(database);
        return selectForTraining(views.find(id).value_or(ViewRecord{}), views.concepts(id), AnnotationRepository(database).allItems(id));
    });
}

std::vector<ModelWithVersions> Project::library(ViewId view) const
{
    return read([&](const Database& database) {
        const ReadTransaction snapshot(database);
        const VersionRepository versions(database);
        std::vector<ModelWithVersions> library;
        for (auto& model : versions.models(view)) {
            auto ofModel = versions.ofModel(model.id);
            for (auto& version : ofModel)
                version = m_state->asItStands(std::move(version));
            library.push_back({std::move(model), std::move(ofModel)});
        }
        return library;
    });
}

std::vector<VersionRecord> Project::versions() const
{
    auto versions = read([](const Database& database) { return VersionRepository(database).all(); });
    for (auto& version : versions)
        version = m_state->asItStands(std::move(version));
    return versions;
}

std::optional<VersionRecord> Project::version(VersionId id) const
{
    const auto found = read([&](const Database& database) { return VersionRepository(database).find(id); });
    return found ? std::optional(m_state->asItStands(*found)) : std::nullopt;
}

std::optional<VersionRecord> Project::versionNamed(const QString& name) const
{
    const auto found = read([&](const Database& database) { return VersionRepository(database).byName(name); });
    return found ? std::optional(m_state->asItStands(*found)) : std::nullopt;
}

QString Project::freeVersionName() const
{
    return read([](const Database& database) { return VersionRepository(database).freeName(); });
}

std::vector<EpochMetrics> Project::epochs(VersionId id) const
{
    return read([&](const Database& database) { return VersionRepository(database).epochs(id); });
}

QString Project::undoTitle() const
{
    return read([](Database& database) { return Journal(database).undoTitle(); });
}

QString Project::redoTitle() const
{
    return read([](Database& database) { return Journal(database).redoTitle(); });
}

} // namespace core
