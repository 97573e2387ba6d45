#pragma once

#include "core/networks/NetworkRegistry.h"

namespace core {

/// How many parameters a network of this shape has, known without building it; its input does not matter. 0: this program knows no such
/// architecture.
qint64 parametersOf(const NetworkShape& shape);

} // namespace core
