#pragma once

#include "core/networks/Network.h"

#include <QString>

#include <torch/torch.h>

#include <vector>

namespace core {

/// Where a network computes and in which type. Chosen at run time, never by a list of machines.
struct Computer {
    torch::Device device = torch::kCPU;
    torch::ScalarType type = torch::kFloat; // of activations; weights stay float32
};

enum class Pass { Answer, Learn };

/// "auto": CUDA, then MPS, then CPU. Throws Error when the one asked for is not there.
torch::Device chooseDevice(const QString& key);
/// "cpu", "cuda:0", "mps"
QString keyOf(const torch::Device& device);
QString nameOf(const torch::Device& device); // of the processor or card
qint64 memoryOf(const torch::Device& device); // bytes; 0: not known

/// float32 or bfloat16, whichever a short run of this very network is faster in on this device (training.md 3); needs `network` on it.
/// The answer is kept for the process, and in `memoryFile` (JSON, may be empty) so that equal runs compute equally.
torch::ScalarType fastestType(Network& network, torch::Device device, Pass pass, int batch, const QString& memoryFile = {});

/// Cores to compute with: `threads`, or all when 0. Sets libtorch's number for the process; asked for again, it only changes on change.
int useThreads(int threads);

/// Raises the limits at which glibc gives memory back to the system: a training frees and takes the same large blocks each step.
void keepFreedMemory();

} // namespace core
