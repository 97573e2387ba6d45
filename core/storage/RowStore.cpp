#include "core/storage/RowStore.h"

#include "core/storage/Query.h"

#include <QCborMap>
#include <QCborValue>

namespace core {

namespace {

QString name(const QByteArray& table)
{
    return QString::fromLatin1(table);
}

QCborValue toCbor(const QVariant& value)
{
    return value.isNull() ? QCborValue(nullptr) : QCborValue::fromVariant(value);
}

QCborMap fromRow(const QByteArray& row)
{
    return QCborValue::fromCbor(row).toMap();
}

QVariant valueIn(const QCborMap& row, const QString& column)
{
    const auto value = row.value(column);
    return value.isNull() || value.isUndefined() ? QVariant() : value.toVariant();
}

/// "a = ? AND b = ?"
QString marks(const QStringList& columns, const QString& joint)
{
    return columns.join(QStringLiteral(" = ?") + joint) + QStringLiteral(" = ?");
}

void bind(Query& query, const QCborMap& row, const QStringList& columns)
{
    for (const auto& column : columns)
        query.bind(valueIn(row, column));
}

} // namespace

QByteArray RowStore::toRow(const Columns& columns)
{
    QCborMap row;
    for (const auto& [column, value] : columns)
        row.insert(QLatin1String(column), toCbor(value));
    return row.toCborValue().toCbor();
}

QVariant RowStore::valueOf(const QByteArray& row, const char* column)
{
    return valueIn(fromRow(row), QString::fromLatin1(column));
}

QByteArray RowStore::read(const QByteArray& table, const QByteArray& keyRow) const
{
    const auto& key = keyOf(table);
    const auto& columns = columnsOf(table);
    Query query(m_database, QStringLiteral("SELECT %1 FROM %2 WHERE %3").arg(columns.join(QLatin1Char(',')), name(table), marks(key, QStringLiteral(" AND "))));
    bind(query, fromRow(keyRow), key);
    if (!query.first())
        return {};
    QCborMap row;
    for (int i = 0; i < columns.size(); ++i)
        row.insert(columns[i], toCbor(query.value(i)));
    return row.toCborValue().toCbor();
}

void RowStore::insert(const QByteArray& table, const QByteArray& row) const
{
    const auto values = fromRow(row);
    QStringList columns;
    for (const auto& column : columnsOf(table))
        if (values.contains(column))
            columns << column;
    const QStringList places(QList<QString>(columns.size(), QStringLiteral("?")));
    Query query(m_database, QStringLiteral("INSERT INTO %1(%2) VALUES (%3)").arg(name(table), columns.join(QLatin1Char(',')), places.join(QLatin1Char(','))));
    bind(query, values, columns);
    query.run();
}

void RowStore::update(const QByteArray& table, const QByteArray& row) const
{
    const auto values = fromRow(row);
    const auto& key = keyOf(table);
    QStringList columns;
    for (const auto& column : columnsOf(table))
        if (values.contains(column) && !key.contains(column))
            columns << column;
    if (columns.isEmpty())
        return;
    Query query(m_database, QStringLiteral("UPDATE %1 SET %2 WHERE %3").arg(name(table), marks(columns, QStringLiteral(", ")), marks(key, QStringLiteral(" AND "))));
    bind(query, values, columns);
    bind(query, values, key);
    query.run();
}

void RowStore::remove(const QByteArray& table, const QByteArray& row) const
{
    const auto& key = keyOf(table);
    Query query(m_database, QStringLiteral("DELETE FROM %1 WHERE %2").arg(name(table), marks(key, QStringLiteral(" AND "))));
    bind(query, fromRow(row), key);
    query.run();
}

const QStringList& RowStore::keyOf(const QByteArray& table) const
{
    columnsOf(table);
    return m_keys[table];
}

const QStringList& RowStore::columnsOf(const QByteArray& table) const
{
    const auto known = m_columns.constFind(table);
    if (known != m_columns.cend())
        return *known;
    QStringList columns;
    QStringList key;
    Query query(m_database, QStringLiteral("PRAGMA table_info(%1)").arg(name(table)));
    for (query.run(); query.next();) {
        columns << query.text(1);
        if (query.integer(5) > 0)
            key << query.text(1);
    }
    m_keys.insert(table, key);
    return *m_columns.insert(table, columns);
}

} // namespace core
