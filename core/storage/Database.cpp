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
#include <QTemporaryDir>
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

QString logOf(const QString& path)
{
    return path + QStringLiteral("-wal");
}

QString journalOf(const QString& path)
{
    return path + QStringLiteral("-journal");
}

QByteArray logHeader(const QString& path)
{
    constexpr int size = 32; // with the two salts that change whenever the log begins anew
    QFile file(logOf(path));
    return file.open(QIODevice::ReadOnly) ? file.read(size) : QByteArray();
}

/// File and log in a folder of their own. The log is copied last: what a writer moves from it into the file meanwhile stands in both,
/// as long as the log does not begin anew, which its header tells.
std::unique_ptr<QTemporaryDir> copyWithLog(const QString& path)
{
    constexpr int tries = 5;
    for (int i = 0; i < tries; ++i) {
        auto folder = std::make_unique<QTemporaryDir>();
        const auto copy = folder->filePath(QStringLiteral("copy.sqlite"));
        const auto header = logHeader(path);
        const auto copied = [](const QString& from, const QString& to) { return !QFile::exists(from) || QFile::copy(from, to); };
        if (!folder->isValid() || !copied(path, copy) || !copied(logOf(path), logOf(copy)) || !copied(journalOf(path), journalOf(copy)))
            throw Error(text(QT_TRANSLATE_NOOP("Database", "%1 lies where nothing can be written, and there is no room in %2 for the copy that it is read from. Nothing was changed. Free some space there."))
                            .arg(path, QDir::tempPath()));
        for (const auto& file : {copy, logOf(copy), journalOf(copy)})
            QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
        if (header == logHeader(copy) && header == logHeader(path))
            return folder;
    }
    throw DatabaseError(DatabaseError::Kind::Busy, text(QT_TRANSLATE_NOOP("Database", "%1 is being written to. Nothing was changed; try again in a moment.")).arg(path));
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
    setPlace(mode);
    if (!m_connection.open()) {
        qCDebug(log) << m_path << m_connection.lastError().databaseText();
        throw DatabaseError(DatabaseError::Kind::Disk,
            text(QT_TRANSLATE_NOOP("Database", "The project database %1 cannot be opened. Nothing was changed. Is its disk still there, and may you read it?")).arg(m_path));
    }
    configure(mode);
}

/// Where the connection reads and writes. A reader beside a file that cannot be written to makes no log there: it reads the file as
/// it lies; where a log with content lies beside it, file and log are copied, since the file alone would be an older state.
void Database::setPlace(Mode mode)
{
    const bool readOnly = mode == Mode::Read || mode == Mode::Examine;
    if (!readOnly) {
        m_connection.setDatabaseName(m_path);
        return;
    }
    const bool hasLog = QFileInfo(logOf(m_path)).size() > 0;
    const bool hasJournal = QFileInfo(journalOf(m_path)).size() > 0; // on a network share: a commit that was cut off
    const bool isWritable = QFileInfo(QFileInfo(m_path).absolutePath()).isWritable();
    QString options = QStringLiteral("QSQLITE_OPEN_READONLY");
    if ((hasLog && !isWritable) || (hasJournal && (mode == Mode::Examine || !isWritable))) {
        m_copy = copyWithLog(m_path);
        m_connection.setDatabaseName(m_copy->filePath(QStringLiteral("copy.sqlite")));
        if (hasJournal)
            return; // the copy is taken back to the last commit, which is a write
    } else if (!hasLog && (mode == Mode::Examine || !isWritable)) {
        options += QStringLiteral(";QSQLITE_OPEN_URI");
        m_connection.setDatabaseName(QUrl::fromLocalFile(m_path).toString(QUrl::FullyEncoded) + QStringLiteral("?immutable=1"));
    } else {
        m_connection.setDatabaseName(m_path);
    }
    m_connection.setConnectOptions(options);
}

void Database::requireKnownFormat(Mode mode) const
{
    if (valueOf(QStringLiteral("PRAGMA application_id")).toInt() != applicationId)
        throw Error(text(QT_TRANSLATE_NOOP("Database", "%1 is not the database of an Oriel project. Nothing was changed.")).arg(m_path));
    const int found = Migrations::versionOf(*this);
    if (found > Migrations::newest())
        throw Error(text(QT_TRANSLATE_NOOP("Database",
                             "This project was made by a newer Oriel (project format %1, this one reads %2). The project was not changed. "
                             "Install the newer program, or open a backup from before."))
                        .arg(found)
                        .arg(Migrations::newest()));
    if (found < 1)
        throw DatabaseError(DatabaseError::Kind::Damaged,
            text(QT_TRANSLATE_NOOP("Database", "%1 says that it has project format %2, which no Oriel writes, so it is damaged. It was not changed. Go back to a backup of it."))
                .arg(m_path)
                .arg(found));
    if (mode == Mode::Read && found < Migrations::newest())
        throw Error(text(QT_TRANSLATE_NOOP("Database", "This project was made by an older Oriel. Open it once for writing, which brings it up to date.")));
}

void Database::configure(Mode mode) const
{
    execute(QStringLiteral("PRAGMA busy_timeout = 5000"));
    if (mode == Mode::Create) {
        execute(QStringLiteral("PRAGMA page_size = 8192"));
        execute(QStringLiteral("PRAGMA application_id = %1").arg(applicationId));
    } else if (mode == Mode::Damaged) {
        execute(QStringLiteral("PRAGMA cell_size_check = ON"));
    } else {
        requireKnownFormat(mode);
    }
    const bool writes = mode == Mode::Create || mode == Mode::Write;
    if (writes)
        execute(isOnNetworkShare(m_path) ? QStringLiteral("PRAGMA journal_mode = TRUNCATE") : QStringLiteral("PRAGMA journal_mode = WAL"));
    execute(QStringLiteral("PRAGMA synchronous = FULL")); // a saved edit survives a power cut
    execute(QStringLiteral("PRAGMA foreign_keys = ON"));
    execute(QStringLiteral("PRAGMA cache_size = -65536"));
    // Not mapped into memory: where a mapped file is cut or its disk fails, the system ends the program instead of failing the read.
    execute(QStringLiteral("PRAGMA mmap_size = 0"));
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
        qCDebug(log) << "checkpoint" << query.lastError().databaseText();
}

QStringList Database::tables() const
{
    QStringList names;
    Query query(*this, QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid"));
    for (query.run(); query.next();)
        names << query.text(0);
    return names;
}

QStringList Database::problems(bool thorough, const std::function<bool()>& isCanceled) const
{
    QStringList problems;
    const auto collect = [&](const QString& sql, const auto& toText) {
        if (isCanceled && isCanceled())
            return;
        Query query(*this, sql);
        for (query.run(); query.next();)
            if (const QString problem = toText(query); !problem.isEmpty())
                problems << problem;
    };
    const auto check = [](const Query& row) { return row.text(0) == QLatin1String("ok") ? QString() : row.text(0); };
    const auto orphan = [](const Query& row) { return QStringLiteral("%1 row %2 lacks its %3").arg(row.text(0), row.text(1), row.text(2)); };
    const auto whole = thorough ? QStringLiteral("PRAGMA integrity_check") : QStringLiteral("PRAGMA quick_check");
    if (!isCanceled)
        collect(whole, check);
    else // table by table, so that it can be ended between two
        for (const auto& table : tables())
            collect(whole + QStringLiteral("('%1')").arg(table), check);
    collect(QStringLiteral("PRAGMA foreign_key_check"), orphan);
    return problems;
}

void Database::removeEmptyLog(const QString& path)
{
    const QFileInfo log(logOf(path));
    if (!log.exists() || log.size() > 0)
        return;
    // The last connection that closes removes the log; one that may not write leaves it, so a writing one comes and goes.
    const auto name = uniqueName();
    {
        auto connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        connection.setDatabaseName(path);
        if (connection.open())
            QSqlQuery(connection).exec(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    }
    QSqlDatabase::removeDatabase(name);
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
