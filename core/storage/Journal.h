#pragma once

#include "core/base/Id.h"
#include "core/storage/RowStore.h"

#include <QByteArray>
#include <QSet>
#include <QString>
#include <QUuid>
#include <QVariant>

#include <optional>
#include <utility>
#include <vector>

namespace core {

class Database;

/// What the rows that were written since begin(), undo() or redo() belong to.
struct Touched {
    bool structure = false;   // views, concepts
    bool images = false;      // images, picture folders
    bool annotations = false; // items, labels, boxes, gaps
    bool library = false;     // models, versions
    QSet<qint64> items;       // with annotations; beyond `mostItems` it is emptied and manyItems set
    bool manyItems = false;
    bool viewsRemoved = false;
    std::vector<QUuid> versionsRemoved; // their folders go to the trash ...
    std::vector<QUuid> versionsRestored; // ... and come back

    static constexpr int mostItems = 1000;
};

/// The undo history: each act is a step that keeps the rows it changed as they were and as they became. Kept over restarts.
/// All changes of a person's data go through insert(), update() and remove(), on the writer thread, inside a transaction
/// that the caller owns. Undo applies a step backwards, redo forwards, so foreign keys hold at each row.
class Journal {
public:
    using Columns = RowStore::Columns;

    explicit Journal(Database& database);

    /// Opens a step; steps that were undone are dropped.
    void begin(const QString& title, TransferId transfer = {});
    /// Closes the step; one without changes leaves no trace. Returns whether anything was changed.
    bool end();

    /// Adds a row and returns its rowid.
    qint64 insert(const char* table, const Columns& values);
    /// Sets values of one row. Returns false, and keeps nothing, when they were so already.
    bool update(const char* table, const Columns& key, const Columns& values);
    bool update(const char* table, qint64 id, const Columns& values) { return update(table, {{"id", id}}, values); }
    void remove(const char* table, const Columns& key);
    void remove(const char* table, qint64 id) { remove(table, {{"id", id}}); }

    QString undoTitle() const; // empty: nothing to undo
    QString redoTitle() const;
    /// Takes back the newest step that is not undone; returns its title, or nothing where there is none. Throws Error where
    /// the rows have moved on (a view in which versions were trained since).
    std::optional<QString> undo();
    std::optional<QString> redo();

    const Touched& touched() const { return m_touched; }

private:
    struct Step {
        qint64 id = 0;
        QString title;
    };
    struct Change {
        qint64 seq = 0;
        QByteArray table;
        QByteArray before; // CBOR map of columns; empty: the row was absent
        QByteArray after;
    };
    Step newest(bool undone) const;
    std::vector<Change> changesOf(qint64 step) const;
    void write(const char* table, const QByteArray& before, const QByteArray& after);
    void note(const QByteArray& table, const QByteArray& row, bool appears, bool disappears);
    void undoChange(qint64 step, const Change& change);
    void redoChange(const Change& change);
    void insertRow(const QByteArray& table, const QByteArray& row);
    void deleteRow(const QByteArray& table, const QByteArray& row);
    void mark(qint64 step, bool undone);
    void prune();

    Database& m_database;
    RowStore m_rows;
    qint64 m_step = 0;
    qint64 m_seq = 0;
    qint64 m_bytes = 0;
    QSet<std::pair<QByteArray, qint64>> m_inserted; // in this step, by rowid: their later changes need no record
    Touched m_touched;
};

} // namespace core
