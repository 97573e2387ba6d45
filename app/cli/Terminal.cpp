#include "app/cli/Terminal.h"

#include <QJsonDocument>
#include <QLocale>

#include <cmath>
#include <cstdio>

namespace cli {

void Terminal::print(const QString& line) const
{
    if (!m_json)
        write((line + QLatin1Char('\n')).toUtf8());
}

void Terminal::object(const QJsonObject& object) const
{
    if (m_json)
        write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void Terminal::complain(const QString& sentence)
{
    const auto bytes = (sentence + QLatin1Char('\n')).toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
    std::fflush(stderr);
}

void Terminal::write(const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
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
