#include "core/storage/Editor.h"

#include "core/storage/Journal.h"
#include "core/storage/Query.h"
#include "core/storage/Removal.h"

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

} // namespace

void Editor::removeImages(const std::vector<ImageId>& images)
{
    const QVariant list = jsonList(images);
    const auto roots = idsOf(m_database, QStringLiteral("SELECT DISTINCT root_id FROM image WHERE id IN (SELECT value FROM json_each(?))"), list);
    const auto known = idsOf(m_database, QStringLiteral("SELECT id FROM image WHERE id IN (SELECT value FROM json_each(?))"), list);
    Removal removal(m_database, m_journal);
    removal.remove("image", known);
    // A picture folder goes with its last picture.
    for (const auto root : roots)
        if (idsOf(m_database, QStringLiteral("SELECT id FROM image WHERE root_id = ? LIMIT 1"), root).empty())
            removal.remove("root", {root});
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
