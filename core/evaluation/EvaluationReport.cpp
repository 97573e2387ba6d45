#include "core/evaluation/EvaluationReport.h"

#include "core/base/Error.h"
#include "core/evaluation/Judge.h"

#include <QCoreApplication>

namespace core {

std::optional<double> EvaluationReport::headline() const
{
    return this->*judgeOf(type).headline;
}

QString EvaluationReport::headlineKey() const
{
    return QLatin1String(judgeOf(type).headlineKey);
}

MeanScores meanScores(const EvaluationReport& report)
{
    std::vector<ConceptScores> both;
    MeanScores means;
    for (const auto& scores : report.concepts) {
        if (scores.precision && scores.recall)
            both.push_back(scores);
        else
            means.leftOut.append(scores.name);
    }
    means.precision = meanOver(both, &ConceptScores::precision);
    means.recall = meanOver(both, &ConceptScores::recall);
    means.f1 = meanOver(both, &ConceptScores::f1);
    return means;
}

void requireFitting(ViewType type, int concepts, const std::vector<Example>& examples, const std::vector<Prediction>& predictions,
                    const std::vector<double>& thresholds)
{
    bool isFitting = examples.size() == predictions.size() && int(thresholds.size()) == concepts;
    for (size_t i = 0; i < examples.size() && isFitting; ++i)
        isFitting = judgeOf(type).fits(concepts, examples[i], predictions[i]);
    if (!isFitting)
        throw Error(QCoreApplication::translate("Evaluation", "What the version answers and what is annotated speak of different concepts, so one cannot be judged by the other. "
                                                              "Nothing was changed."));
}

EvaluationReport evaluate(ViewType type, const QStringList& concepts, const std::vector<Example>& examples,
                          const std::vector<Prediction>& predictions, const std::vector<double>& thresholds)
{
    requireFitting(type, int(concepts.size()), examples, predictions, thresholds);
    EvaluationReport report{.type = type, .images = int(examples.size())};
    for (qsizetype position = 0; position < concepts.size(); ++position)
        report.concepts.push_back({.name = concepts[position], .threshold = thresholds[size_t(position)]});
    judgeOf(type).judge(report, examples, predictions, thresholds);
    return report;
}

std::vector<double> chooseThresholds(ViewType type, int concepts, const std::vector<Example>& examples, const std::vector<Prediction>& predictions)
{
    return judgeOf(type).thresholds(concepts, examples, predictions);
}

EpochScores epochScores(ViewType type, int concepts, const std::vector<Example>& examples, const std::vector<Prediction>& predictions)
{
    return judgeOf(type).epochScores(concepts, examples, predictions);
}

double badness(ViewType type, const Example& example, const Prediction& prediction, const std::vector<double>& thresholds)
{
    return judgeOf(type).badness(example, prediction, thresholds);
}

} // namespace core
