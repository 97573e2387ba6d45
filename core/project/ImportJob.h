#pragma once

#include "core/base/Job.h"
#include "core/formats/ReadSources.h"
#include "core/project/ImportChoices.h"

#include <QMap>
#include <QStringList>

#include <optional>

namespace core {

class Project;

struct ImportOptions {
    QStringList sources;
    SourceOptions source;
    QString viewName;               // empty: the only view of the type, else a new one named after the source
    std::optional<ViewType> type;   // empty: of an existing view, else as the source proposes
    double validationShare = 0.2;
    std::optional<int> seed;        // empty: the project's
    bool dryRun = false;
    ImportChoices choices;
};

/// A view that an import fills.
struct ImportedView {
    QString name;
    ViewType type = ViewType::Classification;
    bool isNew = false;
};

/// What an import brings, before (dry run) or after it was written. `read = imagesNew + known + rejected` always holds.
struct ImportReport {
    QString format;
    QString evidence;
    QString viewName;
    std::optional<ViewType> viewType;
    bool viewIsNew = false;
    std::vector<ImportedView> furtherViews; // of sources of several tasks, or of several sources
    int images = 0;   // new
    int known = 0;
    int rejected = 0; // pictures
    std::vector<std::pair<QString, int>> annotations; // by concept, in order
    int withoutConcept = 0;
    std::vector<SourceConcept> sourceConcepts; // as the sources name them, before any choice
    bool hasSplits = false;   // the sources state some
    int unlisted = 0;         // pictures that the sources hold and say nothing about
    int alreadyAnnotated = 0; // pictures that have annotation in the view, and for which the sources have some
    int changed = 0;          // of them: those whose annotation becomes another one
    int drafts = 0; // predictions that wait for a person
    QStringList newConcepts;
    QMap<QString, int> splits; // train, val, test, none: of the new images
    std::vector<ImportIssue> issues;
    std::vector<OutsidePlace> outside; // left out; to read them, read again with SourceOptions::followsOutside
    bool canceled = false;

    bool hasRejections() const; // exit code 3: a picture or an annotation was rejected
};

QJsonObject toJson(const ImportReport& report); // the "finished" event of the terminal

/// Reads sources on a thread of its own, and writes them into the project in one transaction. Two acts: read() ends with
/// readFinished() (the dry run; nothing is written), write() with written(). A cancelled one leaves the project as it was.
class ImportJob final : public Job {
    Q_OBJECT
public:
    explicit ImportJob(Project& project, QObject* parent = nullptr);
    ~ImportJob() override;

    void read(const ImportOptions& options);
    /// The dry run of what was read last with other choices, told by readFinished(); no file is read again.
    void choose(const ImportChoices& choices);
    void write(); // what was read last

Q_SIGNALS:
    void readFinished(const core::ImportReport& report);
    void written(const core::ImportReport& report);

private:
    struct State;
    Project& m_project;
    std::shared_ptr<State> m_state;
};

} // namespace core
