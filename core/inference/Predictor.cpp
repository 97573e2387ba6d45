#include "core/inference/Predictor.h"

#include "core/base/Parallel.h"
#include "core/networks/Device.h"
#include "core/networks/Predict.h"
#include "core/networks/VersionCard.h"
#include "core/pictures/PictureFile.h"
#include "core/pictures/PixelCache.h"

#include <QCoreApplication>
#include <QDir>

namespace core {

namespace {

constexpr size_t picturesAtOnce = 16; // bounds the memory of activations, whatever the caller hands over

void checkWeights(const VersionCard& card, const QString& path)
{
    if (!card.weightsSha256.isEmpty() && PictureFile::sha256OfFile(path) != card.weightsSha256)
        throw Error(QCoreApplication::translate("Predictor", "The weights of “%1” are damaged: the file %2 is not the one that was saved. "
                                                             "Its numbers are kept. Train a new version to predict.")
                        .arg(card.name, QDir::toNativeSeparators(path)));
}

} // namespace

struct Predictor::Network {
    VersionCard card;
    std::shared_ptr<core::Network> network;
    Computer computer;
    int threads = 1; // that read pictures
};

Predictor::Predictor(const QString& versionFolder, const QString& device, int threads)
    : m_network(std::make_unique<Network>())
{
    keepLibrariesQuiet();
    m_network->threads = useThreads(threads);
    auto& card = m_network->card;
    auto& network = m_network->network;
    auto& computer = m_network->computer;
    card = readCard(versionFolder);
    const auto path = QDir(versionFolder).filePath(card.weightsFile);
    checkWeights(card, path);
    computer.device = chooseDevice(device);
    network = loadNetwork(versionFolder, card);
    network->to(computer.device);
    // Where it was trained its answers are those of the training; elsewhere exact ones.
    const bool isAtHome = keyOf(computer.device).section(QLatin1Char(':'), 0, 0) == card.device.section(QLatin1Char(':'), 0, 0);
    computer.type = isAtHome ? typeFromKey(card.answerType) : torch::kFloat;
}

void Predictor::check(const QString& versionFolder)
{
    const QDir folder(versionFolder);
    const auto card = readCard(versionFolder);
    const auto path = folder.filePath(card.weightsFile);
    if (!QFileInfo(path).isFile())
        throw Error(QCoreApplication::translate("Predictor", "The weights of “%1” are missing: there is no file %2. Its numbers are kept. Train a new version to predict.")
                        .arg(card.name, QDir::toNativeSeparators(path)));
    checkWeights(card, path);
}

Predictor::~Predictor() = default;
Predictor::Predictor(Predictor&&) noexcept = default;
Predictor& Predictor::operator=(Predictor&&) noexcept = default;

ViewType Predictor::type() const { return m_network->card.shape.type; }
const std::vector<FrozenConcept>& Predictor::concepts() const { return m_network->card.concepts; }
QSize Predictor::input() const { return m_network->card.shape.input; }
QString Predictor::device() const { return keyOf(m_network->computer.device); }

void Predictor::setBoxRule(double overlap, int most)
{
    auto preparation = m_network->network->preparation();
    preparation.boxes = {.overlap = overlap, .most = most};
    m_network->network->prepareAs(preparation);
}

double Predictor::overlap() const { return m_network->network->preparation().boxes.overlap; }
int Predictor::mostBoxes() const { return m_network->network->preparation().boxes.most; }

RegionPixels Predictor::prepare(const Region& region) const
{
    return PixelCache::reduced(region, m_network->card.preparation.stored());
}

RegionPixels Predictor::prepare(const QImage& picture) const
{
    return {PixelCache::reduced(picture, m_network->card.preparation.stored()), QRect(QPoint(0, 0), picture.size())};
}

std::vector<Prediction> Predictor::predict(const std::vector<RegionPixels>& pictures, double minScore) const
{
    torch::InferenceMode noGradients;
    std::vector<Prediction> predictions;
    for (size_t begin = 0; begin < pictures.size(); begin += picturesAtOnce) {
        const auto end = std::min(pictures.size(), begin + picturesAtOnce);
        const std::vector<RegionPixels> batch(pictures.begin() + qsizetype(begin), pictures.begin() + qsizetype(end));
        const auto answered = core::predict(*m_network->network, m_network->computer, batch, minScore);
        predictions.insert(predictions.end(), answered.begin(), answered.end());
    }
    return predictions;
}

std::vector<AnsweredRegion> Predictor::answer(const std::vector<Region>& regions, double minScore) const
{
    struct Read {
        RegionPixels picture;
        QString failure;
    };
    std::vector<Read> files(regions.size());
    forEachIndex(qint64(regions.size()), m_network->threads, [&](qint64 i) {
        auto& file = files[size_t(i)];
        try {
            file.picture = prepare(regions[size_t(i)]);
        } catch (const PictureError& error) {
            file.failure = error.message();
        } catch (const std::bad_alloc&) {
            file.failure = QCoreApplication::translate("Predictor", "There is not enough memory to read %1.").arg(QDir::toNativeSeparators(regions[size_t(i)].image.path));
        }
    });
    std::vector<RegionPixels> ready;
    for (const auto& file : files) {
        if (file.failure.isEmpty())
            ready.push_back(file.picture);
    }
    const auto predictions = predict(ready, minScore);
    auto next = predictions.begin();
    std::vector<AnsweredRegion> answered;
    for (const auto& file : files)
        answered.push_back({file.picture.part, file.failure.isEmpty() ? *next++ : Prediction(), file.failure});
    return answered;
}

} // namespace core
