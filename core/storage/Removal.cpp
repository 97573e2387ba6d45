#include "core/storage/Removal.h"

#include "core/storage/Journal.h"
#include "core/storage/Query.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace core {

namespace {

QString listOf(const std::vector<qint64>& ids)
{
    QStringList numbers;
    for (const auto id : ids)
        numbers << QString::number(id);
    return QLatin1Char('[') + numbers.join(QLatin1Char(',')) + QLatin1Char(']');
}

QString name(const QByteArray& word)
{
    return QString::fromLatin1(word);
}

/// Columns of the primary key, in order.
QList<QByteArray> keyOf(const Database& database, const QByteArray& table)
{
    QList<QByteArray> key;
    Query query(database, QStringLiteral("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk"));
    for (query.bind(name(table)).run(); query.next();)
        key << query.text(0).toLatin1();
    return key;
}

} // namespace

std::vector<Reference> references(const Database& database)
{
    std::vector<Reference> references;
    Query query(database, QStringLiteral("SELECT t.name, f.\"from\", f.\"table\", f.on_delete FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f "
                                         "WHERE t.type = 'table' ORDER BY t.rowid, f.id"));
    for (query.run(); query.next();)
        references.push_back({query.text(0).toLatin1(), query.text(1).toLatin1(), query.text(2).toLatin1(), query.text(3) == QLatin1String("SET NULL")});
    return references;
}

Removal::Removal(Database& database, Journal& journal)
    : m_database(database)
    , m_journal(journal)
    , m_references(references(database))
{
}

void Removal::remove(const QByteArray& table, const std::vector<qint64>& ids)
{
    if (ids.empty())
        return;
    const auto targets = listOf(ids);
    for (const auto& reference : m_references)
        if (reference.target == table)
            removeDependents(reference, targets);
    for (const auto id : ids)
        m_journal.remove(table.constData(), id);
}

/// The rows of one table that point at `targets`, a JSON list of ids.
void Removal::removeDependents(const Reference& reference, const QString& targets)
{
    const auto key = keyOf(m_database, reference.table);
    std::vector<Journal::Columns> rows;
    std::vector<qint64> ids;
    {
        Query query(m_database, QStringLiteral("SELECT %1 FROM %2 WHERE %3 IN (SELECT value FROM json_each(?))")
                                    .arg(name(key.join(',')), name(reference.table), name(reference.column)));
        for (query.bind(targets).run(); query.next();) {
            Journal::Columns row;
            for (int i = 0; i < key.size(); ++i)
                row.emplace_back(key[i].constData(), query.value(i));
            rows.push_back(std::move(row));
            ids.push_back(query.number(0));
        }
    }
    if (reference.isCleared)
        for (const auto& row : rows)
            m_journal.update(reference.table.constData(), row, {{reference.column.constData(), QVariant()}});
    else if (key == QList<QByteArray>{"id"})
        remove(reference.table, ids);
    else // nothing can point at a row whose key is made of several columns
        for (const auto& row : rows)
            m_journal.remove(reference.table.constData(), row);
}

} // namespace core
