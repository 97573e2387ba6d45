#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

namespace core {

/// One statement on a version's run.sqlite. Throws Error with a sentence that names the file instead of returning false.
class RunStatement {
public:
    RunStatement(const QSqlDatabase& connection, const QString& sql);
    void run(const QVariantList& values = {});
    bool next();
    QVariant operator[](int column) const { return m_query.value(column); }
    qint64 insertedId() const { return m_query.lastInsertId().toLongLong(); }

private:
    void check(bool succeeded) const;

    QString m_path;
    QSqlQuery m_query;
};

/// The sentence for a run.sqlite whose content is not what a training writes.
QString damagedRunFile(const QString& path);
/// Why the file could not be opened, read or written, as a sentence; SQLite's own words go to the log.
QString runFileFailure(const QString& path, const class QSqlError& error);

} // namespace core
