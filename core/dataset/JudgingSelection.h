#pragma once

#include "core/dataset/Annotation.h"
#include "core/dataset/Example.h"
#include "core/dataset/Model.h"

#include <vector>

namespace core {

/// The items of one split that a version can be judged on today, as it knows them: by position in its frozen concepts.
/// What the view has learnt since does not count: an item is left out only when it was not looked at for one of the frozen
/// concepts, not for a concept that the version never knew. A frozen concept that was deleted since is in no item; nobody can say
/// whether an answer of it is wrong, so it is a gap everywhere. `living`: the view's concepts.
std::vector<Example> selectForJudging(const ViewRecord& view, const std::vector<FrozenConcept>& frozen, const std::vector<ConceptRecord>& living,
                                      const std::vector<Item>& items, Split split);

} // namespace core
