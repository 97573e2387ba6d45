#include "core/storage/VersionRepository.h"

#include "core/storage/Query.h"
#include "core/storage/ViewRepository.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <map>

namespace core {

namespace {

const auto versionColumns = QStringLiteral(
    "v.id, v.uuid, v.model_id, m.view_id, v.number, v.name, v.status, v.architecture, v.spec, v.concepts, v.data_revision, v.items_train, "
    "v.items_val, v.headline, v.headline_key, v.metrics, v.weights, v.created_at, v.finished_at, v.failure");
const auto selectVersions = QStringLiteral("SELECT %1 FROM model_version v JOIN model m ON m.id = v.model_id").arg(versionColumns);

QString toJson(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject objectOf(const QString& json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

QString toJson(const std::vector<FrozenConcept>& concepts)
{
    QJsonArray list;
    for (const auto& frozen : concepts)
        list << QJsonObject{{QStringLiteral("uuid"), frozen.uuid.toString(QUuid::WithoutBraces)}, {QStringLiteral("name"), frozen.name},
            {QStringLiteral("threshold"), frozen.threshold}};
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

std::vector<FrozenConcept> conceptsOf(const QString& json)
{
    std::vector<FrozenConcept> concepts;
    for (const auto& value : QJsonDocument::fromJson(json.toUtf8()).array()) {
        const auto object = value.toObject();
        concepts.push_back({QUuid::fromString(object.value(QLatin1String("uuid")).toString()), object.value(QLatin1String("name")).toString(),
            object.value(QLatin1String("threshold")).toDouble(0.5)});
    }
    return concepts;
}

QVariant toTime(const QDateTime& time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

QDateTime timeOf(const Query& query, int column)
{
    return query.isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(query.number(column), Qt::UTC);
}

VersionRecord toVersion(const Query& query)
{
    VersionRecord version;
    version.id = query.id<VersionId>(0);
    version.uuid = query.uuid(1);
    version.model = query.id<ModelId>(2);
    version.view = query.id<ViewId>(3);
    version.number = query.integer(4);
    version.name = query.text(5);
    version.status = query.oneOf(6, VersionStatus::Interrupted);
    version.architecture = query.text(7);
    version.spec = objectOf(query.text(8));
    version.concepts = conceptsOf(query.text(9));
    version.dataRevision = query.blob(10);
    version.itemsTrain = query.integer(11);
    version.itemsValidation = query.integer(12);
    if (!query.isNull(13))
        version.headline = query.real(13);
    version.headlineKey = query.text(14);
    version.metrics = objectOf(query.text(15));
    version.weights = query.oneOf(16, WeightsState::Lost);
    version.created = timeOf(query, 17);
    version.finished = timeOf(query, 18);
    version.failure = query.text(19);
    return version;
}

std::vector<VersionRecord> versionsOf(Query& query)
{
    std::vector<VersionRecord> versions;
    for (query.run(); query.next();)
        versions.push_back(toVersion(query));
    return versions;
}

/// The columns that may change, in the order of the statements below.
void bindState(Query& query, const VersionRecord& version)
{
    query.bind(validName(version.name)).bind(int(version.status)).bind(version.architecture).bind(toJson(version.spec)).bind(toJson(version.concepts));
    query.bind(version.dataRevision.isEmpty() ? QVariant() : QVariant(version.dataRevision)).bind(version.itemsTrain).bind(version.itemsValidation);
    query.bind(version.headline ? QVariant(*version.headline) : QVariant());
    query.bind(version.headlineKey.isEmpty() ? QVariant() : QVariant(version.headlineKey)).bind(toJson(version.metrics)).bind(int(version.weights));
    query.bind(toTime(version.finished)).bind(version.failure.isEmpty() ? QVariant() : QVariant(version.failure));
}

/// Runs what writes a version's name, and says it in a sentence when the name is taken.
void runNamed(Query& query, const QString& name)
{
    try {
        query.run();
    } catch (const DatabaseError& error) {
        if (error.kind == DatabaseError::Kind::Constraint) // the one constraint that a person can meet here
            throw Error(QCoreApplication::translate("VersionRepository", "A version is called “%1” already. Nothing was changed; choose another name.").arg(name));
        throw;
    }
}

// The fixed list of epoch_metric keys.
struct EpochKey {
    const char* key;
    std::optional<double> (*read)(const EpochMetrics&);
    void (*write)(EpochMetrics&, double);
};
constexpr EpochKey epochKeys[] = {
    {"train.loss", [](const EpochMetrics& e) { return e.trainLoss; }, [](EpochMetrics& e, double v) { e.trainLoss = v; }},
    {"val.loss", [](const EpochMetrics& e) { return e.valLoss; }, [](EpochMetrics& e, double v) { e.valLoss = v; }},
    {"val.accuracy", [](const EpochMetrics& e) { return e.accuracy; }, [](EpochMetrics& e, double v) { e.accuracy = v; }},
    {"val.map", [](const EpochMetrics& e) { return e.map; }, [](EpochMetrics& e, double v) { e.map = v; }},
    {"val.map50", [](const EpochMetrics& e) { return e.map50; }, [](EpochMetrics& e, double v) { e.map50 = v; }},
    {"lr", [](const EpochMetrics& e) { return std::optional(e.learningRate); }, [](EpochMetrics& e, double v) { e.learningRate = v; }},
    {"seconds", [](const EpochMetrics& e) { return std::optional(e.seconds); }, [](EpochMetrics& e, double v) { e.seconds = v; }},
    {"images_per_second", [](const EpochMetrics& e) { return std::optional(e.imagesPerSecond); }, [](EpochMetrics& e, double v) { e.imagesPerSecond = v; }},
};

} // namespace

// Models --------------------------------------------------------------------------------------------------------------

ModelId VersionRepository::modelFor(const ViewRecord& view, const std::vector<ConceptRecord>& concepts) const
{
    const auto set = conceptSetHash(concepts);
    Query known(m_database, QStringLiteral("SELECT id FROM model WHERE view_id = ? AND concept_set = ?"));
    if (known.bind(view.id).bind(QVariant(set)).first())
        return known.id<ModelId>(0);

    Query count(m_database, QStringLiteral("SELECT count(*) FROM model WHERE view_id = ?"));
    const int place = count.bind(view.id).first() ? count.integer(0) + 1 : 1;
    const auto name = QStringLiteral("%1 · %2 · %3")
                          .arg(view.name, concepts.size() == 1 ? QStringLiteral("1 concept") : QStringLiteral("%1 concepts").arg(concepts.size()))
                          .arg(place);
    Query add(m_database, QStringLiteral("INSERT INTO model(uuid, view_id, name, concept_set, created_at) VALUES (?, ?, ?, ?, ?)"));
    add.bind(QUuid::createUuid()).bind(view.id).bind(name).bind(QVariant(set)).bind(QDateTime::currentMSecsSinceEpoch()).run();
    const ModelId model{add.insertedId()};
    for (const auto& record : concepts)
        Query(m_database, QStringLiteral("INSERT INTO model_concept(model_id, concept_id) VALUES (?, ?)")).bind(model).bind(record.id).run();
    return model;
}

std::vector<ModelRecord> VersionRepository::models(ViewId view) const
{
    const auto concepts = ViewRepository(m_database).concepts(view, true);
    std::vector<ConceptRecord> living;
    std::ranges::copy_if(concepts, std::back_inserter(living), [](const auto& record) { return !record.retired; });
    const auto current = conceptSetHash(living);

    std::vector<ModelRecord> models;
    Query query(m_database, QStringLiteral("SELECT id, uuid, name, concept_set, created_at FROM model WHERE view_id = ? ORDER BY id DESC"));
    for (query.bind(view).run(); query.next();)
        models.push_back({.id = query.id<ModelId>(0), .uuid = query.uuid(1), .view = view, .name = query.text(2), .created = timeOf(query, 4), .isCurrent = query.blob(3) == current});
    for (auto& model : models) {
        Query members(m_database, QStringLiteral("SELECT concept_id FROM model_concept WHERE model_id = ?"));
        std::vector<ConceptId> ids;
        for (members.bind(model.id).run(); members.next();)
            ids.push_back(members.id<ConceptId>(0));
        std::ranges::copy_if(concepts, std::back_inserter(model.concepts), [&](const auto& record) { return std::ranges::find(ids, record.id) != ids.end(); });
    }
    std::ranges::stable_partition(models, [](const auto& model) { return model.isCurrent; });
    return models;
}

// Versions ------------------------------------------------------------------------------------------------------------

VersionId VersionRepository::add(VersionRecord version) const
{
    if (version.uuid.isNull())
        version.uuid = QUuid::createUuid();
    if (!version.created.isValid())
        version.created = QDateTime::currentDateTimeUtc();
    Query query(m_database, QStringLiteral(
        "INSERT INTO model_version(name, status, architecture, spec, concepts, data_revision, items_train, items_val, headline, headline_key, metrics, "
        "weights, finished_at, failure, uuid, model_id, created_at, number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "(SELECT coalesce(max(number), 0) + 1 FROM model_version WHERE model_id = ?))"));
    bindState(query, version);
    query.bind(version.uuid).bind(version.model).bind(toTime(version.created)).bind(version.model);
    runNamed(query, version.name);
    return VersionId{query.insertedId()};
}

void VersionRepository::update(const VersionRecord& version) const
{
    Query query(m_database, QStringLiteral(
        "UPDATE model_version SET name = ?, status = ?, architecture = ?, spec = ?, concepts = ?, data_revision = ?, items_train = ?, items_val = ?, "
        "headline = ?, headline_key = ?, metrics = ?, weights = ?, finished_at = ?, failure = ? WHERE id = ?"));
    bindState(query, version);
    query.bind(version.id);
    runNamed(query, version.name);
}

void VersionRepository::setStatus(VersionId id, VersionStatus status, const QString& failure) const
{
    Query query(m_database, QStringLiteral("UPDATE model_version SET status = ?, failure = ? WHERE id = ?"));
    query.bind(int(status)).bind(failure.isEmpty() ? QVariant() : QVariant(failure)).bind(id).run();
}

void VersionRepository::rename(VersionId id, const QString& name) const
{
    Query query(m_database, QStringLiteral("UPDATE model_version SET name = ? WHERE id = ?"));
    query.bind(validName(name)).bind(id);
    runNamed(query, name);
}

void VersionRepository::remove(VersionId id) const
{
    const auto version = find(id);
    if (!version)
        return;
    Query(m_database, QStringLiteral("DELETE FROM draft WHERE version_id = ?")).bind(id).run();
    Query(m_database, QStringLiteral("UPDATE model_version SET parent_id = NULL WHERE parent_id = ?")).bind(id).run();
    Query(m_database, QStringLiteral("DELETE FROM model_version WHERE id = ?")).bind(id).run(); // epochs cascade
    if (!ofModel(version->model).empty())
        return;
    Query(m_database, QStringLiteral("DELETE FROM model_concept WHERE model_id = ?")).bind(version->model).run();
    Query(m_database, QStringLiteral("DELETE FROM model WHERE id = ?")).bind(version->model).run();
}

std::optional<VersionRecord> VersionRepository::find(VersionId id) const
{
    Query query(m_database, selectVersions + QStringLiteral(" WHERE v.id = ?"));
    return query.bind(id).first() ? std::optional(toVersion(query)) : std::nullopt;
}

std::optional<VersionRecord> VersionRepository::byName(const QString& name) const
{
    Query query(m_database, selectVersions + QStringLiteral(" WHERE v.name = ?"));
    return query.bind(name.normalized(QString::NormalizationForm_C).trimmed()).first() ? std::optional(toVersion(query)) : std::nullopt;
}

std::vector<VersionRecord> VersionRepository::all() const
{
    Query query(m_database, selectVersions + QStringLiteral(" ORDER BY v.id"));
    return versionsOf(query);
}

std::vector<VersionRecord> VersionRepository::ofModel(ModelId model) const
{
    Query query(m_database, selectVersions + QStringLiteral(" WHERE v.model_id = ? ORDER BY v.number DESC"));
    query.bind(model);
    return versionsOf(query);
}

QString VersionRepository::freeName() const
{
    // One past the highest "vN", so that a name is not given twice in a row after a deletion in the middle.
    int highest = 0;
    Query query(m_database, QStringLiteral("SELECT name FROM model_version WHERE name GLOB 'v[0-9]*'"));
    for (query.run(); query.next();)
        highest = std::max(highest, query.text(0).mid(1).toInt());
    return QStringLiteral("v%1").arg(highest + 1);
}

// Epochs --------------------------------------------------------------------------------------------------------------

void VersionRepository::appendEpoch(VersionId id, const EpochMetrics& epoch) const
{
    for (const auto& entry : epochKeys) {
        const auto value = entry.read(epoch);
        if (!value)
            continue;
        Query query(m_database, QStringLiteral("INSERT OR REPLACE INTO epoch_metric(version_id, epoch, key, value) VALUES (?, ?, ?, ?)"));
        query.bind(id).bind(epoch.epoch).bind(QString::fromLatin1(entry.key)).bind(std::isfinite(*value) ? QVariant(*value) : QVariant()).run();
    }
}

std::vector<EpochMetrics> VersionRepository::epochs(VersionId id) const
{
    std::map<int, EpochMetrics> byEpoch;
    Query query(m_database, QStringLiteral("SELECT epoch, key, value FROM epoch_metric WHERE version_id = ? AND concept_ord = -1"));
    for (query.bind(id).run(); query.next();) {
        auto& epoch = byEpoch[query.integer(0)];
        epoch.epoch = query.integer(0);
        const auto value = query.isNull(2) ? std::nan("") : query.real(2);
        for (const auto& entry : epochKeys)
            if (query.text(1) == QLatin1String(entry.key))
                entry.write(epoch, value);
    }
    std::vector<EpochMetrics> epochs;
    for (const auto& [number, epoch] : byEpoch)
        epochs.push_back(epoch);
    return epochs;
}

} // namespace core
