#pragma once

#include <QtGlobal>

namespace core {

/// Bytes that programs can still be given without others being pushed out; the limit of a container counts. Absent knowledge: 4 GB.
qint64 availableMemory();
/// Bytes that this computer has, or that a container lets the program have; 0: not known.
qint64 installedMemory();

} // namespace core
