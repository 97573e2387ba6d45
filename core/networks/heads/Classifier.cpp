#include "core/networks/heads/Classifier.h"

namespace core {

namespace {

constexpr double dropout = 0.2;

class Classifier final : public Network {
public:
    Classifier(const NetworkShape& shape, std::shared_ptr<Backbone> backbone) : Network(shape), m_backbone(std::move(backbone))
    {
        for (const auto& child : m_backbone->named_children())
            register_module(child.key(), child.value());
        m_classifier = register_module("classifier", torch::nn::Linear(m_backbone->features(), shape.concepts));
    }

    NetworkOutput forward(const torch::Tensor& images) override
    {
        const auto features = m_backbone->embed(images); // [N,F] float32
        return {.logits = m_classifier->forward(dropped(features, dropout)), .boxes = {}, .cells = {}, .steps = {}};
    }

    Backbone& backbone() override { return *m_backbone; }
    torch::nn::Linear lastLayer() override { return m_classifier; }

private:
    std::shared_ptr<Backbone> m_backbone;
    torch::nn::Linear m_classifier = nullptr;
};

} // namespace

std::shared_ptr<Network> buildClassifier(const NetworkShape& shape, std::shared_ptr<Backbone> backbone)
{
    return std::make_shared<Classifier>(shape, std::move(backbone));
}

} // namespace core
