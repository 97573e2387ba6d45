#include "core/pictures/HeaderScan.h"
#include "core/pictures/StoredPixels.h"

namespace core {

// Built without libheif: such pictures are named and not read.
bool readsHeif(HeifCoding) { return false; }
HeaderScan scanHeif(const QByteArray&) { return {}; }
StoredPixels decodeHeif(const QByteArray&) { return {}; }

} // namespace core
