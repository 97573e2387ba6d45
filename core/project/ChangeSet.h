#pragma once

#include "core/base/Id.h"
#include "core/dataset/Model.h"

#include <QMetaType>
#include <QString>

#include <utility>
#include <vector>

namespace core {

/// What a committed act touched, so that pages know what to read again.
struct ChangeSet {
    QString title;          // translated: "Set Ripe on 41 images"
    bool structure = false; // views or concepts
    bool images = false;    // images added, removed, split or health changed
    bool annotations = false;
    bool library = false;   // models or versions
    std::vector<ItemId> items; // annotations of these; empty with annotations = true: many
    enum class Cause { Edit, Undo, Redo, Import, Library } cause = Cause::Edit;
};

/// Images of a view by split and state, and answers by concept.
struct ViewSummary {
    int items = 0;
    int annotated = 0;        // state annotated or without concept
    int partly = 0;           // annotated, but some concept was not looked at
    int withoutConcept = 0;
    int train = 0, validation = 0, test = 0, unassigned = 0;
    std::vector<std::pair<ConceptId, int>> answers; // yes-labels or boxes of each living concept, in order
};

/// A model with its versions, newest version first.
struct ModelWithVersions {
    ModelRecord model;
    std::vector<VersionRecord> versions;
};


} // namespace core
