#include "core/storage/Transaction.h"

#include "core/storage/Query.h"

namespace core {

Transaction::Transaction(const Database& database)
    : m_database(database)
{
    // IMMEDIATE: a busy database is known now, not at the first write.
    Query(database, QStringLiteral("BEGIN IMMEDIATE")).run();
}

Transaction::~Transaction()
{
    if (m_open)
        QSqlQuery(m_database.connection()).exec(QStringLiteral("ROLLBACK")); // fails only where SQLite has rolled back by itself
}

void Transaction::commit()
{
    Query(m_database, QStringLiteral("COMMIT")).run();
    m_open = false;
}

} // namespace core
