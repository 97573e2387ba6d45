#pragma once

#include <QString>

#include <optional>

namespace ui {

/// How numbers are written everywhere. Absent values are an en dash; say why in a tooltip.

/// 0..1 as "48.0 %"; a zoom or a share of images needs no decimals.
QString percent(std::optional<double> share, int decimals = 1);
/// 0..1 as "48.0", for columns whose header says that they hold percent.
QString percentNumber(std::optional<double> share);
/// A learning rate as "2.0e-4".
QString rate(double value);
/// A loss, with as many digits as tell something: "0.66", "0.0042".
QString loss(std::optional<double> value);
/// With the locale's separators: "12,480".
QString count(qint64 value);
/// "0.4 s", "52 s", "14 min", "2 h 10 min".
QString duration(double seconds);
/// "about 12 min", or an empty string while unknown (below 0).
QString timeLeft(double seconds);
/// The size of a network, counted in millions: "4.7 M".
QString parameters(double number);
/// "16.8 MB"
QString bytes(qint64 value);

} // namespace ui
