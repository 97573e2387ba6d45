#pragma once

#include "core/formats/ReadSources.h"

#include <QHash>

namespace core {

/// What a person decides about a source after it was read and before it is written.
struct ImportChoices {
    /// Annotation that comes for a picture which has some in the view already.
    enum class Existing {
        Keep,    // what the view has stays, and what comes is left out
        Add,     // what comes joins it: boxes that are not there yet, answers that nobody gave
        Replace, // what comes takes its place
    };
    /// Splits of new pictures.
    enum class Splits {
        Given, // as the source has them; dealt where it has none at all
        Deal,
        None,
    };

    /// Name in the source -> name in the view; empty: left out. What is not named is taken as it is.
    QHash<QString, QString> conceptNames;
    Existing existing = Existing::Keep;
    Splits splits = Splits::Given;
    bool unlistedIsWithout = false; // a picture of which the source says nothing: nothing of it is there

    /// The sources come in as they were read.
    bool changesSources() const { return !conceptNames.isEmpty() || splits != Splits::Given || unlistedIsWithout; }
    bool operator==(const ImportChoices&) const = default;
};

/// A concept as a source names it, and how often.
struct SourceConcept {
    QString name;
    qint64 annotations = 0;
};

/// The concepts that the sources use, in their order; those of the same name as one.
std::vector<SourceConcept> conceptsOf(const std::vector<SourceData>& sources);

/// Some of the sources state a split.
bool haveSplits(const std::vector<SourceData>& sources);

/// Pictures that annotated sources hold and say nothing about.
int unlistedIn(const std::vector<SourceData>& sources);

/// The sources as the choices make them. Concepts that become one: a label or an answer of either holds for both, "yes" before "no";
/// boxes stay apart. What is left out by choice counts as if the source did not have it: a picture that was looked at stays one.
std::vector<SourceData> applied(const ImportChoices& choices, std::vector<SourceData> sources);

} // namespace core
