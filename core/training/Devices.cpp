#include "core/training/Devices.h"

#include "core/base/MachineShare.h"
#include "core/networks/Device.h"
#include "core/training/GraphicsCards.h"

#include <ATen/cpu/Utils.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <opencv2/core/version.hpp>

#include <QCoreApplication>
#include <QThread>

#include <algorithm>
#include <array>

namespace core {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("Devices", text);
}

/// The instruction sets of this processor that libtorch's kernels make use of, narrow ones first.
QStringList instructionSets()
{
    static constexpr std::array<std::pair<const char*, const char*>, 8> known{{{"avx2", "AVX2"}, {"avx512_f", "AVX-512"}, {"avx512_vnni", "AVX-512 VNNI"}, {"avx512_bf16", "AVX-512 BF16"},
        {"amx_bf16", "AMX"}, {"neon", "NEON"}, {"bf16", "BF16"}, {"sve", "SVE"}}};
    const auto capabilities = at::cpu::get_cpu_capabilities();
    QStringList found;
    for (const auto& [key, name] : known) {
        const auto capability = capabilities.find(key);
        if (capability != capabilities.end() && capability->second.isBool() && capability->second.toBool())
            found << QLatin1String(name);
    }
    return found;
}

CudaBuild cudaBuild()
{
    const auto& hooks = at::detail::getCUDAHooks();
    return {.version = hooks.hasCUDART() ? int(hooks.versionCUDART()) : 0, .cards = int(torch::cuda::device_count())};
}

DeviceEntry processor()
{
    const torch::Device device = torch::kCPU;
    return {.id = keyOf(device), .name = nameOf(device), .memory = memoryOf(device), .usable = true, .cores = std::max(1, QThread::idealThreadCount()),
        .instructions = instructionSets()};
}

QString keyOf(GraphicsCard::Maker maker)
{
    switch (maker) {
    case GraphicsCard::Maker::Nvidia: return QStringLiteral("cuda");
    case GraphicsCard::Maker::Amd: return QStringLiteral("amd");
    case GraphicsCard::Maker::Intel: return QStringLiteral("intel");
    }
    return {};
}

/// libtorch counts the cards that it can use in the order of the bus (CUDA_DEVICE_ORDER), as the list of cards does.
std::vector<DeviceEntry> cards()
{
    const auto build = cudaBuild();
    std::vector<DeviceEntry> entries;
    std::array<int, 3> numbers{};
    for (const auto& card : graphicsCards()) {
        const int number = numbers.at(size_t(card.maker))++;
        const bool isUsable = card.maker == GraphicsCard::Maker::Nvidia && number < build.cards;
        entries.push_back({.id = QStringLiteral("%1:%2").arg(keyOf(card.maker)).arg(number), .name = card.name, .memory = card.memory, .usable = isUsable,
            .reason = isUsable ? QString() : whyNotUsable(card, build), .driver = card.driver,
            .neededDriver = card.maker == GraphicsCard::Maker::Nvidia ? neededDriver(build.version) : QString()});
    }
    for (int i = numbers[0]; i < build.cards; ++i) { // where the system shows its cards in no way that is known here
        const torch::Device device(torch::kCUDA, c10::DeviceIndex(i));
        entries.push_back({.id = core::keyOf(device), .name = nameOf(device), .memory = memoryOf(device), .usable = true});
    }
    return entries;
}

std::vector<DeviceEntry> lookUp()
{
    std::vector<DeviceEntry> result{processor()};
    const auto found = cards();
    result.insert(result.end(), found.begin(), found.end());
    if (at::hasMPS()) {
        const torch::Device device(torch::kMPS, 0);
        result.push_back({.id = core::keyOf(device), .name = nameOf(device), .memory = memoryOf(device), .usable = true});
    }
    if (result.size() == 1)
        result.push_back({.id = QStringLiteral("cuda"), .name = translated(QT_TRANSLATE_NOOP("Devices", "Graphics card")), .usable = false,
            .reason = translated(QT_TRANSLATE_NOOP("Devices", "This computer shows no graphics card that Oriel could compute on. Trainings run on the processor; nothing is missing for that."))});
    return result;
}

} // namespace

const std::vector<DeviceEntry>& devices()
{
    static const auto known = lookUp();
    return known;
}

void takeStoredMachineShare()
{
    const auto share = storedMachineShare();
    setMachineShare(share);
    if (!qEnvironmentVariableIsSet("CUDA_DEVICE_ORDER"))
        qputenv("CUDA_DEVICE_ORDER", "PCI_BUS_ID"); // not by speed: so that a number means the same card here and for NVIDIA's driver
#if TORCH_VERSION_MAJOR > 2 || TORCH_VERSION_MINOR >= 13 // older ones refuse words that they do not know
    if (!qEnvironmentVariableIsSet("PYTORCH_CUDA_ALLOC_CONF") && !qEnvironmentVariableIsSet("PYTORCH_ALLOC_CONF"))
        qputenv("PYTORCH_CUDA_ALLOC_CONF", "per_process_memory_fraction:" + QByteArray::number(machineShare().memoryPercent / 100.0));
#endif
}

std::vector<std::pair<QString, QString>> libraryVersions()
{
    return {{QStringLiteral("libtorch"), QStringLiteral(TORCH_VERSION)}, {QStringLiteral("OpenCV"), QStringLiteral(CV_VERSION)},
        {QStringLiteral("Qt"), QString::fromLatin1(qVersion())}};
}

} // namespace core
