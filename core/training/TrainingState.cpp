#include "core/training/TrainingState.h"

#include "core/base/Error.h"
#include "core/networks/Weights.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>

namespace core {

namespace {

const QString notesKey = QStringLiteral("oriel.state");

Precision toPrecision(torch::ScalarType type)
{
    return type == torch::kBFloat16 ? Precision::BFloat16 : Precision::Float32;
}

using Tensors = std::map<std::string, torch::Tensor>;

/// Predictions as tensors: scores [N,K], or boxes [B,6] (label, score, x, y, width, height) with their number for each picture [N].
void addPredictions(Tensors& tensors, const std::vector<Prediction>& predictions)
{
    std::vector<double> scores, boxes;
    std::vector<int64_t> counts;
    for (const auto& one : predictions) {
        scores.insert(scores.end(), one.scores.begin(), one.scores.end());
        counts.push_back(int64_t(one.boxes.size()));
        for (const auto& box : one.boxes)
            boxes.insert(boxes.end(), {double(box.label), box.score, box.rect.x(), box.rect.y(), box.rect.width(), box.rect.height()});
    }
    const auto count = int64_t(predictions.size());
    tensors["kept.scores"] = torch::tensor(scores, torch::kDouble).view({count, count > 0 ? int64_t(scores.size()) / count : 0});
    tensors["kept.boxes"] = torch::tensor(boxes, torch::kDouble).view({int64_t(boxes.size()) / 6, 6});
    tensors["kept.counts"] = torch::tensor(counts, torch::kLong);
}

std::vector<Prediction> predictionsFrom(const WeightsFile& file)
{
    const auto scores = file.tensor("kept.scores"), boxes = file.tensor("kept.boxes"), counts = file.tensor("kept.counts");
    const auto score = scores.accessor<double, 2>(), box = boxes.accessor<double, 2>();
    const auto count = counts.accessor<int64_t, 1>();
    std::vector<Prediction> predictions(size_t(counts.size(0)));
    int64_t at = 0;
    for (int64_t i = 0; i < counts.size(0); ++i) {
        auto& one = predictions[size_t(i)];
        for (int64_t k = 0; k < scores.size(1); ++k)
            one.scores.push_back(score[i][k]);
        for (int64_t j = 0; j < count[i]; ++j, ++at)
            one.boxes.push_back({int(box[at][0]), box[at][1], QRectF(box[at][2], box[at][3], box[at][4], box[at][5])});
    }
    return predictions;
}

QJsonValue orNull(const std::optional<double>& number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

} // namespace

TrainingState::TrainingState(const TrainingSpec& spec, const TrainingData& data, const QString& versionFolder)
    : TrainingState(spec, startingNetwork(spec, data), versionFolder)
{
}

TrainingState::TrainingState(const TrainingSpec& spec, StartingNetwork start, const QString& versionFolder)
    : ema(*start.network, spec.type, start.isShortRun)
    , keeper(spec.type, versionFolder)
    , m_spec(spec)
    , m_start(std::move(start))
{
    const auto choose = [this](Precision& precision, Pass pass) {
        if (precision == Precision::Auto)
            precision = toPrecision(fastestType(network(), m_start.device, pass, m_spec.batchSize));
    };
    choose(m_spec.answerPrecision, Pass::Answer);
    if (m_spec.epochs > 0)
        choose(m_spec.learnPrecision, Pass::Learn);
}

Computer TrainingState::computer(Pass pass) const
{
    const auto precision = pass == Pass::Learn ? m_spec.learnPrecision : m_spec.answerPrecision;
    return {m_start.device, precision == Precision::BFloat16 ? torch::kBFloat16 : torch::kFloat};
}

void TrainingState::beginEpochs()
{
    m_optimisation = std::make_unique<Optimisation>(network(), m_spec, m_start.isPretrained);
    place.epoch = 1;
}

void TrainingState::save(const QString& path) const
{
    Tensors tensors;
    for (const auto& [name, tensor] : tensorsOf(network()))
        tensors["network." + name] = tensor;
    for (size_t i = 0; i < ema.average().size(); ++i)
        tensors["average." + std::to_string(i)] = ema.average()[i];
    if (m_optimisation) {
        for (const auto& [name, tensor] : m_optimisation->state())
            tensors["optimiser." + name] = tensor;
    }
    tensors["chance"] = m_start.network->chance().get_state();
    const auto& kept = keeper.kept();
    if (kept.judgement)
        addPredictions(tensors, kept.judgement->predictions);
    const QJsonObject notes{{QStringLiteral("spec"), toJson(m_spec)}, {QStringLiteral("isPretrained"), m_start.isPretrained}, {QStringLiteral("epoch"), place.epoch},
        {QStringLiteral("batch"), place.batch}, {QStringLiteral("iteration"), place.iteration}, {QStringLiteral("epochsDone"), place.epochsDone},
        {QStringLiteral("lossSum"), place.lossSum}, {QStringLiteral("averageSteps"), ema.steps()}, {QStringLiteral("keptEpoch"), kept.epoch},
        {QStringLiteral("keptValue"), orNull(kept.value)}, {QStringLiteral("keptSeconds"), kept.seconds},
        {QStringLiteral("keptLoss"), orNull(kept.judgement ? kept.judgement->metrics.valLoss : std::nullopt)}};
    writeSafetensors(path, tensors, {{notesKey, QString::fromUtf8(QJsonDocument(notes).toJson(QJsonDocument::Compact))}});
}

void TrainingState::load(const QString& path, const BatchSource& validation)
{
    const auto file = readSafetensors(path);
    const auto notes = QJsonDocument::fromJson(file.metadata().value(notesKey).toString().toUtf8()).object();
    const auto number = [&](const char* key) { return notes.value(QLatin1String(key)).toInt(); };
    auto wanted = m_spec;
    const auto saved = trainingSpecFromJson(notes.value(QStringLiteral("spec")).toObject());
    wanted.learnPrecision = saved.learnPrecision; // what the run that is gone on with has chosen
    wanted.answerPrecision = saved.answerPrecision;
    const auto unfit = [&] {
        return Error(QCoreApplication::translate("Training", "%1 does not belong to this training, so it cannot go on from there. Nothing was changed; train again from the beginning.")
                         .arg(QDir::toNativeSeparators(path)));
    };
    if (notes.isEmpty() || saved != wanted || notes.value(QStringLiteral("isPretrained")).toBool() != m_start.isPretrained || number("epoch") < 1)
        throw unfit();
    m_spec = saved;
    const auto found = [&](const std::string& name, const torch::Tensor& like) {
        const auto entry = file.entries().find(name);
        if (entry == file.entries().end() || at::IntArrayRef(entry->second.shape) != like.sizes())
            throw unfit();
        return file.tensor(name);
    };
    const torch::NoGradGuard guard;
    for (auto& [name, tensor] : tensorsOf(network()))
        tensor.copy_(found("network." + name, tensor));
    for (size_t i = 0; i < ema.average().size(); ++i)
        torch::Tensor(ema.average()[i]).copy_(found("average." + std::to_string(i), ema.average()[i]));
    ema.setSteps(number("averageSteps"));
    beginEpochs();
    m_optimisation->restore([&](const std::string& name) {
        return file.entries().contains("optimiser." + name) ? file.tensor("optimiser." + name) : torch::Tensor();
    });
    network().chance().set_state(found("chance", network().chance().get_state()));
    place = {number("epoch"), number("batch"), number("iteration"), number("epochsDone"), notes.value(QStringLiteral("lossSum")).toDouble()};

    const auto value = notes.value(QStringLiteral("keptValue")), loss = notes.value(QStringLiteral("keptLoss"));
    Kept kept{.epoch = number("keptEpoch"), .value = value.isDouble() ? std::optional(value.toDouble()) : std::nullopt, .judgement = {},
        .seconds = notes.value(QStringLiteral("keptSeconds")).toDouble()};
    if (file.entries().contains("kept.counts")) {
        auto predictions = predictionsFrom(file);
        if (int(predictions.size()) != validation.count())
            throw unfit();
        kept.judgement = judged(validation, std::move(predictions), loss.toDouble());
    }
    keeper.restore(std::move(kept));
}

} // namespace core
