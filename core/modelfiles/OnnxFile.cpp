#include "core/modelfiles/OnnxFile.h"

#include "core/modelfiles/OnnxParts.h"
#include "core/modelfiles/OnnxTranslation.h"
#include "core/networks/VersionCard.h"

#include <QJsonDocument>

namespace core {

namespace {

const OnnxDimension pictures{0, "N", "DATA_BATCH"};

OnnxDimension side(int64_t size, const char* meaning = "") { return {size, {}, meaning}; }

std::vector<std::pair<QString, QString>> metadataOf(const VersionCard& card, const ModelFileOptions& options)
{
    QStringList names, thresholds;
    for (const auto& one : card.concepts) {
        names.append(one.name);
        thresholds.append(QString::number(one.threshold, 'g', 9));
    }
    const auto json = toJson(card);
    return {{QStringLiteral("oriel.card"), QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact))},
        {QStringLiteral("oriel.labels"), names.join(QLatin1Char('\n'))},
        {QStringLiteral("oriel.thresholds"), thresholds.join(QLatin1Char(','))},
        {QStringLiteral("oriel.task"), json.value(QLatin1String("task")).toString()},
        {QStringLiteral("oriel.resize"), options.hasResize ? QStringLiteral("inside") : keyOf(card.preparation.resize)},
        {QStringLiteral("oriel.nms_iou"), QString::number(card.preparation.boxes.overlap)},
        // What other systems look for when they see an input that is a picture.
        {QStringLiteral("Image.BitmapPixelFormat"), QStringLiteral("Rgb8")},
        {QStringLiteral("Image.ColorSpaceGamma"), QStringLiteral("SRGB")},
        {QStringLiteral("Image.NominalPixelRange"), QStringLiteral("Normalized_0_1")}};
}

} // namespace

OnnxModel onnxModelOf(const NetworkGraph& graph, const VersionCard& card, const ModelFileOptions& options)
{
    const QSize input = card.preparation.input;
    const bool hasBoxes = card.shape.type == ViewType::Detection;
    OnnxModel model;
    model.metadata = metadataOf(card, options);
    model.inputs = {{"images", torch::kFloat, {pictures, side(3, "DATA_CHANNEL"), side(input.height(), "DATA_FEATURE"), side(input.width(), "DATA_FEATURE")}, "IMAGE"}};
    if (options.hasResize) {
        model.inputs[0].shape[2] = {0, "height", "DATA_FEATURE"};
        model.inputs[0].shape[3] = {0, "width", "DATA_FEATURE"};
        appendResize(model, card.preparation);
    }
    const std::string view = options.hasResize ? "view" : "images";
    if (!hasBoxes) {
        OnnxTranslation::translate(*graph.graph, view, {"scores"}, model);
        model.outputs = {{"scores", torch::kFloat, {pictures, side(card.shape.concepts)}, {}}};
        return model;
    }
    const auto sizes = OnnxTranslation::sizesOf(graph.graph->outputs().at(1)); // of the scores
    const auto cells = side(sizes.at(1)), concepts = side(sizes.at(2));
    OnnxTranslation::translate(*graph.graph, view, {"cell_boxes", options.hasSelection ? "cell_scores" : "scores"}, model);
    const std::string boxes = options.hasResize ? appendBoxesOfPicture(model, "cell_boxes") : "cell_boxes";
    if (options.hasSelection) {
        const auto most = side(appendSelection(model, boxes, "cell_scores", cells.size, concepts.size, card.preparation.boxes));
        model.outputs = {{"boxes", torch::kFloat, {pictures, most, side(4)}, {}}, {"scores", torch::kFloat, {pictures, most}, {}}, {"labels", torch::kLong, {pictures, most}, {}}};
    } else {
        model.nodes.push_back({"Identity", {boxes}, {"boxes"}, {}});
        model.outputs = {{"boxes", torch::kFloat, {pictures, cells, side(4)}, {}}, {"scores", torch::kFloat, {pictures, cells, concepts}, {}}};
    }
    return model;
}

} // namespace core
