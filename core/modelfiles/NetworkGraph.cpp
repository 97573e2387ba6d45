#include "core/modelfiles/NetworkGraph.h"

#include "core/networks/Network.h"

#include <torch/csrc/jit/frontend/tracer.h>
#include <torch/csrc/jit/passes/constant_pooling.h>
#include <torch/csrc/jit/passes/constant_propagation.h>
#include <torch/csrc/jit/passes/dead_code_elimination.h>

namespace core {

namespace {

torch::Tensor row(const std::array<float, 3>& values)
{
    return torch::tensor(at::ArrayRef<float>(values.data(), 3)).view({1, 3, 1, 1});
}

/// What stands before and behind the network, made before anything is traced: numbers, not operations.
struct Surroundings {
    torch::Tensor factor, offset;  // [1,3,1,1]: from pixels 0..1 to what the network expects
    torch::Tensor perPixel;        // [4]: from px of the input to shares of its sides

    explicit Surroundings(const Preparation& preparation)
        : factor(255 / row(preparation.deviation))
        , offset(row(preparation.mean) / row(preparation.deviation))
    {
        const float wide = float(preparation.input.width()), high = float(preparation.input.height());
        perPixel = torch::tensor({1 / wide, 1 / high, 1 / wide, 1 / high});
    }
};

/// From pixels [N,3,H,W] 0..1 to the answers, in the order of NetworkGraph::outputs.
std::vector<torch::Tensor> answersOf(Network& network, const Surroundings& surroundings, const torch::Tensor& images, bool isHalf)
{
    const auto normalised = images * surroundings.factor - surroundings.offset;
    const auto output = network.forward(isHalf ? normalised.to(torch::kHalf) : normalised);
    switch (network.shape().type) {
    case ViewType::Classification: return {output.logits.softmax(1)};
    case ViewType::Tagging: return {output.logits.sigmoid()};
    case ViewType::Detection: break;
    }
    return {output.boxes * surroundings.perPixel, output.logits.sigmoid()};
}

} // namespace

NetworkGraph traceNetwork(Network& network, bool isHalf)
{
    const torch::NoGradGuard noGradients;
    for (auto& parameter : network.parameters())
        parameter.set_requires_grad(false); // a graph cannot hold a constant that learns
    const QSize input = network.preparation().input;
    const Surroundings surroundings(network.preparation());
    // Two pictures: where a size is written down that should have stayed open, one picture alone would not be answered afterwards.
    const auto images = torch::full({2, 3, input.height(), input.width()}, 0.5);
    auto [state, outputs] = torch::jit::tracer::trace(
        {images},
        [&](torch::jit::Stack inputs) -> torch::jit::Stack {
            const auto answers = answersOf(network, surroundings, inputs.front().toTensor(), isHalf);
            return {answers.begin(), answers.end()};
        },
        [](const torch::Tensor&) { return std::string(); }, true, true, nullptr, {"images"});
    auto graph = state->graph;
    torch::jit::ConstantPropagation(graph);
    torch::jit::ConstantPooling(graph);
    torch::jit::EliminateDeadCode(graph);
    NetworkGraph traced{.graph = graph, .outputs = {"scores"}};
    if (network.shape().type == ViewType::Detection)
        traced.outputs.insert(traced.outputs.begin(), "boxes");
    return traced;
}

} // namespace core
