#pragma once

#include "core/formats/ReadSources.h"

#include <QHash>
#include <QString>
#include <QUuid>

namespace core {

/// The ids that sources gave to what a project holds, as JSON (7 or "a7"): what goes out of the project goes out with them.
struct SourceIds {
    QHash<QString, QString> images; // absolute path -> id
    QHash<QUuid, QString> concepts; // also of those that were deleted
};

/// Reads them on a connection of its own; any thread. `folder`: of the project. Throws Error.
SourceIds sourceIds(const QString& folder);
/// The same ids the other way round, for a source that names pictures and classes by them. Reads as sourceIds() does.
KnownIds knownIds(const QString& folder);

} // namespace core
