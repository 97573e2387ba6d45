#include "core/networks/Network.h"

#include <ATen/CPUGeneratorImpl.h>

namespace core {

Network::Network(NetworkShape shape) : m_shape(std::move(shape)), m_preparation(preparationOf(m_shape)), m_chance(at::detail::createCPUGenerator()) { }

double Network::parameterCount() const
{
    double count = 0;
    for (const auto& parameter : parameters())
        count += double(parameter.numel());
    return count;
}

torch::Tensor Network::dropped(const torch::Tensor& features, double probability)
{
    if (!is_training())
        return features;
    auto shape = features.sizes().vec();
    std::fill(shape.begin() + 2, shape.end(), 1);
    const auto kept = torch::empty(shape).bernoulli_(1 - probability, m_chance);
    return features * (kept / (1 - probability)).to(features.device(), features.scalar_type());
}

} // namespace core
