#include "core/formats/CsvBoxes.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr int mostOpened = 50; // pictures whose size is read to understand a table

} // namespace

CsvBoxFit boxFit(const CsvSample& sample, int file, const std::vector<int>& columns)
{
    const bool isRelative = areShares(sample, columns);
    CsvBoxFit fit;
    QHash<QString, QSize> sizes;
    for (const CsvRow* row : sample.rows()) {
        const std::vector<double> v = sample.numbersOf(*row, columns);
        if (v.size() != 4 || std::ranges::any_of(v, [](double value) { return std::isnan(value); }))
            continue;
        const QString& picture = row->cells[file];
        if (!isRelative && sizes.size() < mostOpened && !sizes.contains(picture))
            sizes.insert(picture, sample.pictureSize(picture));
        const QSize size = sizes.value(picture);
        const double width = isRelative ? 1.001 : size.isEmpty() ? 1e9 : size.width() + 1, height = isRelative ? 1.001 : size.isEmpty() ? 1e9 : size.height() + 1;
        const bool startsInside = v[0] >= -1 && v[1] >= -1;
        ++fit.rows;
        fit.corners += startsInside && v[2] > v[0] && v[3] > v[1] && v[2] <= width && v[3] <= height ? 1 : 0;
        fit.sizes += startsInside && v[2] > 0 && v[3] > 0 && v[0] + v[2] <= width && v[1] + v[3] <= height ? 1 : 0;
    }
    return fit;
}

std::optional<CsvColumns::Corners> formThatFits(const CsvSample& sample, int file, const std::vector<int>& columns)
{
    const CsvBoxFit fit = boxFit(sample, file, columns);
    if (fit.rows == 0)
        return std::nullopt;
    if (fit.corners == fit.rows || (fit.corners * 10 >= fit.rows * 9 && fit.corners > fit.sizes))
        return CsvColumns::Corners::Extremes;
    if (fit.sizes == fit.rows || (fit.sizes * 10 >= fit.rows * 9 && fit.sizes > fit.corners))
        return CsvColumns::Corners::Sizes;
    return std::nullopt;
}

bool areShares(const CsvSample& sample, const std::vector<int>& columns)
{
    bool hasFraction = false;
    for (const CsvRow* row : sample.rows())
        for (const double value : sample.numbersOf(*row, columns)) {
            if (value > 1.001)
                return false;
            hasFraction = hasFraction || (value > 0 && value < 1);
        }
    return hasFraction;
}

int pictureSizeAmong(const CsvSample& sample, int file, const std::vector<int>& columns)
{
    if (columns.size() != 6)
        return -1;
    for (const size_t at : {size_t(0), size_t(4)}) {
        bool fits = columns[at + 1] == columns[at] + 1;
        int seen = 0;
        for (size_t i = 0; fits && i < sample.rows().size() && seen < mostOpened; ++i) {
            const CsvRow& row = *sample.rows()[i];
            const QSize size = sample.pictureSize(row.cells[file]);
            fits = size.isEmpty() || (sample.number(row, columns[at]) == size.width() && sample.number(row, columns[at + 1]) == size.height());
            seen += size.isEmpty() ? 0 : 1;
        }
        if (fits && seen > 0)
            return columns[at];
    }
    return -1;
}

} // namespace core
