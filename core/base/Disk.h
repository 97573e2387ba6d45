#pragma once

#include <QString>

namespace core {

/// No room is left on the disk that holds the path, or would hold it: less than 1 MB, into which no picture and no weights fit.
bool isDiskFull(const QString& path);

/// What is free on the disk that holds the path, or would hold it, bytes; -1: the system does not say.
qint64 bytesFree(const QString& path);

/// Why a file could not be written, as a part of a sentence: that its disk is full, with the disk's name and what is free; otherwise
/// what the system says.
QString whyNotWritten(const QString& path, const QString& systemSays);

} // namespace core
