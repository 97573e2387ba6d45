#pragma once

#include "core/base/Id.h"
#include "core/storage/Database.h"

#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <optional>

namespace core {

/// One statement. Throws DatabaseError instead of returning false. Statements are kept prepared by their database,
/// so equal text costs no parsing; a query must be gone before its database is.
class Query {
public:
    Query(const Database& database, const QString& sql);
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    // Values for the question marks, from left to right.
    Query& bind(const QVariant& value);
    Query& bind(const QString& text); // never NULL: a null string is an empty one
    Query& bind(qint64 number) { return bind(QVariant(number)); }
    Query& bind(int number) { return bind(QVariant(number)); }
    Query& bind(double number) { return bind(QVariant(number)); }
    Query& bind(const QUuid& uuid) { return bind(QVariant(uuid.toRfc4122())); }
    template <class Tag>
    Query& bind(Id<Tag> id) { return bind(QVariant(id.value)); }

    Query& run();
    /// run() and the first row.
    bool first() { return run().next(); }
    bool next();

    QVariant value(int column) const { return m_query.value(column); }
    bool isNull(int column) const { return m_query.isNull(column); }
    qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    int integer(int column) const { return m_query.value(column).toInt(); }
    double real(int column) const { return m_query.value(column).toDouble(); }
    QString text(int column) const { return m_query.value(column).toString(); }
    QByteArray blob(int column) const { return m_query.value(column).toByteArray(); }
    QUuid uuid(int column) const { return QUuid::fromRfc4122(blob(column)); }
    /// A stored value of an enumeration that counts from 0. Throws DatabaseError where the file holds something else.
    template <class Enum>
    Enum oneOf(int column, Enum last) const { return Enum(inRange(column, int(last))); }
    template <class AnyId>
    AnyId id(int column) const { return AnyId{number(column)}; }

    qint64 insertedId() const { return m_query.lastInsertId().toLongLong(); }
    int changedRows() const { return m_query.numRowsAffected(); }

private:
    int inRange(int column, int last) const;

    const Database& m_database;
    QString m_sql;
    QSqlQuery m_query;
    int m_bound = 0;
};

/// The ids as a JSON list, for `IN (SELECT value FROM json_each(?))`: one statement for any number of them.
template <class Ids>
QString jsonList(const Ids& ids)
{
    QString list(QLatin1Char('['));
    for (const auto& id : ids) {
        if (list.size() > 1)
            list += QLatin1Char(',');
        list += QString::number(id.value);
    }
    return list + QLatin1Char(']');
}

} // namespace core
