#include "core/project/SourceIds.h"

#include "core/project/ProjectFolder.h"
#include "core/storage/Database.h"
#include "core/storage/ImageRepository.h"
#include "core/storage/ViewRepository.h"

#include <QDir>
#include <QSet>

namespace core {

SourceIds sourceIds(const QString& folder)
{
    const Database database(ProjectFolder::databasePath(folder), Database::Mode::Read);
    SourceIds ids;
    for (const ImageRecord& image : ImageRepository(database).all())
        if (!image.sourceId.isEmpty())
            ids.images.insert(QDir::cleanPath(image.path), image.sourceId);
    ids.concepts = ViewRepository(database).sourceIds();
    return ids;
}

namespace {

/// An id that means two things means neither.
void add(QHash<QString, QString>& meanings, QSet<QString>& unclear, const QString& id, const QString& meaning)
{
    if (unclear.contains(id))
        return;
    if (const auto known = meanings.constFind(id); known != meanings.cend() && *known != meaning) {
        meanings.remove(id);
        unclear.insert(id);
        return;
    }
    meanings.insert(id, meaning);
}

} // namespace

KnownIds knownIds(const QString& folder)
{
    const SourceIds ids = sourceIds(folder);
    KnownIds known;
    QSet<QString> unclearPictures, unclearConcepts;
    for (auto image = ids.images.cbegin(); image != ids.images.cend(); ++image)
        add(known.pictures, unclearPictures, image.value(), image.key());
    const Database database(ProjectFolder::databasePath(folder), Database::Mode::Read);
    const ViewRepository views(database);
    for (const ViewRecord& view : views.all())
        for (const ConceptRecord& record : views.concepts(view.id))
            if (const QString id = ids.concepts.value(record.uuid); !id.isEmpty())
                add(known.concepts, unclearConcepts, id, record.name);
    return known;
}

} // namespace core
