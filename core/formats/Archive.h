#pragma once

#include "core/formats/ReadSources.h"

#include <QString>

namespace core {

/// Unpacks a zip file into `folder`, which must not be there yet. Before anything is written, the whole archive is refused that has a name that
/// leads out of the folder (.., absolute, a drive), a link or a device, two names that are equal after case folding, a password, more than
/// 2,000,000 entries, a size beyond the free space or beyond 100 MB and 200 times its own. Leftovers of systems (__MACOSX, hidden files) stay
/// in the archive. What does not keep to the sizes that it states, or is damaged, ends the unpacking.
/// Throws Error with a sentence; then, and when cancelled (false), nothing is left of the folder.
bool unpackZip(const QString& path, const QString& folder, const SourceListener& listener);

} // namespace core
