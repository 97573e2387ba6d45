#include "core/training/Validation.h"

#include "core/networks/Answer.h"
#include "core/networks/PictureTensor.h"
#include "core/training/losses/ConceptLoss.h"
#include "core/training/losses/DetectionLoss.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace core {

namespace {

constexpr int picturesAtOnce = 16;
constexpr double indistinct = 1e-3; // scores nearer than this are the same answer

std::vector<int> range(int begin, int end)
{
    std::vector<int> values(static_cast<size_t>(end - begin));
    std::iota(values.begin(), values.end(), begin);
    return values;
}

} // namespace

Loss lossOf(ViewType type, const NetworkOutput& output, const Batch& batch)
{
    switch (type) {
    case ViewType::Classification:
        return classificationLoss(output.logits, batch.labels);
    case ViewType::Tagging:
        return taggingLoss(output.logits, batch.answers);
    case ViewType::Detection:
        return detectionLoss(output, batch.truth);
    }
    Q_UNREACHABLE();
}

Batch onDevice(Batch batch, torch::Device device)
{
    if (device.is_cpu())
        return batch;
    for (auto* tensor : {&batch.labels, &batch.answers, &batch.truth.boxes, &batch.truth.labels, &batch.truth.valid, &batch.truth.ignore, &batch.truth.gaps}) {
        if (tensor->defined())
            *tensor = tensor->to(device);
    }
    return batch;
}

std::optional<Judgement> judge(Network& network, const Computer& computer, const BatchSource& source, const std::function<bool()>& isCanceled,
    const std::function<void(int done)>& progressed)
{
    const torch::NoGradGuard guard;
    network.eval();
    const int count = int(source.examples.size());
    Judgement result;
    double sum = 0, weight = 0;
    for (int begin = 0; begin < count; begin += picturesAtOnce) {
        if (isCanceled())
            return std::nullopt;
        const int end = std::min(count, begin + picturesAtOnce);
        const auto batch = onDevice(makeBatch(source, range(begin, end), nullptr), computer.device);
        const auto output = network.forward(PictureTensor::normalised(batch.pixels, network.entry(), computer.device, computer.type));
        const Loss loss = lossOf(source.shape.type, output, batch);
        sum += loss.sum.item<double>();
        weight += loss.weight.item<double>();
        std::vector<QSize> cached, originals;
        for (int i = begin; i < end; ++i) {
            cached.push_back(source.picture(i).size());
            originals.push_back(source.examples[size_t(i)].size);
        }
        const auto answered = answers(source.shape, output, cached, originals);
        result.predictions.insert(result.predictions.end(), answered.begin(), answered.end());
        if (progressed)
            progressed(end);
    }
    result.loss = sum / std::max(1.0, weight);
    result.scores = epochScores(source.shape.type, source.shape.concepts, source.examples, result.predictions);
    return result;
}

Judgement judgeLogits(const BatchSource& source, const torch::Tensor& logits)
{
    std::vector<QSize> sizes;
    for (const auto& example : source.examples)
        sizes.push_back(example.size);
    const NetworkOutput output{.logits = logits, .boxes = {}, .cells = {}};
    Judgement result;
    result.loss = lossOf(source.shape.type, output, truthsOf(source)).value().item<double>();
    result.predictions = answers(source.shape, output, sizes, sizes);
    result.scores = epochScores(source.shape.type, source.shape.concepts, source.examples, result.predictions);
    return result;
}

bool isConstant(ViewType type, const std::vector<Example>& examples, const std::vector<Prediction>& predictions)
{
    if (type == ViewType::Detection || predictions.size() < 2)
        return false;
    const auto differ = [](const Prediction& a, const Prediction& b) {
        return !std::ranges::equal(a.scores, b.scores, [](double x, double y) { return std::abs(x - y) < indistinct; });
    };
    const bool isSame = std::ranges::none_of(predictions, [&](const Prediction& one) { return differ(one, predictions.front()); });
    const bool isTruthSame = std::ranges::all_of(examples, [&](const Example& one) { return one.label == examples.front().label && one.answers == examples.front().answers; });
    return isSame && !isTruthSame;
}

} // namespace core
