#pragma once

#include <QString>

namespace core {

/// Sends what Qt and this program log to a file instead of stderr: logPath(), kept below 1 MB with one older file beside it. For the
/// two programs, after the application has its name; a log that cannot be written is no log. The variable ORIEL_LOG names another
/// file, or "-" for stderr.
void sendMessagesToLog();
QString logPath();
bool isLogToFile();

} // namespace core
