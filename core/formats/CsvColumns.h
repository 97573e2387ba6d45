#pragma once

#include "core/formats/CsvTable.h"

#include <optional>

namespace core {

/// What the columns of a picture table mean (data.md 4.4, CSV a, b, e, f). Numbers are column positions, −1: absent.
struct CsvColumns {
    enum class Kind { Boxes, Labels, Answers } kind = Kind::Labels;
    bool hasHeader = true;
    int file = 0;
    int label = -1;
    int corners[4] = {-1, -1, -1, -1}; // x0, y0, x1, y1; or x, y, width, height
    bool cornersAreSizes = false;
    int width = -1, height = -1;       // of the picture
    int split = -1;
    std::vector<int> answers;          // a column for each concept
    qsizetype count = 0;               // columns of a row
};

/// From the first rows; absent: this is no table of pictures.
std::optional<CsvColumns> columnsOf(const std::vector<CsvRow>& rows);

enum class CsvAnswer { Yes, No, Unseen, Invalid };
CsvAnswer answerOf(const QString& cell);

} // namespace core
