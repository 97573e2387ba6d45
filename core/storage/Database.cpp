#include "core/storage/Database.h"

#include "core/storage/Migrations.h"
#include "core/storage/Query.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSqlError>
#include <QStorageInfo>
#include <QUrl>

#include <atomic>

namespace core {

namespace {

Q_LOGGING_CATEGORY(log, "oriel.storage")

constexpr int applicationId = 0x4F52494C; // "ORIL"
const auto inMemory = QStringLiteral(":memory:");

QString text(const char* sentence)
{
    return QCoreApplication::translate("Database", sentence);
}

/// WAL needs memory that all programs share; over a network there is none.
bool isOnNetworkShare(const QString& path)
{
    static const QList<QByteArray> types{"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "9p", "sshfs", "fuse.sshfs", "davfs"};
    return types.contains(QStorageInfo(QFileInfo(path).absolutePath()).fileSystemType().toLower());
}

QString uniqueName()
{
    static std::atomic_int count = 0;
    return QStringLiteral("oriel-%1").arg(++count);
}

} // namespace

Database::Database(const QString& path, Mode mode)
    : m_path(path)
    , m_name(uniqueName())
{
    // A constructor that throws has no destructor: the connection must not stay behind.
    try {
        open(mode);
    } catch (...) {
        close();
        throw;
    }
}

Database::~Database()
{
    close();
}

void Database::close()
{
    m_prepared.clear(); // statements first, then the connection
    if (!m_connection.isValid())
        return;
    m_connection.close();
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

QString Database::folder() const
{
    return m_path == inMemory ? QString() : QFileInfo(m_path).absolutePath();
}

void Database::open(Mode mode)
{
    if (mode == Mode::Create && m_path != inMemory && QFile::exists(m_path))
        throw Error(text(QT_TRANSLATE_NOOP("Database", "%1 exists already. Nothing was changed; choose another place.")).arg(m_path));
    if (mode != Mode::Create && !QFile::exists(m_path))
        throw Error(text(QT_TRANSLATE_NOOP("Database", "%1 is missing, so this is no Oriel project. Nothing was changed.")).arg(m_path));

    m_connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    const bool readOnly = mode == Mode::Read || mode == Mode::Copy;
    if (mode == Mode::Copy || (readOnly && !QFileInfo(QFileInfo(m_path).absolutePath()).isWritable())) {
        // Where no log can or shall be made beside the file, it is read as it lies there.
        m_connection.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"));
        m_connection.setDatabaseName(QUrl::fromLocalFile(m_path).toString(QUrl::FullyEncoded) + QStringLiteral("?immutable=1"));
    } else {
        if (readOnly)
            m_connection.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
        m_connection.setDatabaseName(m_path);
    }
    if (!m_connection.open())
        throw Error(text(QT_TRANSLATE_NOOP("Database", "The project database %1 cannot be opened (%2). Nothing was changed."))
                        .arg(m_path, m_connection.lastError().databaseText()));
    configure(mode);
}

void Database::configure(Mode mode) const
{
    execute(QStringLiteral("PRAGMA busy_timeout = 5000"));
    if (mode == Mode::Create) {
        execute(QStringLiteral("PRAGMA page_size = 8192"));
        execute(QStringLiteral("PRAGMA application_id = %1").arg(applicationId));
    } else {
        if (valueOf(QStringLiteral("PRAGMA application_id")).toInt() != applicationId)
            throw Error(text(QT_TRANSLATE_NOOP("Database", "%1 is not the database of an Oriel project. Nothing was changed.")).arg(m_path));
        if (const int found = Migrations::versionOf(*this); found > Migrations::newest())
            throw Error(text(QT_TRANSLATE_NOOP("Database",
                                 "This project was made by a newer Oriel (project format %1, this one reads %2). The project was not changed. "
                                 "Install the newer program, or open a backup from before."))
                            .arg(found)
                            .arg(Migrations::newest()));
        else if (mode == Mode::Read && found < Migrations::newest())
            throw Error(text(QT_TRANSLATE_NOOP("Database", "This project was made by an older Oriel. Open it once for writing, which brings it up to date.")));
    }
    const bool writes = mode == Mode::Create || mode == Mode::Write;
    if (writes)
        execute(isOnNetworkShare(m_path) ? QStringLiteral("PRAGMA journal_mode = TRUNCATE") : QStringLiteral("PRAGMA journal_mode = WAL"));
    execute(QStringLiteral("PRAGMA synchronous = FULL")); // a saved edit survives a power cut
    execute(QStringLiteral("PRAGMA foreign_keys = ON"));
    execute(QStringLiteral("PRAGMA cache_size = -65536"));
    execute(QStringLiteral("PRAGMA mmap_size = 1073741824"));
    execute(QStringLiteral("PRAGMA temp_store = MEMORY"));
    execute(QStringLiteral("PRAGMA trusted_schema = OFF"));
    execute(QStringLiteral("PRAGMA wal_autocheckpoint = 4000"));
#ifdef Q_OS_MACOS
    execute(QStringLiteral("PRAGMA fullfsync = ON"));
#endif
    if (writes)
        Migrations::migrate(*this);
}

void Database::execute(const QString& sql) const
{
    Query(*this, sql).run();
}

QVariant Database::valueOf(const QString& sql) const
{
    Query query(*this, sql);
    return query.first() ? query.value(0) : QVariant();
}

void Database::checkpoint() const
{
    QSqlQuery query(m_connection);
    if (!query.exec(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")))
        qCWarning(log) << "checkpoint" << query.lastError().databaseText();
}

QStringList Database::problems() const
{
    QStringList problems;
    Query check(*this, QStringLiteral("PRAGMA quick_check"));
    for (check.run(); check.next();)
        if (check.text(0) != QLatin1String("ok"))
            problems << check.text(0);
    Query orphans(*this, QStringLiteral("PRAGMA foreign_key_check"));
    for (orphans.run(); orphans.next();)
        problems << QStringLiteral("%1 row %2 lacks its %3").arg(orphans.text(0), orphans.text(1), orphans.text(2));
    return problems;
}

QSqlQuery Database::takePrepared(const QString& sql) const
{
    if (const auto kept = m_prepared.find(sql); kept != m_prepared.end() && !kept->second.empty()) {
        auto query = std::move(kept->second.back());
        kept->second.pop_back();
        return query;
    }
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    query.prepare(sql);
    return query;
}

void Database::giveBack(const QString& sql, QSqlQuery query) const
{
    constexpr size_t mostKept = 200; // texts; schema steps and pragmas must not pile up
    if (m_prepared.size() <= mostKept && !query.lastError().isValid())
        m_prepared[sql].push_back(std::move(query));
}

} // namespace core
