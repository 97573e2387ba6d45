#pragma once

#include "core/training/TrainingSpec.h"

#include <QSize>

#include <functional>
#include <optional>

namespace core {

/// Seconds that one picture takes on this machine.
struct Pace {
    double train = 0;  // one step of learning from it
    double answer = 0; // one answer about it
};

/// Measures a few pictures' worth of learning and answering with a network of fresh weights: a second or two, before anything was
/// trained here. `input`: of the network, px. Absent when cancelled. Throws Error when the network cannot be built or the device is not there.
std::optional<Pace> measurePace(const TrainingSpec& spec, int concepts, QSize input, const std::function<bool()>& isCanceled);

} // namespace core
