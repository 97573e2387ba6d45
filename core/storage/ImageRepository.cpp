#include "core/storage/ImageRepository.h"

#include "core/storage/Query.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace core {

ImageRepository::ImageRepository(const Database& database)
    : m_database(database)
    , m_folders(rootFolders(database))
{
}

QHash<qint64, QString> ImageRepository::rootFolders(const Database& database)
{
    QHash<qint64, QString> folders;
    Query query(database, QStringLiteral("SELECT id, rel_dir, abs_hint, name FROM root"));
    for (query.run(); query.next();)
        folders.insert(query.number(0), database.rootPlaces().placeOf(database.folder(), query.text(1), query.text(2), query.text(3)));
    return folders;
}

QString ImageRepository::columns()
{
    return QStringLiteral("m.id, m.uuid, m.root_id, m.rel_path, m.bytes, m.mtime_ns, m.sha256, m.format, m.width, m.height, m.orientation, "
                          "m.frames, m.bits, m.channels, m.health, m.split, m.meta, m.decoded");
}

ImageRecord ImageRepository::read(const Query& query, int first) const
{
    ImageRecord image;
    image.id = query.id<ImageId>(first);
    image.uuid = query.uuid(first + 1);
    image.relativePath = query.text(first + 3);
    image.path = m_folders.value(query.number(first + 2)) + QLatin1Char('/') + image.relativePath;
    image.bytes = query.number(first + 4);
    image.mtimeNs = query.number(first + 5);
    image.sha256 = query.blob(first + 6);
    image.format = query.integer(first + 7);
    image.size = QSize(query.integer(first + 8), query.integer(first + 9));
    image.orientation = query.integer(first + 10);
    image.frames = query.integer(first + 11);
    image.bits = query.integer(first + 12);
    image.channels = query.integer(first + 13);
    image.health = query.oneOf(first + 14, Health::Odd);
    image.split = query.oneOf(first + 15, Split::Test);
    image.decoded = query.integer(first + 17);
    if (const auto meta = query.text(first + 16); !meta.isEmpty())
        image.sourceId = QJsonDocument::fromJson(meta.toUtf8()).object().value(QLatin1String("source_id")).toString();
    return image;
}

std::vector<ImageRecord> ImageRepository::all() const
{
    std::vector<ImageRecord> images;
    Query query(m_database, QStringLiteral("SELECT %1 FROM image m ORDER BY m.id").arg(columns()));
    for (query.run(); query.next();)
        images.push_back(read(query, 0));
    return images;
}

std::optional<ImageRecord> ImageRepository::find(ImageId id) const
{
    Query query(m_database, QStringLiteral("SELECT %1 FROM image m WHERE m.id = ?").arg(columns()));
    return query.bind(id).first() ? std::optional(read(query, 0)) : std::nullopt;
}

int ImageRepository::count() const
{
    Query query(m_database, QStringLiteral("SELECT count(*) FROM image"));
    return query.first() ? query.integer(0) : 0;
}

std::vector<std::pair<Health, int>> ImageRepository::healthCounts() const
{
    std::vector<std::pair<Health, int>> counts;
    Query query(m_database, QStringLiteral("SELECT health, count(*) FROM image WHERE health <> 0 GROUP BY health ORDER BY health"));
    for (query.run(); query.next();)
        counts.emplace_back(query.oneOf(0, Health::Odd), query.integer(1));
    return counts;
}

} // namespace core
