#include "core/networks/Device.h"

#include "core/base/Error.h"
#include "core/base/MachineShare.h"
#include "core/base/Memory.h"
#include "core/networks/PictureTensor.h"

#include <c10/core/CachingDeviceAllocator.h>
#include <c10/util/Logging.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLoggingCategory>
#include <QSettings>
#include <QSysInfo>

#include <algorithm>
#include <limits>
#include <map>
#include <mutex>
#include <optional>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace core {

Q_LOGGING_CATEGORY(torchLog, "oriel.torch", QtWarningMsg)

namespace {

/// bfloat16 must win by this much: it costs digits, and a tie must not fall differently from run to run.
constexpr double worthIt = 0.87;

QString processorName()
{
    QFile file(QStringLiteral("/proc/cpuinfo"));
    if (file.open(QIODevice::ReadOnly)) {
        const auto lines = file.readAll().split('\n');
        for (const auto& line : lines) {
            if (line.startsWith("model name"))
                return QString::fromUtf8(line.mid(line.indexOf(':') + 1)).trimmed();
        }
    }
    return QSysInfo::currentCpuArchitecture();
}

/// Pictures in the pass that is measured: enough to tell, and soon over.
constexpr int probedPictures = 6;

/// Seconds of one pass in `type`, after one that warms caches and makes primitives.
double seconds(Network& network, torch::Device device, Pass pass, int batch, torch::ScalarType type)
{
    const QSize input = network.shape().input;
    const auto pixels = PictureTensor::emptyPixels(batch, input).fill_(100);
    double last = 0;
    for (int run = 0; run < 2; ++run) {
        QElapsedTimer timer;
        timer.start();
        const torch::AutoGradMode mode(pass == Pass::Learn);
        const auto output = network.forward(PictureTensor::normalised(pixels, network.preparation(), device, type));
        auto loss = output.logits.square().mean();
        if (output.boxes.defined())
            loss = loss + 1e-3 * output.boxes.square().mean();
        if (pass == Pass::Learn)
            loss.backward();
        (void)loss.item<double>(); // waits for the device
        last = double(timer.nsecsElapsed()) * 1e-9;
    }
    network.zero_grad();
    return last;
}

/// Gives a network back as it was: statistics, chance and gradients.
class Untouched {
public:
    explicit Untouched(Network& network) : m_network(network), m_isTraining(network.is_training()), m_chance(network.chance().get_state())
    {
        for (const auto& buffer : network.buffers())
            m_buffers.push_back(buffer.clone());
    }
    ~Untouched()
    {
        const torch::NoGradGuard guard;
        auto buffers = m_network.buffers();
        for (size_t i = 0; i < buffers.size(); ++i)
            buffers[i].copy_(m_buffers[i]);
        m_network.chance().set_state(m_chance);
        m_network.train(m_isTraining);
        m_network.zero_grad();
    }
    Untouched(const Untouched&) = delete;
    Untouched& operator=(const Untouched&) = delete;

private:
    Network& m_network;
    bool m_isTraining;
    torch::Tensor m_chance;
    std::vector<torch::Tensor> m_buffers;
};

bool isShortFaster(Network& network, torch::Device device, Pass pass, int batch)
{
    const int pictures = std::clamp(batch, 1, probedPictures);
    const double wide = secondsOfPass(network, device, pass, pictures, torch::kFloat);
    return secondsOfPass(network, device, pass, pictures, torch::kBFloat16) < worthIt * wide;
}

torch::Device fastestDevice()
{
    if (torch::cuda::is_available())
        return {torch::kCUDA, 0};
    return at::hasMPS() ? torch::Device(torch::kMPS, 0) : torch::Device(torch::kCPU);
}

/// The device of a key; absent: there is none, or it cannot be used here.
std::optional<torch::Device> usableDevice(const QString& key)
{
    if (key == QLatin1String("cpu"))
        return torch::kCPU;
    if (key == QLatin1String("mps") && at::hasMPS())
        return torch::Device(torch::kMPS, 0);
    const bool hasCuda = torch::cuda::is_available();
    if (key == QLatin1String("cuda") && hasCuda)
        return torch::Device(torch::kCUDA, 0);
    bool isNumber = false;
    const int index = key.startsWith(QLatin1String("cuda:")) ? key.mid(5).toInt(&isNumber) : -1;
    if (hasCuda && isNumber && index >= 0 && index < int(torch::cuda::device_count()))
        return torch::Device(torch::kCUDA, c10::DeviceIndex(index));
    return {};
}

/// Each warning of libtorch, from whichever thread, as a line of the log.
class LogWarnings : public c10::WarningHandler {
public:
    void process(const c10::Warning& warning) override { qCDebug(torchLog).noquote() << QString::fromStdString(warning.msg()); }
};

} // namespace

torch::Device chooseDevice(const QString& key)
{
    if (key == QLatin1String("auto"))
        return usableDevice(machineShare().device).value_or(fastestDevice());
    if (const auto device = usableDevice(key))
        return *device;
    throw Error(QCoreApplication::translate("Networks", "There is no device “%1” that this program can use here. Choose “auto” or “cpu”.").arg(key));
}
QString keyOf(const torch::Device& device)
{
    return device.is_cuda() ? QString::fromStdString(device.str()) : device.is_cpu() ? QStringLiteral("cpu") : QStringLiteral("mps");
}

QString nameOf(const torch::Device& device)
{
    if (device.is_cpu())
        return processorName();
    return device.is_cuda() ? QCoreApplication::translate("Networks", "CUDA graphics card %1").arg(int(device.index()))
                            : QCoreApplication::translate("Networks", "Apple graphics processor");
}

qint64 memoryOf(const torch::Device& device)
{
    if (device.is_cpu())
        return installedMemory();
    try { // a backend that cannot tell throws
        return qint64(c10::getDeviceAllocator(device.type())->getMemoryInfo(device.index()).second);
    } catch (const c10::Error&) {
        return 0;
    }
}

torch::ScalarType fastestType(Network& network, torch::Device device, Pass pass, int batch)
{
    static std::mutex mutex;
    static std::map<QString, bool> known; // is bfloat16 faster
    const std::scoped_lock lock(mutex);
    const auto& shape = network.shape();
    const QString key = QStringLiteral("%1 %2 %3 %4x%5 %6 %7 threads libtorch %8 %9")
                            .arg(shape.architecture, core::keyOf(shape.type), pass == Pass::Learn ? QStringLiteral("learn") : QStringLiteral("answer"))
                            .arg(shape.input.width()).arg(shape.input.height()).arg(core::keyOf(device)).arg(torch::get_num_threads())
                            .arg(QStringLiteral(TORCH_VERSION), nameOf(device));
    if (!known.contains(key)) {
        QSettings settings;
        const QString place = QStringLiteral("numberTypes/") + QString(key).replace(QLatin1Char('/'), QLatin1Char(' '));
        const auto stored = settings.value(place).toString();
        known[key] = stored.isEmpty() ? isShortFaster(network, device, pass, batch) : typeFromKey(stored) == torch::kBFloat16;
        if (stored.isEmpty())
            settings.setValue(place, keyOf(known[key] ? torch::kBFloat16 : torch::kFloat));
    }
    return known[key] ? torch::kBFloat16 : torch::kFloat;
}

double secondsOfPass(Network& network, torch::Device device, Pass pass, int pictures, torch::ScalarType type)
{
    const Untouched guard(network);
    network.train(pass == Pass::Learn);
    return seconds(network, device, pass, pictures, type);
}

QString keyOf(torch::ScalarType type)
{
    return type == torch::kBFloat16 ? QStringLiteral("bfloat16") : QStringLiteral("float32");
}

torch::ScalarType typeFromKey(const QString& key)
{
    return key == QLatin1String("bfloat16") ? torch::kBFloat16 : torch::kFloat;
}

void keepLibrariesQuiet()
{
    static LogWarnings handler; // libtorch keeps a pointer to it
    static const bool isSet = [] {
        c10::WarningUtils::set_warning_handler(&handler);
        FLAGS_caffe2_log_level = 3; // FATAL: its own lines on stderr say nothing to a person
        return true;
    }();
    Q_UNUSED(isSet);
}

int useThreads(int threads)
{
    const int wanted = threadsFor(threads);
    if (torch::get_num_threads() != wanted)
        torch::set_num_threads(wanted);
    return wanted;
}

void keepFreedMemory()
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
#endif
}

} // namespace core
