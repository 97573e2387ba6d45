#include "core/networks/heads/Detector.h"

#include "core/networks/ConvNorm.h"

#include <cmath>

namespace core {

namespace {

constexpr std::array strides{8, 16, 32};
constexpr int width = detectorWidth;
constexpr int depth = 2;     // convolutions of each tower
constexpr int normGroups = 8;
constexpr double prior = 0.01; // score of a cell that has learnt nothing

class GroupNormImpl : public torch::nn::Module {
public:
    explicit GroupNormImpl(int channels)
    {
        weight = register_parameter("weight", torch::ones({channels}));
        bias = register_parameter("bias", torch::zeros({channels}));
    }

    /// Norm, then ReLU6.
    torch::Tensor forward(const torch::Tensor& x)
    {
        // Only the CPU kernel takes float32 scale with bfloat16 input.
        const auto type = x.is_cpu() ? torch::kFloat : x.scalar_type();
        auto y = torch::group_norm(x, normGroups, weight.to(type), bias.to(type), 1e-5);
        return torch::hardtanh_(y, 0, 6);
    }

    torch::Tensor weight, bias;
};
TORCH_MODULE(GroupNorm);

/// Depthwise 5×5 and pointwise, or one dense 3×3; norm and ReLU6 after each.
class ConvBlock : public torch::nn::Module {
public:
    enum class Kind { Separable, Dense };

    explicit ConvBlock(Kind kind, int stride = 1)
    {
        if (kind == Kind::Separable) {
            m_depthwise = register_module("depthwise", Convolution(width, width, 5, stride, width));
            m_depthwiseNorm = register_module("depthwise_norm", GroupNorm(width));
        }
        m_conv = register_module("conv", Convolution(width, width, kind == Kind::Dense ? 3 : 1));
        m_norm = register_module("norm", GroupNorm(width));
    }

    torch::Tensor forward(torch::Tensor x)
    {
        if (m_depthwise)
            x = m_depthwiseNorm->forward(m_depthwise->forward(x));
        return m_norm->forward(m_conv->forward(x));
    }

private:
    Convolution m_depthwise = nullptr, m_conv = nullptr;
    GroupNorm m_depthwiseNorm = nullptr, m_norm = nullptr;
};

class Detector final : public Network {
public:
    Detector(const NetworkShape& shape, std::shared_ptr<Backbone> backbone);

    NetworkOutput forward(const torch::Tensor& images) override;
    Backbone& backbone() override { return *m_backbone; }

private:
    using Blocks = std::vector<std::shared_ptr<ConvBlock>>;

    Blocks addBlocks(const std::string& name, int count, ConvBlock::Kind kind, int stride = 1);
    std::array<torch::Tensor, 3> neck(const torch::Tensor& images);
    static torch::Tensor convolved(const torch::Tensor& x, const torch::nn::Conv2d& layer);

    std::shared_ptr<Backbone> m_backbone;
    std::vector<Convolution> m_lateral;
    std::vector<GroupNorm> m_lateralNorm;
    Blocks m_topDown, m_down, m_bottomUp, m_conceptTower, m_boxTower;
    torch::nn::Conv2d m_conceptOut = nullptr, m_boxOut = nullptr;
    torch::Tensor m_levelScale; // [3]
};

Detector::Detector(const NetworkShape& shape, std::shared_ptr<Backbone> backbone) : Network(shape), m_backbone(std::move(backbone))
{
    m_backbone->dropEmbedding();
    register_module("backbone", m_backbone);
    const auto lateral = register_module("lateral", torch::nn::ModuleList());
    const auto lateralNorm = register_module("lateral_norm", torch::nn::ModuleList());
    for (const int channels : m_backbone->channels()) {
        lateral->push_back(m_lateral.emplace_back(Convolution(channels, width, 1)));
        lateralNorm->push_back(m_lateralNorm.emplace_back(GroupNorm(width)));
    }
    m_topDown = addBlocks("top_down", 2, ConvBlock::Kind::Separable);
    m_down = addBlocks("down", 2, ConvBlock::Kind::Separable, 2);
    m_bottomUp = addBlocks("bottom_up", 2, ConvBlock::Kind::Separable);
    m_conceptTower = addBlocks("cls_tower", depth, ConvBlock::Kind::Dense);
    m_boxTower = addBlocks("reg_tower", depth, ConvBlock::Kind::Dense);
    m_conceptOut = register_module("cls_out", torch::nn::Conv2d(torch::nn::Conv2dOptions(width, shape.concepts, 1)));
    m_boxOut = register_module("reg_out", torch::nn::Conv2d(torch::nn::Conv2dOptions(width, 4, 1)));
    m_levelScale = register_parameter("level_scale", torch::ones({int64_t(strides.size())}));
    const torch::NoGradGuard guard;
    m_conceptOut->weight.normal_(0, 0.01);
    m_conceptOut->bias.fill_(-std::log((1 - prior) / prior));
    m_boxOut->weight.normal_(0, 0.01);
    m_boxOut->bias.fill_(1);
}

Detector::Blocks Detector::addBlocks(const std::string& name, int count, ConvBlock::Kind kind, int stride)
{
    const auto list = register_module(name, torch::nn::ModuleList());
    Blocks blocks;
    for (int i = 0; i < count; ++i)
        list->push_back(std::shared_ptr<torch::nn::Module>(blocks.emplace_back(std::make_shared<ConvBlock>(kind, stride))));
    return blocks;
}

std::array<torch::Tensor, 3> Detector::neck(const torch::Tensor& images)
{
    auto levels = m_backbone->pyramid(images);
    for (size_t i = 0; i < levels.size(); ++i)
        levels[i] = m_lateralNorm[i]->forward(m_lateral[i]->forward(levels[i]));
    const auto up = [](const torch::Tensor& x, const torch::Tensor& like) { return torch::upsample_nearest2d(x, {like.size(2), like.size(3)}); };
    auto& [fine, middle, coarse] = levels;
    middle = m_topDown[0]->forward(middle + up(coarse, middle));
    fine = m_topDown[1]->forward(fine + up(middle, fine));
    middle = m_bottomUp[0]->forward(middle + m_down[0]->forward(fine));
    coarse = m_bottomUp[1]->forward(coarse + m_down[1]->forward(middle));
    return levels;
}

torch::Tensor Detector::convolved(const torch::Tensor& x, const torch::nn::Conv2d& layer)
{
    return torch::conv2d(x, layer->weight.to(x.scalar_type()), layer->bias.to(x.scalar_type())).to(torch::kFloat);
}

NetworkOutput Detector::forward(const torch::Tensor& images)
{
    const auto levels = neck(images);
    std::vector<torch::Tensor> logits, distances, cells, steps;
    for (size_t i = 0; i < levels.size(); ++i) {
        torch::Tensor forConcept = levels[i], forBox = levels[i];
        for (int layer = 0; layer < depth; ++layer) {
            forConcept = m_conceptTower[size_t(layer)]->forward(forConcept);
            forBox = m_boxTower[size_t(layer)]->forward(forBox);
        }
        logits.push_back(convolved(forConcept, m_conceptOut).flatten(2).transpose(1, 2)); // [N,h·w,K]
        const auto sides = convolved(forBox, m_boxOut) * m_levelScale[int64_t(i)];         // left, top, right, bottom
        distances.push_back((sides.clamp(-4, 5).exp() * strides[i]).flatten(2).transpose(1, 2));
        const auto options = torch::TensorOptions().device(images.device()).dtype(torch::kFloat);
        const auto grid = torch::meshgrid({torch::arange(levels[i].size(2), options), torch::arange(levels[i].size(3), options)}, "ij");
        cells.push_back((torch::stack({grid[1], grid[0]}, -1).reshape({-1, 2}) + 0.5) * strides[i]);
        steps.push_back(torch::full({cells.back().size(0)}, float(strides[i]), options));
    }
    const auto centres = torch::cat(cells);           // [A,2]
    const auto reach = torch::cat(distances, 1);      // [N,A,4] px
    const auto boxes = torch::cat({centres - reach.slice(2, 0, 2), centres + reach.slice(2, 2, 4)}, -1);
    return {.logits = torch::cat(logits, 1), .boxes = boxes, .cells = centres, .steps = torch::cat(steps)};
}

} // namespace

std::shared_ptr<Network> buildDetector(const NetworkShape& shape, std::shared_ptr<Backbone> backbone)
{
    return std::make_shared<Detector>(shape, std::move(backbone));
}

} // namespace core
