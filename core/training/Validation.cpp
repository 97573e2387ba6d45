#include "core/training/Validation.h"

#include "core/evaluation/EvaluationReport.h"
#include "core/networks/PictureTensor.h"
#include "core/networks/Predict.h"
#include "core/training/Task.h"

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

std::optional<Judgement> judge(Network& network, const Computer& computer, const BatchSource& source, const std::function<bool()>& isCanceled)
{
    const torch::NoGradGuard guard;
    network.eval();
    const auto& task = taskOf(source.shape.type);
    std::vector<Prediction> predictions;
    double sum = 0, weight = 0;
    for (int begin = 0; begin < source.count(); begin += picturesAtOnce) {
        if (isCanceled())
            return std::nullopt;
        const int end = std::min(source.count(), begin + picturesAtOnce);
        const auto batch = onDevice(makeBatch(source, range(begin, end), nullptr), computer.device);
        const auto output = network.forward(PictureTensor::normalised(batch.pixels, source.preparation, computer.device, computer.type));
        const Loss loss = task.loss(output, batch);
        sum += loss.sum.item<double>();
        weight += loss.weight.item<double>();
        const auto answered = answers(source.shape.type, source.preparation, output, source.parts(begin, end));
        predictions.insert(predictions.end(), answered.begin(), answered.end());
    }
    return judged(source, std::move(predictions), sum / std::max(1.0, weight));
}

Judgement judgeLogits(const BatchSource& source, const torch::Tensor& logits)
{
    const NetworkOutput output{.logits = logits, .boxes = {}, .cells = {}, .steps = {}};
    const double loss = taskOf(source.shape.type).loss(output, truthsOf(source)).value().item<double>();
    return judged(source, answers(source.shape.type, source.preparation, output, source.parts(0, source.count())), loss);
}

Judgement judged(const BatchSource& source, std::vector<Prediction> predictions, double loss)
{
    const auto scores = epochScores(source.shape.type, source.shape.concepts, source.examples, predictions);
    return {std::move(predictions), {.valLoss = loss, .accuracy = scores.accuracy, .map = scores.map, .map50 = scores.map50}};
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
