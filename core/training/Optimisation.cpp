#include "core/training/Optimisation.h"

#include "core/training/Task.h"

#include <unordered_set>

namespace core {

namespace {

constexpr double weightDecay = 0.05;
constexpr double momentum = 0.9;

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
    const auto& task = taskOf(spec.type);
    for (size_t i = 0; i < parts.size(); ++i)
        addGroup(parts[i], !isPretrained ? 1 : i < 2 ? task.backboneShare : task.headShare, i % 2 == 1 ? weightDecay : 0);
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
    if (const double limit = taskOf(m_spec.type).gradientLimit; limit > 0)
        torch::nn::utils::clip_grad_norm_(m_parameters, limit);
    m_optimizer->step();
}

std::map<std::string, torch::Tensor> Optimisation::state() const
{
    std::map<std::string, torch::Tensor> tensors;
    for (size_t i = 0; i < m_parameters.size(); ++i) {
        const auto found = m_optimizer->state().find(m_parameters[i].unsafeGetTensorImpl());
        if (found == m_optimizer->state().end())
            continue; // has never had a gradient
        const auto prefix = std::to_string(i);
        if (m_spec.optimizer == Optimizer::AdamW) {
            const auto& adam = static_cast<const torch::optim::AdamWParamState&>(*found->second);
            tensors[prefix + ".step"] = torch::tensor({adam.step()}, torch::kLong);
            tensors[prefix + ".mean"] = adam.exp_avg();
            tensors[prefix + ".square"] = adam.exp_avg_sq();
        } else if (const auto& momentum = static_cast<const torch::optim::SGDParamState&>(*found->second).momentum_buffer(); momentum.defined()) {
            tensors[prefix + ".momentum"] = momentum;
        }
    }
    return tensors;
}

void Optimisation::restore(const std::function<torch::Tensor(const std::string&)>& find)
{
    for (size_t i = 0; i < m_parameters.size(); ++i) {
        const auto prefix = std::to_string(i);
        const auto named = [&](const char* name) {
            const auto tensor = find(prefix + name);
            return tensor.defined() ? tensor.to(m_parameters[i].device()) : tensor;
        };
        void* const key = m_parameters[i].unsafeGetTensorImpl();
        if (m_spec.optimizer == Optimizer::AdamW) {
            const auto step = find(prefix + ".step");
            if (!step.defined())
                continue;
            auto adam = std::make_unique<torch::optim::AdamWParamState>();
            adam->step(step.item<int64_t>());
            adam->exp_avg(named(".mean"));
            adam->exp_avg_sq(named(".square"));
            m_optimizer->state()[key] = std::move(adam);
        } else if (const auto momentum = named(".momentum"); momentum.defined()) {
            auto sgd = std::make_unique<torch::optim::SGDParamState>();
            sgd->momentum_buffer(momentum);
            m_optimizer->state()[key] = std::move(sgd);
        }
    }
}

} // namespace core
