#include "core/training/Pace.h"

#include "core/networks/Device.h"
#include "core/networks/Network.h"

#include <QElapsedTimer>

#include <torch/torch.h>

#include <algorithm>

namespace core {

namespace {

constexpr int pictures = 4;
constexpr int longestSide = 320; // px: a larger input is measured at this size, its costs grow with the pixels
constexpr double overhead = 1.15; // of optimiser, averaged weights and loss beside the passes

/// The input with its aspect, at most longestSide, sides multiples of 32.
QSize reduced(QSize input)
{
    const int longer = std::max(input.width(), input.height());
    if (longer <= longestSide)
        return input;
    const auto side = [&](int length) { return std::max(64, length * longestSide / longer / 32 * 32); };
    return {side(input.width()), side(input.height())};
}

double area(QSize size) { return double(size.width()) * size.height(); }

/// One pass over the pictures, in seconds. Reading a number back waits for the device.
double passSeconds(Network& network, const torch::Tensor& images, bool learns)
{
    QElapsedTimer timer;
    timer.start();
    const torch::AutoGradMode gradients(learns);
    const auto output = network.forward(images);
    auto sum = output.logits.to(torch::kFloat).square().mean();
    if (output.boxes.defined())
        sum = sum + output.boxes.to(torch::kFloat).square().mean();
    if (learns) {
        network.zero_grad();
        sum.backward();
    }
    (void)sum.item<double>();
    return double(timer.nsecsElapsed()) * 1e-9;
}

} // namespace

std::optional<Pace> measurePace(const TrainingSpec& spec, int concepts, QSize input, const std::function<bool()>& isCanceled)
{
    useThreads(spec.threads);
    const auto size = reduced(input);
    const auto network = buildNetwork({.architecture = spec.architecture, .type = spec.type, .concepts = concepts, .input = size});
    const auto device = chooseDevice(spec.device);
    network->to(device);
    const auto images = torch::zeros({pictures, 3, size.height(), size.width()}, torch::TensorOptions(device)).contiguous(torch::MemoryFormat::ChannelsLast);
    Pace pace;
    for (const bool learns : {true, false}) {
        network->train(learns);
        passSeconds(*network, images, learns); // the first pass also chooses algorithms and takes memory
        if (isCanceled())
            return {};
        const double seconds = std::min(passSeconds(*network, images, learns), passSeconds(*network, images, learns));
        (learns ? pace.train : pace.answer) = seconds / pictures * area(input) / area(size) * (learns ? overhead : 1);
        if (isCanceled())
            return {};
    }
    return pace;
}

} // namespace core
