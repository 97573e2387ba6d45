#include "core/training/Optimisation.h"

#include <unordered_set>

namespace core {

namespace {

constexpr double weightDecay = 0.05;
constexpr double momentum = 0.9;
constexpr double gradientLimit = 10; // norm over all parameters; detection

struct Shares {
    double backbone, head;
};

Shares sharesOf(ViewType type, bool isPretrained)
{
    if (!isPretrained)
        return {1, 1};
    switch (type) {
    case ViewType::Classification: return {1, 2}; // the head phase has fitted the head already
    case ViewType::Tagging: return {0.25, 1};
    case ViewType::Detection: return {0.4, 1};
    }
    Q_UNREACHABLE();
}

} // namespace

Optimisation::Optimisation(Network& network, const TrainingSpec& spec, bool isPretrained) : m_spec(spec)
{
    std::unordered_set<const void*> inBackbone;
    for (const auto& parameter : network.backbone().parameters())
        inBackbone.insert(parameter.unsafeGetTensorImpl());
    std::array<std::vector<torch::Tensor>, 4> parts; // backbone vectors, backbone matrices, head vectors, head matrices
    for (const auto& parameter : network.parameters()) {
        if (parameter.requires_grad())
            parts[(inBackbone.contains(parameter.unsafeGetTensorImpl()) ? 0u : 2u) + (parameter.dim() > 1 ? 1u : 0u)].push_back(parameter);
    }
    const Shares shares = sharesOf(spec.type, isPretrained);
    for (size_t i = 0; i < parts.size(); ++i)
        addGroup(parts[i], i < 2 ? shares.backbone : shares.head, i % 2 == 1 ? weightDecay : 0);
    if (spec.optimizer == Optimizer::AdamW)
        m_optimizer = std::make_unique<torch::optim::AdamW>(m_groups, torch::optim::AdamWOptions(spec.learningRate));
    else
        m_optimizer = std::make_unique<torch::optim::SGD>(m_groups, torch::optim::SGDOptions(spec.learningRate));
    m_groups.clear();
}

void Optimisation::addGroup(std::vector<torch::Tensor> parameters, double share, double decay)
{
    if (parameters.empty())
        return;
    m_parameters.insert(m_parameters.end(), parameters.begin(), parameters.end());
    m_shares.push_back(share);
    const double rate = m_spec.learningRate * share;
    if (m_spec.optimizer == Optimizer::AdamW)
        m_groups.emplace_back(std::move(parameters),
            std::make_unique<torch::optim::AdamWOptions>(torch::optim::AdamWOptions(rate).betas({0.9, 0.99}).weight_decay(decay)));
    else // coupled decay grows with the rate by itself; a tenth of the decoupled one is customary
        m_groups.emplace_back(std::move(parameters),
            std::make_unique<torch::optim::SGDOptions>(torch::optim::SGDOptions(rate).momentum(momentum).nesterov(true).weight_decay(decay / 100)));
}

void Optimisation::step(const torch::Tensor& loss, double factor)
{
    auto& groups = m_optimizer->param_groups();
    for (size_t i = 0; i < groups.size(); ++i)
        groups[i].options().set_lr(m_spec.learningRate * m_shares[i] * factor);
    m_optimizer->zero_grad();
    loss.backward();
    if (m_spec.type == ViewType::Detection)
        torch::nn::utils::clip_grad_norm_(m_parameters, gradientLimit);
    m_optimizer->step();
}

} // namespace core
