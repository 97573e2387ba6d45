#pragma once

#include "core/base/Error.h"
#include "core/storage/RootPlaces.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

class QTemporaryDir;

namespace core {

/// The database could not do as told. The message is for a person and never holds the words of SQLite; those go to the log.
class DatabaseError : public Error {
public:
    enum class Kind {
        Full,       // no space left
        Disk,       // the disk, the share or the permissions refuse
        Busy,       // another program is writing
        Damaged,    // what the file holds is no sound database
        Constraint, // the act contradicts what is stored
        Other,
    };

    DatabaseError(Kind kind, const QString& message) : Error(message), kind(kind) {}
    /// The act itself is right and can be saved once the disk allows it.
    bool isOfStorage() const { return kind == Kind::Full || kind == Kind::Disk || kind == Kind::Busy; }

    Kind kind;
};

/// An open connection to a project database, at the newest schema, with a name of its own. Belongs to the thread that made it.
/// Copies nothing, owns no thread; a thread that wants to read opens its own.
class Database {
public:
    enum class Mode {
        Create, // makes file and schema; the file must not exist
        Write,  // brings an older file to the newest schema
        Read,
        Damaged, // reads a copy of a damaged file, whatever it claims to be
        Examine, // reads a file of any schema that this program knows; leaves file and log as they are
    };

    /// `path`: the file, or ":memory:" with Mode::Create. Throws Error: no Oriel project, made by a newer program, not readable.
    Database(const QString& path, Mode mode);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    QSqlDatabase connection() const { return m_connection; }
    QString path() const { return m_path; }
    /// The project folder: relative places of pictures start here.
    QString folder() const;

    /// Moves the log into the file; leaves what other connections still read.
    void checkpoint() const;
    /// Reads the whole file: what is broken in it, and which rows lack the row they belong to. Empty: sound.
    /// `thorough` also compares indexes with their tables (several times slower). Stops early when `isCanceled`.
    QStringList problems(bool thorough = false, const std::function<bool()>& isCanceled = {}) const;
    QStringList tables() const;
    /// Whether this connection is inside a Transaction or a ReadTransaction.
    bool isInTransaction() const { return m_inTransaction; }
    /// Where the folders of pictures were found last.
    RootPlaces& rootPlaces() const { return m_rootPlaces; }

    /// Removes the empty log that a reader leaves beside a file that nobody else has open. Never touches a log with content.
    static void removeEmptyLog(const QString& path);

private:
    friend class Query;
    friend class Transaction;
    friend class ReadTransaction;
    QSqlQuery takePrepared(const QString& sql) const; // from the cache, or prepared anew
    void giveBack(const QString& sql, QSqlQuery query) const;

    void open(Mode mode);
    void setPlace(Mode mode);
    void requireKnownFormat(Mode mode) const;
    void configure(Mode mode) const;
    void close();
    void execute(const QString& sql) const;
    QVariant valueOf(const QString& sql) const;

    QString m_path;
    QString m_name;
    QSqlDatabase m_connection;
    std::unique_ptr<QTemporaryDir> m_copy; // where file and log are read from when their own folder cannot be written to
    mutable std::unordered_map<QString, std::vector<QSqlQuery>> m_prepared;
    mutable bool m_inTransaction = false;
    mutable RootPlaces m_rootPlaces;
};

} // namespace core
