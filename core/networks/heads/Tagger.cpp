#include "core/networks/heads/Tagger.h"

#include <cmath>

namespace core {

namespace {

constexpr double dropout = 0.2;     // of pooled features, and of whole channels of the places
constexpr int width = 128;          // channels of the places
constexpr double sharpness = 5;     // of log-sum-exp: 0 is the mean, infinity the maximum
constexpr double normMomentum = 0.1;
constexpr double normEpsilon = 1e-5;

/// log(mean(exp(r·x))) ÷ r over the places: [N,K,P] -> [N,K].
torch::Tensor strongest(const torch::Tensor& evidence)
{
    const double places = double(evidence.size(2));
    return (torch::logsumexp(evidence * sharpness, 2) - std::log(places)) / sharpness;
}

class Tagger final : public Network {
public:
    Tagger(const NetworkShape& shape, std::shared_ptr<Backbone> backbone) : Network(shape), m_backbone(std::move(backbone))
    {
        for (const auto& child : m_backbone->named_children())
            register_module(child.key(), child.value());
        const auto levels = m_backbone->channels();
        const int channels = levels[0] + levels[1];
        m_classifier = register_module("classifier", torch::nn::Linear(m_backbone->features(), shape.concepts));
        m_average = register_module("local_average", torch::nn::Linear(channels, shape.concepts));
        m_hidden = register_module("local_hidden", torch::nn::Conv2d(torch::nn::Conv2dOptions(channels, width, 1)));
        m_evidence = register_module("local_evidence", torch::nn::Conv2d(torch::nn::Conv2dOptions(width, shape.concepts, 1)));
        m_mean = register_buffer("local_mean", torch::zeros({channels}));
        m_variance = register_buffer("local_variance", torch::ones({channels}));
        const torch::NoGradGuard guard; // the places say nothing until they have learnt something
        for (auto& tensor : {m_average->weight, m_average->bias, m_evidence->weight, m_evidence->bias})
            tensor.zero_();
    }

    NetworkOutput forward(const torch::Tensor& images) override
    {
        const auto levels = m_backbone->pyramid(images);
        const auto whole = m_backbone->pooled(levels[2]); // [N,F] float32
        const auto places = standardised(levels);         // [N,C,H/8,W/8] float32
        const auto hidden = dropped(torch::relu(m_hidden->forward(places)), dropout);
        const auto logits = m_classifier->forward(dropped(whole, dropout))
            + m_average->forward(places.mean({2, 3})) + strongest(m_evidence->forward(hidden).flatten(2));
        return {.logits = logits, .boxes = {}, .cells = {}, .steps = {}};
    }

    Backbone& backbone() override { return *m_backbone; }
    torch::nn::Linear lastLayer() override { return m_classifier; }

private:
    /// Strides 8 and 16 side by side, each channel with mean 0 and deviation 1: of the batch in training, of the running statistics after.
    torch::Tensor standardised(const std::array<torch::Tensor, 3>& levels)
    {
        const auto& fine = levels[0];
        const auto both = torch::cat({fine, torch::upsample_nearest2d(levels[1], {fine.size(2), fine.size(3)})}, 1);
        return torch::batch_norm(both.to(torch::kFloat), {}, {}, m_mean, m_variance, is_training(), normMomentum, normEpsilon, true);
    }

    std::shared_ptr<Backbone> m_backbone;
    torch::nn::Linear m_classifier = nullptr, m_average = nullptr;
    torch::nn::Conv2d m_hidden = nullptr, m_evidence = nullptr;
    torch::Tensor m_mean, m_variance;
};

} // namespace

std::shared_ptr<Network> buildTagger(const NetworkShape& shape, std::shared_ptr<Backbone> backbone)
{
    return std::make_shared<Tagger>(shape, std::move(backbone));
}

} // namespace core
