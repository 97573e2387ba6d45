#pragma once

#include "core/networks/Network.h"
#include "core/training/TrainingSpec.h"

#include <torch/torch.h>

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace core {

/// The optimiser of a run, with the rates of its parts: backbone and head learn at different ones, only matrices decay.
class Optimisation {
public:
    /// `isPretrained`: the backbone brings weights that must not be forgotten.
    Optimisation(Network& network, const TrainingSpec& spec, bool isPretrained);

    /// Sets each part's rate to spec.learningRate × its share × `factor`, steps down the gradient of `loss`.
    void step(const torch::Tensor& loss, double factor);

    /// What it remembers of each parameter, by the parameter's place; shares memory with it.
    std::map<std::string, torch::Tensor> state() const;
    /// `find` answers a tensor of state() by its name; undefined: there was none.
    void restore(const std::function<torch::Tensor(const std::string&)>& find);

private:
    void addGroup(std::vector<torch::Tensor> parameters, double share, double decay);

    TrainingSpec m_spec;
    std::vector<torch::Tensor> m_parameters;
    std::vector<torch::optim::OptimizerParamGroup> m_groups; // until the optimiser has them
    std::vector<double> m_shares;
    std::unique_ptr<torch::optim::Optimizer> m_optimizer;
};

} // namespace core
