#pragma once

#include "core/base/Error.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

#include <unordered_map>
#include <vector>

namespace core {

/// What the database answered when it could not do as told.
class DatabaseError : public Error {
public:
    DatabaseError(const QString& message, const QString& cause) : Error(message), cause(cause) {}
    QString cause; // the words of SQLite, for telling constraints apart
};

/// An open connection to a project database, at the newest schema, with a name of its own. Belongs to the thread that made it.
/// Copies nothing, owns no thread; a thread that wants to read opens its own.
class Database {
public:
    enum class Mode {
        Create, // makes file and schema; the file must not exist
        Write,  // brings an older file to the newest schema
        Read,
        Copy,   // reads a copy of a file of any schema, for checking it
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

    /// Moves the log into the file (2.2); leaves what other connections still read.
    void checkpoint() const;
    /// What PRAGMA quick_check and foreign_key_check find; empty: sound.
    QStringList problems() const;

private:
    friend class Query;
    QSqlQuery takePrepared(const QString& sql) const; // from the cache, or prepared anew
    void giveBack(const QString& sql, QSqlQuery query) const;

    void open(Mode mode);
    void configure(Mode mode) const;
    void close();
    void execute(const QString& sql) const;
    QVariant valueOf(const QString& sql) const;

    QString m_path;
    QString m_name;
    QSqlDatabase m_connection;
    mutable std::unordered_map<QString, std::vector<QSqlQuery>> m_prepared;
};

} // namespace core
