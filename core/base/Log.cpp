#include "core/base/Log.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <cstdio>
#include <mutex>

namespace core {

namespace {

constexpr qint64 longestLog = 1'000'000; // bytes

QString wantedLog() { return qEnvironmentVariable("ORIEL_LOG"); }

/// Opened for each line: messages are rare, and two programs may share the file.
void append(const QByteArray& line)
{
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    QFile file(logPath());
    if (file.open(QIODevice::WriteOnly | QIODevice::Append))
        file.write(line);
}

void handle(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    const auto level = type == QtDebugMsg ? "debug" : type == QtInfoMsg ? "info" : type == QtWarningMsg ? "warning" : "error";
    append(QStringLiteral("%1 %2 %3: %4\n")
               .arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs), QLatin1String(level), QLatin1String(context.category ? context.category : "default"), message)
               .toUtf8());
    if (type == QtFatalMsg) { // Qt ends the program after this
        std::fputs("Oriel has to end because of a fault inside it. What was saved is unharmed.\n", stderr);
        std::fflush(stderr);
    }
}

} // namespace

QString logPath()
{
    if (!wantedLog().isEmpty())
        return wantedLog();
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/log.txt");
}

bool isLogToFile()
{
    return wantedLog() != QLatin1String("-");
}

void sendMessagesToLog()
{
    if (!isLogToFile())
        return;
    const auto path = logPath();
    QDir().mkpath(QFileInfo(path).absolutePath());
    if (QFileInfo(path).size() > longestLog) {
        QFile::remove(path + QStringLiteral(".old"));
        QFile::rename(path, path + QStringLiteral(".old"));
    }
    qInstallMessageHandler(handle);
}

} // namespace core
