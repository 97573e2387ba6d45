#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace core {

class Database;
class Journal;

/// A column that names a row of another table, as the schema declares it.
struct Reference {
    QByteArray table;  // that holds the column
    QByteArray column;
    QByteArray target; // the table that it points to, by id
    bool isCleared = false; // the row stays when its target goes, with an empty column; else it goes too

    bool operator==(const Reference&) const = default;
};

/// Every reference of the schema that this database has.
std::vector<Reference> references(const Database& database);

/// Deletes rows together with all that belongs to them. What belongs to a row is read from the schema, so a table that is added later
/// cannot be forgotten. Rows go one by one through the journal, the dependent ones first, so the whole can be undone.
class Removal {
public:
    Removal(Database& database, Journal& journal);

    /// `ids`: rows of a table whose key is `id`; unknown ones are left out.
    void remove(const QByteArray& table, const std::vector<qint64>& ids);

private:
    void removeDependents(const Reference& reference, const QString& targets);

    Database& m_database;
    Journal& m_journal;
    std::vector<Reference> m_references;
};

} // namespace core
