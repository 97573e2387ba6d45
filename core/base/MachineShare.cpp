#include "core/base/MachineShare.h"

#include "core/base/Memory.h"

#include <QSettings>
#include <QThread>

#include <algorithm>
#include <mutex>

namespace core {

namespace {

std::mutex guard;

MachineShare& share()
{
    static MachineShare value;
    return value;
}

const auto group = QStringLiteral("machine/");

} // namespace

MachineShare machineShare()
{
    const std::lock_guard lock(guard);
    return share();
}

void setMachineShare(MachineShare wanted)
{
    wanted.threads = std::clamp(wanted.threads, 0, MachineShare::mostThreads);
    wanted.memoryPercent = std::clamp(wanted.memoryPercent, MachineShare::leastMemory, 100);
    wanted.thumbnailGigabytes = std::clamp(wanted.thumbnailGigabytes, 1, MachineShare::mostThumbnails);
    wanted.pixelGigabytes = std::clamp(wanted.pixelGigabytes, 1, MachineShare::mostPixels);
    const std::lock_guard lock(guard);
    share() = std::move(wanted);
}

MachineShare storedMachineShare()
{
    const QSettings settings;
    const auto number = [&](const char* key, int usual) {
        bool isNumber = false;
        const int value = settings.value(group + QLatin1String(key)).toInt(&isNumber);
        return isNumber ? value : usual;
    };
    const MachineShare usual;
    const QString device = settings.value(group + QStringLiteral("device")).toString();
    return {.device = device.isEmpty() ? usual.device : device, .threads = number("threads", usual.threads), .memoryPercent = number("memoryPercent", usual.memoryPercent),
        .thumbnailGigabytes = number("thumbnailGigabytes", usual.thumbnailGigabytes), .pixelGigabytes = number("pixelGigabytes", usual.pixelGigabytes)};
}

void storeMachineShare(const MachineShare& wanted)
{
    QSettings settings;
    settings.setValue(group + QStringLiteral("device"), wanted.device);
    settings.setValue(group + QStringLiteral("threads"), wanted.threads);
    settings.setValue(group + QStringLiteral("memoryPercent"), wanted.memoryPercent);
    settings.setValue(group + QStringLiteral("thumbnailGigabytes"), wanted.thumbnailGigabytes);
    settings.setValue(group + QStringLiteral("pixelGigabytes"), wanted.pixelGigabytes);
}

int threadsFor(int wanted)
{
    if (wanted > 0)
        return wanted;
    const int threads = machineShare().threads;
    return threads > 0 ? threads : std::max(1, QThread::idealThreadCount());
}

qint64 memoryToFill()
{
    const qint64 free = availableMemory();
    const qint64 kept = installedMemory() / 100 * (100 - machineShare().memoryPercent); // for other programs
    return std::max<qint64>(0, std::min(free / 2, free - kept));
}

} // namespace core
