#include "core/training/Ema.h"

#include "core/training/Task.h"

namespace core {

namespace {

/// Parameters and buffers, in a fixed order, as they lie in the network.
std::vector<torch::Tensor> liveTensors(const torch::nn::Module& network)
{
    std::vector<torch::Tensor> tensors;
    for (const auto& parameter : network.parameters())
        tensors.push_back(parameter.detach());
    for (const auto& buffer : network.buffers())
        tensors.push_back(buffer);
    return tensors;
}

std::vector<torch::Tensor> copies(const std::vector<torch::Tensor>& tensors)
{
    std::vector<torch::Tensor> result;
    for (const auto& tensor : tensors)
        result.push_back(tensor.clone());
    return result;
}

void assign(std::vector<torch::Tensor> targets, const std::vector<torch::Tensor>& values)
{
    const torch::NoGradGuard guard;
    at::_foreach_copy_(targets, values);
}

} // namespace

Ema::Ema(const torch::nn::Module& network, ViewType type, bool isShortRun)
    : m_average(copies(liveTensors(network)))
    , m_averaging(taskOf(type).averaging)
    , m_limit(isShortRun ? taskOf(type).averagingLimitOfShortRuns : taskOf(type).averagingLimit)
{
}

void Ema::update(const torch::nn::Module& network)
{
    const torch::NoGradGuard guard;
    ++m_steps;
    at::_foreach_lerp_(m_average, liveTensors(network), 1 - m_averaging(m_steps, m_limit));
}

std::vector<torch::Tensor> Ema::apply(torch::nn::Module& network) const
{
    auto own = copies(liveTensors(network));
    assign(liveTensors(network), m_average);
    return own;
}

void Ema::restore(torch::nn::Module& network, const std::vector<torch::Tensor>& weights)
{
    assign(liveTensors(network), weights);
}

void Ema::reset(const torch::nn::Module& network)
{
    m_average = copies(liveTensors(network));
    m_steps = 0;
}

} // namespace core
