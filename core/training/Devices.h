#pragma once

#include <QString>

#include <utility>
#include <vector>

namespace core {

/// A place a training can run. Unusable ones say why.
struct DeviceEntry {
    QString id; // cpu, cuda:0, mps
    QString name;
    qint64 memory = 0; // bytes
    bool usable = false;
    QString reason;
};
std::vector<DeviceEntry> devices();

/// Versions of libtorch, OpenCV and Qt for About: {"libtorch", "2.13.0"} …
std::vector<std::pair<QString, QString>> libraryVersions();

} // namespace core
