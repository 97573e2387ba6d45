#include "core/storage/TableRescue.h"

#include "core/storage/Query.h"

#include <algorithm>
#include <limits>
#include <set>

namespace core {

namespace {

constexpr qint64 lowest = 0; // ids and their first columns are positive
constexpr qint64 highest = std::numeric_limits<qint64>::max() - 1;
constexpr int mostHalvings = 12; // of one gap, where no index knows the keys: 4,096 probes

QStringList columnsOf(const Database& database, const QString& table, const QString& schema = QStringLiteral("main"))
{
    QStringList columns;
    Query query(database, QStringLiteral("SELECT name FROM pragma_table_info(?, ?) ORDER BY cid"));
    for (query.bind(table).bind(schema).run(); query.next();)
        columns << query.text(0);
    return columns;
}

/// One table, read around its damage.
class TableRescue {
public:
    TableRescue(const Database& damaged, const Database& fresh, const QString& table)
        : m_damaged(damaged)
        , m_fresh(fresh)
        , m_table(table)
    {
        const auto here = columnsOf(fresh, table);
        for (const auto& column : columnsOf(damaged, table))
            if (here.contains(column))
                m_columns << column;
        Query key(fresh, QStringLiteral("SELECT name FROM pragma_table_info(?) WHERE pk = 1"));
        m_key = key.bind(table).first() ? key.text(0) : QString();
    }

    SalvagedTable run()
    {
        SalvagedTable result{.name = m_table, .unread = 0};
        if (m_columns.isEmpty() || m_key.isEmpty())
            return result;
        if (!readAll(lowest, highest)) {
            const auto known = keysOfIndexes();
            if (known)
                for (const auto key : *known)
                    readAll(key, key);
            else
                halve(lowest, highest, 0);
            result.unread = known ? std::optional(qint64(std::ranges::count_if(*known, [this](qint64 key) { return !m_read.contains(key); }))) : std::nullopt;
        }
        Query count(m_fresh, QStringLiteral("SELECT count(*) FROM ") + m_table);
        result.kept = count.first() ? count.number(0) : 0;
        result.dropped = m_refused;
        return result;
    }

private:
    struct Stretch {
        bool isWhole = false;
        qint64 last = 0; // the last key that was read
    };

    /// Both ways up to the damage. True: there is none in this range.
    bool readAll(qint64 low, qint64 high)
    {
        const auto up = read(low, high, true);
        if (up.isWhole || low == high)
            return up.isWhole;
        const auto down = read(std::max(low, up.last + 1), high, false);
        m_gap = {std::max(low, up.last + 1), std::min(high, down.last - 1)};
        return down.isWhole;
    }

    void halve(qint64 low, qint64 high, int depth)
    {
        if (readAll(low, high) || depth == mostHalvings)
            return;
        const auto [first, last] = m_gap;
        if (first > last || first == last)
            return;
        const auto middle = first + (last - first) / 2;
        halve(first, middle, depth + 1);
        halve(middle + 1, last, depth + 1);
    }

    Stretch read(qint64 low, qint64 high, bool upwards)
    {
        Stretch stretch{.last = upwards ? low - 1 : high + 1};
        try { // damage is what is expected here
            Query rows(m_damaged, QStringLiteral("SELECT %1, %2 FROM %3 NOT INDEXED WHERE %1 BETWEEN ? AND ? ORDER BY %1 %4")
                                      .arg(m_key, m_columns.join(QLatin1Char(',')), m_table, upwards ? QStringLiteral("ASC") : QStringLiteral("DESC")));
            for (rows.bind(low).bind(high).run(); rows.next();) {
                stretch.last = rows.number(0);
                m_read.insert(stretch.last);
                write(rows);
            }
            stretch.isWhole = true;
        } catch (const DatabaseError& error) {
            if (error.kind == DatabaseError::Kind::Full)
                throw;
        }
        return stretch;
    }

    /// A row that the schema does not allow is damage too.
    void write(const Query& row)
    {
        const QStringList marks(QList<QString>(m_columns.size(), QStringLiteral("?")));
        Query insert(m_fresh, QStringLiteral("INSERT OR IGNORE INTO %1(%2) VALUES (%3)").arg(m_table, m_columns.join(QLatin1Char(',')), marks.join(QLatin1Char(','))));
        for (int i = 0; i < m_columns.size(); ++i)
            insert.bind(row.isNull(i + 1) ? QVariant() : row.value(i + 1)); // an absent text is not an empty one
        try {
            insert.run();
        } catch (const DatabaseError& error) {
            if (error.kind != DatabaseError::Kind::Constraint && error.kind != DatabaseError::Kind::Other)
                throw;
            ++m_refused;
        }
    }

    /// The keys of all rows, if some index that holds every row can be read.
    std::optional<std::set<qint64>> keysOfIndexes() const
    {
        QStringList indexes;
        Query list(m_fresh, QStringLiteral("SELECT name FROM pragma_index_list(?) WHERE partial = 0 AND origin <> 'pk'"));
        for (list.bind(m_table).run(); list.next();)
            indexes << list.text(0);
        for (const auto& index : indexes) {
            try {
                std::set<qint64> keys;
                Query query(m_damaged, QStringLiteral("SELECT %1 FROM %2 INDEXED BY %3").arg(m_key, m_table, index));
                for (query.run(); query.next();)
                    keys.insert(query.number(0));
                return keys;
            } catch (const DatabaseError&) {
                continue; // damaged itself, or absent in an older schema
            }
        }
        return {};
    }

    const Database& m_damaged;
    const Database& m_fresh;
    QString m_table;
    QStringList m_columns;
    QString m_key;
    std::set<qint64> m_read;
    qint64 m_refused = 0;
    std::pair<qint64, qint64> m_gap;
};

} // namespace

QStringList commonColumns(const Database& database, const QString& table, const QString& attached)
{
    QStringList common;
    const auto there = columnsOf(database, table, attached);
    for (const auto& column : columnsOf(database, table))
        if (there.contains(column))
            common << column;
    return common;
}

SalvagedTable rescueTable(const Database& damaged, const Database& fresh, const QString& table)
{
    if (table.endsWith(QLatin1String("_tally")))
        return {.name = table, .unread = 0};
    return TableRescue(damaged, fresh, table).run();
}

} // namespace core
