#pragma once

#include "core/training/TrainingSpec.h"

namespace core {

/// Seconds that one picture takes on this machine, reading it not included.
struct Pace {
    double learn = 0;  // seen once in training, optimiser included
    double answer = 0; // answered once, as in each validation and in the head phase
};

/// Measures a pass or two of the very network a training with this spec would use, on made pixels: what is known of its time before the
/// first run. Takes a few seconds, so it belongs in a job. `input`: inputSize() of the training. Throws Error when the spec cannot be trained.
Pace measurePace(const TrainingSpec& spec, QSize input, int concepts);

} // namespace core
