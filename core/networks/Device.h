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

/// "auto": what the person prefers (MachineShare) when it can be used, else CUDA, then MPS, then CPU. Throws Error when the one asked for is not there.
torch::Device chooseDevice(const QString& key);
/// "cpu", "cuda:0", "mps"
QString keyOf(const torch::Device& device);
QString nameOf(const torch::Device& device); // of the processor or card
qint64 memoryOf(const torch::Device& device); // bytes in all; 0: not known

/// float32 or bfloat16, whichever a short run of this very network is faster in on this device; needs `network` on it, and leaves its weights,
/// statistics and chance as they were. What was measured once is kept in the settings of this person on this machine.
/// A timing may fall one way or the other: what must be repeatable writes the answer down (training: spec and card) and does not ask again.
torch::ScalarType fastestType(Network& network, torch::Device device, Pass pass, int batch);
/// Seconds that a pass of so many pictures takes in a type, measured now, after one that warms up; leaves the network as it was.
double secondsOfPass(Network& network, torch::Device device, Pass pass, int pictures, torch::ScalarType type);
/// "float32", "bfloat16"
QString keyOf(torch::ScalarType type);
torch::ScalarType typeFromKey(const QString& key); // anything else: float32

/// Cores to compute with: `threads`, or the share of the machine when 0. Sets libtorch's number for the process; asked for again, it only changes on change.
int useThreads(int threads);

/// What libtorch has to say goes to the log (oriel.torch), not to the terminal. For the whole process; more calls change nothing.
void keepLibrariesQuiet();

/// Raises the limits at which glibc gives memory back to the system: a training frees and takes the same large blocks each step.
void keepFreedMemory();

} // namespace core
