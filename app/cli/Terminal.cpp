#include "app/cli/Terminal.h"

#include "app/cli/Escaped.h"
#include "app/cli/Table.h"
#include "core/base/Log.h"

#include <QJsonDocument>
#include <QLocale>

#include <cerrno>
#include <cmath>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace cli {

namespace {

QString stdoutFailure;
std::FILE* personsErrors = nullptr; // null: stderr itself

} // namespace

void Terminal::print(const QString& line) const
{
    if (!m_json)
        write((escaped(line) + QLatin1Char('\n')).toUtf8());
}

void Terminal::print(const Table& table) const
{
    if (!m_json)
        write((table.text() + QLatin1Char('\n')).toUtf8());
}

void Terminal::object(const QJsonObject& object) const
{
    if (m_json)
        write(escapedJson(QJsonDocument(object).toJson(QJsonDocument::Compact)) + '\n');
}

void Terminal::complain(const QString& sentence)
{
    const auto bytes = (escaped(sentence) + QLatin1Char('\n')).toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), errors()); // when even this fails, there is nobody to tell
    std::fflush(errors());
}

void Terminal::write(const QByteArray& bytes)
{
    if (!stdoutFailure.isEmpty())
        return;
    errno = 0;
    const bool isWritten = std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout) == size_t(bytes.size());
    if (isWritten && std::fflush(stdout) == 0)
        return;
    stdoutFailure = tr("The output could not be written: %1. What the command says is not complete; what it did in the project stays.").arg(qt_error_string(errno));
}

QString Terminal::failure()
{
    return stdoutFailure;
}

void Terminal::divertLibraries()
{
    core::sendMessagesToLog();
    if (!core::isLogToFile())
        return;
#if defined(Q_OS_UNIX) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // what a sanitizer finds is for the tester
    const auto log = core::logPath().toLocal8Bit();
    const int persons = ::dup(STDERR_FILENO);
    int file = ::open(log.constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0)
        file = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (persons < 0 || file < 0)
        return;
    ::fcntl(persons, F_SETFD, FD_CLOEXEC);
    personsErrors = ::fdopen(persons, "w");
    if (personsErrors)
        ::dup2(file, STDERR_FILENO);
    ::close(file);
#endif
}

std::FILE* Terminal::errors()
{
    return personsErrors ? personsErrors : stderr;
}

QJsonValue jsonOf(const std::optional<double>& number)
{
    return number && std::isfinite(*number) ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

QString percent(const std::optional<double>& share)
{
    return share ? Terminal::tr("%1 %", "a share").arg(QLocale().toString(*share * 100, 'f', 1)) : QStringLiteral("–");
}

QString duration(double seconds)
{
    const auto whole = qint64(std::llround(seconds));
    const auto two = [](qint64 number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    if (whole < 60)
        return Terminal::tr("%1 s", "seconds").arg(whole);
    if (whole < 3600)
        return Terminal::tr("%1 min %2 s", "minutes and seconds").arg(whole / 60).arg(two(whole % 60));
    return Terminal::tr("%1 h %2 min", "hours and minutes").arg(whole / 3600).arg(two(whole % 3600 / 60));
}

} // namespace cli
