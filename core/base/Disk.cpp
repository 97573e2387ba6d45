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

QString whyNotWritten(const QString& path, const QString& systemSays)
{
    if (!isDiskFull(path) && !systemSays.contains(QLatin1String("No space left"), Qt::CaseInsensitive))
        return systemSays;
    const auto disk = diskOf(path);
    return QCoreApplication::translate("Disk", "the disk %1 is full (%2 are free)")
        .arg(QDir::toNativeSeparators(disk.rootPath()), QLocale().formattedDataSize(disk.bytesAvailable()));
}

} // namespace core
