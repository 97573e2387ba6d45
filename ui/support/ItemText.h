#pragma once

#include "core/dataset/Annotation.h"

#include <QString>

#include <vector>

namespace core {
struct ViewSummary;
}

namespace ui {

/// Words for what an item is, the same on every page.
QString nameOf(core::Split split);      // "Training"
QString letterOf(core::Split split);    // "T", empty when unassigned
QString nameOf(core::ItemState state);  // "annotated"
QString nameOf(core::ViewType type);    // "detection"
const char* iconOf(core::ViewType type); // the type mark
QString nameOf(core::Health health);    // "missing": of a file, one or two words
/// Why a picture is not trained on, and what to do; empty when it is good.
QString sentenceOf(core::Health health);

/// How far a view is annotated: "100 % annotated", "364 partly annotated", or both.
QString annotatedText(const core::ViewSummary& summary);

/// Yes-labels or boxes of one concept on an item, in the order they first come.
struct AnswerCount {
    core::ConceptId conceptId;
    int count = 0;
};
std::vector<AnswerCount> answersOf(const core::ItemAnnotation& annotation);

} // namespace ui
