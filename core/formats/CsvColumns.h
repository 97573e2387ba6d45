#pragma once

#include "core/formats/CsvTable.h"

#include <QSize>

#include <functional>
#include <optional>
#include <vector>

namespace core {

/// What the columns of a picture table mean. Numbers are column positions, −1: absent.
struct CsvColumns {
    enum class Kind { Boxes, Labels, Answers, Regions } kind = Kind::Labels;
    enum class Corners { Extremes, Sizes, Centre };

    bool hasHeader = true;
    int file = 0;
    int folder = -1;                // in which the file lies
    int label = -1;
    std::vector<int> corners;       // x0, y0, x1, y1; or x, y (of the corner or the centre), width, height; one: a list of four in one cell
    Corners form = Corners::Extremes;
    bool isRelative = false;        // shares of the picture
    int width = -1, height = -1;    // of the picture
    int split = -1;
    bool splitIsValidation = false; // a yes or no: is it of the validation set?
    int rotation = -1;              // degrees: a turned box
    int group = -1;                 // yes: the box holds several (crowd)
    int score = -1;
    bool scoreAnswers = false;      // 1 says yes to the label and 0 says no
    int shape = -1, attributes = -1; // Regions: cells of JSON
    int fileSize = -1;               // Regions: bytes; with the name it tells pictures apart
    QString separators = QStringLiteral(";|"); // between the names in one cell
    std::vector<int> answers;       // a column for each concept
    qsizetype count = 0;            // columns of a row
};

/// What was made of the first rows of a table.
struct CsvMeaning {
    enum class Verdict { NoPictures, Unclear, Clear } verdict = Verdict::NoPictures;
    CsvColumns columns; // when clear
    QString doubt;      // when unclear: half a sentence
};

/// What the pictures beside the table say about a cell.
struct CsvPictures {
    std::function<bool(const QString& written)> exists;
    std::function<QSize(const QString& written)> size; // empty: not known
};

/// Decides the meaning for the whole table: by its header, else by checks that the numbers can be boxes of these pictures. What
/// remains doubtful is not taken. `rows`: the first few thousand.
CsvMeaning meaningOf(const std::vector<CsvRow>& rows, QChar delimiter, const CsvPictures& pictures);

class CsvSample;
/// Its two halves. Nothing: the first row does not name the columns.
std::optional<CsvMeaning> meaningByHeader(const CsvSample& sample);
CsvMeaning meaningWithoutHeader(const CsvSample& sample);

} // namespace core
