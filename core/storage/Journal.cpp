#include "core/storage/Journal.h"

#include "core/storage/Query.h"

#include <QCborValue>
#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace core {

namespace {

constexpr int mostSteps = 10'000;
constexpr qint64 mostBytes = 256 * 1024 * 1024;

QString text(const char* sentence)
{
    return QCoreApplication::translate("Journal", sentence);
}

/// As SQLite stores them: NULL is not an empty text, 1 is not 1.0.
bool isSame(const QVariant& a, const QVariant& b)
{
    return a.isNull() == b.isNull() && QCborValue::fromVariant(a) == QCborValue::fromVariant(b);
}

/// "a = ? AND b = ?"
QString conditions(const QStringList& columns, const QString& joint)
{
    return columns.join(QStringLiteral(" = ?") + joint) + QStringLiteral(" = ?");
}

QStringList namesOf(const Journal::Columns& columns)
{
    QStringList names;
    for (const auto& column : columns)
        names << QString::fromLatin1(column.first);
    return names;
}

} // namespace

Journal::Journal(Database& database)
    : m_database(database)
    , m_rows(database)
{
}

// Steps ---------------------------------------------------------------------------------------------------------------

void Journal::begin(const QString& title, TransferId transfer)
{
    Q_ASSERT(m_step == 0);
    Query(m_database, QStringLiteral("DELETE FROM undo_step WHERE undone = 1")).run();
    Query query(m_database, QStringLiteral("INSERT INTO undo_step(at, title, transfer_id) VALUES (?, ?, ?)"));
    query.bind(QDateTime::currentMSecsSinceEpoch()).bind(title).bind(transfer.isValid() ? QVariant(transfer.value) : QVariant()).run();
    m_step = query.insertedId();
    m_seq = 0;
    m_bytes = 0;
    m_inserted.clear();
    m_touched = {};
}

bool Journal::end()
{
    Q_ASSERT(m_step != 0);
    const bool changed = m_seq > 0;
    if (changed)
        Query(m_database, QStringLiteral("UPDATE undo_step SET bytes = ? WHERE id = ?")).bind(m_bytes).bind(m_step).run();
    else
        Query(m_database, QStringLiteral("DELETE FROM undo_step WHERE id = ?")).bind(m_step).run();
    if (changed && m_step % 100 == 0)
        prune();
    m_step = 0;
    m_inserted.clear();
    return changed;
}

void Journal::prune()
{
    for (;;) {
        Query size(m_database, QStringLiteral("SELECT count(*), total(bytes) FROM undo_step"));
        if (!size.first() || size.number(0) <= mostSteps || size.real(1) <= double(mostBytes))
            return;
        Query(m_database, QStringLiteral("DELETE FROM undo_step WHERE id IN (SELECT id FROM undo_step ORDER BY id LIMIT 100)")).run();
    }
}

Journal::Step Journal::newest(bool undone) const
{
    // Undone steps are always the newest ones: undo takes from the end, and a new act drops them.
    Query query(m_database, undone ? QStringLiteral("SELECT id, title FROM undo_step WHERE undone = 1 ORDER BY id LIMIT 1")
                                   : QStringLiteral("SELECT id, title FROM undo_step WHERE undone = 0 ORDER BY id DESC LIMIT 1"));
    return query.first() ? Step{query.number(0), query.text(1)} : Step{};
}

QString Journal::undoTitle() const
{
    return newest(false).title;
}

QString Journal::redoTitle() const
{
    return newest(true).title;
}

// Writing -------------------------------------------------------------------------------------------------------------

qint64 Journal::insert(const char* table, const Columns& values)
{
    const auto names = namesOf(values);
    QStringList marks(QList<QString>(names.size(), QStringLiteral("?")));
    Query query(m_database, QStringLiteral("INSERT INTO %1(%2) VALUES (%3)").arg(QLatin1String(table), names.join(QLatin1Char(',')), marks.join(QLatin1Char(','))));
    for (const auto& column : values)
        query.bind(column.second);
    query.run();

    // Only the key is kept: the whole row is read when it is taken back.
    const auto& key = m_rows.keyOf(table);
    Columns keyValues;
    qint64 id = 0;
    if (key.size() == 1 && key.first() == QLatin1String("id")) {
        id = query.insertedId();
        keyValues = {{"id", id}};
        m_inserted.insert({table, id});
    } else {
        for (const auto& column : values)
            if (key.contains(QLatin1String(column.first)))
                keyValues.push_back(column);
    }
    const auto keyRow = RowStore::toRow(keyValues);
    write(table, {}, keyRow);
    note(table, m_touched.manyItems ? QByteArray() : RowStore::toRow(values), true, false);
    if (qstrcmp(table, "item") == 0 && !m_touched.manyItems)
        note(table, keyRow, true, false);
    return id;
}

bool Journal::update(const char* table, const Columns& key, const Columns& values)
{
    Query current(m_database, QStringLiteral("SELECT %1 FROM %2 WHERE %3")
                                  .arg(namesOf(values).join(QLatin1Char(',')), QLatin1String(table), conditions(namesOf(key), QStringLiteral(" AND "))));
    for (const auto& column : key)
        current.bind(column.second);
    if (!current.first())
        return false;
    Columns before = key;
    Columns after = key;
    Columns changes;
    for (size_t i = 0; i < values.size(); ++i) {
        if (isSame(current.value(int(i)), values[i].second))
            continue;
        before.emplace_back(values[i].first, current.value(int(i)));
        after.push_back(values[i]);
        changes.push_back(values[i]);
    }
    if (changes.empty())
        return false;
    Query query(m_database, QStringLiteral("UPDATE %1 SET %2 WHERE %3")
                                .arg(QLatin1String(table), conditions(namesOf(changes), QStringLiteral(", ")), conditions(namesOf(key), QStringLiteral(" AND "))));
    for (const auto& column : changes)
        query.bind(column.second);
    for (const auto& column : key)
        query.bind(column.second);
    query.run();
    const auto beforeRow = RowStore::toRow(before);
    if (key.size() != 1 || !m_inserted.contains({table, key.front().second.toLongLong()}))
        write(table, beforeRow, RowStore::toRow(after));
    note(table, beforeRow, false, false);
    return true;
}

void Journal::remove(const char* table, const Columns& key)
{
    const auto before = m_rows.read(table, RowStore::toRow(key));
    if (before.isEmpty())
        return;
    write(table, before, {});
    note(table, before, false, true);
    deleteRow(table, before);
}

void Journal::write(const char* table, const QByteArray& before, const QByteArray& after)
{
    Q_ASSERT(m_step != 0);
    Query query(m_database, QStringLiteral("INSERT INTO undo_row(step_id, seq, tbl, before, after) VALUES (?, ?, ?, ?, ?)"));
    query.bind(m_step).bind(++m_seq).bind(QVariant(QString::fromLatin1(table)));
    query.bind(before.isEmpty() ? QVariant() : QVariant(before)).bind(after.isEmpty() ? QVariant() : QVariant(after)).run();
    m_bytes += before.size() + after.size();
}

void Journal::note(const QByteArray& table, const QByteArray& row, bool appears, bool disappears)
{
    const auto addItem = [&](const char* column) {
        m_touched.annotations = true;
        if (m_touched.manyItems || row.isEmpty())
            return;
        if (const auto id = RowStore::valueOf(row, column).toLongLong(); id != 0)
            m_touched.items.insert(id);
        if (m_touched.items.size() > Touched::mostItems) {
            m_touched.items.clear();
            m_touched.manyItems = true;
        }
    };
    if (table == "label" || table == "gap" || table == "box" || table == "draft")
        addItem("item_id");
    else if (table == "item")
        addItem("id");
    else if (table == "image" || table == "root")
        m_touched.images = true;
    else if (table == "view" || table == "concept" || table == "condition_term")
        m_touched.structure = true;
    else if (table == "model" || table == "model_version")
        m_touched.library = true;
    m_touched.viewsRemoved |= table == "view" && disappears;
    if (table == "model_version" && (appears || disappears)) {
        const auto uuid = QUuid::fromRfc4122(RowStore::valueOf(row, "uuid").toByteArray());
        (appears ? m_touched.versionsRestored : m_touched.versionsRemoved).push_back(uuid);
    }
}

// Undo and redo -------------------------------------------------------------------------------------------------------

std::optional<QString> Journal::undo()
{
    m_touched = {};
    const auto step = newest(false);
    if (step.id == 0)
        return std::nullopt;
    auto changes = changesOf(step.id);
    std::ranges::reverse(changes);
    try {
        for (const auto& change : changes)
            undoChange(step.id, change);
    } catch (const DatabaseError& error) {
        if (error.kind == DatabaseError::Kind::Constraint)
            throw Error(text(QT_TRANSLATE_NOOP("Journal",
                                 "“%1” cannot be undone any more: later work, such as a trained version, builds on it. Nothing was changed."))
                            .arg(step.title));
        throw;
    }
    mark(step.id, true);
    return step.title;
}

std::optional<QString> Journal::redo()
{
    m_touched = {};
    const auto step = newest(true);
    if (step.id == 0)
        return std::nullopt;
    try {
        for (const auto& change : changesOf(step.id))
            redoChange(change);
    } catch (const DatabaseError& error) {
        if (error.kind == DatabaseError::Kind::Constraint)
            throw Error(text(QT_TRANSLATE_NOOP("Journal", "“%1” cannot be done again: later work stands against it. Nothing was changed.")).arg(step.title));
        throw;
    }
    mark(step.id, false);
    return step.title;
}

void Journal::undoChange(qint64 step, const Change& change)
{
    if (!change.before.isEmpty() && !change.after.isEmpty()) {
        m_rows.update(change.table, change.before);
        note(change.table, change.before, false, false);
    } else if (!change.before.isEmpty()) {
        insertRow(change.table, change.before);
        note(change.table, change.before, true, false);
    } else {
        const auto row = m_rows.read(change.table, change.after);
        Query keep(m_database, QStringLiteral("UPDATE undo_row SET after = ? WHERE step_id = ? AND seq = ?"));
        keep.bind(QVariant(row)).bind(step).bind(change.seq).run();
        deleteRow(change.table, row);
        note(change.table, row, false, true);
    }
}

void Journal::redoChange(const Change& change)
{
    if (!change.before.isEmpty() && !change.after.isEmpty()) {
        m_rows.update(change.table, change.after);
        note(change.table, change.after, false, false);
    } else if (!change.before.isEmpty()) {
        deleteRow(change.table, change.before);
        note(change.table, change.before, false, true);
    } else {
        insertRow(change.table, change.after);
        note(change.table, change.after, true, false);
    }
}

void Journal::insertRow(const QByteArray& table, const QByteArray& row)
{
    if (table == "concept" && !m_rows.read(table, row).isEmpty()) // retired by an undo instead of deleted
        m_rows.update(table, row);
    else
        m_rows.insert(table, row);
}

void Journal::deleteRow(const QByteArray& table, const QByteArray& row)
{
    if (row.isEmpty())
        return;
    if (table == "concept") { // a model that was trained with it keeps it: retired, not gone
        const auto id = RowStore::valueOf(row, "id");
        Query used(m_database, QStringLiteral("SELECT 1 FROM model_concept WHERE concept_id = ?"));
        if (used.bind(id).first()) {
            Query(m_database, QStringLiteral("UPDATE concept SET retired = 1 WHERE id = ?")).bind(id).run();
            return;
        }
    }
    m_rows.remove(table, row);
}

void Journal::mark(qint64 step, bool undone)
{
    Query(m_database, QStringLiteral("UPDATE undo_step SET undone = ? WHERE id = ?")).bind(undone ? 1 : 0).bind(step).run();
}

// Reading -------------------------------------------------------------------------------------------------------------

std::vector<Journal::Change> Journal::changesOf(qint64 step) const
{
    std::vector<Change> changes;
    Query query(m_database, QStringLiteral("SELECT seq, tbl, before, after FROM undo_row WHERE step_id = ? ORDER BY seq"));
    for (query.bind(step).run(); query.next();)
        changes.push_back({query.number(0), query.text(1).toLatin1(), query.blob(2), query.blob(3)});
    return changes;
}

} // namespace core
