#include "core/storage/Query.h"

#include <QCoreApplication>
#include <QDir>
#include <QLoggingCategory>
#include <QSqlError>
#include <QStorageInfo>

namespace core {

namespace {

Q_LOGGING_CATEGORY(log, "oriel.storage")

using Kind = DatabaseError::Kind;

QString text(const char* sentence)
{
    return QCoreApplication::translate("Query", sentence);
}

/// `code`: SQLite's result code; its lower byte is the kind, the rest tells more.
Kind kindOf(int code)
{
    switch (code & 0xff) {
    case 13: return Kind::Full;
    case 3: case 8: case 10: case 14: return Kind::Disk; // not permitted, read-only, input or output, cannot open
    case 5: case 6: return Kind::Busy;
    case 11: case 26: return Kind::Damaged; // malformed, not a database
    case 19: return Kind::Constraint;
    default: return Kind::Other;
    }
}

/// A full disk also shows as a failed write of the log's index.
bool isFull(const QStorageInfo& disk)
{
    constexpr qint64 least = 1024 * 1024;
    return disk.isValid() && disk.bytesAvailable() < least;
}

DatabaseError damaged(const Database& database)
{
    return {Kind::Damaged, text(QT_TRANSLATE_NOOP("Query", "%1 is damaged and cannot be read in full. Nothing was changed. Open the project anew to go back to a backup or to save what can be read, or run “oriel check” on it."))
                               .arg(QDir::toNativeSeparators(database.path()))};
}

DatabaseError failure(const Database& database, const QSqlQuery& query)
{
    const auto error = query.lastError();
    qCDebug(log) << database.path() << error.nativeErrorCode() << error.databaseText();
    const auto path = QDir::toNativeSeparators(database.path());
    const QStorageInfo disk(database.folder());
    auto kind = kindOf(error.nativeErrorCode().toInt());
    if (kind == Kind::Disk && isFull(disk))
        kind = Kind::Full;
    switch (kind) {
    case Kind::Full:
        return {kind, text(QT_TRANSLATE_NOOP("Query", "The disk that holds the project (%1) is full, so the last act was not saved; everything before it is. Free some space and do it again."))
                          .arg(QDir::toNativeSeparators(disk.isValid() ? disk.rootPath() : database.folder()))};
    case Kind::Disk:
        return {kind, text(QT_TRANSLATE_NOOP("Query", "%1 cannot be read or written now, so the last act was not done; everything before it is safe. Is its disk still there, and may you write to it? Then try again.")).arg(path)};
    case Kind::Busy:
        return {kind, text(QT_TRANSLATE_NOOP("Query", "Another program is writing to this project, so the last act was not saved. Try again in a moment."))};
    case Kind::Damaged:
        return damaged(database);
    case Kind::Constraint:
        return {kind, text(QT_TRANSLATE_NOOP("Query", "The last act contradicts what the project holds, so it was not done. Nothing was changed."))};
    case Kind::Other:
        break;
    }
    return {kind, text(QT_TRANSLATE_NOOP("Query", "The project's database could not do the last act. Nothing was changed. Run “oriel check” on the project if this happens again."))};
}

} // namespace

Query::Query(const Database& database, const QString& sql)
    : m_database(database)
    , m_sql(sql)
    , m_query(database.takePrepared(sql))
{
    if (m_query.lastError().isValid())
        throw failure(m_database, m_query);
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
        throw failure(m_database, m_query);
    return *this;
}

int Query::inRange(int column, int last) const
{
    const auto value = number(column);
    if (value < 0 || value > last)
        throw damaged(m_database);
    return int(value);
}

bool Query::next()
{
    if (m_query.next())
        return true;
    if (m_query.lastError().isValid())
        throw failure(m_database, m_query);
    return false;
}

} // namespace core
