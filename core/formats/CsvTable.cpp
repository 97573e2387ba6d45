#include "core/formats/CsvTable.h"

#include <QMap>

#include <algorithm>

namespace core {

std::vector<CsvRow> parseCsv(const QString& text, QChar delimiter, int mostRows)
{
    std::vector<CsvRow> rows;
    CsvRow row{{}, 1};
    QString cell;
    bool quoted = false, wasQuoted = false;
    int line = 1;
    const auto endCell = [&] {
        row.cells << (wasQuoted ? cell : cell.trimmed());
        cell.clear();
        wasQuoted = false;
    };
    const auto endRow = [&] {
        endCell();
        if (row.cells.size() > 1 || !row.cells.front().isEmpty())
            rows.push_back(row);
        row = {{}, line};
    };
    for (qsizetype i = 0; i < text.size() && (mostRows < 0 || qsizetype(rows.size()) < mostRows); ++i) {
        const QChar c = text[i];
        const bool isBreak = c == QLatin1Char('\n') || (c == QLatin1Char('\r') && (i + 1 == text.size() || text[i + 1] != QLatin1Char('\n')));
        line += isBreak ? 1 : 0;
        if (quoted) {
            if (c != QLatin1Char('"'))
                cell += c;
            else if (i + 1 < text.size() && text[i + 1] == QLatin1Char('"')) {
                cell += c;
                ++i;
            } else
                quoted = false;
        } else if (c == QLatin1Char('"') && cell.trimmed().isEmpty()) {
            quoted = wasQuoted = true;
            cell.clear();
        } else if (c == delimiter)
            endCell();
        else if (isBreak)
            endRow();
        else if (c != QLatin1Char('\r'))
            cell += c;
    }
    if (!cell.isEmpty() || !row.cells.isEmpty())
        endRow();
    return rows;
}

QChar delimiterOf(const QString& text)
{
    QChar best;
    double bestScore = 0;
    for (const char candidate : {',', ';', '\t', '|'}) {
        const std::vector<CsvRow> rows = parseCsv(text, QLatin1Char(candidate), 50);
        QMap<qsizetype, int> widths;
        for (const CsvRow& row : rows)
            ++widths[row.cells.size()];
        for (auto width = widths.cbegin(); width != widths.cend(); ++width) {
            if (width.key() < 2)
                continue;
            // Even rows first, then more columns
            const double score = double(width.value()) / double(rows.size()) + 0.001 * double(std::min<qsizetype>(width.key(), 100));
            if (score > bestScore) {
                bestScore = score;
                best = QLatin1Char(candidate);
            }
        }
    }
    return best;
}

} // namespace core
