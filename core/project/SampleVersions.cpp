#include "core/project/SampleVersions.h"

#include "core/base/Error.h"
#include "core/networks/VersionCard.h"
#include "core/project/Project.h"
#include "core/storage/RunFile.h"
#include "core/storage/VersionRepository.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace core {

namespace {

Error unusable(const QDir& source)
{
    return Error(QCoreApplication::translate("SampleProject", "The trained version in %1 does not fit the sample, so it was left out. The sample's pictures are there. Install Oriel again.")
                     .arg(QDir::toNativeSeparators(source.path())));
}

QJsonObject detailsOf(const QDir& source)
{
    QFile file(source.filePath(QStringLiteral("version.json")));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// The card's concepts with the uuids that the project gave them.
std::vector<FrozenConcept> conceptsOf(const VersionCard& card, const TrainingSelection& selection, const QDir& source)
{
    auto concepts = card.concepts;
    for (auto& frozen : concepts) {
        const auto living = std::ranges::find(selection.concepts, frozen.name, &ConceptRecord::name);
        if (living == selection.concepts.end())
            throw unusable(source);
        frozen.uuid = living->uuid;
    }
    return concepts;
}

/// The frozen data are the project's own; batches and answers are those of the training, by the content of the pictures.
void fillRunFile(const QString& folder, const QDir& source, const TrainingSelection& selection)
{
    const RunFile made(source.path(), RunFile::Mode::Read);
    QHash<QByteArray, Prediction> answers;
    const auto examples = made.examples(Split::Validation);
    const auto predictions = made.predictions();
    for (size_t i = 0; i < std::min(examples.size(), predictions.size()); ++i)
        answers.insert(examples[i].image.sha256, predictions[i]);
    std::vector<Prediction> ordered;
    for (const auto& example : selection.validation) {
        if (!answers.contains(example.image.sha256))
            throw unusable(source);
        ordered.push_back(answers[example.image.sha256]);
    }
    RunFile file(folder, RunFile::Mode::Create);
    file.freeze(selection.train, selection.validation, selection.test);
    file.appendBatches(made.batches());
    if (const auto report = made.report())
        file.storeResult(ordered, *report);
}

std::vector<EpochMetrics> epochsOf(const QJsonObject& details)
{
    std::vector<EpochMetrics> epochs;
    for (const auto& value : details[QStringLiteral("epochs")].toArray()) {
        const auto number = [&](const char* key) { return value[QLatin1String(key)].isDouble() ? std::optional(value[QLatin1String(key)].toDouble()) : std::nullopt; };
        epochs.push_back({.epoch = value[QStringLiteral("epoch")].toInt(), .trainLoss = number("trainLoss"), .valLoss = number("valLoss"), .accuracy = number("accuracy"),
                          .map = number("map"), .map50 = number("map50"), .learningRate = number("learningRate").value_or(0), .seconds = number("seconds").value_or(0),
                          .imagesPerSecond = number("imagesPerSecond").value_or(0)});
    }
    return epochs;
}

VersionRecord recordOf(const VersionCard& card, const QJsonObject& details, ViewId view)
{
    const auto now = QDateTime::currentDateTimeUtc();
    VersionRecord version{.uuid = card.uuid, .view = view, .name = card.name, .status = VersionStatus::Done, .architecture = card.shape.architecture,
                          .spec = card.spec, .concepts = card.concepts, .dataRevision = card.dataRevision, .itemsTrain = card.itemsTrain,
                          .itemsValidation = card.itemsValidation, .headlineKey = details[QStringLiteral("headlineKey")].toString(),
                          .metrics = details[QStringLiteral("metrics")].toObject(), .weights = WeightsState::Present, .created = now, .finished = now};
    if (details[QStringLiteral("headline")].isDouble())
        version.headline = details[QStringLiteral("headline")].toDouble();
    return version;
}

void add(Project& project, const ViewRecord& view, const QDir& source)
{
    const auto details = detailsOf(source);
    const auto selection = project.trainingSelection(view.id);
    auto card = readCard(source.path());
    card.uuid = QUuid::createUuid();
    card.name = project.freeVersionName();
    card.concepts = conceptsOf(card, selection, source);
    card.dataRevision = selection.dataRevision;
    const auto folder = project.versionFolder(card.uuid);
    if (!QDir().mkpath(folder) || !QFile::copy(source.filePath(card.weightsFile), folder + QLatin1Char('/') + card.weightsFile))
        throw unusable(source);
    QFile::setPermissions(folder + QLatin1Char('/') + card.weightsFile, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    fillRunFile(folder, source, selection);
    writeCard(folder, card);
    project.write(
        [&](Database& database) {
            const VersionRepository versions(database);
            auto version = recordOf(card, details, view.id);
            version.model = versions.modelFor(selection.view, selection.concepts);
            version.id = versions.add(version);
            for (const auto& epoch : epochsOf(details))
                versions.appendEpoch(version.id, epoch);
        },
        {.library = true, .cause = ChangeSet::Cause::Library}, true);
}

} // namespace

void addSampleVersions(Project& project, const QString& source)
{
    for (const auto& view : project.views()) {
        const QDir version(source + QLatin1Char('/') + keyOf(view.type));
        if (version.exists())
            add(project, view, version);
    }
}

} // namespace core
