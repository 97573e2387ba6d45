#pragma once

#include "core/networks/Backbone.h"
#include "core/networks/NetworkRegistry.h"

#include <torch/torch.h>

namespace core {

/// What a network says about a batch, before scores and selection. All float32.
struct NetworkOutput {
    torch::Tensor logits; // classification, tagging [N,K]; detection [N,A,K], A cells of all strides
    torch::Tensor boxes;  // detection [N,A,4]: x0 y0 x1 y1, px of the network input
    torch::Tensor cells;  // detection [A,2]: centres, px of the network input
};

/// A backbone with the head of one view type. Names of its tensors are those of its weights file.
/// Built by buildNetwork(); weights are read by readWeights() (Weights.h); answers come from predict() (Answer.h).
class Network : public torch::nn::Module {
public:
    /// images [N,3,H,W] normalised as PictureTensor does, channels-last; float32 or bfloat16, which is what it computes in.
    virtual NetworkOutput forward(const torch::Tensor& images) = 0;
    virtual Backbone& backbone() = 0;
    /// The layer a head phase fits; empty where there is none (detection).
    virtual torch::nn::Linear lastLayer() { return nullptr; }

    const NetworkShape& shape() const { return m_shape; }
    const NetworkEntry& entry() const { return networkEntry(m_shape.architecture); }
    /// Sum over all tensors that learn or could.
    double parameterCount() const;

protected:
    explicit Network(NetworkShape shape) : m_shape(std::move(shape)) {}

private:
    NetworkShape m_shape;
};

} // namespace core
