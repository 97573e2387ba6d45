#include "core/networks/NetworkRegistry.h"

#include "core/base/Error.h"
#include "core/base/Shipped.h"
#include "core/networks/backbones/EfficientNetLite.h"
#include "core/networks/heads/Classifier.h"
#include "core/networks/heads/Detector.h"
#include "core/networks/heads/Tagger.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <mutex>

namespace core {

namespace {

constexpr std::array<float, 3> mean127{127, 127, 127};
constexpr std::array<float, 3> deviation128{128, 128, 128};

constexpr std::array entries{
    NetworkEntry{"efficientnet-lite0", "EfficientNet-Lite0", 4.65, 224, 32, 1280, mean127, deviation128, [] { return buildEfficientNetLite(0); }},
    NetworkEntry{"efficientnet-lite1", "EfficientNet-Lite1", 5.42, 224, 32, 1280, mean127, deviation128, [] { return buildEfficientNetLite(1); }},
    NetworkEntry{"efficientnet-lite2", "EfficientNet-Lite2", 6.09, 256, 32, 1280, mean127, deviation128, [] { return buildEfficientNetLite(2); }},
    // A new architecture is one file in backbones/ and one line here.
};

void checkShape(const NetworkShape& shape)
{
    const int smallest = networkEntry(shape.architecture).smallestSide;
    const auto fits = [smallest](int side) { return side >= smallest && side <= largestSide && side % 32 == 0; };
    if (shape.concepts < 1 || !fits(shape.input.width()) || !fits(shape.input.height()))
        throw Error(QCoreApplication::translate("Networks", "A network for %1 concepts and pictures of %2 × %3 pixels cannot be built: "
                                                            "the sides must be multiples of 32, from %4 to %5.")
                        .arg(shape.concepts).arg(shape.input.width()).arg(shape.input.height()).arg(smallest).arg(largestSide));
}

} // namespace

std::span<const NetworkEntry> networkEntries()
{
    return entries;
}

const NetworkEntry& networkEntry(const QString& key)
{
    const auto found = std::ranges::find_if(entries, [&](const NetworkEntry& entry) { return key == QLatin1String(entry.key); });
    if (found == entries.end())
        throw Error(QCoreApplication::translate("Networks", "This program knows no architecture “%1”. Choose one of its list, or use a newer program.").arg(key));
    return *found;
}

std::shared_ptr<Network> buildNetwork(const NetworkShape& shape, std::optional<quint64> seed)
{
    checkShape(shape);
    static std::mutex mutex; // fresh weights come from libtorch's one generator
    const std::scoped_lock lock(mutex);
    if (seed)
        torch::manual_seed(*seed);
    auto backbone = networkEntry(shape.architecture).build();
    auto network = [&]() -> std::shared_ptr<Network> {
        switch (shape.type) {
        case ViewType::Classification: return buildClassifier(shape, std::move(backbone));
        case ViewType::Tagging: return buildTagger(shape, std::move(backbone));
        case ViewType::Detection: return buildDetector(shape, std::move(backbone));
        }
        Q_UNREACHABLE();
    }();
    if (seed)
        network->chance().set_current_seed(*seed);
    return network;
}

qint64 leastWeightBytes(const NetworkShape& shape)
{
    const qint64 features = shape.type == ViewType::Detection ? detectorWidth : networkEntry(shape.architecture).features;
    return 2 * features * shape.concepts;
}

QString shippedWeights(const QString& architecture)
{
    QStringList folders{qEnvironmentVariable("ORIEL_WEIGHTS")};
    folders += shippedPlaces(QStringLiteral("weights"));
#ifdef ORIEL_WEIGHTS_DIR
    folders += QStringLiteral(ORIEL_WEIGHTS_DIR);
#endif
    for (const QString& folder : folders) {
        const QString file = QDir(folder).filePath(architecture + QStringLiteral(".safetensors"));
        if (!folder.isEmpty() && QFileInfo(file).isFile())
            return QDir::cleanPath(file);
    }
    return {};
}

} // namespace core
