#include "core/training/TrainingSpec.h"

#include "core/base/Error.h"
#include "core/networks/NetworkRegistry.h"
#include "core/training/SpecFields.h"
#include "core/training/Task.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace core {

namespace {

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

QJsonObject toJson(const TrainingSpec& spec)
{
    QJsonObject json;
    for (const auto& field : specFields())
        json.insert(QLatin1String(field.key), field.read(spec));
    return json;
}

TrainingSpec trainingSpecFromJson(const QJsonObject& json)
{
    TrainingSpec spec;
    for (const auto& field : specFields())
        field.write(spec, json.value(QLatin1String(field.key)));
    return spec;
}

void validate(const TrainingSpec& spec)
{
    if (const auto problem = problemOf(spec); !problem.isEmpty())
        throw Error(problem);
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
        return oneCycle(progress, taskOf(spec.type).warmUp, taskOf(spec.type).warmUpStart);
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
