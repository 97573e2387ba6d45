#pragma once

#include "core/dataset/View.h"

#include <torch/torch.h>

#include <vector>

namespace core {

/// The running average of a network's weights, which is what is evaluated and kept. Averages fast at first, so that short runs
/// are not held back by where they started.
class Ema {
public:
    Ema(const torch::nn::Module& network, ViewType type, bool isShortRun);

    void update(const torch::nn::Module& network);
    /// Gives the network the averaged weights; returns what it had, for restore().
    std::vector<torch::Tensor> apply(torch::nn::Module& network) const;
    static void restore(torch::nn::Module& network, const std::vector<torch::Tensor>& weights);
    /// Starts anew from the network's weights, e.g. after the head phase has set the last layer.
    void reset(const torch::nn::Module& network);

    /// The averages, in the order of the network's parameters and then its buffers; shares memory.
    const std::vector<torch::Tensor>& average() const { return m_average; }
    int steps() const { return m_steps; }
    void setSteps(int steps) { m_steps = steps; }

private:
    std::vector<torch::Tensor> m_average;
    double (*m_averaging)(int steps, double limit);
    double m_limit;
    int m_steps = 0;
};

} // namespace core
