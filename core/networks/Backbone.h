#pragma once

#include <torch/torch.h>

#include <array>

namespace core {

/// The part of a network that turns pictures into features, shared by all heads. A new one is one file in backbones/ and one line
/// in NetworkRegistry.cpp. Computes in the type of its input; the weights stay float32.
class Backbone : public torch::nn::Module {
public:
    /// Features at strides 8, 16 and 32 of images [N,3,H,W]: [N,channels()[i],H/s,W/s].
    virtual std::array<torch::Tensor, 3> pyramid(const torch::Tensor& images) = 0;
    /// Pooled features [N,features()] of the coarsest level, float32.
    virtual torch::Tensor pooled(const torch::Tensor& coarsest) = 0;
    /// Pooled features of images.
    torch::Tensor embed(const torch::Tensor& images) { return pooled(pyramid(images)[2]); }

    virtual std::array<int, 3> channels() const = 0;
    virtual int features() const = 0;
    virtual int stages() const = 0;
    /// The layers that only pooled() needs are taken out, for heads that read the pyramid.
    virtual void dropEmbedding() = 0;
    /// The stem and the first `stages` stages run without gradient; 0: all learn.
    virtual void freeze(int stages) = 0;
    /// true (the default): norms use their stored statistics, in training too, while their scale and bias learn.
    /// false: norms use the statistics of the batch in training, as a network without pretrained weights needs.
    virtual void keepStatistics(bool keep) = 0;
};

} // namespace core
