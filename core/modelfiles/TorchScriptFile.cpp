#include "core/modelfiles/TorchScriptFile.h"

#include "core/networks/Predict.h"
#include "core/networks/VersionCard.h"

#include <torch/csrc/jit/ir/constants.h>
#include <torch/csrc/jit/passes/shape_analysis.h>

#include <QJsonDocument>
#include <QString>

#include <cmath>
#include <sstream>

namespace core {

namespace {

// What no network brings along, in TorchScript's own language: methods of a module that holds the network. Names in < > are replaced.

/// Whole pictures scaled as Oriel does it: reduced as the training held them, then brought to the input. Scaling is a product with one
/// matrix for the rows and one for the columns. Also answers by what a box is multiplied and what is added to it, to come from shares of
/// the input to shares of the picture.
constexpr const char* resizing = R"(
def area(self, size: int, kept: int) -> Tensor:
    ratio = float(size) / float(kept)
    low = torch.arange(kept, dtype=<DOUBLE>).unsqueeze(1) * ratio
    pixel = torch.arange(size, dtype=<DOUBLE>)
    return (torch.min(pixel + 1, low + ratio) - torch.max(pixel, low)).clamp(min=0) / ratio

def linear(self, places: Tensor, size: int) -> Tensor:
    return (1 - (places.unsqueeze(1) - torch.arange(size, dtype=<DOUBLE>)).abs()).clamp(min=0)

def centres(self, size: int, kept: int) -> Tensor:
    return ((torch.arange(kept, dtype=<DOUBLE>) + 0.5) * (float(size) / float(kept)) - 0.5).clamp(0.0, float(size - 1))

def stepped(self, places: Tensor) -> Tensor:
    # OpenCV's warp, which prepared the training's pictures, counts in 32nds of a pixel.
    return torch.floor(places * 32 + 0.5) / 32

def rounded(self, value: float) -> int:
    return max(1, int(torch.round(torch.tensor(value, dtype=<DOUBLE>)).item()))

def scaled(self, images: Tensor, rows: Tensor, columns: Tensor, background: Tensor) -> Tensor:
    result = rows.to(images) @ images @ columns.to(images).t() + background.to(images)
    return torch.round(result * 255) / 255

def interpolated(self, images: Tensor, places_high: Tensor, high: int, places_wide: Tensor, wide: int) -> Tensor:
    # OpenCV's bilinear scaling of bytes: shares in 2048ths, and what it drops on its way.
    columns = torch.round(self.linear(places_wide, wide) * 2048)
    across = torch.floor((torch.round(images * 255) @ columns.to(images).t()) / 16)
    low = places_high.floor()
    share, first = (places_high - low).unsqueeze(1), low.to(<LONG>)
    upper = torch.floor(across.index_select(2, first) * torch.round((1 - share) * 2048).to(images) / 65536)
    lower = torch.floor(across.index_select(2, (first + 1).clamp(max=high - 1)) * torch.round(share * 2048).to(images) / 65536)
    return torch.floor((upper + lower + 2) / 4) / 255

def prepare(self, images: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
    whole = [images.size(2), images.size(3)]
    if <SHORT>:
        scale = <STORED> / float(min(whole[0], whole[1]))
    else:
        scale = min(1.0, <STORED> / float(max(whole[0], whole[1])))
    high, wide = self.rounded(whole[0] * scale), self.rounded(whole[1] * scale)
    if <SHORT>:
        high, wide = min(high, 2 * <STORED>), min(wide, 2 * <STORED>)
    nothing = torch.zeros([1])
    if high <= whole[0] and wide <= whole[1]:
        reduced = self.scaled(images, self.area(whole[0], high), self.area(whole[1], wide), nothing)
    else:
        reduced = self.interpolated(images, self.centres(whole[0], high), whole[0], self.centres(whole[1], wide), whole[1])
    factor, move = torch.ones([4]), torch.zeros([4])
    if <RESIZE> == "squash":
        view = self.interpolated(reduced, self.centres(high, <HEIGHT>), high, self.centres(wide, <WIDTH>), wide)
    elif <RESIZE> == "centre_crop":
        side = max(1, int(float(min(high, wide)) * <CROP_SHARE> + 0.5))
        view = self.interpolated(reduced, self.centres(side, <HEIGHT>) + (high - side) // 2, high, self.centres(side, <WIDTH>) + (wide - side) // 2, wide)
    else:
        scale = min(<WIDTH> / float(whole[1]), <HEIGHT> / float(whole[0]))
        shown_high, shown_wide = whole[0] * scale, whole[1] * scale
        bar_high, bar_wide = (<HEIGHT> - shown_high) / 2, (<WIDTH> - shown_wide) / 2
        rows = self.linear(self.stepped((torch.arange(<HEIGHT>, dtype=<DOUBLE>) + 0.5 - bar_high) / shown_high * high - 0.5), high)
        columns = self.linear(self.stepped((torch.arange(<WIDTH>, dtype=<DOUBLE>) + 0.5 - bar_wide) / shown_wide * wide - 0.5), wide)
        background = (1 - rows.sum(1, keepdim=True) @ columns.sum(1, keepdim=True).t()) * (<PAD_VALUE> / 255)
        view = self.scaled(reduced, rows, columns, background)
        factor = torch.tensor([<WIDTH> / shown_wide, <HEIGHT> / shown_high, <WIDTH> / shown_wide, <HEIGHT> / shown_high])
        move = -torch.tensor([bar_wide / shown_wide, bar_high / shown_high, bar_wide / shown_wide, bar_high / shown_high])
    return view, factor.to(images), move.to(images)
)";

/// The same choice of boxes as networks/Predict makes, for N pictures at once.
constexpr const char* selecting = R"(
def select(self, boxes: Tensor, scores: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
    count = scores.size(2)
    best, where = scores.flatten(1).topk(min(<CANDIDATES>, scores.size(1) * count), 1)
    labels = where % count
    cells = torch.floor_divide(where, count)
    chosen = boxes.gather(1, cells.unsqueeze(2).expand(-1, -1, 4))
    low, high = chosen[:, :, :2], chosen[:, :, 2:]
    both = (torch.min(high.unsqueeze(1), high.unsqueeze(2)) - torch.max(low.unsqueeze(1), low.unsqueeze(2))).clamp(min=0).prod(3)
    area = (high - low).prod(2)
    overlap = both / (area.unsqueeze(1) + area.unsqueeze(2) - both)
    hides = ((overlap > <OVERLAP>) & (labels.unsqueeze(1) == labels.unsqueeze(2))).triu(1)
    kept = best > <LEAST>
    for i in range(best.size(1)):
        kept = kept & ~(hides[:, i] & kept[:, i].unsqueeze(1))
    best, order = (best * kept).topk(min(<MOST>, best.size(1)), 1)
    real = best > 0
    labels = labels.gather(1, order).masked_fill(~real, -1)
    chosen = chosen.gather(1, order.unsqueeze(2).expand(-1, -1, 4)) * real.unsqueeze(2)
    return chosen, best, labels
)";

/// What a file is asked: the parts in their order.
std::string forwardOf(bool hasBoxes, const ModelFileOptions& options)
{
    std::string text = "\ndef forward(self, images: Tensor):\n";
    if (options.hasResize)
        text += "    view, factor, move = self.prepare(images)\n";
    const std::string view = options.hasResize ? "view" : "images";
    if (!hasBoxes)
        return text + "    return self.network.forward(" + view + ")\n";
    text += "    boxes, scores = self.network.forward(" + view + ")\n";
    if (options.hasResize)
        text += "    boxes = boxes * factor + move\n";
    return text + (options.hasSelection ? "    return self.select(boxes, scores)\n" : "    return boxes, scores\n");
}

std::string filledIn(const std::string& text, const Preparation& how)
{
    const auto stored = how.stored();
    auto filled = QString::fromStdString(text);
    const auto real = [](double value) { return QString::number(value, 'g', 17) + (value == std::floor(value) ? QStringLiteral(".0") : QString()); };
    const std::pair<const char*, QString> values[] = {{"<SHORT>", stored.fit == Reduction::Fit::ShortSide ? QStringLiteral("True") : QStringLiteral("False")},
        {"<STORED>", QString::number(stored.side)}, {"<DOUBLE>", QString::number(int(torch::kDouble))}, {"<LONG>", QString::number(int(torch::kLong))}, {"<RESIZE>", QLatin1Char('"') + keyOf(how.resize) + QLatin1Char('"')}, {"<WIDTH>", QString::number(how.input.width())},
        {"<HEIGHT>", QString::number(how.input.height())}, {"<CROP_SHARE>", real(how.cropShare)}, {"<PAD_VALUE>", QString::number(how.padValue)},
        {"<CANDIDATES>", QString::number(mostCandidates)}, {"<OVERLAP>", real(how.boxes.overlap)}, {"<LEAST>", real(leastScore)}, {"<MOST>", QString::number(how.boxes.most)}};
    for (const auto& [name, value] : values)
        filled.replace(QLatin1String(name), value);
    return filled.toStdString();
}

/// The graph as the method forward() of a module that owns its tensors.
torch::jit::Module moduleOf(const NetworkGraph& traced, const std::shared_ptr<torch::jit::CompilationUnit>& unit)
{
    torch::jit::Module module(c10::QualifiedName("__torch__.OrielNetwork"), unit);
    auto graph = traced.graph->copy();
    torch::jit::EraseShapeInformation(graph); // of the two pictures that were traced
    auto* self = graph->insertInput(0, "self");
    self->setType(module.type());
    std::vector<torch::jit::Node*> constants;
    for (auto* node : graph->nodes()) {
        const auto value = node->kind() == torch::jit::prim::Constant ? torch::jit::toIValue(node->output()) : std::nullopt;
        if (value && value->isTensor() && value->toTensor().dim() > 0)
            constants.push_back(node);
    }
    for (auto* node : constants) {
        const auto name = "tensor_" + std::to_string(module.buffers().size());
        module.register_buffer(name, torch::jit::toIValue(node->output())->toTensor().contiguous());
        const torch::jit::WithInsertPoint here(node);
        node->output()->replaceAllUsesWith(graph->insertGetAttr(self, name));
        node->destroy();
    }
    if (graph->outputs().size() > 1) {
        auto* tuple = graph->insertNode(graph->createTuple(graph->outputs()))->output();
        while (!graph->outputs().empty())
            graph->eraseOutput(graph->outputs().size() - 1);
        graph->registerOutput(tuple);
    }
    auto* forward = unit->create_function(c10::QualifiedName(*module.type()->name(), "forward"), graph);
    module.type()->addMethod(forward);
    return module;
}

} // namespace

QByteArray torchScriptOf(const NetworkGraph& graph, const VersionCard& card, const ModelFileOptions& options)
{
    const auto unit = std::make_shared<torch::jit::CompilationUnit>();
    auto module = moduleOf(graph, unit);
    if (options.hasSelection || options.hasResize) {
        torch::jit::Module whole(c10::QualifiedName("__torch__.Oriel"), unit);
        whole.register_module("network", module);
        const auto text = (options.hasResize ? resizing : std::string()) + (options.hasSelection ? selecting : "") + forwardOf(card.shape.type == ViewType::Detection, options);
        whole.define(filledIn(text, card.preparation));
        module = whole;
    }
    module.eval();
    QByteArray labels;
    for (const auto& one : card.concepts)
        labels += one.name.toUtf8() + '\n';
    std::ostringstream bytes;
    module.save(bytes, {{"card.json", QJsonDocument(toJson(card)).toJson().toStdString()}, {"labels.txt", labels.toStdString()}});
    return QByteArray::fromStdString(bytes.str());
}

} // namespace core
