// What each of libtorch's operations becomes in ONNX: a closed list. Where ONNX offers a choice, it is the one that OpenCV 4.6 reads too.
#include "core/modelfiles/OnnxTranslation.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>

namespace core {

namespace {

using Translation = OnnxTranslation;
using Node = torch::jit::Node;

const torch::jit::Value* first(const Node& node) { return node.input(0); }

void same(Translation& t, const Node& node) { t.define(node, t.nameOf(first(node))); }

template <const char* op>
void unary(Translation& t, const Node& node) { t.define(node, t.add(op, {t.nameOf(first(node))})); }

template <const char* op>
void binary(Translation& t, const Node& node)
{
    if (Translation::integer(node, "alpha", 1) != 1 || !Translation::isNone(node, "rounding_mode"))
        Translation::refuse(node);
    t.define(node, t.add(op, {t.operandFor(node.input(0), node.output()), t.operandFor(node.input(1), node.output())}));
}

void cast(Translation& t, const Node& node) { t.define(node, t.operandFor(first(node), node.output())); }

/// The limits of a clamp. OpenCV 4.6 does not read Clip with limits that are inputs, and 16 bits it does not read at all.
std::string clamped(Translation& t, const std::string& x, double least, double most, torch::ScalarType type)
{
    if (type == torch::kHalf)
        return t.add("Clip", {x, t.constant(torch::scalar_tensor(least, type)), t.constant(torch::scalar_tensor(most, type))});
    const double range = most - least;
    const auto share = t.add("HardSigmoid", {x}, {{"alpha", float(1 / range)}, {"beta", float(-least / range)}});
    const auto scaled = t.add("Mul", {share, t.constant(torch::scalar_tensor(range))});
    return least == 0 ? scaled : t.add("Add", {scaled, t.constant(torch::scalar_tensor(least))});
}

template <const char* least, const char* most>
void clamp(Translation& t, const Node& node)
{
    if (Translation::isNone(node, least) || Translation::isNone(node, most))
        Translation::refuse(node);
    t.define(node, clamped(t, t.nameOf(first(node)), Translation::real(node, least), Translation::real(node, most), Translation::typeOf(node.output())));
}

/// One number for both sides, or one for each.
std::vector<int64_t> pairOf(const Node& node, const char* name)
{
    auto numbers = Translation::list(node, name);
    if (numbers.size() == 1)
        numbers.push_back(numbers.front());
    return numbers;
}

void convolution(Translation& t, const Node& node)
{
    if (Translation::integer(node, "transposed", 0) != 0)
        Translation::refuse(node);
    const auto type = Translation::typeOf(node.output());
    const auto pads = pairOf(node, "padding"), strides = pairOf(node, "stride"), steps = pairOf(node, "dilation");
    const auto weight = Translation::known(node, "weight").toTensor();
    std::vector<std::string> inputs{t.operandFor(first(node), node.output()), t.constant(weight.to(type))};
    if (!Translation::isNone(node, "bias"))
        inputs.push_back(t.constant(Translation::known(node, "bias").toTensor().to(type)));
    t.define(node, t.add("Conv", inputs, {{"kernel_shape", std::vector<int64_t>{weight.size(2), weight.size(3)}}, {"strides", strides}, {"dilations", steps},
        {"pads", std::vector<int64_t>{pads[0], pads[1], pads[0], pads[1]}}, {"group", Translation::integer(node, "groups", 1)}}));
}

/// Zeros around the sides that stand last: libtorch names them from the last side on, first before and then behind it.
void pad(Translation& t, const Node& node)
{
    constexpr int64_t constantMode = 3; // of at::padding_mode
    if (Translation::integer(node, "mode", constantMode) != constantMode)
        Translation::refuse(node);
    const auto sides = Translation::list(node, "pad");
    const auto rank = Translation::sizesOf(first(node)).size();
    std::vector<int64_t> pads(2 * rank, 0);
    for (size_t i = 0; i < sides.size() / 2; ++i) {
        pads[rank - 1 - i] = sides[2 * i];
        pads[2 * rank - 1 - i] = sides[2 * i + 1];
    }
    const double value = Translation::isNone(node, "value") ? 0 : Translation::real(node, "value");
    t.define(node, t.add("Pad", {t.nameOf(first(node)), t.integers(pads), t.constant(torch::scalar_tensor(value, Translation::typeOf(node.output())))},
        {{"mode", std::string("constant")}}));
}

void mean(Translation& t, const Node& node)
{
    t.define(node, t.add("ReduceMean", {t.operandFor(first(node), node.output())},
        {{"axes", Translation::list(node, "dim")}, {"keepdims", Translation::integer(node, "keepdim", 0)}}));
}

void logSumExp(Translation& t, const Node& node)
{
    t.define(node, t.add("ReduceLogSumExp", {t.nameOf(first(node))},
        {{"axes", Translation::list(node, "dim")}, {"keepdims", Translation::integer(node, "keepdim", 0)}}));
}

void softmax(Translation& t, const Node& node)
{
    t.define(node, t.add("Softmax", {t.nameOf(first(node))}, {{"axis", Translation::integer(node, "dim", 1)}}));
}

void concatenation(Translation& t, const Node& node)
{
    const auto* tensors = Translation::input(node, "tensors");
    if (!tensors || tensors->node()->kind() != torch::jit::prim::ListConstruct)
        Translation::refuse(node);
    std::vector<std::string> parts;
    for (const auto* part : tensors->node()->inputs())
        parts.push_back(t.nameOf(part));
    const auto axis = Translation::integer(node, "dim", 0);
    t.define(node, t.add("Concat", parts, {{"axis", axis < 0 ? axis + int64_t(Translation::sizesOf(node.output()).size()) : axis}}));
}

void upsample(Translation& t, const Node& node)
{
    const auto from = Translation::sizesOf(first(node)), to = Translation::sizesOf(node.output());
    if (to[2] % from[2] != 0 || to[3] % from[3] != 0)
        Translation::refuse(node, QStringLiteral("%1 → %2").arg(from[2]).arg(to[2]));
    const auto scales = t.constant(torch::tensor({1.f, 1.f, float(to[2] / from[2]), float(to[3] / from[3])}));
    t.define(node, t.add("Resize", {t.nameOf(first(node)), "", scales},
        {{"mode", std::string("nearest")}, {"coordinate_transformation_mode", std::string("asymmetric")}, {"nearest_mode", std::string("floor")}}));
}

/// ONNX has no norm of groups in this version; that of each channel does it when the channels of a group stand in one.
void groupNorm(Translation& t, const Node& node)
{
    auto sizes = Translation::sizesOf(first(node));
    const auto type = Translation::typeOf(node.output());
    const auto groups = Translation::integer(node, "num_groups", 1);
    const auto grouped = t.add("Reshape", {t.nameOf(first(node)), t.integers({0, groups, -1})});
    const auto normed = t.add("InstanceNormalization", {grouped, t.constant(torch::ones(groups, type)), t.constant(torch::zeros(groups, type))},
        {{"epsilon", float(Translation::real(node, "eps"))}});
    sizes.front() = 0; // as it is
    auto result = t.add("Reshape", {normed, t.integers(sizes)});
    const auto channels = [&](const char* name) { return t.constant(Translation::known(node, name).toTensor().to(type).reshape({1, -1, 1, 1})); };
    if (!Translation::isNone(node, "weight"))
        result = t.add("Mul", {result, channels("weight")});
    if (!Translation::isNone(node, "bias"))
        result = t.add("Add", {result, channels("bias")});
    t.define(node, result);
}

void batchNorm(Translation& t, const Node& node)
{
    const auto channels = Translation::sizesOf(first(node)).at(1);
    const auto known = [&](const char* name, double otherwise) {
        return t.constant(Translation::isNone(node, name) ? torch::full({channels}, otherwise) : Translation::known(node, name).toTensor());
    };
    t.define(node, t.add("BatchNormalization", {t.nameOf(first(node)), known("weight", 1), known("bias", 0), known("running_mean", 0), known("running_var", 1)},
        {{"epsilon", float(Translation::real(node, "eps"))}}));
}

/// A row times the weights [in,out], plus the bias: what a linear layer becomes.
void linear(Translation& t, const Node& node)
{
    if (Translation::real(node, "beta") != 1 || Translation::real(node, "alpha") != 1)
        Translation::refuse(node);
    const auto weight = Translation::known(node, "mat2").toTensor();
    t.define(node, t.add("Gemm", {t.nameOf(Translation::input(node, "mat1")), t.constant(weight.t()), t.nameOf(Translation::input(node, "self"))}, {{"transB", int64_t(1)}}));
}

/// Joins sides, never the first: that is the number of pictures.
void flatten(Translation& t, const Node& node)
{
    if (Translation::integer(node, "start_dim", 0) < 1)
        Translation::refuse(node);
    auto sizes = Translation::sizesOf(node.output());
    sizes.front() = 0; // as it is
    t.define(node, t.add("Reshape", {t.nameOf(first(node)), t.integers(sizes)}));
}

void transpose(Translation& t, const Node& node)
{
    std::vector<int64_t> order(Translation::sizesOf(first(node)).size());
    std::iota(order.begin(), order.end(), 0);
    const auto side = [&](const char* name) { return size_t((Translation::integer(node, name, 0) + int64_t(order.size())) % int64_t(order.size())); };
    std::swap(order[side("dim0")], order[side("dim1")]);
    t.define(node, t.add("Transpose", {t.nameOf(first(node))}, {{"perm", order}}));
}

void slice(Translation& t, const Node& node)
{
    const auto axis = Translation::integer(node, "dim", 0);
    const auto length = Translation::sizesOf(first(node)).at(size_t(axis));
    const auto end = std::min(Translation::integer(node, "end", length), length);
    t.define(node, t.add("Slice", {t.nameOf(first(node)), t.integers({Translation::integer(node, "start", 0)}), t.integers({end}), t.integers({axis}),
        t.integers({Translation::integer(node, "step", 1)})}));
}

constexpr char opAdd[] = "Add", opSub[] = "Sub", opMul[] = "Mul", opDiv[] = "Div", opRelu[] = "Relu", opExp[] = "Exp", opSigmoid[] = "Sigmoid";
constexpr char min[] = "min", max[] = "max", minValue[] = "min_val", maxValue[] = "max_val";

using Act = void (*)(Translation&, const Node&);
const std::map<std::string_view, Act> operations{
    {"_convolution", convolution}, {"conv2d", convolution}, {"addmm", linear}, {"group_norm", groupNorm}, {"batch_norm", batchNorm},
    {"add", binary<opAdd>}, {"sub", binary<opSub>}, {"mul", binary<opMul>}, {"div", binary<opDiv>},
    {"hardtanh", clamp<minValue, maxValue>}, {"clamp", clamp<min, max>}, {"relu", unary<opRelu>}, {"exp", unary<opExp>}, {"sigmoid", unary<opSigmoid>},
    {"softmax", softmax}, {"mean", mean}, {"logsumexp", logSumExp},
    {"_pad_enum", pad}, {"constant_pad_nd", pad}, {"upsample_nearest2d", upsample}, {"cat", concatenation}, {"flatten", flatten}, {"transpose", transpose}, {"slice", slice},
    {"to", cast}, {"contiguous", same}, {"detach", same}, {"clone", same}, {"alias", same},
};

} // namespace

void translateOperation(OnnxTranslation& translation, const torch::jit::Node& node)
{
    const auto found = operations.find(node.kind().toUnqualString());
    if (!node.kind().is_aten() || found == operations.end())
        OnnxTranslation::refuse(node);
    found->second(translation, node);
}

} // namespace core
