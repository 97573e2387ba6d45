#include "core/dataset/TrainingSelection.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace core {

namespace {

using Level = SelectionFinding::Level;
using Findings = std::vector<SelectionFinding>;

constexpr int fewExamples = 20;
constexpr int imbalance = 10;
constexpr int namesShown = 5;
constexpr size_t leftSmall = 20;     // one box in so many may stay small at the size that is offered
constexpr int largestOffer = 1280;   // px: beyond that a training of pictures that are reduced to it takes hours

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(TrainingSelection)
};

QString written(int number)
{
    return QLocale().toString(number);
}

/// "A, B, C": the first few of a list of concepts, and that there are more.
QString listed(const QStringList& names)
{
    const auto shown = QStringList(names.mid(0, namesShown)).join(QStringLiteral(", "));
    return names.size() > namesShown ? Texts::tr("%1 and %Ln more", nullptr, int(names.size()) - namesShown).arg(shown) : shown;
}

void checkConcepts(const TrainingSelection& selection, Findings& findings)
{
    QStringList none;
    QStringList few;
    for (const auto& count : selection.counts) {
        if (count.train == 0)
            none << count.record.name;
        else if (count.train < fewExamples)
            few << Texts::tr("%1 (%2)", "concept (examples)").arg(count.record.name, written(count.train));
    }
    if (!none.isEmpty())
        findings.push_back({Level::Error, Texts::tr("No training example for: %1. Annotate some, or delete the concept.").arg(listed(none))});
    if (!few.isEmpty())
        findings.push_back({Level::Warning, Texts::tr("Fewer than %1 training examples for: %2. More of them will help most.").arg(QString::number(fewExamples), listed(few))});
    if (selection.view.type == ViewType::Classification && selection.concepts.size() == 1)
        findings.push_back({Level::Error, Texts::tr("A classification needs at least two concepts. Add one on the page Views and concepts.")});
}

void checkBalance(const TrainingSelection& selection, Findings& findings)
{
    const auto& counts = selection.counts;
    if (counts.size() < 2)
        return;
    const auto [least, most] = std::ranges::minmax_element(counts, {}, &ConceptCount::train);
    if (least->train > 0 && most->train > imbalance * least->train)
        findings.push_back({Level::Warning,
            Texts::tr("%1 has %2 training examples, %3 only %4. The rare concept will be learned less well.")
                .arg(most->record.name, written(most->train), least->record.name, written(least->train))});
}

QString sentenceOf(const LeftOut& leftOut)
{
    const int n = leftOut.count;
    switch (leftOut.reason) {
    case LeftOutReason::Odd: return Texts::tr("%Ln picture(s) unlike the others are left out until you accept them.", nullptr, n);
    case LeftOutReason::Truncated: return Texts::tr("%Ln cut-off picture file(s) are left out until you accept them.", nullptr, n);
    case LeftOutReason::Missing: return Texts::tr("%Ln picture file(s) were not found and are left out.", nullptr, n);
    case LeftOutReason::Changed: return Texts::tr("%Ln picture file(s) have changed since the import and are left out.", nullptr, n);
    case LeftOutReason::Undecodable: return Texts::tr("%Ln picture file(s) cannot be read and are left out.", nullptr, n);
    case LeftOutReason::Unsplit: return Texts::tr("%Ln picture(s) belong to no split and are left out.", nullptr, n);
    case LeftOutReason::NotAnnotated: return Texts::tr("%Ln picture(s) are not annotated yet and are left out.", nullptr, n);
    case LeftOutReason::WithoutConcept: break;
    }
    return Texts::tr("%Ln training picture(s) without concept are not used for training; in the validation set they count.", nullptr, n);
}

SelectionFinding::Kind kindOf(LeftOutReason reason)
{
    switch (reason) {
    case LeftOutReason::Missing: return SelectionFinding::Kind::MissingFiles;
    case LeftOutReason::Changed: return SelectionFinding::Kind::ChangedFiles;
    case LeftOutReason::Undecodable: return SelectionFinding::Kind::UnreadableFiles;
    default: return SelectionFinding::Kind::Plain;
    }
}

void checkLeftOut(const TrainingSelection& selection, Findings& findings)
{
    for (const auto& leftOut : selection.leftOut) {
        const bool harmless = leftOut.reason == LeftOutReason::NotAnnotated || leftOut.reason == LeftOutReason::WithoutConcept;
        findings.push_back({.level = harmless ? Level::Information : Level::Warning, .text = sentenceOf(leftOut), .names = leftOut.names,
                            .kind = kindOf(leftOut.reason), .count = leftOut.count});
    }
    if (selection.view.type == ViewType::Tagging && selection.withoutConceptTrain > 0)
        findings.push_back({Level::Information,
            Texts::tr("%Ln training picture(s) without concept are used as examples of “no”.", nullptr, selection.withoutConceptTrain)});
}

/// A validation set that says nothing about any concept chooses no best epoch.
void checkValidation(const TrainingSelection& selection, Findings& findings)
{
    if (selection.validation.empty()) {
        findings.push_back({Level::Warning,
            Texts::tr("The validation set is empty: there will be no validation curves, no best checkpoint and no evaluation.")});
        return;
    }
    if (std::ranges::any_of(selection.counts, [](const auto& count) { return count.validation > 0; }))
        return;
    QString text = Texts::tr("No validation picture has a box: there is nothing to choose the best epoch by, so the last one will be kept.");
    if (selection.view.type == ViewType::Tagging)
        text = Texts::tr("No validation picture has a yes: there is nothing to choose the best epoch by, so the last one will be kept.");
    else if (selection.view.type == ViewType::Classification)
        text = Texts::tr("No validation picture has a class: there is nothing to choose the best epoch by, so the last one will be kept.");
    findings.push_back({.level = Level::Warning, .text = text, .names = {}, .kind = SelectionFinding::Kind::NothingToDecide});
}

/// Shorter sides of the training boxes in px of the input, rising.
std::vector<double> boxSides(const std::vector<Example>& examples, QSize input)
{
    std::vector<double> sides;
    for (const auto& example : examples) {
        const QSize seen = example.part().size();
        const double scale = std::min(double(input.width()) / std::max(1, seen.width()), double(input.height()) / std::max(1, seen.height()));
        for (const auto& box : example.boxes) {
            if (!box.ignore)
                sides.push_back(std::min(box.rect.width(), box.rect.height()) * scale);
        }
    }
    std::ranges::sort(sides);
    return sides;
}

void checkBoxes(const TrainingSelection& selection, QSize input, Findings& findings)
{
    if (selection.view.type != ViewType::Detection || input.isEmpty())
        return;
    const auto sides = boxSides(selection.train, input);
    const int small = int(std::ranges::lower_bound(sides, double(smallBox)) - sides.begin());
    if (small == 0)
        return;
    const int side = std::max(input.width(), input.height());
    const double nearlyLeast = std::max(sides[sides.size() / leftSmall], 1e-3); // so that all but a few become large enough
    const int wanted = int(std::ceil(side * smallBox / nearlyLeast / 32)) * 32;
    findings.push_back({.level = Level::Warning,
        .text = Texts::tr("%Ln box(es) are under %1 px at this size: the network hardly sees them.", nullptr, small).arg(smallBox),
        .names = {},
        .kind = SelectionFinding::Kind::SmallBoxes,
        .count = small,
        .largerSide = std::min(std::max(wanted, side + 32), largestOffer) > side ? std::min(std::max(wanted, side + 32), largestOffer) : 0});
}

} // namespace

std::vector<SelectionFinding> TrainingSelection::findings(QSize input) const
{
    Findings findings;
    if (concepts.empty())
        findings.push_back({Level::Error, Texts::tr("This view has no concept yet. Add the first on the page Views and concepts.")});
    if (train.empty())
        findings.push_back({Level::Error, Texts::tr("No picture of the training set is annotated. Annotate some first.")});
    else
        checkConcepts(*this, findings);
    checkValidation(*this, findings);
    checkBalance(*this, findings);
    checkBoxes(*this, input, findings);
    checkLeftOut(*this, findings);
    std::ranges::stable_sort(findings, std::ranges::greater{}, &SelectionFinding::level);
    return findings;
}

bool TrainingSelection::canTrain() const
{
    return std::ranges::none_of(findings(), [](const auto& finding) { return finding.level == Level::Error; });
}

} // namespace core
