#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace core {

enum class CsvAnswer { Yes, No, Unseen, Invalid };
CsvAnswer answerOf(const QString& cell);
/// With a decimal comma when the delimiter is a semicolon. NaN: no number.
double csvNumber(const QString& cell, QChar delimiter);
/// The four numbers of a cell such as "[834.0, 222.0, 56.0, 36.0]"; empty: it holds something else.
std::vector<double> csvList(const QString& cell);

/// The names in a cell such as "cat;dog" or "['cat', 'dog']".
QStringList csvNames(const QString& cell, const QString& separators);
/// "none", "no finding", "background" …: the name of a class that says that nothing is there. Of no text too.
bool saysNothing(const QString& label);

/// A cell as it is written (RFC 4180): in quotes where it holds a comma, a quote, a line break, or a blank at an end.
QByteArray csvCell(const QString& text);

} // namespace core
