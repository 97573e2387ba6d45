#include "core/training/HeadPhase.h"
#include "core/training/Run.h"

#include "core/networks/PictureTensor.h"
#include "core/networks/Predict.h"
#include "core/training/Task.h"

namespace core {

namespace {

constexpr int picturesAtOnce = 32; // cancelling waits for no more than one such batch

/// Features [N,F] of the frozen network. Absent: a person ended the run.
std::optional<torch::Tensor> embedded(Run& run, const BatchSource& source, bool mirrored, int& done)
{
    const torch::NoGradGuard guard;
    const auto computer = run.state.computer(Pass::Answer);
    auto& backbone = run.state.network().backbone();
    std::vector<torch::Tensor> parts{torch::empty({0, backbone.features()})};
    for (int begin = 0; begin < source.count(); begin += picturesAtOnce) {
        if (run.isCanceled())
            return std::nullopt;
        std::vector<RegionPixels> pictures;
        for (int i = begin; i < std::min(source.count(), begin + picturesAtOnce); ++i)
            pictures.push_back(source.picture(i));
        const auto pixels = views(source.preparation, pictures, mirrored);
        parts.push_back(backbone.embed(PictureTensor::normalised(pixels, source.preparation, computer.device, computer.type)).to(torch::kCPU));
        run.steps.advance(done += int(pictures.size()));
    }
    return torch::cat(parts);
}

void setLastLayer(Network& network, const FittedHead& head)
{
    const torch::NoGradGuard guard;
    auto layer = network.lastLayer();
    layer->weight.copy_(head.weight);
    layer->bias.copy_(head.bias);
}

} // namespace

bool fitHeadPhase(Run& run)
{
    const auto& spec = run.state.spec();
    if (!run.task().headTargets || (!run.state.start().isPretrained && spec.epochs > 0)) {
        run.steps.skip(TrainingStep::Head);
        return true;
    }
    const auto &train = run.pictures.train(), &validation = run.pictures.validation();
    const int viewsEach = spec.augmentation == AugmentationLevel::None ? 1 : 2; // as it is, and mirrored
    run.steps.begin(TrainingStep::Head, qint64(train.count()) * viewsEach + validation.count());
    QElapsedTimer clock;
    clock.start();
    run.state.network().eval();
    int done = 0;
    std::vector<torch::Tensor> features, targets;
    for (int view = 0; view < viewsEach; ++view) {
        const auto part = embedded(run, train, view == 1, done);
        if (!part)
            return false;
        features.push_back(*part);
        targets.push_back(run.task().headTargets(truthsOf(train)));
    }
    const auto judged = embedded(run, validation, false, done);
    if (!judged)
        return false;
    const auto goesOn = [&run](int, double loss) {
        run.reportBatch(0, 0, loss, 0);
        return !run.isCanceled();
    };
    const auto head = fitHead(spec.type, torch::cat(features), torch::cat(targets), train.shape.concepts, goesOn);
    requireFinite(head.loss, 0, 1);
    setLastLayer(run.state.network(), head);
    run.state.ema.reset(run.state.network());
    std::optional<Judgement> judgement;
    if (run.hasValidation())
        judgement = judgeLogits(validation, torch::addmm(head.bias, *judged, head.weight.t()));
    const double seconds = double(clock.nsecsElapsed()) * 1e-9;
    run.offer({.epoch = 0, .trainLoss = head.loss, .seconds = seconds, .imagesPerSecond = done / seconds}, std::move(judgement));
    run.steps.end();
    return !run.isCanceled();
}

} // namespace core
