#pragma once

#include "core/formats/SourceTree.h"

namespace core {

/// What program wrote a JSON file, told by its first and last 64 KB. A file has one kind at most.
enum class JsonKind { None, Coco, CocoResults, Via, Labelme, Datumaro, CreateMl, Studio, Vulcan, Lines };

JsonKind jsonKindOf(const QByteArray& sample);
/// The files of a source of that kind, in order. Each file is looked at once for all kinds.
QStringList jsonFiles(const SourceTree& tree, JsonKind kind);

} // namespace core
