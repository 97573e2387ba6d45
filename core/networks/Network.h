#pragma once

#include "core/networks/Backbone.h"
#include "core/networks/NetworkRegistry.h"
#include "core/networks/Preparation.h"

#include <torch/torch.h>

namespace core {

/// What a network says about a batch, before scores and selection. All float32.
struct NetworkOutput {
    torch::Tensor logits; // classification, tagging [N,K]; detection [N,A,K], A cells of all strides
    torch::Tensor boxes;  // detection [N,A,4]: x0 y0 x1 y1, px of the network input
    torch::Tensor cells;  // detection [A,2]: centres, px of the network input
    torch::Tensor steps;  // detection [A]: px from a cell to its neighbour (its stride)
};

/// A backbone with the head of one view type. Names of its tensors are those of its weights file.
/// Built by buildNetwork(); weights are read by readWeights() (Weights.h); answers come from predict() (Predict.h).
class Network : public torch::nn::Module {
public:
    /// images [N,3,H,W] normalised as PictureTensor does, channels-last; float32 or bfloat16, which is what it computes in.
    virtual NetworkOutput forward(const torch::Tensor& images) = 0;
    virtual Backbone& backbone() = 0;
    /// The layer a head phase fits; empty where there is none (detection).
    virtual torch::nn::Linear lastLayer() { return nullptr; }

    const NetworkShape& shape() const { return m_shape; }
    const NetworkEntry& entry() const { return networkEntry(m_shape.architecture); }
    /// How pictures come to this network: preparationOf(shape()) unless its card says otherwise.
    const Preparation& preparation() const { return m_preparation; }
    void prepareAs(const Preparation& preparation) { m_preparation = preparation; }
    /// Where the chance of its dropout comes from: its own, so that nothing else that computes in this program changes a training.
    at::Generator& chance() { return m_chance; }
    /// Sum over all tensors that learn or could.
    double parameterCount() const;

protected:
    explicit Network(NetworkShape shape);
    /// While training: each of the features [N,F], or whole channels of [N,C,H,W], is zero with this probability, the others grow so that
    /// the mean stays (Srivastava et al. 2014). Drawn on the CPU, so it is the same on every device.
    torch::Tensor dropped(const torch::Tensor& features, double probability);

private:
    NetworkShape m_shape;
    Preparation m_preparation;
    at::Generator m_chance;
};

} // namespace core
