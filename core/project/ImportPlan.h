#pragma once

#include "core/project/ImportJob.h"
#include "core/storage/ImportWriter.h"

#include <vector>

namespace core {

/// What becomes of the annotation that one source has for one picture.
struct PlannedAnnotation {
    enum class Kind { Class, Answers, Boxes, WithoutConcept } kind = Kind::Class;
    size_t target = 0;                                   // position in ImportPlan::targets
    QString conceptName;                                 // Class
    std::vector<std::pair<QString, bool>> answers;       // Answers
    const std::vector<SourceBox>* boxes = nullptr;       // Boxes: those of the source
    std::vector<SourceBox> someBoxes;                    // Boxes, where it is null: those of them that are new
    /// Keep: the item has nothing yet. Else what becomes of what it has.
    ImportChoices::Existing existing = ImportChoices::Existing::Keep;

    const std::vector<SourceBox>& boxesToStore() const { return boxes ? *boxes : someBoxes; }
};

/// What a source proposes for one picture.
struct PlannedDraft {
    size_t target = 0; // position in ImportPlan::targets
    SourceDraft draft;
};

/// One picture of the import, new or known. Named by several sources, it is still one.
struct PlannedImage {
    const SourceRecord* record = nullptr;
    size_t source = 0;
    ImageId known;  // invalid: new
    Split split = Split::Unassigned; // of a new one; of a known one only when it has none and the source gives one
    bool setsSplit = false;          // known, and gets the split above
    bool setsSourceId = false;       // known, and the source gives it an id
    bool isChanged = false;          // known by its place, but with other bytes: its annotation is not touched
    std::vector<PlannedAnnotation> annotations;
    std::vector<PlannedDraft> drafts;
};

/// The view that the annotations of one source go to.
struct PlannedView {
    QString name;
    ViewType type = ViewType::Classification;
    bool isNew = false;
    ViewId id;            // when not new
    QStringList concepts; // of the source, in its order, those that are used
    QStringList newConcepts;
    QHash<QString, QString> conceptIds; // concept -> id of its source, as JSON
};

struct ImportPlan {
    std::vector<PlannedView> targets;
    std::vector<PlannedImage> images;
    ImportReport report;
};

/// Decides what an import does to the project as it stands, without changing it: known pictures, views, concepts, splits, counts.
/// The dry run and the writing both call it, so they cannot disagree. Throws Error when source and view do not fit, or when
/// a count does not add up. When cancelled, the report says so and the plan is of no use. `sources` must outlive the plan.
ImportPlan planImport(ImportWriter& project, const std::vector<ViewRecord>& views,
                      const std::function<QStringList(ViewId)>& conceptsOf, const std::vector<SourceData>& sources,
                      const ImportOptions& options, quint64 seed, const std::function<bool()>& isCanceled = {});

/// Splits of the new pictures by these rules: the source's where it gives any, else dealt; equal bytes are never parted.
void planSplits(ImportPlan& plan, const std::vector<KnownImage>& known, const ImportOptions& options, quint64 seed);

} // namespace core
