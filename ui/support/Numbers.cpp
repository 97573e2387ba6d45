#include "ui/support/Numbers.h"

#include "ui/support/Texts.h"

#include <QLocale>

#include <cmath>

namespace ui {

QString percent(std::optional<double> share, int decimals)
{
    if (!share)
        return QStringLiteral("–");
    //: A share in percent, e.g. 48.0 %; the space does not break.
    return Texts::tr("%1\u00a0%").arg(QLocale().toString(*share * 100, 'f', decimals));
}

QString percentNumber(std::optional<double> share)
{
    return share ? QLocale().toString(*share * 100, 'f', 1) : QStringLiteral("–");
}

QString rate(double value)
{
    if (value == 0)
        return QStringLiteral("0");
    int exponent = int(std::floor(std::log10(std::abs(value))));
    double mantissa = value / std::pow(10.0, exponent);
    if (std::abs(mantissa) >= 9.95) { // would be written 10.0
        mantissa /= 10;
        ++exponent;
    }
    return QStringLiteral("%1e%2").arg(QLocale().toString(mantissa, 'f', 1)).arg(exponent);
}

QString loss(std::optional<double> value)
{
    if (!value)
        return QStringLiteral("–");
    const double size = std::abs(*value);
    return QLocale().toString(*value, 'f', size < 0.01 && size > 0 ? 4 : size < 100 ? 2 : 0);
}

QString count(qint64 value)
{
    return QLocale().toString(value);
}

QString duration(double seconds)
{
    if (seconds < 9.95)
        return Texts::tr("%1 s").arg(QLocale().toString(seconds, 'f', 1));
    if (seconds < 99.5)
        return Texts::tr("%1 s").arg(qRound(seconds));
    const int minutes = qRound(seconds / 60);
    if (minutes < 60)
        return Texts::tr("%1 min").arg(minutes);
    return Texts::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString timeLeft(double seconds)
{
    if (seconds < 0)
        return {};
    return Texts::tr("about %1").arg(duration(std::max(1.0, std::round(seconds))));
}

QString parameters(double number)
{
    //: Number of a network's parameters, in millions
    return Texts::tr("%1 M").arg(QLocale().toString(number / 1e6, 'f', 1));
}

QString bytes(qint64 value)
{
    return QLocale().formattedDataSize(value, 1, QLocale::DataSizeSIFormat);
}

} // namespace ui
