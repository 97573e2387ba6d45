#include "core/dataset/JudgingSelection.h"

#include "core/dataset/TrainingSelection.h"

#include <algorithm>

namespace core {

namespace {

/// The frozen concepts as records, in their order; those deleted since get an id that no annotation has.
std::vector<ConceptRecord> recordsOf(const std::vector<FrozenConcept>& frozen, const std::vector<ConceptRecord>& living)
{
    std::vector<ConceptRecord> records;
    for (const auto& known : frozen) {
        const auto found = std::ranges::find(living, known.uuid, &ConceptRecord::uuid);
        records.push_back(found != living.end() ? *found : ConceptRecord{.id = {-1 - qint64(records.size())}, .uuid = known.uuid, .name = known.name});
    }
    return records;
}

/// The item with what it says about these concepts alone.
Item restricted(ViewType type, Item item, const std::vector<ConceptId>& concepts)
{
    auto& annotation = item.annotation;
    const bool wasLookedAt = annotation.state != ItemState::Unseen;
    const auto isOther = [&](ConceptId id) { return std::ranges::find(concepts, id) == concepts.end(); };
    std::erase_if(annotation.labels, [&](const Label& label) { return isOther(label.conceptId); });
    std::erase_if(annotation.boxes, [&](const BoxRecord& box) { return isOther(box.conceptId); });
    std::erase_if(annotation.gaps, isOther);
    annotation.state = stateOf(type, concepts, annotation, wasLookedAt);
    return item;
}

} // namespace

std::vector<Example> selectForJudging(const ViewRecord& view, const std::vector<FrozenConcept>& frozen, const std::vector<ConceptRecord>& living,
                                      const std::vector<Item>& items, Split split)
{
    const auto records = recordsOf(frozen, living);
    std::vector<ConceptId> existing;
    std::vector<int> deleted; // positions
    for (size_t i = 0; i < records.size(); ++i) {
        if (records[i].id.value > 0)
            existing.push_back(records[i].id);
        else
            deleted.push_back(int(i));
    }
    std::vector<Item> known;
    for (const auto& item : items) {
        if (item.image.split == split)
            known.push_back(restricted(view.type, item, existing));
    }
    auto selection = selectForTraining(view, records, known);
    auto examples = split == Split::Train ? std::move(selection.train) : split == Split::Validation ? std::move(selection.validation) : std::move(selection.test);
    for (auto& example : examples) {
        if (view.type == ViewType::Detection) {
            example.gaps.insert(example.gaps.end(), deleted.begin(), deleted.end());
            std::ranges::sort(example.gaps);
        }
    }
    std::erase_if(examples, [&](const Example& example) { // nothing that the version could be right or wrong about
        return (view.type == ViewType::Classification && example.label < 0)
            || (view.type == ViewType::Tagging && std::ranges::all_of(example.answers, [](qint8 answer) { return answer < 0; }));
    });
    return examples;
}

} // namespace core
