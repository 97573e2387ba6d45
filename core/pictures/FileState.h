#pragma once

#include "core/dataset/Image.h"

#include <functional>

namespace core {

/// What the file of a picture is today, against what the project recorded of it.
struct FileState {
    Health health = Health::Good; // Good: the recorded content; Missing: not there or not readable; Changed: other content
    qint64 bytes = 0;             // as it stands now; 0 when missing
    qint64 mtimeNs = 0;
    QByteArray sha256;            // of the file as it stands now, when it had to be read

    bool operator==(const FileState&) const = default;
};

enum class Comparison {
    BySizeAndTime, // only a file of another size or time is read and hashed
    ByContent,     // always hashed: for a picture that was missing or changed before
};

/// Compares a file with its record. Any thread. Reads the file only when size or time differ (or ByContent), in pieces.
/// A record without hash is compared by size and time alone, one without time by its hash. `isCanceled` ends a long hash; the state is then Good and of no use.
FileState compareWithFile(const ImageRecord& record, Comparison comparison = Comparison::BySizeAndTime,
                          const std::function<bool()>& isCanceled = {});

/// Size and time of the file as records keep them; health Missing when it is no ordinary file.
FileState stampOf(const QString& path);

} // namespace core
