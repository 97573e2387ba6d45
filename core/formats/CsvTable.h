#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace core {

struct CsvRow {
    QStringList cells; // trimmed
    int line = 0;      // where it begins, from 1
};

/// Rows of RFC 4180 text; quoted cells may hold delimiters and line breaks. Empty lines are left out.
std::vector<CsvRow> parseCsv(const QString& text, QChar delimiter, int mostRows = -1);
/// The one of , ; TAB | that gives the most even number of columns over the first 50 rows, at least two; null: none does.
QChar delimiterOf(const QString& text);

} // namespace core
