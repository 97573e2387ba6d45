#include "core/modelfiles/OnnxTranslation.h"

#include "core/base/Error.h"

#include <torch/csrc/jit/ir/constants.h>

#include <QCoreApplication>

namespace core {

void OnnxTranslation::translate(const torch::jit::Graph& graph, const std::string& input, const std::vector<std::string>& outputs, OnnxModel& model)
{
    OnnxTranslation translation(model);
    translation.m_names[graph.inputs().at(0)] = input;
    for (const Node* node : graph.nodes()) {
        if (node->kind() != torch::jit::prim::Constant && node->kind() != torch::jit::prim::ListConstruct)
            translateOperation(translation, *node);
    }
    for (size_t i = 0; i < outputs.size(); ++i)
        model.nodes.push_back({"Identity", {translation.nameOf(graph.outputs().at(i))}, {outputs[i]}, {}});
}

std::string OnnxTranslation::nameOf(const Value* value)
{
    const auto known = m_names.find(value);
    if (known != m_names.end())
        return known->second;
    const auto constant = torch::jit::toIValue(value);
    if (!constant || !constant->isTensor())
        refuse(*value->node());
    return m_names[value] = this->constant(constant->toTensor());
}

std::string OnnxTranslation::operandFor(const Value* value, const Value* result)
{
    const auto type = typeOf(result);
    const auto constant = torch::jit::toIValue(value);
    if (!constant)
        return typeOf(value) == type ? nameOf(value) : add("Cast", {nameOf(value)}, {{"to", int64_t(type == torch::kHalf ? 10 : 1)}});
    if (constant->isScalar())
        return this->constant(torch::scalar_tensor(constant->toScalar(), type));
    auto tensor = constant->toTensor().to(type);
    if (tensor.numel() == 1)
        return this->constant(tensor.reshape({}));
    auto sizes = sizesOf(result);
    if (sizes.size() != 4) { // OpenCV spreads a row over pictures, over nothing else
        sizes.front() = 1;
        tensor = tensor.expand(sizes);
    }
    return this->constant(tensor);
}

std::string OnnxTranslation::add(const std::string& op, const std::vector<std::string>& inputs, const std::map<std::string, OnnxAttribute>& attributes)
{
    const auto name = "v" + std::to_string(++m_count);
    m_model.nodes.push_back({op, inputs, {name}, attributes});
    return name;
}

std::string OnnxTranslation::constant(const torch::Tensor& value)
{
    const auto name = "c" + std::to_string(++m_count);
    m_model.constants.emplace_back(name, value);
    return name;
}

std::string OnnxTranslation::integers(const std::vector<int64_t>& values)
{
    return constant(torch::tensor(values, torch::kLong));
}

torch::ScalarType OnnxTranslation::typeOf(const Value* value)
{
    const auto type = value->type()->cast<c10::TensorType>();
    if (!type || !type->scalarType())
        refuse(*value->node());
    return *type->scalarType();
}

std::vector<int64_t> OnnxTranslation::sizesOf(const Value* value)
{
    const auto type = value->type()->cast<c10::TensorType>();
    const auto sizes = type ? type->sizes().concrete_sizes() : std::nullopt;
    if (!sizes)
        refuse(*value->node());
    return *sizes;
}

const OnnxTranslation::Value* OnnxTranslation::input(const Node& node, const char* name)
{
    const auto place = node.schema().argumentIndexWithName(name);
    return place ? node.input(size_t(*place)) : nullptr;
}

torch::IValue OnnxTranslation::known(const Node& node, const char* name)
{
    const auto* value = input(node, name);
    auto constant = value ? torch::jit::toIValue(value) : std::nullopt;
    if (!constant)
        refuse(node);
    return *constant;
}

int64_t OnnxTranslation::integer(const Node& node, const char* name, int64_t otherwise)
{
    if (!input(node, name))
        return otherwise;
    const auto value = known(node, name);
    return value.isInt() ? value.toInt() : value.isBool() ? int64_t(value.toBool()) : otherwise;
}

double OnnxTranslation::real(const Node& node, const char* name)
{
    return known(node, name).toScalar().toDouble();
}

std::vector<int64_t> OnnxTranslation::list(const Node& node, const char* name)
{
    const auto* value = input(node, name);
    if (value && value->node()->kind() == torch::jit::prim::ListConstruct) {
        std::vector<int64_t> numbers;
        for (const auto* one : value->node()->inputs()) {
            const auto constant = torch::jit::toIValue(one);
            if (!constant || !constant->isInt())
                refuse(node);
            numbers.push_back(constant->toInt());
        }
        return numbers;
    }
    const auto constant = known(node, name);
    if (!constant.isIntList())
        refuse(node);
    return constant.toIntVector();
}

bool OnnxTranslation::isNone(const Node& node, const char* name)
{
    const auto* value = input(node, name);
    if (!value)
        return true;
    const auto constant = torch::jit::toIValue(value);
    return constant && constant->isNone();
}

void OnnxTranslation::refuse(const Node& node, const QString& why)
{
    const auto name = QString::fromLatin1(node.kind().toUnqualString());
    throw Error(QCoreApplication::translate("ModelFile", "This network uses an operation that Oriel cannot write to an ONNX file (%1). Nothing was written. Export it as TorchScript.")
                    .arg(why.isEmpty() ? name : name + QStringLiteral(": ") + why));
}

} // namespace core
