#pragma once

#include <QByteArray>
#include <QString>

namespace core {

// JSON written by hand, for lists of any length and for numbers that Qt's JSON would round (ids above 2^53).

QByteArray jsonText(const QString& words); // with its quotes
QByteArray jsonNumber(double value);       // the shortest form that reads back to the same number
/// An id as its source wrote it: a number stays that number, plain words become a text; null when empty.
QByteArray jsonId(const QString& id);

} // namespace core
