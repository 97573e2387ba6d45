#pragma once

#include <torch/torch.h>

namespace core {

/// A convolution without bias, padded as TensorFlow's "SAME": output side = ⌈input ÷ stride⌉, the odd pixel goes to the right and bottom.
class ConvolutionImpl : public torch::nn::Module {
public:
    ConvolutionImpl(int in, int out, int kernel, int stride = 1, int groups = 1);
    /// `weight` in the type of `x` stands in for the stored one (norms are folded into it); `bias` may be undefined.
    torch::Tensor apply(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias) const;
    torch::Tensor forward(const torch::Tensor& x) const; // [N,in,H,W] -> [N,out,⌈H/stride⌉,⌈W/stride⌉]

    torch::Tensor weight; // [out,in/groups,k,k] float32
    int kernel, stride, groups;
};
TORCH_MODULE(Convolution);

/// Batch norm whose statistics stay those it was loaded with, unless told otherwise. Does nothing by itself: see convNorm().
class NormImpl : public torch::nn::Module {
public:
    explicit NormImpl(int channels);

    torch::Tensor weight, bias, running_mean, running_var; // [C] float32
    bool keepStatistics = true;

    static constexpr double epsilon = 1e-3;
    static constexpr double momentum = 0.01;
};
TORCH_MODULE(Norm);

enum class Activation { None, Relu6 };

/// Convolution, norm, activation. With stored statistics the norm is folded into weight and bias of the convolution: exact, its scale
/// and bias still learn, and no pass over the activations is spent on it.
torch::Tensor convNorm(const torch::Tensor& x, const Convolution& convolution, const Norm& norm, Activation activation);

} // namespace core
