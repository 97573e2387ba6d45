#pragma once

#include "core/formats/CsvSample.h"

#include <optional>

namespace core {

/// In how many rows four numbers can be a box within the picture of the row, read as two corners and as a corner and a size.
struct CsvBoxFit {
    int rows = 0; // that hold four numbers
    int corners = 0, sizes = 0;
};
CsvBoxFit boxFit(const CsvSample& sample, int file, const std::vector<int>& columns);

/// Two corners, or a corner and a size: what holds in every row, or else clearly in most. Both hold: corners, the documented order.
std::optional<CsvColumns::Corners> formThatFits(const CsvSample& sample, int file, const std::vector<int>& columns);

/// All coordinates are at most 1, and at least one is a true fraction.
bool areShares(const CsvSample& sample, const std::vector<int>& columns);

/// The first of two neighbouring columns, of six, that are the size of the picture in every row; −1: none.
int pictureSizeAmong(const CsvSample& sample, int file, const std::vector<int>& columns);

} // namespace core
