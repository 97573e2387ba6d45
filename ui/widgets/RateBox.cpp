#include "ui/widgets/RateBox.h"

#include "ui/support/Numbers.h"

#include <QLocale>

#include <cmath>

namespace ui {

namespace {

/// Both "2.0e-4" and the locale's "2,0e-4" are understood.
double read(const QString& text, bool& ok)
{
    const double value = text.trimmed().toDouble(&ok);
    return ok ? value : QLocale().toDouble(text.trimmed(), &ok);
}

} // namespace

RateBox::RateBox(QWidget* parent) : QDoubleSpinBox(parent)
{
    setDecimals(10);
    setRange(0, 1000); // what can be typed; whether a training takes it, says its field
    setButtonSymbols(QAbstractSpinBox::NoButtons);
    setKeyboardTracking(false);
}

QString RateBox::textFromValue(double value) const
{
    // As many digits as the value has, at least one after the point: 2.0e-4, 2.25e-4.
    for (int digits = 1; digits <= 4; ++digits) {
        const QString text = QString::number(value, 'e', digits);
        if (std::abs(text.toDouble() - value) <= 1e-9 * value || digits == 4) {
            const auto parts = text.split(QLatin1Char('e'));
            return QStringLiteral("%1e%2").arg(QLocale().toString(parts[0].toDouble(), 'f', digits)).arg(parts[1].toInt());
        }
    }
    return rate(value);
}

double RateBox::valueFromText(const QString& text) const
{
    bool ok = false;
    const double value = read(text, ok);
    return ok ? value : minimum();
}

QValidator::State RateBox::validate(QString& text, int&) const
{
    bool ok = false;
    const double value = read(text, ok);
    return ok && value >= minimum() && value <= maximum() ? QValidator::Acceptable : QValidator::Intermediate;
}

void RateBox::stepBy(int steps)
{
    setValue(value() * std::pow(1.1, steps));
}

} // namespace ui
