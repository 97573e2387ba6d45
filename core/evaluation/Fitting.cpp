#include "core/base/Error.h"
#include "core/evaluation/EvaluationReport.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

bool fits(ViewType type, int concepts, const Example& example, const Prediction& prediction)
{
    const auto isKnown = [concepts](int label) { return label >= 0 && label < concepts; };
    switch (type) {
    case ViewType::Classification: return example.label >= -1 && example.label < concepts && int(prediction.scores.size()) == concepts;
    case ViewType::Tagging: return int(example.answers.size()) == concepts && int(prediction.scores.size()) == concepts;
    case ViewType::Detection:
        return std::ranges::all_of(example.boxes, isKnown, &TrueBox::label) && std::ranges::all_of(prediction.boxes, isKnown, &ScoredBox::label);
    }
    return false;
}

} // namespace

void requireFitting(ViewType type, int concepts, const std::vector<Example>& examples, const std::vector<Prediction>& predictions,
                    const std::vector<double>& thresholds)
{
    bool isFitting = examples.size() == predictions.size() && int(thresholds.size()) == concepts;
    for (size_t i = 0; i < examples.size() && isFitting; ++i)
        isFitting = fits(type, concepts, examples[i], predictions[i]);
    if (!isFitting)
        throw Error(QCoreApplication::translate("Evaluation", "What the version answers and what is annotated speak of different concepts, so one cannot be judged by the other. "
                                                              "Nothing was changed."));
}

} // namespace core
