#pragma once

#include "core/dataset/View.h"

#include <QSize>
#include <QString>

#include <array>
#include <memory>
#include <optional>
#include <span>

namespace core {

class Backbone;
class Network;

/// All that is needed to build a network again: stored in card.json, knows no torch.
struct NetworkShape {
    QString architecture;                        // key of the registry
    ViewType type = ViewType::Classification;    // which head
    int concepts = 1;
    QSize input{224, 224};                       // px, sides are multiples of 32, at most largestSide

    bool operator==(const NetworkShape&) const = default;
};

/// One architecture a person can choose. `key` is stored in project files and never changes.
struct NetworkEntry {
    const char* key;
    const char* name;             // a proper name, not translated
    double parametersMillions;    // with a head of 1000 concepts
    int defaultSide;              // px: side of a classifier's input
    int smallestSide;             // px
    int features;                 // pooled, from which the last layer answers
    std::array<float, 3> mean;    // of R, G, B on 0..255
    std::array<float, 3> deviation;
    std::shared_ptr<Backbone> (*build)();
};

std::span<const NetworkEntry> networkEntries();
/// Throws Error when this program knows no such architecture.
const NetworkEntry& networkEntry(const QString& key);
/// A network with fresh weights; with a seed always the same ones. Throws Error when the shape cannot be built.
std::shared_ptr<Network> buildNetwork(const NetworkShape& shape, std::optional<quint64> seed = {});
/// What a weights file of this shape holds at the very least, in bytes: its last layer in 16 bits. To be asked before a network is built
/// for a number of concepts that only a file claims.
qint64 leastWeightBytes(const NetworkShape& shape);

/// The greatest side of an input, px.
inline constexpr int largestSide = 4096;

/// The file of weights trained on ImageNet, or empty when this machine has none. Looked for in the folder named by the variable
/// ORIEL_WEIGHTS, among what comes with the program, then where a development build found them.
QString shippedWeights(const QString& architecture);

} // namespace core
