#include "core/base/Disk.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStorageInfo>

namespace core {

namespace {

constexpr qint64 nearlyNothing = 1 << 20; // bytes

QStorageInfo diskOf(const QString& path)
{
    QString folder = QFileInfo(path).absolutePath();
    while (!QFileInfo::exists(folder) && QFileInfo(folder).absolutePath() != folder)
        folder = QFileInfo(folder).absolutePath();
    return QStorageInfo(folder);
}

} // namespace

bool isDiskFull(const QString& path)
{
    const auto disk = diskOf(path);
    return disk.isValid() && disk.bytesAvailable() >= 0 && disk.bytesAvailable() < nearlyNothing;
}

qint64 bytesFree(const QString& path)
{
    const auto disk = diskOf(path);
    return disk.isValid() ? disk.bytesAvailable() : -1;
}

QString whyNotWritten(const QString& path, const QString& systemSays)
{
    const QFileInfo info(path);
    const bool isDevice = info.exists() && !info.isFile() && !info.isDir(); // /dev/full: it lies on a disk that has no part in it
    const bool saysFull = systemSays.contains(QLatin1String("No space left"), Qt::CaseInsensitive);
    if (isDevice || (!isDiskFull(path) && !saysFull))
        return systemSays;
    const auto disk = diskOf(path);
    const QString place = QDir::toNativeSeparators(disk.rootPath());
    if (!isDiskFull(path))
        return QCoreApplication::translate("Disk", "the disk %1 takes no more, though some of it is free: what you may use of it, or its number of files, is used up").arg(place);
    return QCoreApplication::translate("Disk", "the disk %1 is full (%2 are free)").arg(place, QLocale().formattedDataSize(disk.bytesAvailable()));
}

} // namespace core
