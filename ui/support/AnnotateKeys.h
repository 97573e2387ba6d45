#pragma once

#include "core/dataset/View.h"

#include <optional>

class QKeyEvent;

namespace ui {

/// What a key on Annotate can ask for, beside the keys of concepts (ConceptKeys) and of boxes (AnnotationCanvas).
enum class AnnotateAct { Previous, Next, First, Last, NextOpen, WithoutConcept, AllSeen, TypeAhead, Coordinates };

/// The act of a key in a view of this type; absent: the key means nothing here. In detection the arrows are the boxes'.
std::optional<AnnotateAct> annotateActOf(const QKeyEvent& event, core::ViewType type);

} // namespace ui
