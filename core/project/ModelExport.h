#pragma once

#include "core/base/Job.h"
#include "core/dataset/Model.h"
#include "core/modelfiles/ModelFile.h"
#include "core/modelfiles/Parity.h"

#include <functional>

namespace core {

class Project;

/// What is asked of an export.
struct ModelExportRequest {
    ModelFileOptions options;
    QString path;             // of the model file; nothing may be there
    int pictures = 32;        // to compare on, 1 to 1000
    bool withSamples = false; // programs that run the file
};

/// What became of it. The file is written in any case.
struct ModelExportResult {
    QString path;        // named "….unproved.…" when it is not proved
    QStringList beside;  // names of the files beside it
    ParityReport parity;
    bool isOnTraining = false; // there was no validation picture: compared on training pictures
    bool isCanceled = false;   // nothing was left behind
};

/// Writes a version's network for other programs, compares the file with the version on pictures that the version was judged on, and
/// writes what belongs beside it. `folder`: the version's. The version is not changed. Throws Error with a sentence: no weights, a name
/// that is taken, a full disk, an operation that the format lacks. A plain function: any thread.
ModelExportResult exportModel(const QString& folder, const ModelExportRequest& request, const std::function<void(const Progress&)>& progressed = {},
                              const std::function<bool()>& isCanceled = {});

/// exportModel() on a thread of its own.
class ModelExportJob final : public Job {
    Q_OBJECT
public:
    explicit ModelExportJob(const Project& project, QObject* parent = nullptr);
    ~ModelExportJob() override;
    void exportVersion(VersionId version, const ModelExportRequest& request); // throws Error when the version is gone

Q_SIGNALS:
    void exported(const core::ModelExportResult& result); // not when it was cancelled

private:
    const Project& m_project;
};

} // namespace core
