#pragma once

#include "core/formats/Reading.h"

namespace core {

/// One Pascal VOC annotation, as written.
struct VocFile {
    QString fileName, path, folder; // what it says of its picture
    QSize size;
    std::vector<RawBox> boxes;      // pixels as written, corners that are missing or no numbers are NaN
    bool hasParts = false, hasHull = false;
    QString failure; // why it cannot be understood
};

/// Reads one file; tags in any case. DTDs, entities and nesting deeper than 32 are refused.
VocFile parseVoc(const QString& text);

} // namespace core
