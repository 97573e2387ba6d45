#include "core/training/Pace.h"

#include "core/networks/Device.h"
#include "core/networks/Network.h"
#include "core/training/Setup.h"

#include <algorithm>

namespace core {

namespace {

constexpr int mostPictures = 8;
constexpr double besidesPasses = 1.15; // optimiser, averaging and loss, as a share of forward and backward

torch::ScalarType typeOf(Precision wanted, Network& network, torch::Device device, Pass pass, int batch)
{
    if (wanted == Precision::Auto)
        return fastestType(network, device, pass, batch);
    return wanted == Precision::BFloat16 ? torch::kBFloat16 : torch::kFloat;
}

} // namespace

Pace measurePace(const TrainingSpec& spec, QSize input, int concepts)
{
    validate(spec);
    keepLibrariesQuiet();
    useThreads(spec.threads);
    const auto device = chooseDevice(spec.device);
    const auto network = buildNetwork({spec.architecture, spec.type, std::max(1, concepts), input});
    prepareToLearn(*network, spec.weights == StartWeights::ImageNet && !shippedWeights(spec.architecture).isEmpty());
    network->to(device);
    const int pictures = std::clamp(spec.batchSize, 1, mostPictures);
    const auto perPicture = [&](Pass pass, Precision precision) {
        return secondsOfPass(*network, device, pass, pictures, typeOf(precision, *network, device, pass, spec.batchSize)) / pictures;
    };
    return {.learn = perPicture(Pass::Learn, spec.learnPrecision) * besidesPasses, .answer = perPicture(Pass::Answer, spec.answerPrecision)};
}

} // namespace core
