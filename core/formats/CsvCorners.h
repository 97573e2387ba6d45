#pragma once

#include "core/formats/CsvSample.h"

namespace core {

/// Finds the columns of a box by their names ("xmin", "bbox_x", "cx", "left" …), and those of the picture's size. False: there are none.
bool findNamedCorners(const CsvSample& sample, CsvColumns& out);

} // namespace core
