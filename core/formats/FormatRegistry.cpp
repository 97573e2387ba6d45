#include "core/formats/Reading.h"

namespace core {

const std::vector<FormatEntry>& formatEntries()
{
    static const std::vector<FormatEntry> entries{
        {"voc", &detectVoc, &readVoc},
        {"coco", &detectCoco, &readCoco, &writeCoco, &cocoOutput},
        {"yolo", &detectYolo, &readYolo},
        {"via", &detectVia, &readVia},
        {"csv", &detectCsv, &readCsv, &writeCsv},
        {"folders", &detectFolders, &readFolders},
        {"pictures", &detectPictures, &readPictures},
        {"oriel", nullptr, nullptr, &writeOriel},
    };
    return entries;
}

} // namespace core
