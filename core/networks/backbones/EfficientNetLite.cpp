#include "core/networks/backbones/EfficientNetLite.h"

#include "core/networks/ConvNorm.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace core {

namespace {

struct Stage {
    int kernel, repeats, stride, expand, channels; // of B0
};
constexpr std::array plan{Stage{3, 1, 1, 1, 16}, Stage{3, 2, 2, 6, 24}, Stage{5, 2, 2, 6, 40}, Stage{3, 3, 2, 6, 80}, Stage{5, 3, 1, 6, 112},
    Stage{5, 4, 2, 6, 192}, Stage{3, 1, 1, 6, 320}};

struct Scale {
    double width, depth;
};
constexpr std::array scales{Scale{1.0, 1.0}, Scale{1.0, 1.1}, Scale{1.1, 1.2}};

constexpr int stemChannels = 32;
constexpr int embedding = 1280;
constexpr std::array<size_t, 3> pyramidStages{2, 4, 6}; // strides 8, 16, 32

/// To the next multiple of 8, never more than a tenth below.
int scaledChannels(int channels, double width)
{
    const double wanted = channels * width;
    const int rounded = std::max(8, int(wanted + 4) / 8 * 8);
    return rounded < 0.9 * wanted ? rounded + 8 : rounded;
}

/// Depthwise-separable block (expand 1: conv_dw, conv_pw) or inverted residual (conv_pw, conv_dw, conv_pwl).
class Block : public torch::nn::Module {
public:
    Block(int in, int out, int kernel, int stride, int expand) : m_expands(expand != 1), m_residual(in == out && stride == 1)
    {
        const int middle = in * expand;
        if (m_expands)
            m_expand = {register_module("conv_pw", Convolution(in, middle, 1)), register_module("bn1", Norm(middle))};
        m_depthwise = {register_module("conv_dw", Convolution(middle, middle, kernel, stride, middle)),
            register_module(m_expands ? "bn2" : "bn1", Norm(middle))};
        m_project = {register_module(m_expands ? "conv_pwl" : "conv_pw", Convolution(middle, out, 1)),
            register_module(m_expands ? "bn3" : "bn2", Norm(out))};
    }

    torch::Tensor forward(const torch::Tensor& x) // [N,in,H,W] -> [N,out,H/stride,W/stride]
    {
        auto y = m_expands ? convNorm(x, m_expand.convolution, m_expand.norm, Activation::Relu6) : x;
        y = convNorm(y, m_depthwise.convolution, m_depthwise.norm, Activation::Relu6);
        y = convNorm(y, m_project.convolution, m_project.norm, Activation::None);
        return m_residual ? x + y : y;
    }

private:
    struct Pair {
        Convolution convolution = nullptr;
        Norm norm = nullptr;
    };
    bool m_expands, m_residual;
    Pair m_expand, m_depthwise, m_project;
};

class EfficientNetLite final : public Backbone {
public:
    explicit EfficientNetLite(int variant);

    std::array<torch::Tensor, 3> pyramid(const torch::Tensor& images) override;
    torch::Tensor pooled(const torch::Tensor& coarsest) override;
    std::array<int, 3> channels() const override { return m_channels; }
    int features() const override { return embedding; }
    int stages() const override { return int(m_stages.size()); }
    void dropEmbedding() override;
    void freeze(int stages) override;
    void keepStatistics(bool keep) override;

private:
    Convolution m_stem = nullptr, m_head = nullptr;
    Norm m_stemNorm = nullptr, m_headNorm = nullptr;
    std::vector<std::vector<std::shared_ptr<Block>>> m_stages;
    std::array<int, 3> m_channels{};
    int m_frozen = 0;
};

EfficientNetLite::EfficientNetLite(int variant)
{
    const Scale scale = scales.at(size_t(variant));
    m_stem = register_module("conv_stem", Convolution(3, stemChannels, 3, 2));
    m_stemNorm = register_module("bn1", Norm(stemChannels));
    const auto blocks = register_module("blocks", torch::nn::ModuleList());
    int in = stemChannels;
    for (size_t stage = 0; stage < plan.size(); ++stage) {
        const bool isEnd = stage == 0 || stage + 1 == plan.size(); // the ends do not deepen
        const int repeats = isEnd ? plan[stage].repeats : int(std::ceil(plan[stage].repeats * scale.depth));
        const int out = scaledChannels(plan[stage].channels, scale.width);
        torch::nn::ModuleList list;
        auto& line = m_stages.emplace_back();
        for (int i = 0; i < repeats; ++i) {
            line.push_back(std::make_shared<Block>(in, out, plan[stage].kernel, i == 0 ? plan[stage].stride : 1, plan[stage].expand));
            list->push_back(std::shared_ptr<torch::nn::Module>(line.back()));
            in = out;
        }
        blocks->push_back(list);
        for (size_t level = 0; level < pyramidStages.size(); ++level) {
            if (pyramidStages[level] == stage)
                m_channels[level] = out;
        }
    }
    m_head = register_module("conv_head", Convolution(in, embedding, 1));
    m_headNorm = register_module("bn2", Norm(embedding));
}

std::array<torch::Tensor, 3> EfficientNetLite::pyramid(const torch::Tensor& images)
{
    std::array<torch::Tensor, 3> levels;
    size_t level = 0;
    torch::Tensor x = images;
    for (size_t stage = 0; stage < m_stages.size(); ++stage) {
        const torch::AutoGradMode mode(torch::GradMode::is_enabled() && int(stage) >= m_frozen);
        if (stage == 0) {
            const torch::AutoGradMode stemMode(torch::GradMode::is_enabled() && m_frozen == 0);
            x = convNorm(x, m_stem, m_stemNorm, Activation::Relu6);
        }
        for (const auto& block : m_stages[stage])
            x = block->forward(x);
        if (level < levels.size() && pyramidStages[level] == stage)
            levels[level++] = x;
    }
    return levels;
}

torch::Tensor EfficientNetLite::pooled(const torch::Tensor& coarsest)
{
    return convNorm(coarsest, m_head, m_headNorm, Activation::Relu6).mean({2, 3}, false, torch::kFloat);
}

void EfficientNetLite::dropEmbedding()
{
    unregister_module("conv_head");
    unregister_module("bn2");
    m_head = nullptr;
    m_headNorm = nullptr;
}

void EfficientNetLite::freeze(int stages)
{
    m_frozen = std::clamp(stages, 0, int(m_stages.size()));
    const auto learn = [](torch::nn::Module& module, bool learns) {
        for (auto& parameter : module.parameters())
            parameter.set_requires_grad(learns);
    };
    learn(*m_stem, m_frozen == 0);
    learn(*m_stemNorm, m_frozen == 0);
    for (size_t stage = 0; stage < m_stages.size(); ++stage) {
        for (const auto& block : m_stages[stage])
            learn(*block, int(stage) >= m_frozen);
    }
}

void EfficientNetLite::keepStatistics(bool keep)
{
    for (const auto& module : modules()) {
        if (auto* norm = module->as<NormImpl>())
            norm->keepStatistics = keep;
    }
}

} // namespace

std::shared_ptr<Backbone> buildEfficientNetLite(int variant)
{
    return std::make_shared<EfficientNetLite>(variant);
}

} // namespace core
