#include "core/project/ModelExport.h"

#include "core/base/Error.h"
#include "core/formats/Predictions.h"
#include "core/inference/Predictor.h"
#include "core/modelfiles/BesideFiles.h"
#include "core/networks/VersionCard.h"
#include "core/pictures/PictureFile.h"
#include "core/project/Project.h"
#include "core/project/VersionFolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

namespace core {

namespace {

/// Pictures to compare on: those that the version was judged on, else those it learnt from.
QStringList picturesOf(const QString& folder, int most, bool& isOnTraining)
{
    QStringList paths;
    try {
        auto examples = VersionFolder::frozenExamples(folder, Split::Validation);
        isOnTraining = examples.empty();
        if (isOnTraining)
            examples = VersionFolder::frozenExamples(folder, Split::Train);
        const size_t step = std::max<size_t>(1, examples.size() / size_t(most)); // from everywhere, not the first few of one folder
        for (size_t i = 0; i < examples.size() && paths.size() < most; i += step) {
            if (QFileInfo(examples[i].image.path).isFile())
                paths.append(examples[i].image.path);
        }
    } catch (const Error&) {
        // The list of pictures is damaged: the file is written and not proved, which the result says.
    }
    return paths;
}

QString unprovedName(const QString& path)
{
    const QFileInfo info(path);
    return info.absoluteDir().filePath(info.completeBaseName() + QStringLiteral(".unproved") + (info.suffix().isEmpty() ? QString() : QLatin1Char('.') + info.suffix()));
}

/// A picture to try the file on, with the answer it must give.
QStringList writeSample(const QString& modelFile, Network& network, const VersionCard& card, const QStringList& pictures)
{
    for (const auto& picture : pictures) {
        try {
            const auto sample = BesideFiles::writeSamplePicture(modelFile, card, picture);
            const auto [size, answer] = answerExactly(network, sample);
            const auto writer = predictionWriter(QStringLiteral("oriel"), {.type = card.shape.type, .view = {}, .version = card.name, .concepts = card.concepts, .conceptIds = {}});
            const auto text = writer->begin() + writer->picture({.path = QStringLiteral("sample.jpg"), .size = size, .prediction = answer, .sourceId = {}}) + writer->end();
            const QString expected = QFileInfo(sample).absoluteDir().filePath(QStringLiteral("sample.expected.json"));
            BesideFiles::save(expected, text);
            return {QStringLiteral("sample.jpg"), QStringLiteral("sample.expected.json")};
        } catch (const PictureError&) {
            continue; // the next one may be readable
        }
    }
    return {};
}

} // namespace

ModelExportResult exportModel(const QString& folder, const ModelExportRequest& request, const std::function<void(const Progress&)>& progressed, const std::function<bool()>& isCanceled)
{
    Predictor::check(folder);
    const auto card = readCard(folder);
    if (request.options.hasSelection && card.shape.type != ViewType::Detection)
        throw Error(QCoreApplication::translate("ModelExport", "“%1” finds no boxes, so there is no selection of boxes to put into the file. Nothing was written. Export it without.").arg(card.name));
    BesideFiles::requireRoom(request.path, card);
    ModelExportResult result{.path = request.path};
    const auto pictures = picturesOf(folder, request.pictures, result.isOnTraining);
    QElapsedTimer timer;
    timer.start();
    const auto tell = [&](const QString& step, qint64 done) {
        if (progressed)
            progressed({.step = step, .done = done, .total = done < 0 ? 0 : pictures.size(), .seconds = double(timer.elapsed()) / 1000});
    };
    tell(QCoreApplication::translate("ModelExport", "Writing the file"), -1);
    const auto network = loadNetwork(folder, card);
    ModelFile::write(request.path, *network, card, request.options);
    result.parity = checkParity(request.path, *network, card, request.options, pictures,
        [&](int done) { tell(QCoreApplication::translate("ModelExport", "Comparing it with the version"), done); }, isCanceled);
    if (isCanceled && isCanceled()) {
        QFile::remove(request.path);
        result.isCanceled = true;
        return result;
    }
    if (!result.parity.isProved()) {
        const auto unproved = unprovedName(request.path);
        QFile::remove(unproved); // of an earlier try
        if (QFile::rename(request.path, unproved))
            result.path = unproved;
    }
    result.beside = BesideFiles::write(result.path, card, request.options, result.parity, request.withSamples);
    result.beside += writeSample(result.path, *network, card, pictures);
    return result;
}

ModelExportJob::ModelExportJob(const Project& project, QObject* parent)
    : Job(parent)
    , m_project(project)
{
}

ModelExportJob::~ModelExportJob() = default;

void ModelExportJob::exportVersion(VersionId version, const ModelExportRequest& request)
{
    const auto record = m_project.version(version);
    if (!record)
        throw Error(tr("This version is no longer in the project. Nothing was written."));
    start([this, request, folder = m_project.versionFolder(record->uuid)] {
        const auto result = exportModel(folder, request, [this](const Progress& progress) { report(progress); }, [this] { return isCanceled(); });
        if (!result.isCanceled)
            post([this, result] { Q_EMIT exported(result); });
    });
}

} // namespace core
