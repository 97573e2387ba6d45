#include "core/training/TrainingSpec.h"

#include "core/base/Error.h"
#include "core/networks/NetworkRegistry.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace core {

namespace {

/// The words of an enum, in the order of its values.
template <class Value, size_t N>
struct Words {
    std::array<const char*, N> words;

    QString keyOf(Value value) const { return QLatin1String(words.at(size_t(value))); }
    Value fromJson(const QJsonValue& json, Value otherwise) const
    {
        const auto found = std::ranges::find_if(words, [&](const char* word) { return json.toString() == QLatin1String(word); });
        return found == words.end() ? otherwise : Value(found - words.begin());
    }
};
constexpr Words<Optimizer, 2> optimizers{{"adamw", "sgd"}};
constexpr Words<Schedule, 3> schedules{{"one-cycle", "three-steps", "constant"}};
constexpr Words<AugmentationLevel, 3> augmentations{{"none", "flips", "default"}};
constexpr Words<StartWeights, 2> startWeights{{"imagenet", "none"}};

template <class Number>
void require(Number value, Number low, Number high, const QString& name)
{
    if (!(value >= low && value <= high))
        throw Error(QCoreApplication::translate("TrainingSpec", "%1 must be from %2 to %3, not %4.").arg(name).arg(low).arg(high).arg(value));
}

/// Few pictures are forgotten at rates that many need: 2e-4 up to 500 pictures, 1e-3 from 3000, even in logarithms between.
double fineTuneRate(int pictures)
{
    const double share = std::log(std::clamp(pictures, 500, 3000) / 500.0) / std::log(3000.0 / 500.0);
    return std::round(2e-4 * std::pow(5.0, share) * 1e6) / 1e6;
}

int epochsToSee(int wanted, int pictures, int least, int most)
{
    return std::clamp((wanted + pictures - 1) / std::max(1, pictures), least, most);
}

double oneCycle(double progress, double warmUp, double start)
{
    constexpr double end = 0.01;
    if (progress < warmUp)
        return std::max(start, progress / warmUp);
    return end + (1 - end) * 0.5 * (1 + std::cos(std::numbers::pi * (progress - warmUp) / (1 - warmUp)));
}

} // namespace

QString keyOf(Optimizer optimizer) { return optimizers.keyOf(optimizer); }
QString keyOf(Schedule schedule) { return schedules.keyOf(schedule); }
QString keyOf(AugmentationLevel augmentation) { return augmentations.keyOf(augmentation); }
QString keyOf(StartWeights weights) { return startWeights.keyOf(weights); }

QJsonObject toJson(const TrainingSpec& spec)
{
    return {{QStringLiteral("type"), keyOf(spec.type)}, {QStringLiteral("architecture"), spec.architecture}, {QStringLiteral("epochs"), spec.epochs},
        {QStringLiteral("batchSize"), spec.batchSize}, {QStringLiteral("learningRate"), spec.learningRate}, {QStringLiteral("optimizer"), keyOf(spec.optimizer)},
        {QStringLiteral("schedule"), keyOf(spec.schedule)}, {QStringLiteral("imageSize"), spec.imageSize}, {QStringLiteral("augmentation"), keyOf(spec.augmentation)},
        {QStringLiteral("weights"), keyOf(spec.weights)}, {QStringLiteral("seed"), spec.seed}, {QStringLiteral("device"), spec.device},
        {QStringLiteral("threads"), spec.threads}};
}

TrainingSpec trainingSpecFromJson(const QJsonObject& json)
{
    TrainingSpec spec;
    const auto value = [&](const char* key) { return json.value(QLatin1String(key)); };
    spec.type = viewTypeFromKey(value("type").toString()).value_or(spec.type);
    spec.architecture = value("architecture").toString(spec.architecture);
    spec.epochs = value("epochs").toInt(spec.epochs);
    spec.batchSize = value("batchSize").toInt(spec.batchSize);
    spec.learningRate = value("learningRate").toDouble(spec.learningRate);
    spec.optimizer = optimizers.fromJson(value("optimizer"), spec.optimizer);
    spec.schedule = schedules.fromJson(value("schedule"), spec.schedule);
    spec.imageSize = value("imageSize").toInt(spec.imageSize);
    spec.augmentation = augmentations.fromJson(value("augmentation"), spec.augmentation);
    spec.weights = startWeights.fromJson(value("weights"), spec.weights);
    spec.seed = value("seed").toInt(spec.seed);
    spec.device = value("device").toString(spec.device);
    spec.threads = value("threads").toInt(spec.threads);
    return spec;
}

void validate(const TrainingSpec& spec)
{
    const auto name = [](const char* text) { return QCoreApplication::translate("TrainingSpec", text); };
    const auto& entry = networkEntry(spec.architecture);
    require(spec.epochs, spec.type == ViewType::Detection ? 1 : 0, 10'000, name(QT_TRANSLATE_NOOP("TrainingSpec", "The number of epochs")));
    require(spec.batchSize, 1, 1024, name(QT_TRANSLATE_NOOP("TrainingSpec", "The batch size")));
    require(spec.learningRate, 1e-7, 1.0, name(QT_TRANSLATE_NOOP("TrainingSpec", "The learning rate")));
    require(spec.imageSize, entry.smallestSide, 4096, name(QT_TRANSLATE_NOOP("TrainingSpec", "The image size")));
    require(spec.threads, 0, 1024, name(QT_TRANSLATE_NOOP("TrainingSpec", "The number of threads")));
    if (spec.imageSize % 32 != 0)
        throw Error(QCoreApplication::translate("TrainingSpec", "The image size must be a multiple of 32, not %1.").arg(spec.imageSize));
}

TrainingSpec defaultSpec(ViewType type, int trainingItems, const QString& architecture)
{
    TrainingSpec spec;
    spec.type = type;
    spec.architecture = architecture;
    const int side = networkEntry(architecture).defaultSide;
    switch (type) {
    case ViewType::Classification:
        spec.epochs = epochsToSee(8000, trainingItems, 2, 20);
        spec.batchSize = 32;
        spec.learningRate = fineTuneRate(trainingItems);
        spec.imageSize = side;
        break;
    case ViewType::Tagging:
        spec.epochs = epochsToSee(8000, trainingItems, 2, 20);
        spec.batchSize = 16;
        spec.learningRate = 2e-3;
        spec.imageSize = side + 32; // 4:3 then has as many pixels as a classifier's square
        break;
    case ViewType::Detection:
        spec.epochs = epochsToSee(9000, trainingItems, 10, 60);
        spec.batchSize = 8;
        spec.learningRate = 3e-3;
        spec.imageSize = 320;
        break;
    }
    return spec;
}

double scheduleFactor(const TrainingSpec& spec, double progress)
{
    switch (spec.schedule) {
    case Schedule::OneCycle:
        return spec.type == ViewType::Detection ? oneCycle(progress, 0.08, 0.02) : oneCycle(progress, 0.15, 0.05);
    case Schedule::ThreeSteps:
        return progress < 1.0 / 3 ? 1.0 : progress < 2.0 / 3 ? 0.1 : 0.01;
    case Schedule::Constant:
        return 1.0;
    }
    return 1.0;
}

std::vector<ArchitectureEntry> architectures(ViewType type)
{
    std::vector<ArchitectureEntry> result;
    for (const auto& entry : networkEntries()) {
        const QString key = QLatin1String(entry.key);
        result.push_back({key, QLatin1String(entry.name), entry.parametersMillions, defaultSpec(type, 1000, key).imageSize, !shippedWeights(key).isEmpty()});
    }
    return result;
}

} // namespace core
