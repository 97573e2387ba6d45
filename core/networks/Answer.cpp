#include "core/networks/Answer.h"

#include "core/networks/PictureTensor.h"

#include <ATen/Parallel.h>

#include <algorithm>

namespace core {

namespace {

/// Suppression looks at no more candidates of a picture than this, best first.
constexpr int64_t mostCandidates = 400;

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

/// Cells and concepts above the rule's score, best first. scores [A,K], boxes [A,4], on the CPU.
std::vector<Candidate> candidates(const torch::Tensor& scores, const torch::Tensor& boxes, const BoxRule& rule)
{
    const int64_t concepts = scores.size(1);
    const auto flat = scores.flatten();
    const auto [best, where] = flat.topk(std::min(mostCandidates, flat.numel()));
    const auto value = best.accessor<float, 1>();
    const auto index = where.accessor<int64_t, 1>();
    const auto box = boxes.accessor<float, 2>();
    std::vector<Candidate> found;
    for (int64_t i = 0; i < best.numel() && value[i] > rule.minScore; ++i) {
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

std::vector<ScoredBox> boxesOf(const torch::Tensor& scores, const torch::Tensor& boxes, const NetworkShape& shape, QSize picture, QSize original, const BoxRule& rule)
{
    const Placement at = PictureTensor::placement(picture, shape);
    const double wide = double(original.width()) / picture.width(), high = double(original.height()) / picture.height();
    const QRectF all(0, 0, original.width(), original.height());
    std::vector<ScoredBox> result;
    for (const auto& box : suppressed(candidates(scores, boxes, rule), rule)) {
        const QRectF rect = at.toPicture(box.x0, box.y0, box.x1, box.y1);
        const QRectF inside = QRectF(QPointF(rect.left() * wide, rect.top() * high), QPointF(rect.right() * wide, rect.bottom() * high)).intersected(all);
        if (inside.width() > 0 && inside.height() > 0)
            result.push_back({box.label, double(box.score), inside});
    }
    return result;
}

} // namespace

torch::Tensor views(const NetworkShape& shape, const std::vector<QImage>& pictures, bool mirrored)
{
    auto pixels = PictureTensor::emptyPixels(int(pictures.size()), shape.input);
    at::parallel_for(0, int64_t(pictures.size()), 1, [&](int64_t begin, int64_t end) {
        for (auto i = begin; i < end; ++i)
            PictureTensor::writeView(pixels, int(i), pictures[size_t(i)], shape, mirrored);
    });
    return pixels;
}

std::vector<Prediction> answers(const NetworkShape& shape, const NetworkOutput& output, const std::vector<QSize>& pictures, const std::vector<QSize>& originals, const BoxRule& rule)
{
    const auto scores = (shape.type == ViewType::Classification ? output.logits.softmax(1) : output.logits.sigmoid()).to(torch::kCPU).contiguous();
    std::vector<Prediction> result(pictures.size());
    if (shape.type == ViewType::Detection) {
        const auto boxes = output.boxes.to(torch::kCPU).contiguous();
        for (size_t i = 0; i < pictures.size(); ++i)
            result[i].boxes = boxesOf(scores[int64_t(i)], boxes[int64_t(i)], shape, pictures[i], originals[i], rule);
        return result;
    }
    const auto row = scores.accessor<float, 2>(); // [N,K]
    for (size_t i = 0; i < pictures.size(); ++i) {
        for (int64_t k = 0; k < scores.size(1); ++k)
            result[i].scores.push_back(double(row[int64_t(i)][k]));
    }
    return result;
}

std::vector<Prediction> predict(Network& network, const Computer& computer, const std::vector<QImage>& pictures, const BoxRule& rule, const std::vector<QSize>& sizes)
{
    if (pictures.empty())
        return {};
    const torch::InferenceMode mode;
    const auto& shape = network.shape();
    const auto images = PictureTensor::normalised(views(shape, pictures), network.entry(), computer.device, computer.type);
    std::vector<QSize> own;
    for (const auto& picture : pictures)
        own.push_back(picture.size());
    return answers(shape, network.forward(images), own, sizes.empty() ? own : sizes, rule);
}

} // namespace core
