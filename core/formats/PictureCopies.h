#pragma once

#include "core/formats/ReadSources.h"

namespace core {

/// Copies the pictures of the sources below `folder`, which needs not be there, and lets the records name the copies. Pictures that lie
/// below it already stay. Copies are byte for byte. Throws Error with a sentence when the disk has no room or cannot be written to; when
/// cancelled, the rest still names the originals.
void copyPictures(std::vector<SourceData>& sources, const QString& folder, const SourceListener& listener);

} // namespace core
