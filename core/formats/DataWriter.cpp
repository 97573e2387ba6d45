#include "core/formats/DataWriter.h"

#include "core/formats/Reading.h"

#include <algorithm>

namespace core {

QString ExportedPicture::stem() const
{
    const qsizetype dot = name.lastIndexOf(QLatin1Char('.'));
    return dot > name.lastIndexOf(QLatin1Char('/')) + 1 ? name.left(dot) : name;
}

ExportedPicture withoutNo(ExportedPicture picture)
{
    std::erase_if(picture.answers, [](const auto& answer) { return !answer.second; });
    return picture;
}

const DataOutput* dataOutput(const QString& format)
{
    const auto& entries = formatEntries();
    const auto found = std::ranges::find_if(entries, [&](const FormatEntry& entry) { return format == QLatin1String(entry.key); });
    return found == entries.end() ? nullptr : found->output;
}

QStringList dataFormats()
{
    QStringList keys;
    for (const FormatEntry& entry : formatEntries())
        if (entry.output)
            keys << QLatin1String(entry.key);
    return keys;
}

} // namespace core
