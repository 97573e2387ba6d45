#pragma once

#include "core/project/Project.h"
#include "core/project/WriterThread.h"
#include "core/storage/Database.h"

#include <QLockFile>
#include <QStringList>

#include <memory>

namespace core {

/// The insides of Project, shared by its source files.
struct Project::State {
    QString folder;
    QString name;
    Access access = Access::Write;
    bool isHeldElsewhere = false; // read only: another program is writing
    QStringList notes;
    std::unique_ptr<QLockFile> lock;      // released last
    std::unique_ptr<WriterThread> writer; // none when read only
    std::unique_ptr<Database> database;   // for reading, on the project's own thread

    /// A reader cannot mend what a killed program left, but it must not call a training running that nobody runs.
    VersionRecord asItStands(VersionRecord version) const
    {
        if (access == Access::Read && !isHeldElsewhere && version.status == VersionStatus::Running)
            version.status = VersionStatus::Interrupted;
        return version;
    }
};

} // namespace core
