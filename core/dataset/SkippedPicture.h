#pragma once

#include "core/base/Id.h"

#include <QString>

namespace core {

/// A picture that a training was given and could not use.
struct SkippedPicture {
    ItemId item;
    QString path;
    QString why; // a sentence: not found, changed since the import, cannot be decoded …

    bool operator==(const SkippedPicture&) const = default;
};

} // namespace core
