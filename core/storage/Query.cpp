#include "core/storage/Query.h"

#include <QCoreApplication>
#include <QSqlError>

namespace core {

namespace {

constexpr auto sqliteFull = "13";
constexpr auto sqliteBusy = "5";
constexpr auto sqliteReadOnly = "8";

DatabaseError failure(const QSqlQuery& query)
{
    const auto error = query.lastError();
    const auto cause = error.databaseText();
    const auto code = error.nativeErrorCode();
    const auto text = [](const char* sentence) { return QCoreApplication::translate("Query", sentence); };
    if (code == QLatin1String(sqliteFull))
        return {text(QT_TRANSLATE_NOOP("Query", "The disk is full, so the last act was not saved; everything before it is. Free some space and do it again.")), cause};
    if (code == QLatin1String(sqliteBusy))
        return {text(QT_TRANSLATE_NOOP("Query", "Another program is writing to this project, so the last act was not saved. Try again in a moment.")), cause};
    if (code == QLatin1String(sqliteReadOnly))
        return {text(QT_TRANSLATE_NOOP("Query", "The project is open for reading only. Nothing was changed.")), cause};
    return {text(QT_TRANSLATE_NOOP("Query", "The project database refused the last act (%1). Nothing was changed.")).arg(cause), cause};
}

} // namespace

Query::Query(const Database& database, const QString& sql)
    : m_database(database)
    , m_sql(sql)
    , m_query(database.takePrepared(sql))
{
    if (m_query.lastError().isValid())
        throw failure(m_query);
}

Query::~Query()
{
    m_query.finish(); // else the read transaction of a SELECT stays open
    m_database.giveBack(m_sql, std::move(m_query));
}

Query& Query::bind(const QVariant& value)
{
    // The driver stores null strings and bytes as NULL; here NULL is a QVariant without a value.
    if (value.userType() == QMetaType::QString && value.toString().isNull())
        m_query.bindValue(m_bound++, QStringLiteral(""));
    else if (value.userType() == QMetaType::QByteArray && value.toByteArray().isNull())
        m_query.bindValue(m_bound++, QByteArray("", 0));
    else
        m_query.bindValue(m_bound++, value);
    return *this;
}

Query& Query::bind(const QString& text)
{
    return bind(QVariant(text));
}

Query& Query::run()
{
    m_bound = 0;
    if (!m_query.exec())
        throw failure(m_query);
    return *this;
}

bool Query::next()
{
    if (m_query.next())
        return true;
    if (m_query.lastError().isValid())
        throw failure(m_query);
    return false;
}

} // namespace core
