#include "core/storage/Transaction.h"

#include "core/storage/Query.h"

namespace core {

Transaction::Transaction(const Database& database)
    : m_database(database)
{
    // IMMEDIATE: a busy database is known now, not at the first write.
    Query(database, QStringLiteral("BEGIN IMMEDIATE")).run();
    m_database.m_inTransaction = true;
}

Transaction::~Transaction()
{
    if (m_open)
        QSqlQuery(m_database.connection()).exec(QStringLiteral("ROLLBACK")); // fails only where SQLite has rolled back by itself
    m_database.m_inTransaction = false;
}

void Transaction::commit()
{
    Query(m_database, QStringLiteral("COMMIT")).run();
    m_open = false;
}

ReadTransaction::ReadTransaction(const Database& database)
    : m_database(database)
    , m_isOuter(!database.isInTransaction())
{
    if (!m_isOuter)
        return;
    Query(database, QStringLiteral("BEGIN")).run();
    m_database.m_inTransaction = true;
}

ReadTransaction::~ReadTransaction()
{
    if (!m_isOuter)
        return;
    QSqlQuery(m_database.connection()).exec(QStringLiteral("ROLLBACK")); // nothing was written
    m_database.m_inTransaction = false;
}

} // namespace core
