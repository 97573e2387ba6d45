#pragma once

#include "core/base/Job.h"
#include "core/dataset/Example.h"
#include "core/training/TrainingSpec.h"

#include <vector>

namespace core {

/// Measures what one picture costs on this machine, for an expected time before anything was trained with such a network here. What it
/// finds is kept like the rates of a real training, which replaces it; expectedSeconds() knows it as soon as finished() is emitted.
class PaceJob final : public Job {
    Q_OBJECT
public:
    using Job::Job;

    /// `examples`: what would be trained on; a few of their pictures are decoded. About two seconds; cancel() ends it sooner.
    void measure(const TrainingSpec& spec, int concepts, std::vector<Example> examples);
};

} // namespace core
