#pragma once

#include "core/modelfiles/OnnxModel.h"

#include <torch/csrc/jit/ir/ir.h>

#include <string>
#include <unordered_map>
#include <vector>

namespace core {

/// Makes ONNX's operations of libtorch's, one after the other. What each becomes stands in OnnxOperators.cpp.
/// Values are float32 or float16; the first side of each is N, the number of pictures, which stays open.
class OnnxTranslation {
public:
    using Node = torch::jit::Node;
    using Value = torch::jit::Value;

    /// Appends to `model` what turns the graph's one input, named `input`, into its outputs; they get the names `outputs`.
    /// Throws Error when the graph has an operation without a counterpart; `model` is then half done.
    static void translate(const torch::jit::Graph& graph, const std::string& input, const std::vector<std::string>& outputs, OnnxModel& model);

    // For the operations.
    /// The name of a value: of what computes it, or of the constant it is.
    std::string nameOf(const Value* value);
    /// The same as one side of an operation between tensors whose result has the type and sizes of `result`.
    std::string operandFor(const Value* value, const Value* result);
    /// A new node with one output; answers the output's name.
    std::string add(const std::string& op, const std::vector<std::string>& inputs, const std::map<std::string, OnnxAttribute>& attributes = {});
    std::string constant(const torch::Tensor& value);
    std::string integers(const std::vector<int64_t>& values); // as a constant, int64 [n]
    /// Says that the node's output is the value of this name.
    void define(const Node& node, const std::string& name) { m_names[node.output()] = name; }

    // What is known of an operation before it runs. Each throws Error when it is not known.
    static torch::ScalarType typeOf(const Value* value);
    static std::vector<int64_t> sizesOf(const Value* value);
    static const Value* input(const Node& node, const char* name); // by the name of its parameter; null: it has none of that name
    static torch::IValue known(const Node& node, const char* name);
    static int64_t integer(const Node& node, const char* name, int64_t otherwise);
    static double real(const Node& node, const char* name);
    static std::vector<int64_t> list(const Node& node, const char* name);
    static bool isNone(const Node& node, const char* name);
    /// The network asks for something that the format (as it is written here) lacks.
    [[noreturn]] static void refuse(const Node& node, const QString& why = {});

private:
    explicit OnnxTranslation(OnnxModel& model) : m_model(model) {}

    OnnxModel& m_model;
    std::unordered_map<const Value*, std::string> m_names;
    int m_count = 0; // of names given
};

/// Appends one operation. Throws Error when there is no counterpart.
void translateOperation(OnnxTranslation& translation, const torch::jit::Node& node);

} // namespace core
