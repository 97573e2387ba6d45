#pragma once

#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace core {

/// A place a training can run. Unusable ones say why.
struct DeviceEntry {
    QString id; // cpu, cuda:0, mps; of a card that cannot be used also amd:0, intel:0, or cuda when there is none at all
    QString name;
    qint64 memory = 0; // bytes; 0: not known
    bool usable = false;
    QString reason; // why not, and what to do, as sentences
    int cores = 0;              // of a processor
    QStringList instructions;   // of a processor, those that networks are computed with: "AVX2", "AVX-512" …
    QString driver;             // of a graphics card, as found; empty: none
    QString neededDriver;       // the oldest that will do; empty: it does not matter here
};

/// The processor first, then every graphics card of the computer. Looked up once for the process; the first call takes some milliseconds,
/// and longer where NVIDIA's own library has to be asked. Any thread.
const std::vector<DeviceEntry>& devices();

/// What the settings of the person let the program take of the machine, for both programs at their start, before anything is computed.
/// Cards get their share of memory here alone: libtorch reads it once. What the person set by libtorch's own variables stays.
void takeStoredMachineShare();

/// Versions of libtorch, OpenCV and Qt for About: {"libtorch", "2.13.0"} …
std::vector<std::pair<QString, QString>> libraryVersions();

} // namespace core
