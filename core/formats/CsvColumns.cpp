#include "core/formats/CsvColumns.h"

#include "core/formats/Reading.h"

#include <algorithm>

namespace core {

namespace {

/// The column with one of these names, space-separated; −1.
int columnNamed(const QStringList& header, const char* names)
{
    const QStringList wanted = QString::fromLatin1(names).split(QLatin1Char(' '));
    for (const QString& name : wanted)
        for (qsizetype i = 0; i < header.size(); ++i)
            if (header[i].toLower().remove(QLatin1Char('_')).remove(QLatin1Char(' ')) == name)
                return int(i);
    return -1;
}

bool isNumberOrEmpty(const QString& cell)
{
    bool ok = false;
    QString(cell).replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&ok);
    return ok || cell.isEmpty();
}

bool setCorners(CsvColumns& columns, const int (&found)[4], bool areSizes)
{
    if (std::ranges::any_of(found, [](int column) { return column < 0; }))
        return false;
    std::ranges::copy(found, columns.corners);
    columns.cornersAreSizes = areSizes;
    columns.kind = CsvColumns::Kind::Boxes;
    return true;
}

void findCorners(const QStringList& header, CsvColumns& columns)
{
    const int extremes[4] = {columnNamed(header, "xmin x0 left"), columnNamed(header, "ymin y0 top"),
                             columnNamed(header, "xmax right"), columnNamed(header, "ymax bottom")};
    const int numbered[4] = {columnNamed(header, "x1"), columnNamed(header, "y1"), columnNamed(header, "x2"), columnNamed(header, "y2")};
    const int zeroBased[4] = {columnNamed(header, "x0"), columnNamed(header, "y0"), columnNamed(header, "x1"), columnNamed(header, "y1")};
    const int sizes[4] = {columnNamed(header, "x bboxx"), columnNamed(header, "y bboxy"), columnNamed(header, "w bboxwidth bboxw width"),
                          columnNamed(header, "h bboxheight bboxh height")};
    if (setCorners(columns, extremes, false) || setCorners(columns, numbered, false) || setCorners(columns, zeroBased, false)) {
        columns.width = columnNamed(header, "width imagewidth");
        columns.height = columnNamed(header, "height imageheight");
    } else if (setCorners(columns, sizes, true)) {
        columns.width = columnNamed(header, "imagewidth");
        columns.height = columnNamed(header, "imageheight");
    }
}

bool findAnswers(const std::vector<CsvRow>& rows, CsvColumns& columns)
{
    const QStringList& header = rows.front().cells;
    for (int column = 0; column < int(header.size()); ++column) {
        if (column == columns.file || column == columns.split || columnNamed({header[column]}, "group width height id index") == 0)
            continue;
        const bool isAnswer = std::all_of(rows.begin() + 1, rows.end(), [&](const CsvRow& row) {
            return row.cells.size() <= column || answerOf(row.cells[column]) != CsvAnswer::Invalid;
        });
        if (isAnswer)
            columns.answers.push_back(column);
    }
    columns.kind = CsvColumns::Kind::Answers;
    return !columns.answers.empty() && rows.size() > 1;
}

std::optional<CsvColumns> withoutHeader(const QStringList& first)
{
    CsvColumns columns;
    columns.hasHeader = false;
    columns.count = first.size();
    if (!isPictureName(first.front()))
        return std::nullopt;
    if (first.size() == 6 && std::all_of(first.begin() + 1, first.begin() + 5, isNumberOrEmpty)) {
        setCorners(columns, {1, 2, 3, 4}, false);
        columns.label = 5;
        return columns;
    }
    columns.label = 1;
    return first.size() == 2 ? std::optional(columns) : std::nullopt;
}

} // namespace

CsvAnswer answerOf(const QString& cell)
{
    const QString word = cell.trimmed().toLower();
    const auto is = [&](std::initializer_list<const char*> words) {
        return std::ranges::any_of(words, [&](const char* other) { return word == QLatin1String(other); });
    };
    if (is({"1", "1.0", "true", "yes"}))
        return CsvAnswer::Yes;
    if (is({"0", "0.0", "false", "no"}))
        return CsvAnswer::No;
    return is({"", "-1", "?"}) ? CsvAnswer::Unseen : CsvAnswer::Invalid;
}

std::optional<CsvColumns> columnsOf(const std::vector<CsvRow>& rows)
{
    if (rows.empty() || rows.front().cells.size() < 2)
        return std::nullopt;
    const QStringList& header = rows.front().cells;
    CsvColumns columns;
    columns.count = header.size();
    columns.file = columnNamed(header, "filename file image imagename img path filepath imagepath picture imgname");
    if (columns.file < 0)
        return withoutHeader(header);
    columns.label = columnNamed(header, "label labels class classes classname concept concepts category tag tags");
    columns.split = columnNamed(header, "split set subset stage partition");
    findCorners(header, columns);
    if (columns.kind == CsvColumns::Kind::Boxes)
        return columns.label >= 0 ? std::optional(columns) : std::nullopt;
    if (columns.label >= 0)
        return columns;
    return findAnswers(rows, columns) ? std::optional(columns) : std::nullopt;
}

} // namespace core
