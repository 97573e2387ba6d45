#pragma once

#include "core/networks/Device.h"
#include "core/networks/Network.h"
#include "core/training/Train.h"

#include <memory>

namespace core {

/// The network a run starts from, and where it computes.
struct StartingNetwork {
    std::shared_ptr<Network> network;
    torch::Device device = torch::kCPU;
    bool isPretrained = false;
    bool isShortRun = false; // so few pictures will be seen that they are varied less, and weights are averaged faster
    QString note; // a sentence when shipped weights were wanted and are not there
};

/// What learns: with pretrained weights the stem and first stages stay as they are and norms keep their statistics; else everything learns.
void prepareToLearn(Network& network, bool isPretrained);

StartingNetwork startingNetwork(const TrainingSpec& spec, const TrainingData& data);

} // namespace core
