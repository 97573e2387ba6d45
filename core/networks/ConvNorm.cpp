#include "core/networks/ConvNorm.h"

#include <cmath>

namespace core {

namespace F = torch::nn::functional;

ConvolutionImpl::ConvolutionImpl(int in, int out, int kernelSide, int strideBy, int groupCount)
    : kernel(kernelSide)
    , stride(strideBy)
    , groups(groupCount)
{
    weight = register_parameter("weight", torch::empty({out, in / groups, kernel, kernel}));
    // Keeps the variance of what passes (He et al. 2015); pretrained weights replace it.
    const torch::NoGradGuard guard;
    weight.normal_(0, std::sqrt(2.0 / (double(kernel) * kernel * out / groups)));
}

torch::Tensor ConvolutionImpl::apply(const torch::Tensor& x, const torch::Tensor& used, const torch::Tensor& bias) const
{
    const auto missing = [this](int64_t side) { return std::max<int64_t>(0, ((side + stride - 1) / stride - 1) * stride + kernel - side); };
    const int64_t high = missing(x.size(2)), wide = missing(x.size(3));
    if (high % 2 == 0 && wide % 2 == 0)
        return torch::conv2d(x, used, bias, stride, {high / 2, wide / 2}, 1, groups);
    const auto padded = F::pad(x, F::PadFuncOptions({wide / 2, wide - wide / 2, high / 2, high - high / 2}));
    return torch::conv2d(padded, used, bias, stride, at::IntArrayRef{0, 0}, 1, groups);
}

torch::Tensor ConvolutionImpl::forward(const torch::Tensor& x) const
{
    return apply(x, weight.to(x.scalar_type()), {});
}

NormImpl::NormImpl(int channels)
{
    weight = register_parameter("weight", torch::ones({channels}));
    bias = register_parameter("bias", torch::zeros({channels}));
    running_mean = register_buffer("running_mean", torch::zeros({channels}));
    running_var = register_buffer("running_var", torch::ones({channels}));
}

torch::Tensor convNorm(const torch::Tensor& x, const Convolution& convolution, const Norm& norm, Activation activation)
{
    torch::Tensor y;
    if (norm->is_training() && !norm->keepStatistics) {
        y = torch::batch_norm(convolution->forward(x), norm->weight, norm->bias, norm->running_mean, norm->running_var, true,
            NormImpl::momentum, NormImpl::epsilon, true);
    } else {
        const auto scale = norm->weight * torch::rsqrt(norm->running_var + NormImpl::epsilon); // [C]
        const auto shift = norm->bias - norm->running_mean * scale;
        const auto weight = convolution->weight * scale.view({-1, 1, 1, 1});
        y = convolution->apply(x, weight.to(x.scalar_type()), shift.to(x.scalar_type()));
    }
    return activation == Activation::Relu6 ? torch::hardtanh_(y, 0, 6) : y;
}

} // namespace core
