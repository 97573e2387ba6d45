#pragma once

#include <QString>

#include <vector>

namespace core {

/// A graphics card as the system shows it, whether or not this program can compute on it.
struct GraphicsCard {
    enum class Maker { Nvidia, Amd, Intel };

    Maker maker = Maker::Nvidia;
    QString name;
    QString place;         // on the PCI bus, "0000:01:00.0"
    qint64 memory = 0;     // bytes; 0: not known
    QString driver;        // version of the maker's driver that runs, "535.104.05"; empty: none, or it does not say
    QString closedFile;    // of the card, which this person may not open; empty: none
};

/// What this build of libtorch can compute on.
struct CudaBuild {
    int version = 0; // as CUDA writes it: 12060 is 12.6; 0: built without CUDA
    int cards = 0;   // that libtorch finds usable
};

/// The cards of the makers above, NVIDIA's first, each maker's in the order of the bus. Reads the files that Linux shows below `root`; with the
/// root of the system ("/", and on Windows anything), NVIDIA's own management library (NVML) is asked first. Takes some milliseconds.
std::vector<GraphicsCard> graphicsCards(const QString& root = QStringLiteral("/"));

/// The oldest driver of NVIDIA that runs programs of this version of CUDA, "525.60.13"; empty: not known.
/// Source: "CUDA Compatibility", NVIDIA, table of minor version compatibility.
QString neededDriver(int cudaVersion);

/// Why a card that libtorch does not compute on cannot be used, and what to do about it, as sentences.
QString whyNotUsable(const GraphicsCard& card, const CudaBuild& build);

} // namespace core
