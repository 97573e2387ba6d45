#include "core/training/Task.h"

#include "core/training/losses/ConceptLoss.h"
#include "core/training/losses/DetectionLoss.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>

namespace core {

namespace {

/// Few pictures are forgotten at rates that many need: 2e-4 up to 500 pictures, 1e-3 from 3000, even in logarithms between.
double fineTuneRate(int pictures)
{
    const double share = std::log(std::clamp(pictures, 500, 3000) / 500.0) / std::log(3000.0 / 500.0);
    return std::round(2e-4 * std::pow(5.0, share) * 1e6) / 1e6;
}

/// As Polyak averaging with a growing horizon: fast at first, so that a start that is soon left is soon forgotten.
double growing(int steps, double limit)
{
    return std::min(limit, (1.0 + steps) / (10.0 + steps));
}

double rising(int steps, double limit)
{
    return limit * (1 - std::exp(-steps / 50.0));
}

const Task classification{
    .loss = [](const NetworkOutput& output, const Batch& batch) { return classificationLoss(output.logits, batch.labels); },
    .headTargets = [](const Batch& truths) { return truths.labels; },
    .backboneShare = 1, .headShare = 2, // the head phase has fitted the head already
    .defaults = {.picturesToSee = 8000, .leastEpochs = 2, .mostEpochs = 20, .batchSize = 32, .learningRate = fineTuneRate, .imageSize = [](int side) { return side; }},
    .hasSquareInput = true, .leastCrop = 0.35, .cropKeepsAspect = false,
    .averaging = growing, .averagingLimit = 0.98, .averagingLimitOfShortRuns = 0.98,
    .gradientLimit = 0, .patience = 2, .warmUp = 0.15, .warmUpStart = 0.05, .forgetsHead = false, .threshold = 0,
    .nothingToDecide = QT_TRANSLATE_NOOP("Training", "No validation picture has a class, so there was nothing to choose the best epoch by: the last one was kept.")};

/// A layer that explains every training picture already leaves nothing for the rest of the head to learn from, so it is forgotten. The
/// first epochs fall behind the head phase, so patience is longer than in a classification.
const Task tagging{
    .loss = [](const NetworkOutput& output, const Batch& batch) { return taggingLoss(output.logits, batch.answers); },
    .headTargets = [](const Batch& truths) { return truths.answers; },
    .backboneShare = 0.25, .headShare = 1,
    .defaults = {.picturesToSee = 8000, .leastEpochs = 2, .mostEpochs = 20, .batchSize = 16, .learningRate = [](int) { return 2e-3; },
        .imageSize = [](int side) { return side + 32; }}, // 4:3 then has as many pixels as a classifier's square
    .hasSquareInput = false, .leastCrop = 0.7, .cropKeepsAspect = true, // a tag may belong to something small at the border
    .averaging = growing, .averagingLimit = 0.98, .averagingLimitOfShortRuns = 0.98,
    .gradientLimit = 0, .patience = 6, .warmUp = 0.15, .warmUpStart = 0.05, .forgetsHead = true, .threshold = 0.5,
    .nothingToDecide = QT_TRANSLATE_NOOP("Training", "No validation picture has a yes, so there was nothing to choose the best epoch by: the last one was kept.")};

const Task detection{
    .loss = [](const NetworkOutput& output, const Batch& batch) { return detectionLoss(output, batch.truth); },
    .headTargets = nullptr,
    .backboneShare = 0.4, .headShare = 1,
    .defaults = {.picturesToSee = 9000, .leastEpochs = 10, .mostEpochs = 60, .batchSize = 8, .learningRate = [](int) { return 3e-3; }, .imageSize = [](int) { return 320; }},
    .hasSquareInput = false, .leastCrop = 0, .cropKeepsAspect = true,
    .averaging = rising, .averagingLimit = 0.99, .averagingLimitOfShortRuns = 0.98,
    .gradientLimit = 10, .patience = 10, .warmUp = 0.08, .warmUpStart = 0.02, .forgetsHead = false, .threshold = 0.5,
    .nothingToDecide = QT_TRANSLATE_NOOP("Training", "No validation picture has a box, so there was nothing to choose the best epoch by: the last one was kept.")};

} // namespace

const Task& taskOf(ViewType type)
{
    switch (type) {
    case ViewType::Classification: return classification;
    case ViewType::Tagging: return tagging;
    case ViewType::Detection: break;
    }
    return detection;
}

} // namespace core
