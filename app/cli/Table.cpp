#include "app/cli/Table.h"

#include "app/cli/Escaped.h"

#include <algorithm>
#include <iterator>

namespace cli {

void Table::add(const QStringList& row)
{
    QStringList cells;
    std::ranges::transform(row, std::back_inserter(cells), escaped);
    m_rows.push_back(cells);
}

QString Table::text() const
{
    std::vector<qsizetype> widths(size_t(m_head.size()));
    const auto measure = [&](const QStringList& row) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[size_t(i)] = std::max(widths[size_t(i)], row[i].size());
    };
    measure(m_head);
    std::ranges::for_each(m_rows, measure);

    const auto line = [&](const QStringList& row) {
        QStringList cells;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const int width = int(widths[size_t(i)]);
            cells.append(i < m_leftColumns ? row[i].leftJustified(width) : row[i].rightJustified(width));
        }
        auto text = cells.join(QStringLiteral("  "));
        while (text.endsWith(QLatin1Char(' ')))
            text.chop(1);
        return text;
    };
    QStringList lines{line(m_head)};
    for (const auto& row : m_rows)
        lines.append(line(row));
    return lines.join(QLatin1Char('\n'));
}

} // namespace cli
