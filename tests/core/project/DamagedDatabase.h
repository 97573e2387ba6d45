#pragma once

#include "core/storage/Database.h"
#include "core/storage/Query.h"

#include <QByteArray>
#include <QFile>
#include <QStringList>

/// Tables and indexes of a database file, as sqlite_schema lists them.
inline QStringList treesOf(const QString& file)
{
    QStringList names;
    const core::Database database(file, core::Database::Mode::Examine);
    core::Query query(database, QStringLiteral("SELECT name FROM sqlite_schema WHERE rootpage > 0"));
    for (query.run(); query.next();)
        names << query.text(0);
    return names;
}

/// Overwrites the first page of one table or index.
inline void damage(const QString& file, const QString& tree)
{
    qint64 page = 0;
    qint64 size = 0;
    {
        const core::Database database(file, core::Database::Mode::Examine);
        core::Query root(database, QStringLiteral("SELECT rootpage FROM sqlite_schema WHERE name = ?"));
        page = root.bind(tree).first() ? root.number(0) : 0;
        core::Query pageSize(database, QStringLiteral("PRAGMA page_size"));
        size = pageSize.first() ? pageSize.number(0) : 0;
    }
    Q_ASSERT(page > 1 && size > 0);
    QFile database(file);
    if (database.open(QIODevice::ReadWrite) && database.seek((page - 1) * size))
        database.write(QByteArray(int(size), char(0xA5)));
}
