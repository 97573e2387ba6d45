#pragma once

#include <torch/csrc/jit/ir/ir.h>
#include <torch/torch.h>

#include <memory>
#include <string>
#include <vector>

namespace core {

class Network;

/// A network as a list of operations from pixels to answers, with everything that does not depend on the pixels already computed: norms
/// are folded into convolutions, cells are constants. Both file formats are written from it.
struct NetworkGraph {
    std::shared_ptr<torch::jit::Graph> graph; // one input: images float32 [N,3,H,W] 0..1, N left open; one output for each name
    std::vector<std::string> outputs;         // "scores", or "boxes" and "scores"
};

/// Runs the network once on an empty picture and writes down what it does. `isHalf`: it computes in 16 bits inside.
NetworkGraph traceNetwork(Network& network, bool isHalf);

} // namespace core
