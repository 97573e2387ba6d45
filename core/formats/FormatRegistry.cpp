#include "core/formats/Reading.h"

namespace core {

const std::vector<FormatEntry>& formatEntries()
{
    static const std::vector<FormatEntry> entries{
        {"voc", &detectVoc, &readVoc, nullptr, &vocOutput},
        {"coco", &detectCoco, &readCoco, &writeCoco, &cocoOutput},
        {"yolo", &detectYolo, &readYolo, nullptr, &yoloOutput},
        {"via", &detectVia, &readVia},
        {"labelme", &detectLabelme, &readLabelme, nullptr, &labelmeOutput},
        {"cvat", &detectCvat, &readCvat, nullptr, &cvatOutput},
        {"datumaro", &detectDatumaro, &readDatumaro, nullptr, &datumaroOutput},
        {"createml", &detectCreateMl, &readCreateMl, nullptr, &createMlOutput},
        {"lines", &detectLines, &readLines, nullptr, &linesOutput},
        {"studio", &detectStudio, &readStudio},
        {"vulcan", &detectVulcan, &readVulcan},
        {"csv", &detectCsv, &readCsv, &writeCsv, &csvOutput},
        {"folders", &detectFolders, &readFolders, nullptr, &foldersOutput},
        {"pictures", &detectPictures, &readPictures},
        {"oriel", nullptr, nullptr, &writeOriel},
    };
    return entries;
}

QStringList readableFormats()
{
    QStringList keys{QStringLiteral("auto")};
    for (const FormatEntry& entry : formatEntries())
        if (entry.read)
            keys << QLatin1String(entry.key);
    return keys;
}

} // namespace core
