#include "core/training/Task.h"

#include "core/training/losses/ConceptLoss.h"
#include "core/training/losses/DetectionLoss.h"

#include <QtGlobal>

namespace core {

namespace {

const Task classification{
    .loss = [](const NetworkOutput& output, const Batch& batch) { return classificationLoss(output.logits, batch.labels); },
    .headTargets = [](const Batch& truths) { return truths.labels; },
    .backboneShare = 1, .headShare = 2, // the head phase has fitted the head already
    .gradientLimit = 0, .patience = 2, .warmUp = 0.15, .warmUpStart = 0.05, .forgetsHead = false, .threshold = 0,
    .nothingToDecide = QT_TRANSLATE_NOOP("Training", "No validation picture has a class, so there was nothing to choose the best epoch by: the last one was kept.")};

/// A layer that explains every training picture already leaves nothing for the rest of the head to learn from, so it is forgotten. The
/// first epochs fall behind the head phase, so patience is longer than in a classification.
const Task tagging{
    .loss = [](const NetworkOutput& output, const Batch& batch) { return taggingLoss(output.logits, batch.answers); },
    .headTargets = [](const Batch& truths) { return truths.answers; },
    .backboneShare = 0.25, .headShare = 1,
    .gradientLimit = 0, .patience = 6, .warmUp = 0.15, .warmUpStart = 0.05, .forgetsHead = true, .threshold = 0.5,
    .nothingToDecide = QT_TRANSLATE_NOOP("Training", "No validation picture has a yes, so there was nothing to choose the best epoch by: the last one was kept.")};

const Task detection{
    .loss = [](const NetworkOutput& output, const Batch& batch) { return detectionLoss(output, batch.truth); },
    .headTargets = nullptr,
    .backboneShare = 0.4, .headShare = 1,
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
