#include "core/formats/CsvColumns.h"

#include "core/formats/CsvSample.h"

namespace core {

CsvMeaning meaningOf(const std::vector<CsvRow>& rows, QChar delimiter, const CsvPictures& pictures)
{
    if (rows.empty() || delimiter.isNull() || rows.front().cells.size() < 2)
        return {};
    if (const auto named = meaningByHeader(CsvSample(rows, delimiter, pictures, true)))
        return *named;
    return meaningWithoutHeader(CsvSample(rows, delimiter, pictures, false));
}

} // namespace core
