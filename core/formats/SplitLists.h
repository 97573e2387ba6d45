#pragma once

#include "core/formats/Reading.h"

namespace core {

/// Lists of names that state the splits of a source: ImageSets/Main/train.txt, train.txt, val_list.txt … A line is a name, with or
/// without folders and suffix, maybe in quotes, maybe followed by a number or an annotation file.
///
/// Sets the split of each record that a list below the source names. A name that fits no picture is told with its line, a list of which
/// nothing fits in one row.
void applySplitLists(Reading& reading);

/// The split that a list is for by its name, of those above, or none. "trainval" is Train.
std::optional<Split> splitOfList(const QString& fileName);

} // namespace core
