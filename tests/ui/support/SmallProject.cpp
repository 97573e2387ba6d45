#include "tests/ui/support/SmallProject.h"

#include "core/evaluation/EvaluationReport.h"
#include "core/pictures/PictureFile.h"
#include "core/storage/Database.h"
#include "core/storage/ImportWriter.h"
#include "core/storage/Journal.h"
#include "core/storage/RunFile.h"
#include "core/storage/VersionRepository.h"
#include "core/training/TrainingSpec.h"

#include <QDir>
#include <QFileInfo>
#include <QImage>

#include <algorithm>

namespace {

const QSize size(96, 64);

core::ImageRecord picture(const QString& root, int number, core::Split split)
{
    const QString name = QStringLiteral("picture%1.png").arg(number, 3, 10, QLatin1Char('0'));
    const QString path = QDir(root).filePath(name);
    QImage image(size, QImage::Format_RGB888);
    image.fill(QColor::fromHsv(number * 37 % 360, 90, 220));
    image.save(path);
    core::ImageRecord record;
    record.path = path;
    record.relativePath = name;
    record.bytes = QFileInfo(path).size();
    record.sha256 = core::PictureFile::sha256OfFile(path);
    record.format = int(core::PictureKind::Png);
    record.size = size;
    record.split = split;
    return record;
}

void annotate(core::ImportWriter& writer, core::ItemId item, core::ViewType type, const std::vector<core::ConceptId>& concepts, int number, bool without)
{
    if (without)
        writer.storeWithoutConcept(item);
    else if (type == core::ViewType::Classification)
        writer.storeClass(item, concepts[size_t(number) % 2]);
    else if (type == core::ViewType::Tagging)
        writer.storeAnswers(item, {{concepts[0], true}, {concepts[1], number % 2 == 0}});
    else
        writer.storeBoxes(item, {{{}, concepts[size_t(number) % 2], QRectF(10, 8, 40, 30), 0}});
}

core::Prediction rightAnswer(const core::Example& example, core::ViewType type)
{
    core::Prediction prediction;
    if (type == core::ViewType::Classification) {
        prediction.scores = {0.1, 0.1};
        prediction.scores[size_t(example.label)] = 0.9;
    } else if (type == core::ViewType::Tagging) {
        for (const auto answer : example.answers)
            prediction.scores.push_back(answer == 1 ? 0.9 : 0.1);
    } else {
        for (const auto& box : example.boxes)
            prediction.boxes.push_back({box.label, 0.9, box.rect});
    }
    return prediction;
}

} // namespace

ui::Ask SmallProject::silent()
{
    return {.choose = [](QWidget*, const QString&, const QString&, const QStringList&, const ui::Ask::Chosen& chosen) { chosen(-1); },
            .offer = [](QWidget*, const QString&, const QString&, const QStringList&, const ui::Ask::Chosen& chosen) { chosen(-1); },
            .text = [](auto...) {},
            .openFiles = [](auto...) {},
            .openFolder = [](auto...) {},
            .saveFile = [](auto...) {},
            .tell = [](auto...) {}};
}

SmallProject::SmallProject(core::ViewType type, Parts parts, ui::Ask ask)
{
    const QString pictures = folder.filePath(QStringLiteral("pictures"));
    QDir().mkpath(pictures);
    auto made = core::Project::create(folder.filePath(QStringLiteral("project")), QStringLiteral("Small"));
    made->write(
        [&](core::Database& database) {
            core::Journal journal(database);
            journal.begin(QStringLiteral("Import"));
            core::ImportWriter writer(database, journal);
            view = writer.ensureView(QStringLiteral("Cells"), type);
            const std::vector<core::ConceptId> concepts = {writer.ensureConcept(view, QStringLiteral("RBC")), writer.ensureConcept(view, QStringLiteral("WBC"))};
            const auto transfer = writer.beginTransfer(QStringLiteral("pictures"), pictures, {});
            const auto root = writer.ensureRoot(pictures);
            for (int i = 0; i < parts.train + parts.validation + parts.test; ++i) {
                const auto split = i < parts.train ? core::Split::Train : i < parts.train + parts.validation ? core::Split::Validation : core::Split::Test;
                const auto image = writer.addImage(root, picture(pictures, i, split), transfer);
                annotate(writer, writer.item(view, image), type, concepts, i, i < parts.withoutConcept);
            }
            writer.endTransfer(transfer, {});
            journal.end();
        },
        {.structure = true, .images = true, .annotations = true}, true);
    session = std::make_unique<ui::Session>(std::move(made), std::move(ask));
    session->setView(view);
}

SmallProject::~SmallProject() = default;

core::VersionId SmallProject::addVersion(const QString& name, core::VersionStatus status)
{
    const auto selection = project().trainingSelection(view);
    const bool ended = status == core::VersionStatus::Done;
    core::VersionRecord version;
    version.uuid = QUuid::createUuid();
    version.view = view;
    version.name = name;
    version.status = status;
    version.failure = status == core::VersionStatus::Failed ? QStringLiteral("The disk was full.") : QString();
    auto spec = core::defaultSpec(selection.view.type, int(selection.train.size()));
    spec.epochs = 4;
    version.architecture = spec.architecture;
    version.spec = core::toJson(spec);
    for (const auto& record : selection.concepts)
        version.concepts.push_back({record.uuid, record.name, 0.5});
    version.dataRevision = selection.dataRevision;
    version.itemsTrain = int(selection.train.size());
    version.itemsValidation = int(selection.validation.size());
    version.weights = ended ? core::WeightsState::Present : core::WeightsState::None;

    std::vector<core::Prediction> predictions;
    for (const auto& example : selection.validation)
        predictions.push_back(rightAnswer(example, selection.view.type));
    if (!predictions.empty()) {
        std::ranges::reverse(predictions.front().scores); // one mistake
        predictions.front().boxes.clear();
    }
    QStringList names;
    for (const auto& record : selection.concepts)
        names << record.name;
    const auto report = core::evaluate(selection.view.type, names, selection.validation, predictions, std::vector<double>(size_t(names.size()), 0.5));
    if (ended && !predictions.empty()) {
        version.headline = report.headline();
        version.headlineKey = report.headlineKey();
    }
    if (ended)
        version.metrics = {{QStringLiteral("bestEpoch"), 3}, {QStringLiteral("seconds"), 42.0}, {QStringLiteral("device"), QStringLiteral("cpu")},
                           {QStringLiteral("deviceName"), QStringLiteral("CPU")}, {QStringLiteral("parameters"), 4650000.0}};

    core::VersionId id;
    project().write(
        [&](core::Database& database) {
            core::VersionRepository versions(database);
            version.model = versions.modelFor(selection.view, selection.concepts);
            id = versions.add(version);
            for (int epoch = 1; epoch <= 4; ++epoch) {
                versions.appendEpoch(id, {.epoch = epoch, .trainLoss = 2.0 / epoch, .valLoss = 2.2 / epoch, .accuracy = 0.5 + 0.1 * std::min(epoch, 3),
                                          .map = selection.view.type == core::ViewType::Classification ? std::nullopt : std::optional(0.4 + 0.1 * std::min(epoch, 3)),
                                          .learningRate = 1e-3, .seconds = 10, .imagesPerSecond = 7});
            }
        },
        {.library = true}, true);

    const QString place = project().versionFolder(version.uuid);
    QDir().mkpath(place);
    core::RunFile file(place, core::RunFile::Mode::Create);
    file.freeze(selection.train, selection.validation, selection.test);
    std::vector<core::BatchMetrics> batches;
    for (int i = 1; i <= 40; ++i)
        batches.push_back({(i + 9) / 10, i, i / 10.0, 2.0 - i * 0.03, 1e-3});
    file.appendBatches(batches);
    if (ended && !predictions.empty())
        file.storeResult(predictions, core::toJson(report));
    return id;
}
