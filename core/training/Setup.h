#pragma once

#include "core/networks/Device.h"
#include "core/training/Train.h"

#include <memory>

namespace core {

/// The network a run starts from, and where it computes.
struct StartingNetwork {
    std::shared_ptr<Network> network;
    torch::Device device = torch::kCPU;
    bool isPretrained = false;
    QString note; // a sentence when shipped weights were wanted and are not there
};

StartingNetwork startingNetwork(const TrainingSpec& spec, const TrainingData& data);

} // namespace core
