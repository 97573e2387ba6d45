#include "core/storage/Editor.h"

#include "core/storage/ItemWriter.h"
#include "core/storage/Journal.h"
#include "core/storage/Query.h"

namespace core {

// The verbs of images.

namespace {

std::vector<qint64> idsOf(Database& database, const QString& sql, const QVariant& value)
{
    std::vector<qint64> ids;
    Query query(database, sql);
    for (query.bind(value).run(); query.next();)
        ids.push_back(query.number(0));
    return ids;
}

void removeItem(Database& database, Journal& journal, qint64 item)
{
    ItemWriter(database, journal).removeAnnotation(ItemId{item});
    for (const auto* table : {"finding", "draft", "review_event"})
        for (const auto id : idsOf(database, QStringLiteral("SELECT id FROM %1 WHERE item_id = ?").arg(QLatin1String(table)), item))
            journal.remove(table, id);
    journal.remove("item", item);
}

} // namespace

void Editor::removeImages(const std::vector<ImageId>& images)
{
    for (const auto image : images) {
        const auto roots = idsOf(m_database, QStringLiteral("SELECT root_id FROM image WHERE id = ?"), image.value);
        if (roots.empty())
            continue;
        for (const auto item : idsOf(m_database, QStringLiteral("SELECT id FROM item WHERE image_id = ? ORDER BY box_id IS NULL, id DESC"), image.value))
            removeItem(m_database, m_journal, item);
        m_journal.remove("image", image.value);
        // A picture folder goes with its last picture.
        if (idsOf(m_database, QStringLiteral("SELECT id FROM image WHERE root_id = ? LIMIT 1"), roots.front()).empty())
            m_journal.remove("root", roots.front());
    }
}

void Editor::setSplit(const std::vector<ImageId>& images, Split split)
{
    for (const auto image : images) {
        // Pictures of equal bytes never lie in two splits.
        auto group = idsOf(m_database, QStringLiteral("SELECT id FROM image WHERE sha256 = (SELECT sha256 FROM image WHERE id = ?)"), image.value);
        if (group.empty()) // not hashed
            group.push_back(image.value);
        for (const auto member : group) {
            if (!m_journal.update("image", member, {{"split", int(split)}}))
                continue;
            for (const auto item : idsOf(m_database, QStringLiteral("SELECT id FROM item WHERE image_id = ?"), member))
                m_journal.update("item", item, {{"split", int(split)}});
        }
    }
}

void Editor::setHealth(const std::vector<ImageId>& images, Health health)
{
    for (const auto image : images)
        m_journal.update("image", image.value, {{"health", int(health)}});
}

} // namespace core
