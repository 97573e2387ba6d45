#include "core/training/SelfTest.h"

#include "core/base/Error.h"
#include "core/networks/Device.h"
#include "core/networks/Network.h"
#include "core/networks/PictureTensor.h"
#include "core/training/Devices.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocale>
#include <QLoggingCategory>

#include <algorithm>

namespace core {

Q_LOGGING_CATEGORY(selfTestLog, "oriel.selftest", QtInfoMsg)

namespace {

constexpr int64_t memoryNumbers = 16 << 20; // 64 MB
constexpr int64_t matrixSide = 1024;
constexpr int pictures = 4, side = 96, concepts = 5; // of the step that is compared
constexpr int speedPictures = 4;
constexpr double speedSeconds = 3; // at most about twice that on a very slow or busy machine
/// Sums of some ten thousand float32 numbers in another order differ by some 1e-6; a wrong kernel by far more.
constexpr double tolerance = 1e-3;
constexpr int steps = 4;

QString translated(const char* text)
{
    return QCoreApplication::translate("SelfTest", text);
}

/// Ends the test; caught below.
struct Canceled {};

/// Convolutions at the full length of float32 while it lives: cards of NVIDIA shorten them otherwise.
class ExactConvolutions {
public:
    ExactConvolutions() : m_before(at::globalContext().allowTF32CuDNN()) { at::globalContext().setAllowTF32CuDNN(false); }
    ~ExactConvolutions() { at::globalContext().setAllowTF32CuDNN(m_before); }
    ExactConvolutions(const ExactConvolutions&) = delete;
    ExactConvolutions& operator=(const ExactConvolutions&) = delete;

private:
    bool m_before;
};

/// The largest difference, as a share of the largest number.
double difference(const torch::Tensor& computed, const torch::Tensor& expected)
{
    const auto wide = expected.to(torch::kCPU, torch::kDouble);
    const auto apart = (computed.to(torch::kCPU, torch::kDouble) - wide).abs().max().item<double>();
    return apart / std::max(1e-12, wide.abs().max().item<double>());
}

at::Generator chance()
{
    auto generator = at::detail::createCPUGenerator();
    generator.set_current_seed(1);
    return generator;
}

bool keepsMemory(torch::Device device)
{
    const auto numbers = torch::arange(memoryNumbers, torch::TensorOptions().dtype(torch::kInt)).to(device);
    const auto copy = numbers.clone();
    return torch::equal(copy.to(torch::kCPU), torch::arange(memoryNumbers, torch::TensorOptions().dtype(torch::kInt)));
}

double matrixDifference(torch::Device device)
{
    auto generator = chance();
    const auto a = torch::randn({matrixSide, matrixSide}, generator), b = torch::randn({matrixSide, matrixSide}, generator);
    return difference(torch::mm(a.to(device), b.to(device)), torch::mm(a.to(torch::kDouble), b.to(torch::kDouble)));
}

std::shared_ptr<Network> smallest(torch::Device device)
{
    const auto entries = networkEntries();
    const auto entry = std::ranges::min_element(entries, {}, &NetworkEntry::parametersMillions);
    auto network = buildNetwork({QLatin1String(entry->key), ViewType::Classification, concepts, {side, side}}, 1);
    network->to(device);
    return network;
}

/// What a network answers, and its last layer after one step of a training.
struct Stepped {
    torch::Tensor answers; // [N,K]
    torch::Tensor weights; // [K,F]
};

Stepped step(torch::Device device, const torch::Tensor& pixels, torch::MemoryFormat format)
{
    const auto network = smallest(device);
    network->eval(); // the statistics of its norms as they are: what chance and batch decide would be compared otherwise
    const auto images = PictureTensor::normalised(pixels, network->preparation(), device, torch::kFloat).contiguous(format);
    const auto answers = network->forward(images).logits;
    const auto labels = torch::arange(pictures, torch::TensorOptions().dtype(torch::kLong).device(device)) % concepts;
    torch::nn::functional::cross_entropy(answers, labels).backward();
    torch::optim::SGD(network->parameters(), torch::optim::SGDOptions(0.1)).step();
    return {answers.detach(), network->lastLayer()->weight.detach()};
}

double stepDifference(torch::Device device)
{
    auto generator = chance();
    const auto pixels = torch::randint(256, {pictures, side, side, 3}, generator, torch::TensorOptions().dtype(torch::kByte));
    const auto computed = step(device, pixels, torch::MemoryFormat::ChannelsLast), expected = step(torch::kCPU, pixels, torch::MemoryFormat::Contiguous);
    return std::max(difference(computed.answers, expected.answers), difference(computed.weights, expected.weights));
}

/// Pictures a second that the smallest network answers; the first pass does not count, unless it is very slow.
double speed(torch::Device device, const std::function<bool()>& isCanceled)
{
    const torch::InferenceMode noGradients;
    const auto network = smallest(device);
    network->eval();
    const int usual = network->entry().defaultSide;
    const auto images = PictureTensor::normalised(PictureTensor::emptyPixels(speedPictures, {usual, usual}).fill_(100), network->preparation(), device, torch::kFloat);
    const auto pass = [&] {
        (void)network->forward(images).logits.sum().item<double>(); // waits for the device
        if (isCanceled())
            throw Canceled();
    };
    QElapsedTimer timer;
    timer.start();
    pass();
    if (timer.elapsed() >= speedSeconds * 1000) // so slow that what the first pass has to prepare does not matter
        return speedPictures / (double(timer.nsecsElapsed()) * 1e-9);
    timer.start();
    int passes = 0;
    do
        pass();
    while (++passes, timer.elapsed() < speedSeconds * 1000);
    return passes * speedPictures / (double(timer.nsecsElapsed()) * 1e-9);
}

QString short2(double value)
{
    return value == 0 ? QStringLiteral("0") : QLocale().toString(value, 'e', 0);
}

/// Fills the report; what a library throws leaves it.
void test(const DeviceEntry& entry, const SelfTestListener& listener, SelfTestReport& report)
{
    const auto isCanceled = [&] { return listener.isCanceled && listener.isCanceled(); };
    int done = 0;
    const auto begin = [&](const char* name) {
        if (isCanceled())
            throw Canceled();
        if (listener.stepChanged)
            listener.stepChanged(translated(name), done++, steps);
    };
    const auto device = chooseDevice(entry.id);
    const ExactConvolutions exact;
    begin(QT_TRANSLATE_NOOP("SelfTest", "Memory"));
    if (!keepsMemory(device)) {
        report.sentence = translated(QT_TRANSLATE_NOOP("SelfTest", "Failed: “%1” does not give back what was written to its memory. Train on another device, and have this one looked at.")).arg(entry.name);
        return;
    }
    begin(QT_TRANSLATE_NOOP("SelfTest", "Multiplying"));
    report.largestDifference = matrixDifference(device);
    begin(QT_TRANSLATE_NOOP("SelfTest", "One step of a training"));
    report.largestDifference = std::max(report.largestDifference, stepDifference(device));
    if (!(report.largestDifference <= tolerance)) { // not a number is no pass either
        report.sentence = translated(QT_TRANSLATE_NOOP("SelfTest", "Failed: “%1” computes other numbers than it should, by up to %2 of the largest. Train on another device; a newer driver may help."))
                              .arg(entry.name, short2(report.largestDifference));
        return;
    }
    begin(QT_TRANSLATE_NOOP("SelfTest", "Speed"));
    report.imagesPerSecond = speed(device, isCanceled);
    report.isPassed = true;
    report.sentence = translated(QT_TRANSLATE_NOOP("SelfTest", "Passed: %1 images/s, largest difference %2."))
                          .arg(QLocale().toString(report.imagesPerSecond, 'f', report.imagesPerSecond < 10 ? 1 : 0), short2(report.largestDifference));
}

} // namespace

SelfTestReport selfTest(const QString& device, const SelfTestListener& listener)
{
    SelfTestReport report{.device = device};
    const auto& known = devices();
    const auto entry = std::ranges::find(known, device, &DeviceEntry::id);
    if (entry == known.end()) {
        report.sentence = translated(QT_TRANSLATE_NOOP("SelfTest", "There is no device “%1” here, so nothing was tested.")).arg(device);
        return report;
    }
    if (!entry->usable) {
        report.sentence = translated(QT_TRANSLATE_NOOP("SelfTest", "“%1” cannot be used. %2")).arg(entry->name, entry->reason);
        return report;
    }
    QElapsedTimer timer;
    timer.start();
    keepLibrariesQuiet();
    useThreads(0);
    try { // what libtorch throws is an answer here: the device does not work
        test(*entry, listener, report);
    } catch (const Canceled&) {
        report.isCanceled = true;
        report.sentence = translated(QT_TRANSLATE_NOOP("SelfTest", "The self-test was cancelled."));
    } catch (const std::exception& error) {
        qCWarning(selfTestLog).noquote() << error.what();
        const bool isMemory = QString::fromLocal8Bit(error.what()).contains(QLatin1String("memory"), Qt::CaseInsensitive);
        report.sentence = isMemory ? translated(QT_TRANSLATE_NOOP("SelfTest", "Failed: “%1” has too little free memory for the test, 200 MB. End other programs that use it, then test again.")).arg(entry->name)
                                   : translated(QT_TRANSLATE_NOOP("SelfTest", "Failed: “%1” does not compute; the log says what it answered. Update its driver, then test again.")).arg(entry->name);
    }
    report.seconds = double(timer.elapsed()) / 1000;
    return report;
}

} // namespace core
