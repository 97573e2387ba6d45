#include "core/modelfiles/Parity.h"

#include "core/base/Error.h"
#include "core/dataset/Region.h"
#include "core/modelfiles/ModelRunner.h"
#include "core/networks/PictureTensor.h"
#include "core/networks/Predict.h"
#include "core/networks/VersionCard.h"
#include "core/pictures/PictureFile.h"
#include "core/pictures/PixelCache.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>
#include <QLoggingCategory>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace core {

namespace {

Q_LOGGING_CATEGORY(log, "oriel.modelfiles")

constexpr double sameBox = 0.9;   // IoU

/// For each box of `one` the place of its counterpart in `other` (same concept, IoU at least `sameBox`, each used once), or -1. Boxes that
/// reach beyond the picture may look the same once they are cut, so their scores count too.
std::vector<int> counterparts(const std::vector<ScoredBox>& one, const std::vector<ScoredBox>& other)
{
    std::vector<bool> isUsed(other.size());
    std::vector<int> places;
    for (const auto& box : one) {
        int best = -1;
        double bestLikeness = -1;
        for (size_t i = 0; i < other.size(); ++i) {
            const double shared = overlapOf(box.rect, other[i].rect), likeness = shared - std::abs(box.score - other[i].score);
            if (!isUsed[i] && other[i].label == box.label && shared >= sameBox && likeness > bestLikeness) {
                best = int(i);
                bestLikeness = likeness;
            }
        }
        if (best >= 0)
            isUsed[size_t(best)] = true;
        places.push_back(best);
    }
    return places;
}

std::vector<ScoredBox> decided(const std::vector<FrozenConcept>& concepts, const std::vector<ScoredBox>& boxes)
{
    std::vector<ScoredBox> kept;
    std::ranges::copy_if(boxes, std::back_inserter(kept), [&](const ScoredBox& box) { return box.score >= concepts[size_t(box.label)].threshold; });
    return kept;
}

/// Not a number counts as infinitely far away.
double largest(const torch::Tensor& differences)
{
    const double value = differences.numel() == 0 ? 0 : differences.abs().max().item<double>();
    return std::isnan(value) ? std::numeric_limits<double>::infinity() : value;
}

/// One picture as both sides get it.
struct Compared {
    QString path;
    torch::Tensor pixels; // uint8 [1,H,W,3]: the view that the network sees
    torch::Tensor images; // float32 [1,3,h,w] 0..1: what the file takes
    QTransform toInput;   // from the file's shares to px of the input
};

/// The boxes that a file has chosen itself, px of the input.
std::vector<ScoredBox> chosenBoxes(const FileAnswers& answers, const QTransform& toInput, QSize input)
{
    const auto boxes = answers.boxes[0].contiguous(), scores = answers.scores[0].contiguous(), labels = answers.labels[0].to(torch::kLong).contiguous();
    const auto box = boxes.accessor<float, 2>();
    const auto score = scores.accessor<float, 1>();
    const auto label = labels.accessor<int64_t, 1>();
    const QRectF all(QPointF(0, 0), input);
    std::vector<ScoredBox> chosen;
    for (int64_t i = 0; i < scores.numel(); ++i) {
        const QRectF rect = toInput.mapRect(QRectF(QPointF(box[i][0], box[i][1]), QPointF(box[i][2], box[i][3])));
        if (label[i] >= 0 && rect.intersects(all))
            chosen.push_back({int(label[i]), double(score[i]), rect.intersected(all)});
    }
    return chosen;
}

/// Collects what is found into the report, picture by picture.
class Comparison {
public:
    Comparison(const VersionCard& card, ParityReport& report) : m_card(card), m_report(report) {}

    void add(const NetworkOutput& expected, const FileAnswers& answered, const Compared& picture)
    {
        const auto type = m_card.shape.type;
        const QSize input = m_card.preparation.input; // boxes are compared in px of it
        const auto wanted = answers(type, m_card.preparation, expected, {QRect(QPoint(0, 0), input)}).front();
        Prediction given;
        if (answered.labels.defined()) {
            given.boxes = chosenBoxes(answered, picture.toInput, input);
            compareBoxes(wanted.boxes, given.boxes);
        } else {
            given = whole(expected, answered, picture.toInput);
        }
        if (!isSameDecision(type, m_card.concepts, wanted, given))
            m_report.changed.append(picture.path);
        ++m_report.pictures;
    }

private:
    /// All scores and boxes are in the file's answer: they are compared number by number, then decided as the network's are.
    Prediction whole(const NetworkOutput& expected, const FileAnswers& answered, const QTransform& toInput)
    {
        const auto type = m_card.shape.type;
        const auto scores = type == ViewType::Classification ? expected.logits.softmax(1) : expected.logits.sigmoid();
        if (scores.sizes() != answered.scores.sizes())
            throw std::runtime_error("the file answers with other shapes than the network");
        grow(m_report.scoreDifference, largest(scores - answered.scores));
        NetworkOutput output{.logits = type == ViewType::Classification ? answered.scores.log() : answered.scores.logit(), .boxes = {}, .cells = {}, .steps = {}};
        if (type == ViewType::Detection) {
            const float wide = float(toInput.m11()), high = float(toInput.m22()), x = float(toInput.dx()), y = float(toInput.dy());
            output.boxes = answered.boxes * torch::tensor({wide, high, wide, high}) + torch::tensor({x, y, x, y});
            const auto isAnswer = std::get<0>(scores.max(2)) > leastScore; // [1,A]
            grow(m_report.boxShift, largest((expected.boxes - output.boxes).index({isAnswer})));
        }
        return answers(type, m_card.preparation, output, {QRect(QPoint(0, 0), m_card.preparation.input)}).front();
    }

    void compareBoxes(const std::vector<ScoredBox>& wanted, const std::vector<ScoredBox>& given)
    {
        const auto places = counterparts(wanted, given);
        for (size_t i = 0; i < wanted.size(); ++i) {
            if (places[i] < 0)
                continue; // one below the thresholds may be missing where scores tie; one above is a changed decision
            const auto& one = wanted[i];
            const auto& other = given[size_t(places[i])];
            grow(m_report.scoreDifference, std::abs(one.score - other.score));
            for (const double shift : {one.rect.left() - other.rect.left(), one.rect.top() - other.rect.top(), one.rect.right() - other.rect.right(), one.rect.bottom() - other.rect.bottom()})
                grow(m_report.boxShift, std::abs(shift));
        }
    }

    static void grow(double& most, double value) { most = std::max(most, std::isnan(value) ? std::numeric_limits<double>::infinity() : value); }

    const VersionCard& m_card;
    ParityReport& m_report;
};

torch::Tensor toImages(const torch::Tensor& pixels) // uint8 [1,h,w,3]
{
    return pixels.permute({0, 3, 1, 2}).to(torch::kFloat).div(255).contiguous();
}

/// The picture as the network sees it, and as the file takes it: the same view, or the whole picture. Both come of the same pixels.
/// Throws PictureError.
Compared compared(const QString& path, const Preparation& preparation, bool isWhole)
{
    Compared picture{.path = path, .pixels = {}, .images = {}, .toInput = QTransform::fromScale(preparation.input.width(), preparation.input.height())};
    if (!isWhole) {
        picture.pixels = views(preparation, {PixelCache::reduced({.image = {.path = path}}, preparation.stored())});
        picture.images = toImages(picture.pixels);
        return picture;
    }
    const QImage whole = PictureFile::decode(path).image;
    auto pixels = torch::empty({1, whole.height(), whole.width(), 3}, torch::kUInt8);
    for (int y = 0; y < whole.height(); ++y)
        std::memcpy(pixels[0][y].data_ptr(), whole.constScanLine(y), size_t(whole.width()) * 3);
    picture.pixels = views(preparation, {{PixelCache::reduced(whole, preparation.stored()), whole.rect()}});
    picture.images = toImages(pixels);
    if (preparation.resize == Resize::FitPad)
        picture.toInput = QTransform::fromScale(whole.width(), whole.height()) * placed(whole.rect(), preparation.input);
    return picture;
}

void compareAll(ModelRunner& runner, Network& network, Comparison& comparison, const ModelFileOptions& options, const QStringList& pictures,
                const std::function<void(int)>& progressed, const std::function<bool()>& isCanceled)
{
    const torch::NoGradGuard noGradients;
    const auto& preparation = network.preparation();
    int done = 0;
    for (const auto& path : pictures) {
        if (isCanceled && isCanceled())
            return;
        try {
            const auto picture = compared(path, preparation, options.hasResize);
            const auto expected = network.forward(PictureTensor::normalised(picture.pixels, preparation, torch::kCPU, torch::kFloat));
            comparison.add(expected, runner.run(picture.images), picture);
        } catch (const PictureError& error) {
            qCInfo(log) << error.message();
        }
        if (progressed)
            progressed(++done);
    }
}

/// A runtime that reads files of this kind; null when this computer has none, `obstacle` then says what is missing.
std::unique_ptr<ModelRunner> openedBy(const QString& file, const ModelFileOptions& options, QString& obstacle)
{
    if (options.format == ModelFormat::TorchScript)
        return openWithTorchScript(file);
    if (hasOnnxRuntime())
        return openWithOnnxRuntime(file);
    if (!options.isHalf && !options.hasSelection && !options.hasResize)
        return openWithOpenCv(file);
    obstacle = QCoreApplication::translate("Parity", "OpenCV cannot run a file with 16 bits, resizing or a selection of boxes inside, and onnxruntime is not on this computer");
    return nullptr;
}

} // namespace

double scoreLimitOf(const ModelFileOptions& options)
{
    return options.isHalf ? 1e-2 : 1e-3;
}

bool isSameDecision(ViewType type, const std::vector<FrozenConcept>& concepts, const Prediction& one, const Prediction& other)
{
    if (type == ViewType::Detection) {
        const auto here = decided(concepts, one.boxes), there = decided(concepts, other.boxes);
        return here.size() == there.size() && std::ranges::count(counterparts(here, there), -1) == 0;
    }
    if (one.scores.size() != other.scores.size())
        return false;
    const auto reaches = [&](const Prediction& prediction, size_t position) { return prediction.scores[position] >= concepts[position].threshold; };
    if (type == ViewType::Classification) {
        const auto best = [](const Prediction& prediction) { return size_t(std::ranges::max_element(prediction.scores) - prediction.scores.begin()); };
        return best(one) == best(other) && reaches(one, best(one)) == reaches(other, best(other));
    }
    for (size_t position = 0; position < one.scores.size(); ++position) {
        if (reaches(one, position) != reaches(other, position))
            return false;
    }
    return true;
}

ParityReport checkParity(const QString& file, Network& network, const VersionCard& card, const ModelFileOptions& options, const QStringList& pictures,
                         const std::function<void(int done)>& progressed, const std::function<bool()>& isCanceled)
{
    ParityReport report{.scoreLimit = scoreLimitOf(options)};
    try {
        const auto runner = openedBy(file, options, report.obstacle);
        if (!runner)
            return report;
        report.runtime = runner->name();
        Comparison comparison(card, report);
        compareAll(*runner, network, comparison, options, pictures, progressed, isCanceled);
        if (report.pictures == 0)
            report.obstacle = QCoreApplication::translate("Parity", "there was no picture to compare on");
    } catch (const std::exception& error) {
        qCWarning(log) << file << error.what();
        report.obstacle = QCoreApplication::translate("Parity", "the file could not be run; the log says why");
    }
    return report;
}

QString sentenceOf(const ParityReport& report, ViewType type)
{
    if (!report.obstacle.isEmpty())
        return QCoreApplication::translate("Parity", "Written, not proved: %1.").arg(report.obstacle);
    const QLocale locale;
    const QString difference = locale.toString(report.scoreDifference, 'f', 5), changed = locale.toString(report.changed.size()), pictures = locale.toString(report.pictures);
    const QString measured = type == ViewType::Detection
        ? QCoreApplication::translate("Parity", "Largest score difference %1; changed decisions %2 of %3; boxes moved at most %4 px.").arg(difference, changed, pictures, locale.toString(report.boxShift, 'f', 2))
        : QCoreApplication::translate("Parity", "Largest score difference %1; changed decisions %2 of %3.").arg(difference, changed, pictures);
    return measured + QLatin1Char(' ')
        + (report.isProved() ? QCoreApplication::translate("Parity", "Passed.") : QCoreApplication::translate("Parity", "Failed: the file does not answer as the version does."));
}

QJsonObject toJson(const ParityReport& report)
{
    QJsonObject json{{QStringLiteral("proved"), report.isProved()}};
    if (!report.runtime.isEmpty())
        json.insert(QStringLiteral("runtime"), report.runtime);
    if (!report.obstacle.isEmpty()) {
        json.insert(QStringLiteral("obstacle"), report.obstacle);
        return json;
    }
    const auto number = [](double value) { return std::isfinite(value) ? QJsonValue(value) : QJsonValue(); };
    json.insert(QStringLiteral("pictures"), report.pictures);
    json.insert(QStringLiteral("score_difference"), number(report.scoreDifference));
    json.insert(QStringLiteral("score_limit"), report.scoreLimit);
    json.insert(QStringLiteral("box_shift_px"), number(report.boxShift));
    json.insert(QStringLiteral("changed_decisions"), QJsonArray::fromStringList(report.changed));
    return json;
}

} // namespace core
