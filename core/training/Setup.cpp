#include "core/training/Setup.h"

#include "core/networks/Weights.h"
#include "core/training/Task.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace core {

namespace {

/// Stem and this many stages keep the weights they came with.
constexpr int frozenStages = 2;
/// So large a share of pictures in the rarer orientation asks for a square input.
constexpr double mixedShare = 0.2;
/// A run that sees fewer pictures is a short one.
constexpr qint64 shortRun = 3000;

} // namespace

QSize inputSize(const TrainingSpec& spec, const std::vector<Example>& examples)
{
    const int side = spec.imageSize;
    if (taskOf(spec.type).hasSquareInput || examples.empty())
        return {side, side};
    std::vector<double> aspects; // short ÷ long
    int upright = 0;
    for (const auto& example : examples) {
        const QSize seen = example.part().size();
        const double wide = std::max(1, seen.width()), high = std::max(1, seen.height());
        aspects.push_back(std::min(wide, high) / std::max(wide, high));
        upright += high > wide ? 1 : 0;
    }
    const double share = double(upright) / double(examples.size());
    if (share > mixedShare && share < 1 - mixedShare)
        return {side, side};
    const auto middle = aspects.begin() + qsizetype(aspects.size() / 2);
    std::nth_element(aspects.begin(), middle, aspects.end());
    const int narrow = std::clamp(int(std::ceil(side * *middle / 32 - 1e-6)) * 32, 32, side);
    return share > 0.5 ? QSize(narrow, side) : QSize(side, narrow);
}

void prepareToLearn(Network& network, bool isPretrained)
{
    network.backbone().freeze(isPretrained ? frozenStages : 0);
    network.backbone().keepStatistics(isPretrained);
}

StartingNetwork startingNetwork(const TrainingSpec& spec, const TrainingData& data)
{
    StartingNetwork start;
    start.isShortRun = qint64(spec.epochs) * qint64(data.train.size()) < shortRun;
    start.device = chooseDevice(spec.device);
    start.network = buildNetwork({spec.architecture, spec.type, int(data.concepts.size()), inputSize(spec, data.train)}, quint64(spec.seed));
    if (spec.weights == StartWeights::ImageNet) {
        const QString file = shippedWeights(spec.architecture);
        start.isPretrained = !file.isEmpty();
        if (start.isPretrained)
            loadTensors(start.network->backbone(), readSafetensors(file), Missing::Keep);
        else
            start.note = QCoreApplication::translate("Training", "The weights trained on ImageNet were not found on this machine, so the network started from "
                                                                 "random ones: expect less exact answers from few pictures.");
    }
    prepareToLearn(*start.network, start.isPretrained);
    start.network->to(start.device);
    return start;
}

} // namespace core
