#include "core/evaluation/Judge.h"

#include "core/base/Error.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace core {

namespace {

QJsonValue toValue(const std::optional<double>& number) { return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null); }

[[noreturn]] void refuse()
{
    throw Error(QCoreApplication::translate("Evaluation", "The stored evaluation of this version is damaged, so its numbers and single pictures cannot be shown. The rest of the "
                                                          "version is unharmed; it can be judged again."));
}

/// A number within its range, or null where the number does not exist.
std::optional<double> toNumber(const QJsonValue& value, double least, double most)
{
    if (value.isNull())
        return {};
    if (!value.isDouble() || value.toDouble() < least || value.toDouble() > most)
        refuse();
    return value.toDouble();
}

std::optional<double> toShare(const QJsonValue& value) { return toNumber(value, 0, 1); }

int toCount(const QJsonValue& value)
{
    const int count = value.toInt(-1);
    if (count < 0)
        refuse();
    return count;
}

QJsonArray toArray(const QJsonValue& value)
{
    if (!value.isArray())
        refuse();
    return value.toArray();
}

QJsonArray toRow(const std::vector<int>& counts)
{
    QJsonArray row;
    for (const int count : counts)
        row.append(count);
    return row;
}

std::vector<int> toCounts(const QJsonValue& row, qsizetype size)
{
    std::vector<int> counts;
    for (const auto& count : toArray(row))
        counts.push_back(toCount(count));
    if (qsizetype(counts.size()) != size)
        refuse();
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

ConceptScores toScores(const QJsonValue& value)
{
    if (!value.isObject() || !value[QStringLiteral("name")].isString())
        refuse();
    const auto share = [&](const char* key) { return toShare(value[QLatin1String(key)]); };
    return {.name = value[QStringLiteral("name")].toString(),
            .support = toCount(value[QStringLiteral("support")]),
            .threshold = share("threshold").value_or(0.5),
            .truePositives = toCount(value[QStringLiteral("truePositives")]),
            .falsePositives = toCount(value[QStringLiteral("falsePositives")]),
            .falseNegatives = toCount(value[QStringLiteral("falseNegatives")]),
            .precision = share("precision"),
            .recall = share("recall"),
            .f1 = share("f1"),
            .ap = share("ap"),
            .ap50 = share("ap50"),
            .iou = share("iou"),
            .lrp = share("lrp")};
}

/// Rows of the report's matrix or matrices; their sizes follow from type and number of concepts.
void takeConfusion(EvaluationReport& report, const QJsonArray& rows)
{
    const auto concepts = qsizetype(report.concepts.size());
    const auto& judge = judgeOf(report.type);
    const auto size = concepts + judge.furtherRows;
    if (rows.size() != size)
        refuse();
    for (const auto& row : rows) {
        if (!judge.hasConfusionEach) {
            report.confusion.push_back(toCounts(row, size));
            continue;
        }
        if (toArray(row).size() != 2)
            refuse();
        const auto negatives = toCounts(row.toArray().at(0), 2);
        const auto positives = toCounts(row.toArray().at(1), 2);
        report.tagConfusion.push_back({negatives[0], negatives[1], positives[0], positives[1]});
    }
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
    const auto type = viewTypeFromKey(json[QStringLiteral("type")].toString());
    if (!type)
        refuse();
    const auto share = [&](const char* key) { return toShare(json[QLatin1String(key)]); };
    EvaluationReport report{.type = *type,
                            .images = toCount(json[QStringLiteral("images")]),
                            .accuracy = share("accuracy"),
                            .map = share("map"),
                            .map50 = share("map50"),
                            .lrp = share("lrp")};
    for (const auto& scores : toArray(json[QStringLiteral("concepts")]))
        report.concepts.push_back(toScores(scores));
    takeConfusion(report, toArray(json[QStringLiteral("confusion")][QStringLiteral("counts")]));
    return report;
}

} // namespace core
