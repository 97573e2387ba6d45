#pragma once

#include "core/dataset/Annotation.h"
#include "core/dataset/Example.h"

#include <QByteArray>
#include <QSize>
#include <QString>

#include <vector>

namespace core {

/// Why items take no part in a training.
enum class LeftOutReason { NotAnnotated, WithoutConcept, Unsplit, Odd, Truncated, Missing, Changed, Undecodable };

struct LeftOut {
    LeftOutReason reason;
    int count = 0;
    QStringList names; // the first ten
};

/// Yes-labels or boxes of one concept in each part.
struct ConceptCount {
    ConceptRecord record;
    int train = 0;
    int validation = 0;
};

/// A line of the check before training. Errors block; a warning may be ignored.
struct SelectionFinding {
    enum class Level { Information, Warning, Error } level = Level::Information;
    QString text;      // translated sentence
    QStringList names; // of the first pictures it speaks of; may be empty

    /// What a page can offer beside the sentence.
    enum class Kind { Plain, SmallBoxes, NothingToDecide, MissingFiles, ChangedFiles, UnreadableFiles } kind = Kind::Plain;
    int count = 0;      // SmallBoxes and the kinds of files: how many
    int largerSide = 0; // SmallBoxes: the image size, px, at which nearly all boxes are large enough; 0: there is none
};

/// Boxes below this many px of a network's input, on either side, are hard to learn: fewer than one cell of the finest level.
inline constexpr int smallBox = 8;

/// Which items of a view a training uses: classification every annotated training item;
/// tagging every one with an answer, "without concept" included; detection those with at least one box.
struct TrainingSelection {
    ViewRecord view;
    std::vector<ConceptRecord> concepts; // living, in order: the frozen list
    std::vector<Example> train;
    std::vector<Example> validation;
    std::vector<Example> test;
    std::vector<LeftOut> leftOut;
    std::vector<ConceptCount> counts;
    int withoutConceptTrain = 0; // tagging: used; detection: left out
    QByteArray dataRevision;     // 32 bytes

    /// The check before training. `input`: the network's input, px, when it is known: then small boxes are counted too.
    std::vector<SelectionFinding> findings(QSize input = {}) const;
    bool canTrain() const; // no finding of level Error
};

/// Pure: decides from the items of the view alone.
TrainingSelection selectForTraining(const ViewRecord& view, const std::vector<ConceptRecord>& concepts, const std::vector<Item>& items);

} // namespace core
