#include "core/modelfiles/OnnxParts.h"

#include <vector>

namespace core {

namespace {

/// Sums of double numbers and rows of them, as nodes. ONNX's own Resize knows no area averaging in this version, but scaling is a product
/// of the picture with one matrix for its rows and one for its columns, and these can be computed from its size.
class Sums {
public:
    using Name = std::string;

    explicit Sums(OnnxModel& model) : m_model(model) {}

    Name node(const char* op, const std::vector<Name>& inputs, const std::map<std::string, OnnxAttribute>& attributes = {})
    {
        const auto name = "res_" + std::to_string(++m_count);
        m_model.nodes.push_back({op, inputs, {name}, attributes});
        return name;
    }
    Name constant(const torch::Tensor& value)
    {
        const auto name = "res_" + std::to_string(++m_count);
        m_model.constants.emplace_back(name, value);
        return name;
    }
    Name number(double value) { return constant(torch::scalar_tensor(value, torch::kDouble)); }
    Name cast(const Name& name, int type) { return node("Cast", {name}, {{"to", int64_t(type)}}); }
    Name column(const Name& row) { return node("Unsqueeze", {row, constant(torch::tensor({int64_t(1)}))}); }

    Name plus(const Name& a, const Name& b) { return node("Add", {a, b}); }
    Name minus(const Name& a, const Name& b) { return node("Sub", {a, b}); }
    Name times(const Name& a, const Name& b) { return node("Mul", {a, b}); }
    Name over(const Name& a, const Name& b) { return node("Div", {a, b}); }
    Name least(const Name& a, const Name& b) { return node("Min", {a, b}); }
    Name most(const Name& a, const Name& b) { return node("Max", {a, b}); }
    Name upTo(const Name& count) { return node("Range", {number(0), count, number(1)}); } // [count]: 0, 1, 2 …

    /// What each of `kept` cells sees of `size` pixels when it averages over its area: [kept,size].
    Name area(const Name& size, const Name& kept)
    {
        const auto ratio = over(size, kept), low = column(times(upTo(kept), ratio)), pixel = upTo(size);
        return over(most(minus(least(plus(pixel, number(1)), plus(low, ratio)), most(pixel, low)), number(0)), ratio);
    }
    /// Bilinear: what each of the places (in pixels, whole numbers are centres) sees of `size` pixels: [places,size].
    Name linear(const Name& places, const Name& size)
    {
        return most(minus(number(1), node("Abs", {minus(column(places), upTo(size))})), number(0));
    }
    /// The centres of `kept` cells laid over `size` pixels, in pixels, never outside.
    Name centres(const Name& size, const Name& kept)
    {
        const auto places = minus(times(plus(upTo(kept), number(0.5)), over(size, kept)), number(0.5));
        return least(most(places, number(0)), minus(size, number(1)));
    }
    /// Rows and columns scaled by their matrices, then whole steps of 1/255 as pixels have.
    Name scaled(const Name& picture, const Name& rows, const Name& columns, const Name& background = {})
    {
        auto result = node("MatMul", {node("MatMul", {cast(rows, floatNumber), picture}), node("Transpose", {cast(columns, floatNumber)})});
        if (!background.empty())
            result = plus(result, background);
        const auto steps = constant(torch::scalar_tensor(255.f));
        return over(node("Round", {times(result, steps)}), steps);
    }

    /// OpenCV's bilinear scaling of bytes at these places: shares in 2048ths, and what it drops on its way.
    Name interpolated(const Name& picture, const Name& placesHigh, const Name& high, const Name& placesWide, const Name& wide)
    {
        const auto real = [this](float value) { return constant(torch::scalar_tensor(value)); };
        const auto shares = [this](const Name& parts) { return cast(node("Round", {times(parts, number(2048))}), floatNumber); };
        const auto bytes = node("Round", {times(picture, real(255))});
        const auto across = node("Floor", {over(node("MatMul", {bytes, node("Transpose", {shares(linear(placesWide, wide))})}), real(16))});
        const auto low = node("Floor", {placesHigh}), share = column(minus(placesHigh, low));
        const auto line = [&](const Name& place, const Name& part) {
            const auto rows = node("Gather", {across, cast(place, longNumber)}, {{"axis", int64_t(2)}});
            return node("Floor", {over(times(rows, shares(part)), real(65536))});
        };
        const auto both = plus(line(low, minus(number(1), share)), line(least(plus(low, number(1)), minus(high, number(1))), share));
        return over(node("Floor", {over(plus(both, real(2)), real(4))}), real(255));
    }

    static constexpr int floatNumber = 1, longNumber = 7, doubleNumber = 11;

private:
    OnnxModel& m_model;
    int m_count = 0;
};

/// One side of the picture on its way.
struct Side {
    Sums::Name whole, kept; // px: as it comes, as the training held it
    int input = 0;          // px
};

Sums::Name whole(Sums& s, const Sums::Name& shape, int64_t axis)
{
    return s.cast(s.node("Gather", {shape, s.constant(torch::scalar_tensor(axis, torch::kLong))}), Sums::doubleNumber);
}

Sums::Name squashedView(Sums& s, const Sums::Name& reduced, const Side& high, const Side& wide)
{
    return s.interpolated(reduced, s.centres(high.kept, s.number(high.input)), high.kept, s.centres(wide.kept, s.number(wide.input)), wide.kept);
}

Sums::Name croppedView(Sums& s, const Sums::Name& reduced, const Side& high, const Side& wide, double share)
{
    const auto side = s.most(s.node("Floor", {s.plus(s.times(s.least(high.kept, wide.kept), s.number(share)), s.number(0.5))}), s.number(1));
    const auto places = [&](const Side& one) {
        const auto begin = s.node("Floor", {s.over(s.minus(one.kept, side), s.number(2))});
        return s.plus(s.centres(side, s.number(one.input)), begin);
    };
    return s.interpolated(reduced, places(high), high.kept, places(wide), wide.kept);
}

/// The whole picture with even bars; also writes `to_picture`.
Sums::Name paddedView(Sums& s, OnnxModel& model, const Sums::Name& reduced, const Side& high, const Side& wide, int padValue)
{
    const auto scale = s.least(s.over(s.number(wide.input), wide.whole), s.over(s.number(high.input), high.whole));
    std::vector<Sums::Name> factors, moves;
    const auto matrix = [&](const Side& one) {
        const auto shown = s.times(one.whole, scale), bar = s.over(s.minus(s.number(one.input), shown), s.number(2));
        const auto share = s.over(s.minus(s.plus(s.upTo(s.number(one.input)), s.number(0.5)), bar), shown); // of the picture
        factors.push_back(s.over(s.number(one.input), shown));
        moves.push_back(s.node("Neg", {s.over(bar, shown)}));
        // OpenCV's warp, which prepared the training's pictures, counts in 32nds of a pixel.
        const auto steps = s.node("Floor", {s.plus(s.times(s.minus(s.times(share, one.kept), s.number(0.5)), s.number(32)), s.number(0.5))});
        return s.linear(s.over(steps, s.number(32)), one.kept);
    };
    const auto rows = matrix(high), columns = matrix(wide);
    const auto covered = [&](const Sums::Name& shares) { return s.cast(s.node("ReduceSum", {shares, s.constant(torch::tensor({int64_t(1)}))}, {{"keepdims", int64_t(1)}}), Sums::floatNumber); };
    const auto picture = s.node("MatMul", {covered(rows), s.node("Transpose", {covered(columns)})}); // share of each pixel that is not a bar
    const auto background = s.times(s.minus(s.constant(torch::scalar_tensor(1.f)), picture), s.constant(torch::scalar_tensor(float(padValue) / 255)));
    const auto one = s.constant(torch::tensor({int64_t(1)}));
    std::vector<Sums::Name> numbers;
    for (const auto& pair : {factors, moves}) {
        for (const size_t axis : {1, 0, 1, 0}) // x y x y; the sides came in the order y, x
            numbers.push_back(s.node("Reshape", {pair[axis], one}));
    }
    const auto joined = s.cast(s.node("Concat", numbers, {{"axis", int64_t(0)}}), Sums::floatNumber);
    model.nodes.push_back({"Reshape", {joined, s.constant(torch::tensor({int64_t(2), int64_t(4)}))}, {"to_picture"}, {}});
    return s.scaled(reduced, rows, columns, background);
}

} // namespace

void appendResize(OnnxModel& model, const Preparation& preparation)
{
    Sums s(model);
    const auto shape = s.node("Shape", {"images"});
    Side high{.whole = whole(s, shape, 2), .kept = {}, .input = preparation.input.height()}, wide{.whole = whole(s, shape, 3), .kept = {}, .input = preparation.input.width()};
    const auto stored = preparation.stored();
    const bool byShortSide = stored.fit == Reduction::Fit::ShortSide;
    auto scale = s.over(s.number(stored.side), byShortSide ? s.least(high.whole, wide.whole) : s.most(high.whole, wide.whole));
    if (!byShortSide)
        scale = s.least(scale, s.number(1));
    for (auto* side : {&high, &wide}) {
        side->kept = s.most(s.node("Round", {s.times(side->whole, scale)}), s.number(1));
        if (byShortSide)
            side->kept = s.least(side->kept, s.number(2 * stored.side));
    }
    auto reduced = s.scaled("images", s.area(high.whole, high.kept), s.area(wide.whole, wide.kept));
    if (byShortSide) { // small pictures are enlarged
        const auto fits = [&](const Side& side) { return s.node("LessOrEqual", {side.kept, side.whole}); };
        const auto enlarged = s.interpolated("images", s.centres(high.whole, high.kept), high.whole, s.centres(wide.whole, wide.kept), wide.whole);
        reduced = s.node("Where", {s.node("And", {fits(high), fits(wide)}), reduced, enlarged});
    }
    std::string view;
    switch (preparation.resize) {
    case Resize::Squash: view = squashedView(s, reduced, high, wide); break;
    case Resize::CentreCrop: view = croppedView(s, reduced, high, wide, preparation.cropShare); break;
    case Resize::FitPad: view = paddedView(s, model, reduced, high, wide, preparation.padValue); break;
    }
    model.nodes.push_back({"Identity", {view}, {"view"}, {}});
}

std::string appendBoxesOfPicture(OnnxModel& model, const std::string& boxes)
{
    for (const auto& [name, row] : {std::pair{"box_factor", int64_t(0)}, {"box_move", int64_t(1)}}) {
        model.constants.emplace_back(std::string(name) + "_row", torch::scalar_tensor(row, torch::kLong));
        model.nodes.push_back({"Gather", {"to_picture", std::string(name) + "_row"}, {name}, {}});
    }
    model.nodes.push_back({"Mul", {boxes, "box_factor"}, {"box_scaled"}, {}});
    model.nodes.push_back({"Add", {"box_scaled", "box_move"}, {"picture_boxes"}, {}});
    return "picture_boxes";
}

} // namespace core
