#include "core/formats/Reading.h"

namespace core {

const std::vector<FormatEntry>& formatEntries()
{
    static const std::vector<FormatEntry> entries{
        {"voc", &detectVoc, &readVoc, nullptr, &vocOutput},
        {"coco", &detectCoco, &readCoco, &writeCoco, &cocoOutput},
        {"yolo", &detectYolo, &readYolo, nullptr, &yoloOutput},
        {"via", &detectVia, &readVia},
        {"csv", &detectCsv, &readCsv, &writeCsv, &csvOutput},
        {"folders", &detectFolders, &readFolders, nullptr, &foldersOutput},
        {"pictures", &detectPictures, &readPictures},
        {"oriel", nullptr, nullptr, &writeOriel},
    };
    return entries;
}

} // namespace core
