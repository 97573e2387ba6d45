#include "core/storage/Salvage.h"

#include "core/dataset/View.h"
#include "core/storage/AnnotationRepository.h"
#include "core/storage/Query.h"
#include "core/storage/Removal.h"
#include "core/storage/TableRescue.h"
#include "core/storage/Transaction.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

QString text(const char* sentence)
{
    return QCoreApplication::translate("Salvage", sentence);
}

QString name(const QByteArray& word)
{
    return QString::fromLatin1(word);
}

/// A row whose meaning hangs on this reference, although it may be empty.
bool isOwner(const Reference& reference)
{
    static const std::vector<std::pair<QByteArray, QByteArray>> owners{{"item", "box_id"}, {"view", "parent_id"}, {"finding", "box_id"}};
    return std::ranges::find(owners, std::pair(reference.table, reference.column)) != owners.end();
}

bool mayBeEmpty(const Database& database, const Reference& reference)
{
    Query query(database, QStringLiteral("SELECT 1 FROM pragma_table_info(?) WHERE name = ? AND \"notnull\" = 0 AND pk = 0"));
    return query.bind(name(reference.table)).bind(name(reference.column)).first();
}

/// "t.c points at nothing"
QString dangling(const Reference& reference)
{
    return QStringLiteral("%1 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %2 target WHERE target.id = %3.%1)")
        .arg(name(reference.column), name(reference.target), name(reference.table));
}

class Mending {
public:
    Mending(Database& fresh, std::vector<SalvagedTable>& tables) : m_fresh(fresh), m_references(references(fresh)), m_tables(tables) {}

    void run(const QString& backup)
    {
        if (!backup.isEmpty())
            fillFrom(backup);
        placeHolders();
        dropOrphans();
        mendStates();
        dropBrokenHistory();
        AnnotationRepository(m_fresh).addMissingItems();
        AnnotationRepository(m_fresh).mendTallies();
    }

private:
    SalvagedTable& table(const QByteArray& wanted) { return *std::ranges::find(m_tables, name(wanted), &SalvagedTable::name); }

    /// Rows that others point at and that only the backup still has.
    void fillFrom(const QString& backup)
    {
        Query(m_fresh, QStringLiteral("ATTACH ? AS backup")).bind(backup).run();
        for (bool isFilled = true; isFilled;) {
            isFilled = false;
            for (const auto& reference : m_references) {
                const auto columns = commonColumns(m_fresh, name(reference.target), QStringLiteral("backup"));
                if (columns.isEmpty())
                    continue;
                Query query(m_fresh, QStringLiteral("INSERT OR IGNORE INTO main.%1(%2) SELECT %2 FROM backup.%1 WHERE id IN (SELECT %3 FROM main.%4 WHERE %5)")
                                         .arg(name(reference.target), columns.join(QLatin1Char(',')), name(reference.column), name(reference.table), dangling(reference)));
                const int rows = query.run().changedRows();
                table(reference.target).filled += rows;
                isFilled |= rows > 0;
            }
        }
        Query(m_fresh, QStringLiteral("INSERT OR IGNORE INTO main.project(id, uuid, name, revision, split_seed) SELECT id, uuid, name, revision, split_seed FROM backup.project")).run();
    }

    void placeHolders()
    {
        // Pictures whose folder is not known are missing until their folder is shown again; their annotation stays.
        Query(m_fresh, QStringLiteral("INSERT INTO root(id, name, kind, abs_hint) SELECT DISTINCT root_id, 'Recovered folder ' || root_id, 0, '' FROM image WHERE %1")
                           .arg(dangling({"image", "root_id", "root"})))
            .run();
        for (const auto* annotation : {"label", "box"}) {
            const auto rows = QStringLiteral("SELECT DISTINCT %1.concept_id, item.view_id FROM %1 JOIN item ON item.id = %1.item_id JOIN view ON view.id = item.view_id WHERE %2")
                                  .arg(QLatin1String(annotation), QStringLiteral("NOT EXISTS (SELECT 1 FROM concept WHERE concept.id = %1.concept_id)").arg(QLatin1String(annotation)));
            std::vector<std::pair<ConceptId, ViewId>> lost;
            {
                Query query(m_fresh, rows);
                for (query.run(); query.next();)
                    lost.emplace_back(query.id<ConceptId>(0), query.id<ViewId>(1));
            }
            for (const auto& [id, view] : lost)
                addConcept(id, view);
        }
    }

    void addConcept(ConceptId id, ViewId view)
    {
        const auto called = QStringLiteral("Recovered concept %1").arg(id.value);
        Query query(m_fresh, QStringLiteral("INSERT OR IGNORE INTO concept(id, uuid, view_id, name, name_key, ordinal, colour, export_index) SELECT ?, ?, ?, ?, ?, "
                                            "coalesce(max(ordinal), -1) + 1, count(*) % 16, coalesce(max(export_index), -1) + 1 FROM concept WHERE view_id = ?"));
        query.bind(id).bind(QUuid::createUuid()).bind(view).bind(called).bind(nameKey(called)).bind(view).run();
    }

    void dropOrphans()
    {
        for (bool isDropped = true; isDropped;) {
            isDropped = false;
            for (const auto& reference : m_references) {
                const bool stays = reference.isCleared || (mayBeEmpty(m_fresh, reference) && !isOwner(reference));
                const auto act = stays ? QStringLiteral("UPDATE %1 SET %2 = NULL").arg(name(reference.table), name(reference.column))
                                       : QStringLiteral("DELETE FROM %1").arg(name(reference.table));
                Query query(m_fresh, act + QStringLiteral(" WHERE ") + dangling(reference));
                const int rows = query.run().changedRows();
                if (!stays)
                    table(reference.table).dropped += rows;
                isDropped |= rows > 0;
            }
        }
    }

    /// An item must not say that it is annotated with what is lost.
    void mendStates()
    {
        Query(m_fresh, QStringLiteral("UPDATE item SET state = 0 WHERE state <> 0 AND view_id IN (SELECT id FROM view WHERE type = 0) AND NOT EXISTS (SELECT 1 FROM label l WHERE l.item_id = item.id)")).run();
        Query(m_fresh, QStringLiteral("UPDATE item SET state = 0 WHERE state = 2 AND view_id IN (SELECT id FROM view WHERE type = 2) AND NOT EXISTS (SELECT 1 FROM box b WHERE b.item_id = item.id)")).run();
        Query(m_fresh, QStringLiteral(
            "UPDATE item SET state = t.state FROM (SELECT i.id, CASE WHEN count(l.value) = 0 THEN 0 WHEN count(l.value) < "
            "(SELECT count(*) FROM concept c WHERE c.view_id = i.view_id AND c.retired = 0) THEN 1 WHEN max(l.value) = 1 THEN 2 ELSE 3 END AS state "
            "FROM item i JOIN view v ON v.id = i.view_id AND v.type = 1 LEFT JOIN label l ON l.item_id = i.id AND l.concept_id IN "
            "(SELECT id FROM concept WHERE retired = 0) GROUP BY i.id) t WHERE t.id = item.id AND t.state <> item.state"))
            .run();
    }

    /// A step that lacks some of its rows would undo half an act.
    void dropBrokenHistory()
    {
        if (table("undo_step").isWhole() && table("undo_row").isWhole())
            return;
        Query(m_fresh, QStringLiteral("DELETE FROM undo_row")).run();
        Query(m_fresh, QStringLiteral("DELETE FROM undo_step")).run();
    }

    Database& m_fresh;
    std::vector<Reference> m_references;
    std::vector<SalvagedTable>& m_tables;
};

} // namespace

std::vector<SalvagedTable> salvage(const SalvageOrder& order)
{
    const Database damaged(order.damaged, Database::Mode::Damaged);
    if (!damaged.tables().contains(QStringLiteral("project"))) // what is cut to almost nothing reads as an empty database
        throw DatabaseError(DatabaseError::Kind::Damaged, text(QT_TRANSLATE_NOOP("Salvage", "Nothing can be read from %1. Nothing was changed.")).arg(order.damaged));
    Database fresh(order.fresh, Database::Mode::Create);
    Query(fresh, QStringLiteral("PRAGMA foreign_keys = OFF")).run(); // rows come in the order of the tables, not of what they need
    std::vector<SalvagedTable> tables;
    {
        Transaction transaction(fresh);
        for (const auto& name : fresh.tables()) {
            if (order.isCanceled && order.isCanceled())
                throw Error(text(QT_TRANSLATE_NOOP("Salvage", "The saving was cancelled. Nothing was changed.")));
            tables.push_back(rescueTable(damaged, fresh, name));
        }
        transaction.commit();
    }
    Mending(fresh, tables).run(order.backup);
    return tables;
}

} // namespace core
