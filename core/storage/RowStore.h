#pragma once

#include <QByteArray>
#include <QHash>
#include <QStringList>
#include <QVariant>

#include <utility>
#include <vector>

namespace core {

class Database;

/// Rows of any table as values: a CBOR map from column to value that holds the primary key and any other columns.
/// What the journal keeps of a change, and how it is put back.
class RowStore {
public:
    using Column = std::pair<const char*, QVariant>;
    using Columns = std::vector<Column>;

    explicit RowStore(const Database& database) : m_database(database) {}

    static QByteArray toRow(const Columns& columns);
    static QVariant valueOf(const QByteArray& row, const char* column);

    const QStringList& keyOf(const QByteArray& table) const; // columns of the primary key
    QByteArray read(const QByteArray& table, const QByteArray& keyRow) const; // the whole row; empty: absent
    void insert(const QByteArray& table, const QByteArray& row) const;
    void update(const QByteArray& table, const QByteArray& row) const; // the columns that `row` holds
    void remove(const QByteArray& table, const QByteArray& row) const;

private:
    const QStringList& columnsOf(const QByteArray& table) const;

    const Database& m_database;
    mutable QHash<QByteArray, QStringList> m_keys;
    mutable QHash<QByteArray, QStringList> m_columns;
};

} // namespace core
