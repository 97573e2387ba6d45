#pragma once

#include "core/project/ImportPlan.h"

namespace core {

class Database;
class Project;

/// What was read of the sources, and how it is to be imported.
struct ReadImport {
    ImportOptions options;
    quint64 seed = 0;
    std::vector<SourceData> sources; // as they were read
    std::vector<SourceData> chosen;  // as the choices make them; empty where they change nothing
    QString unpacked; // absolute folder below which archives were unpacked; empty: none

    void choose(const ImportChoices& choices);
    const std::vector<SourceData>& used() const { return options.choices.changesSources() ? chosen : sources; }
};

/// The acts of an import as plain functions, for the job and for making the sample project. They block; any thread.
/// What an import would do to the project as it stands; nothing is written. `database`: path.
ImportReport previewImport(const QString& database, const ReadImport& import, const SourceListener& listener = {});
/// Writes all of it in one transaction and one undo step, or nothing: when cancelled (then the report says so) or on any error.
/// Unpacked pictures that are new move from `unpacked` to images/ of the project, and stay there when the import is undone.
ImportReport writeImport(Project& project, const ReadImport& import, const SourceListener& listener);

} // namespace core
