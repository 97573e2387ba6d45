#include "core/networks/Predict.h"

#include "core/networks/PictureTensor.h"

#include <ATen/Parallel.h>

#include <algorithm>

namespace core {

namespace {

struct Candidate {
    int label;
    float score;
    float x0, y0, x1, y1; // px of the network input
};

float overlap(const Candidate& a, const Candidate& b)
{
    const float wide = std::min(a.x1, b.x1) - std::max(a.x0, b.x0), high = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
    if (wide <= 0 || high <= 0)
        return 0;
    const float both = wide * high;
    return both / ((a.x1 - a.x0) * (a.y1 - a.y0) + (b.x1 - b.x0) * (b.y1 - b.y0) - both);
}

/// Cells and concepts above a score, best first. scores [A,K], boxes [A,4], on the CPU.
std::vector<Candidate> candidates(const torch::Tensor& scores, const torch::Tensor& boxes, double minScore, int64_t most)
{
    const int64_t concepts = scores.size(1);
    const auto flat = scores.flatten();
    const auto [best, where] = flat.topk(std::min(most, flat.numel()));
    const auto value = best.accessor<float, 1>();
    const auto index = where.accessor<int64_t, 1>();
    const auto box = boxes.accessor<float, 2>();
    std::vector<Candidate> found;
    for (int64_t i = 0; i < best.numel() && value[i] > minScore; ++i) {
        const int64_t cell = index[i] / concepts;
        found.push_back({int(index[i] % concepts), value[i], box[cell][0], box[cell][1], box[cell][2], box[cell][3]});
    }
    // topk leaves the order of equal scores open; answers must not.
    std::ranges::stable_sort(found, std::greater<>(), &Candidate::score);
    return found;
}

std::vector<Candidate> suppressed(const std::vector<Candidate>& found, const BoxRule& rule)
{
    std::vector<Candidate> kept;
    for (const auto& box : found) {
        const auto hides = [&](const Candidate& better) { return better.label == box.label && overlap(better, box) > rule.overlap; };
        if (std::ranges::none_of(kept, hides))
            kept.push_back(box);
        if (int(kept.size()) == rule.most)
            break;
    }
    return kept;
}

std::vector<ScoredBox> boxesOf(const torch::Tensor& scores, const torch::Tensor& boxes, const Preparation& preparation, const QRect& part, double minScore)
{
    const auto toPicture = placed(part, preparation.input).inverted();
    const QRectF all(part);
    std::vector<ScoredBox> result;
    // Who asks for many boxes has that many looked at.
    const int64_t most = std::max(mostCandidates, int64_t(preparation.boxes.most));
    for (const auto& box : suppressed(candidates(scores, boxes, minScore, most), preparation.boxes)) {
        const QRectF inside = toPicture.mapRect(QRectF(QPointF(box.x0, box.y0), QPointF(box.x1, box.y1))).intersected(all);
        if (inside.width() > 0 && inside.height() > 0)
            result.push_back({box.label, double(box.score), inside});
    }
    return result;
}

} // namespace

torch::Tensor views(const Preparation& preparation, const std::vector<RegionPixels>& pictures, bool mirrored)
{
    auto pixels = PictureTensor::emptyPixels(int(pictures.size()), preparation.input);
    at::parallel_for(0, int64_t(pictures.size()), 1, [&](int64_t begin, int64_t end) {
        for (auto i = begin; i < end; ++i)
            PictureTensor::writeView(pixels, int(i), pictures[size_t(i)], preparation, mirrored);
    });
    return pixels;
}

std::vector<Prediction> answers(ViewType type, const Preparation& preparation, const NetworkOutput& output, const std::vector<QRect>& parts, double minScore)
{
    const auto scores = (type == ViewType::Classification ? output.logits.softmax(1) : output.logits.sigmoid()).to(torch::kCPU).contiguous();
    std::vector<Prediction> result(parts.size());
    if (type == ViewType::Detection) {
        const auto boxes = output.boxes.to(torch::kCPU).contiguous();
        for (size_t i = 0; i < parts.size(); ++i)
            result[i].boxes = boxesOf(scores[int64_t(i)], boxes[int64_t(i)], preparation, parts[i], minScore);
        return result;
    }
    const auto row = scores.accessor<float, 2>(); // [N,K]
    for (size_t i = 0; i < parts.size(); ++i) {
        for (int64_t k = 0; k < scores.size(1); ++k)
            result[i].scores.push_back(double(row[int64_t(i)][k]));
    }
    return result;
}

std::vector<Prediction> predict(Network& network, const Computer& computer, const std::vector<RegionPixels>& pictures, double minScore)
{
    if (pictures.empty())
        return {};
    const torch::InferenceMode mode;
    std::vector<QRect> parts;
    for (const auto& picture : pictures)
        parts.push_back(picture.part);
    const auto& preparation = network.preparation();
    const auto images = PictureTensor::normalised(views(preparation, pictures), preparation, computer.device, computer.type);
    return answers(network.shape().type, preparation, network.forward(images), parts, minScore);
}

} // namespace core
