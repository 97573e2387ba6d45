#pragma once

#include <QString>

namespace core {

/// What a person lets the program take of this machine, for all projects. Kept in the settings of the person. Whoever begins a piece of
/// work asks for it once: what runs goes on with what it began with.
struct MachineShare {
    QString device = QStringLiteral("auto"); // where "auto" computes, when it can be used: auto, cpu, cuda:N, mps
    int threads = 0;                         // of the processor where nobody says a number; 0: all cores. 0..mostThreads
    int memoryPercent = 90;                  // of the memory of computer and graphics card, leastMemory..100
    int thumbnailGigabytes = 2;              // that the thumbnails of one project may take on the disk, 1..100
    int pixelGigabytes = 64;                 // that the decoded pictures of one project may take on the disk, 1..1000

    static constexpr int mostThreads = 1024, leastMemory = 30, mostThumbnails = 100, mostPixels = 1000;

    bool operator==(const MachineShare&) const = default;
};

/// The one of this process; the defaults until setMachineShare() was called. Any thread.
MachineShare machineShare();
/// Values out of their range become the nearest in it. Any thread.
void setMachineShare(MachineShare share);

/// From the settings of the person; what is missing there, or is no such value, has its default.
MachineShare storedMachineShare();
void storeMachineShare(const MachineShare& share);

/// Cores to work with: `wanted`, or the share of the machine when that is 0. At least 1.
int threadsFor(int wanted);
/// Bytes that may be taken now for what can also be read again: half of what is free, and never so much that more than the share of the
/// computer's memory is taken by all programs together. May be 0.
qint64 memoryToFill();

} // namespace core
