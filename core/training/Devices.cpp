#include "core/training/Devices.h"

#include "core/networks/Device.h"

#include <opencv2/core/version.hpp>

#include <QCoreApplication>

namespace core {

std::vector<DeviceEntry> devices()
{
    const auto entry = [](const torch::Device& device) { return DeviceEntry{keyOf(device), nameOf(device), memoryOf(device), true, {}}; };
    std::vector<DeviceEntry> result{entry(torch::kCPU)};
    for (int i = 0; i < int(torch::cuda::device_count()); ++i)
        result.push_back(entry(torch::Device(torch::kCUDA, c10::DeviceIndex(i))));
    if (result.size() == 1)
        result.push_back({QStringLiteral("cuda"), QCoreApplication::translate("Devices", "CUDA graphics card"), 0, false,
            QCoreApplication::translate("Devices", "No card and driver that this build of libtorch can use were found.")});
    if (at::hasMPS())
        result.push_back(entry(torch::Device(torch::kMPS, 0)));
    return result;
}

std::vector<std::pair<QString, QString>> libraryVersions()
{
    return {{QStringLiteral("libtorch"), QStringLiteral(TORCH_VERSION)}, {QStringLiteral("OpenCV"), QStringLiteral(CV_VERSION)},
        {QStringLiteral("Qt"), QString::fromLatin1(qVersion())}};
}

} // namespace core
