#pragma once

#include "core/dataset/Image.h"

#include <QHash>

#include <optional>
#include <utility>
#include <vector>

namespace core {

class Database;
class Query;

/// The pictures of a project and the folders they lie in. The only code that reads the tables image and root.
class ImageRepository {
public:
    explicit ImageRepository(const Database& database);

    std::vector<ImageRecord> all() const; // in the order of import
    std::optional<ImageRecord> find(ImageId id) const;
    int count() const;
    /// How many pictures are in each state that is not good; states without one are left out.
    std::vector<std::pair<Health, int>> healthCounts() const;

    /// The columns of an image, for statements of other repositories that join it as `m`.
    static QString columns();
    /// Reads them from `first` on.
    ImageRecord read(const Query& query, int first) const;

    /// Absolute folder of each root, where it lies now (RootPlaces).
    static QHash<qint64, QString> rootFolders(const Database& database);

private:
    const Database& m_database;
    QHash<qint64, QString> m_folders;
};

} // namespace core
