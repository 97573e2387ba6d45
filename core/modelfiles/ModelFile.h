#pragma once

#include <QSize>
#include <QString>

#include <optional>

namespace core {

class Network;
struct VersionCard;

/// The formats in which a trained network is given to other programs.
enum class ModelFormat { Onnx, TorchScript };

QString keyOf(ModelFormat format); // "onnx", "torchscript": the words of the terminal
std::optional<ModelFormat> modelFormatFromKey(const QString& key);
QString suffixOf(ModelFormat format); // "onnx", "pt"

/// What of the work around a network goes into the file with it.
struct ModelFileOptions {
    ModelFormat format = ModelFormat::Onnx;
    bool isHalf = false;     // weights and activations of the convolutions in 16 bits; input and answers stay float32
    bool hasResize = false;  // whole pictures of any size go in; the file scales them as Oriel does
    bool hasSelection = false; // detection: the boxes are chosen inside, as the card's BoxRule says

    bool operator==(const ModelFileOptions&) const = default;
};

/// A file of this kind holds a network as one graph:
///   images  float32 [N,3,H,W], RGB 0..1, prepared as the card's `input` says but for mean and deviation, which are inside
///   scores  float32 [N,C], softmax (classification) or sigmoid (tagging) inside
/// and of a detector, A cells, K boxes at most:
///   boxes   float32 [N,A,4], x0 y0 x1 y1 as shares of the input's sides (may reach beyond 0..1), and scores float32 [N,A,C]
///   with selection: boxes float32 [N,K,4], scores float32 [N,K] falling, labels int64 [N,K]; rows without a box have score 0, label -1
/// With resize: images float32 [N,3,h,w], whole upright pictures of one size, and boxes are shares of the picture's sides.
/// Concept names, thresholds and the whole card lie in its metadata.
namespace ModelFile {

/// Writes beside `path`, syncs and renames. `network`: as loadNetwork() gives it, on the CPU, in eval mode. Throws Error with a sentence
/// when the disk does not take it, or when the format lacks an operation of the network (then nothing was written).
void write(const QString& path, Network& network, const VersionCard& card, const ModelFileOptions& options);

} // namespace ModelFile

} // namespace core
