#include "core/evaluation/EvaluationReport.h"

#include <QJsonArray>

namespace core {

namespace {

QJsonValue toValue(const std::optional<double>& number) { return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null); }

std::optional<double> toNumber(const QJsonValue& value) { return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt; }

QJsonArray toRow(const std::vector<int>& counts)
{
    QJsonArray row;
    for (const int count : counts)
        row.append(count);
    return row;
}

std::vector<int> toCounts(const QJsonArray& row)
{
    std::vector<int> counts;
    for (const auto& count : row)
        counts.push_back(count.toInt());
    return counts;
}

QJsonObject toObject(const ConceptScores& scores)
{
    return {{QStringLiteral("name"), scores.name},
            {QStringLiteral("support"), scores.support},
            {QStringLiteral("threshold"), scores.threshold},
            {QStringLiteral("truePositives"), scores.truePositives},
            {QStringLiteral("falsePositives"), scores.falsePositives},
            {QStringLiteral("falseNegatives"), scores.falseNegatives},
            {QStringLiteral("precision"), toValue(scores.precision)},
            {QStringLiteral("recall"), toValue(scores.recall)},
            {QStringLiteral("f1"), toValue(scores.f1)},
            {QStringLiteral("ap"), toValue(scores.ap)},
            {QStringLiteral("ap50"), toValue(scores.ap50)},
            {QStringLiteral("iou"), toValue(scores.iou)},
            {QStringLiteral("lrp"), toValue(scores.lrp)}};
}

ConceptScores toScores(const QJsonObject& json)
{
    const auto number = [&](const char* key) { return toNumber(json[QLatin1String(key)]); };
    return {.name = json[QStringLiteral("name")].toString(),
            .support = json[QStringLiteral("support")].toInt(),
            .threshold = json[QStringLiteral("threshold")].toDouble(),
            .truePositives = json[QStringLiteral("truePositives")].toInt(),
            .falsePositives = json[QStringLiteral("falsePositives")].toInt(),
            .falseNegatives = json[QStringLiteral("falseNegatives")].toInt(),
            .precision = number("precision"),
            .recall = number("recall"),
            .f1 = number("f1"),
            .ap = number("ap"),
            .ap50 = number("ap50"),
            .iou = number("iou"),
            .lrp = number("lrp")};
}

/// Tagging: [[TN, FP], [FN, TP]] for each concept; otherwise the matrix itself.
QJsonArray countsOf(const EvaluationReport& report)
{
    QJsonArray counts;
    for (const auto& row : report.confusion)
        counts.append(toRow(row));
    for (const auto& [trueNegatives, falsePositives, falseNegatives, truePositives] : report.tagConfusion)
        counts.append(QJsonArray{toRow({trueNegatives, falsePositives}), toRow({falseNegatives, truePositives})});
    return counts;
}

} // namespace

QJsonObject toJson(const EvaluationReport& report)
{
    QJsonArray concepts;
    QJsonArray names;
    for (const auto& scores : report.concepts) {
        concepts.append(toObject(scores));
        names.append(scores.name);
    }
    const QJsonObject confusion{{QStringLiteral("concepts"), names}, {QStringLiteral("counts"), countsOf(report)}};
    return {{QStringLiteral("type"), keyOf(report.type)},
            {QStringLiteral("images"), report.images},
            {QStringLiteral("accuracy"), toValue(report.accuracy)},
            {QStringLiteral("map"), toValue(report.map)},
            {QStringLiteral("map50"), toValue(report.map50)},
            {QStringLiteral("lrp"), toValue(report.lrp)},
            {QStringLiteral("concepts"), concepts},
            {QStringLiteral("confusion"), confusion}};
}

EvaluationReport evaluationReportFromJson(const QJsonObject& json)
{
    const auto number = [&](const char* key) { return toNumber(json[QLatin1String(key)]); };
    EvaluationReport report{.type = viewTypeFromKey(json[QStringLiteral("type")].toString()).value_or(ViewType::Classification),
                            .images = json[QStringLiteral("images")].toInt(),
                            .accuracy = number("accuracy"),
                            .map = number("map"),
                            .map50 = number("map50"),
                            .lrp = number("lrp")};
    for (const auto& scores : json[QStringLiteral("concepts")].toArray())
        report.concepts.push_back(toScores(scores.toObject()));
    for (const auto& row : json[QStringLiteral("confusion")].toObject()[QStringLiteral("counts")].toArray()) {
        if (report.type != ViewType::Tagging) {
            report.confusion.push_back(toCounts(row.toArray()));
            continue;
        }
        const auto negatives = row.toArray().at(0).toArray();
        const auto positives = row.toArray().at(1).toArray();
        report.tagConfusion.push_back({negatives.at(0).toInt(), negatives.at(1).toInt(), positives.at(0).toInt(), positives.at(1).toInt()});
    }
    return report;
}

} // namespace core
