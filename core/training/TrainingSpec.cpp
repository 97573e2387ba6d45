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
    const auto& defaults = taskOf(type).defaults;
    TrainingSpec spec;
    spec.type = type;
    spec.architecture = architecture;
    spec.epochs = epochsToSee(defaults.picturesToSee, trainingItems, defaults.leastEpochs, defaults.mostEpochs);
    spec.batchSize = defaults.batchSize;
    spec.learningRate = defaults.learningRate(trainingItems);
    spec.imageSize = defaults.imageSize(networkEntry(architecture).defaultSide);
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
