#include "core/project/SourceIds.h"

#include "core/project/ProjectFolder.h"
#include "core/storage/Database.h"
#include "core/storage/ImageRepository.h"
#include "core/storage/ViewRepository.h"

#include <QDir>

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

} // namespace core
