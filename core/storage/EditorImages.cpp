#include "core/storage/Editor.h"

#include "core/base/Error.h"
#include "core/storage/ItemWriter.h"
#include "core/storage/Journal.h"
#include "core/storage/Query.h"
#include "core/storage/Removal.h"

#include <QCoreApplication>

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

void Editor::takeContent(const ImageRecord& now, ChangedPicture annotation)
{
    Query known(m_database, QStringLiteral("SELECT width, height FROM image WHERE id = ?"));
    if (!known.bind(now.id).first())
        return;
    const QSize before(known.integer(0), known.integer(1));
    if (annotation == ChangedPicture::KeepAnnotation && before != now.size)
        throw Error(QCoreApplication::translate("Editor",
            "“%1” has %2 × %3 pixels now, and had %4 × %5, so its annotation does not fit any more. Nothing was changed; say that it is a new picture.")
                        .arg(now.name()).arg(now.size.width()).arg(now.size.height()).arg(before.width()).arg(before.height()));
    if (annotation == ChangedPicture::DropAnnotation) {
        std::vector<ItemId> items;
        for (const auto item : idsOf(m_database, QStringLiteral("SELECT id FROM item WHERE image_id = ?"), now.id.value))
            items.push_back(ItemId{item});
        clearAnnotation(items);
    }
    m_journal.update("image", now.id.value, {{"bytes", now.bytes}, {"mtime_ns", now.mtimeNs}, {"sha256", now.sha256}, {"format", now.format},
        {"width", now.size.width()}, {"height", now.size.height()}, {"orientation", now.orientation}, {"frames", now.frames}, {"bits", now.bits},
        {"channels", now.channels}, {"health", int(now.health)}, {"own_health", int(now.health)}, {"decoded", now.decoded}});
}

void Editor::setHealth(const std::vector<ImageId>& images, Health health)
{
    for (const auto image : images)
        m_journal.update("image", image.value, {{"health", int(health)}});
}

} // namespace core
