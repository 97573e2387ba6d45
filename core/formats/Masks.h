#pragma once

#include "core/formats/SourceTree.h"

namespace core {

/// Takes pictures that only mark the pixels of other pictures (images/a.jpg beside masks/a.png, a_mask.png beside a.jpg) out of the
/// listing, with one row for each folder of them. A folder called "mask" beside "no_mask" is a class and stays.
void leaveMasksOut(FolderListing& listing);

} // namespace core
