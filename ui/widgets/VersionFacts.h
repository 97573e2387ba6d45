#pragma once

#include "core/dataset/Model.h"
#include "core/training/TrainingSpec.h"
#include "ui/widgets/FactList.h"

namespace ui {

/// What is told of a version in lists of facts, and how each fact is called and written: the same in the Library and on the version's page.
enum class VersionFact {
    Architecture, Start, ImageSize, Epochs, Batch, Rate, Optimizer, OptimizerAndRate, Schedule, Augmentation, Seed,
    Status, BestEpoch, EpochsAndBest, Time, Device, TimeAndDevice, Parameters, Began,
    Training, Validation, Concepts, Revision
};

FactList::Fact factOf(VersionFact which, const core::VersionRecord& version, const core::TrainingSpec& spec);
std::vector<FactList::Fact> factsOf(std::initializer_list<VersionFact> which, const core::VersionRecord& version);

} // namespace ui
