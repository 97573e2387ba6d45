#include "core/base/Memory.h"

#include <QFile>

#include <algorithm>

#if defined(Q_OS_WIN)
#define NOMINMAX // its macros would stand in the way of std::min
#include <windows.h>
#elif defined(Q_OS_MACOS)
#include <mach/mach.h>
#include <sys/sysctl.h>
#endif

namespace core {

namespace {

#if defined(Q_OS_LINUX)
/// The number in a file of one, or behind `key` in a file of lines "key: number kB"; -1: none.
qint64 numberIn(const QString& path, const QByteArray& key = {})
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (!line.startsWith(key))
            continue;
        bool isNumber = false;
        const qint64 value = line.mid(key.size()).trimmed().split(' ').first().toLongLong(&isNumber);
        return isNumber ? value : -1;
    }
    return -1;
}

qint64 availableByKernel()
{
    qint64 available = numberIn(QStringLiteral("/proc/meminfo"), "MemAvailable:");
    available = available < 0 ? -1 : available * 1024;
    const qint64 limit = numberIn(QStringLiteral("/sys/fs/cgroup/memory.max")), used = numberIn(QStringLiteral("/sys/fs/cgroup/memory.current"));
    if (limit > 0 && used >= 0) {
        const qint64 cached = numberIn(QStringLiteral("/sys/fs/cgroup/memory.stat"), "inactive_file "); // given back when it is needed
        const qint64 left = std::max<qint64>(0, limit - used + std::max<qint64>(0, cached));
        available = available < 0 ? left : std::min(available, left);
    }
    return available;
}

qint64 installedByKernel()
{
    const qint64 installed = numberIn(QStringLiteral("/proc/meminfo"), "MemTotal:"), limit = numberIn(QStringLiteral("/sys/fs/cgroup/memory.max"));
    return installed < 0 ? limit : limit > 0 ? std::min(installed * 1024, limit) : installed * 1024;
}
#elif defined(Q_OS_WIN)
qint64 availableByKernel()
{
    MEMORYSTATUSEX status{};
    status.dwLength = sizeof status;
    return GlobalMemoryStatusEx(&status) ? qint64(status.ullAvailPhys) : -1;
}

qint64 installedByKernel()
{
    MEMORYSTATUSEX status{};
    status.dwLength = sizeof status;
    return GlobalMemoryStatusEx(&status) ? qint64(status.ullTotalPhys) : -1;
}
#elif defined(Q_OS_MACOS)
qint64 availableByKernel()
{
    vm_statistics64_data_t pages{};
    mach_msg_type_number_t count = HOST_VM_INFO64_COUNT;
    if (host_statistics64(mach_host_self(), HOST_VM_INFO64, reinterpret_cast<host_info64_t>(&pages), &count) != KERN_SUCCESS)
        return -1;
    return qint64(pages.free_count + pages.inactive_count) * qint64(vm_kernel_page_size);
}

qint64 installedByKernel()
{
    qint64 bytes = 0;
    size_t size = sizeof bytes;
    return sysctlbyname("hw.memsize", &bytes, &size, nullptr, 0) == 0 ? bytes : -1;
}
#else
qint64 availableByKernel() { return -1; }
qint64 installedByKernel() { return -1; }
#endif

} // namespace

qint64 availableMemory()
{
    const qint64 available = availableByKernel();
    return available < 0 ? 4LL << 30 : available;
}

qint64 installedMemory()
{
    return std::max<qint64>(0, installedByKernel());
}

} // namespace core
