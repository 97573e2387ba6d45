#include "core/project/ImportPlan.h"

#include "core/dataset/SplitDealer.h"

#include <QMap>

#include <algorithm>

namespace core {

namespace {

/// New pictures of equal bytes, more than one each.
std::vector<std::vector<PlannedImage*>> copiesIn(ImportPlan& plan)
{
    QMap<QByteArray, std::vector<PlannedImage*>> groups;
    for (PlannedImage& image : plan.images)
        if (!image.known.isValid())
            groups[image.record->sha256].push_back(&image);
    std::vector<std::vector<PlannedImage*>> copies;
    for (auto& group : groups)
        if (group.size() > 1)
            copies.push_back(group);
    return copies;
}

void takeSourceSplits(ImportPlan& plan)
{
    for (PlannedImage& image : plan.images)
        if (!image.known.isValid())
            image.split = image.record->split.value_or(Split::Unassigned);
    for (const auto& copies : copiesIn(plan)) {
        Split common = Split::Unassigned;
        bool parted = false;
        QStringList names;
        for (const PlannedImage* copy : copies) {
            parted = parted || (common != Split::Unassigned && copy->split != Split::Unassigned && copy->split != common);
            common = copy->split == Split::Unassigned ? common : copy->split;
            names << copy->record->relativePath;
        }
        for (PlannedImage* copy : copies)
            copy->split = parted ? Split::Train : common;
        if (parted)
            plan.report.issues.push_back({ImportIssue::Level::Repaired, QStringLiteral("copies_parted"), names.front(), 0, names.join(QStringLiteral(", "))});
    }
}

/// The concepts a picture has, by numbers of their own.
std::vector<int> conceptsOf(const SourceRecord& record, QHash<QString, int>& numbers)
{
    QStringList names = record.labels;
    for (const auto& [name, yes] : record.answers)
        if (yes)
            names << name;
    for (const SourceBox& box : record.boxes)
        names << box.conceptName;
    names.removeDuplicates();
    std::vector<int> present;
    for (const QString& name : names) {
        if (!numbers.contains(name))
            numbers.insert(name, int(numbers.size()));
        present.push_back(numbers.value(name));
    }
    return present;
}

void deal(ImportPlan& plan, const std::vector<KnownImage>& known, const ImportOptions& options, quint64 seed)
{
    std::vector<SplitCandidate> candidates;
    std::vector<PlannedImage*> dealt;
    QHash<QString, int> numbers;
    for (PlannedImage& image : plan.images)
        if (!image.known.isValid()) {
            candidates.push_back({image.record->sha256, conceptsOf(*image.record, numbers), std::nullopt, false, image.record->group.toUtf8()});
            dealt.push_back(&image);
        }
    for (const KnownImage& image : known) // they count for the balance, and do not move
        if (image.split != Split::Unassigned)
            candidates.push_back({image.sha256, {}, image.split, true, image.group.toUtf8()});
    const SplitRatios ratios{1 - options.validationShare, options.validationShare, 0};
    const std::vector<Split> splits = dealSplits(candidates, ratios, seed);
    for (size_t i = 0; i < dealt.size(); ++i)
        dealt[i]->split = splits[i];
}

} // namespace

void planSplits(ImportPlan& plan, const std::vector<KnownImage>& known, const ImportOptions& options, quint64 seed)
{
    const bool isGiven = std::ranges::any_of(plan.images, [](const PlannedImage& image) { return image.record->split.has_value(); });
    if (isGiven)
        takeSourceSplits(plan);
    else if (options.choices.splits != ImportChoices::Splits::None)
        deal(plan, known, options, options.seed ? quint64(*options.seed) : seed);
    for (const Split split : {Split::Train, Split::Validation, Split::Test, Split::Unassigned})
        plan.report.splits[keyOf(split)] = 0;
    for (const PlannedImage& image : plan.images)
        if (!image.known.isValid())
            ++plan.report.splits[keyOf(image.split)];
}

} // namespace core
