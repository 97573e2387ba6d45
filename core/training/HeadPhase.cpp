#include "core/training/HeadPhase.h"

#include "core/training/Task.h"

#include <cmath>

namespace core {

namespace {

constexpr int mostIterations = 60;
constexpr double penalty = 0.05;
constexpr double leastDeviation = 1e-3;
constexpr double settled = 1e-7; // change of the penalised loss from one iteration to the next

} // namespace

FittedHead fitHead(ViewType type, const torch::Tensor& allFeatures, const torch::Tensor& allTargets, int concepts, const std::function<bool(int, double)>& iterationDone)
{
    // A picture with no answer at all must not move the standardisation either.
    auto rows = allTargets.dim() == 1 ? allTargets.ge(0) : allTargets.ge(0).any(1);
    if (!rows.any().item<bool>())
        rows = torch::ones_like(rows);
    const auto features = allFeatures.index({rows}), targets = allTargets.index({rows});
    const auto mean = features.mean(0), deviation = features.std(0, false) + leastDeviation; // [F]
    const auto x = (features - mean) / deviation;
    auto weight = torch::zeros({concepts, x.size(1)}, x.options().requires_grad(true));
    auto bias = torch::zeros({concepts}, x.options().requires_grad(true));
    // One iteration a step, so that a person can watch and end it; the optimiser keeps its history between steps.
    torch::optim::LBFGS optimizer({weight, bias}, torch::optim::LBFGSOptions(1).max_iter(1).history_size(10).line_search_fn("strong_wolfe"));

    const auto& task = taskOf(type);
    const Batch truths{.pixels = {}, .labels = targets, .answers = targets, .truth = {}}; // a task looks at its own
    double plain = 0, before = std::numeric_limits<double>::infinity();
    const auto closure = [&] {
        optimizer.zero_grad();
        const auto logits = torch::addmm(bias, x, weight.t()); // [N,K]
        const auto loss = task.loss({.logits = logits, .boxes = {}, .cells = {}, .steps = {}}, truths).value();
        const auto whole = loss + penalty * weight.square().sum();
        whole.backward();
        plain = loss.item<double>();
        return whole;
    };
    for (int iteration = 1; iteration <= mostIterations; ++iteration) {
        const double whole = optimizer.step(closure).item<double>(); // before the step
        const bool goesOn = !iterationDone || iterationDone(iteration, plain);
        if (!goesOn || std::abs(before - whole) < settled)
            break;
        before = whole;
    }
    const torch::NoGradGuard guard;
    const auto folded = weight.detach() / deviation;
    return {folded, bias.detach() - folded.mv(mean), plain};
}

} // namespace core
