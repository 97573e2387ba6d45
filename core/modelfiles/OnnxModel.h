#pragma once

#include <torch/torch.h>

#include <QByteArray>
#include <QString>

#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace core {

/// The parts of an ONNX file that Oriel writes, as plain values. Names are those of onnx.proto.
using OnnxAttribute = std::variant<int64_t, float, std::string, std::vector<int64_t>>;

struct OnnxNode {
    std::string op;
    std::vector<std::string> inputs, outputs; // an empty name: an optional input that is left out
    std::map<std::string, OnnxAttribute> attributes;
};

struct OnnxDimension {
    int64_t size = 0;    // 0: open, then it has a name
    std::string name;
    std::string meaning; // a standard denotation such as DATA_BATCH, or empty
};

/// An input or output of the whole graph.
struct OnnxValue {
    std::string name;
    torch::ScalarType type = torch::kFloat;
    std::vector<OnnxDimension> shape;
    std::string meaning; // a standard denotation such as IMAGE, or empty
};

struct OnnxModel {
    static constexpr int operatorSet = 17;

    std::vector<OnnxNode> nodes; // each after those it needs
    std::vector<std::pair<std::string, torch::Tensor>> constants;
    std::vector<OnnxValue> inputs, outputs;
    std::vector<std::pair<QString, QString>> metadata;
};

/// The file's bytes. Written by hand in the few fields that are needed: they are fixed for ever, and a protobuf library of our own would
/// have to live beside the ones that libtorch and OpenCV bring along.
QByteArray toBytes(const OnnxModel& model);

} // namespace core
