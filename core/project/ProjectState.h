#pragma once

#include "core/project/PictureCheck.h"
#include "core/project/Project.h"
#include "core/project/ProjectCare.h"
#include "core/project/ProjectLock.h"
#include "core/project/WriterThread.h"
#include "core/storage/Database.h"

#include <QDateTime>
#include <QSet>
#include <QStringList>

#include <functional>
#include <memory>
#include <mutex>

namespace core {

/// The insides of Project, shared by its source files.
struct Project::State {
    QString folder;
    QString name;
    Access access = Access::Write;
    bool isHeldElsewhere = false; // read only: another program is writing
    QStringList notes;
    std::unique_ptr<ProjectLock> lock;      // released last
    std::unique_ptr<WriterThread> writer; // none when read only
    std::unique_ptr<Database> database;   // for reading, on the project's own thread
    std::unique_ptr<ProjectCare> care;    // none when read only
    std::function<void(const DatabaseError&)> readFailed;

    std::mutex mutex; // for what follows: jobs write from threads of their own
    QString damage;
    QDateTime lastSaved; // or opened
    Ticket lastTicket = 0;
    QSet<Ticket> unsettled;

    QString damageNow()
    {
        const std::lock_guard lock(mutex);
        return damage;
    }

    std::unique_ptr<PictureCheck> pictures; // made with the first check
    bool isCheckWanted = false;             // once more when it has ended

    /// A reader cannot mend what a killed program left, but it must not call a training running that nobody runs.
    VersionRecord asItStands(VersionRecord version) const
    {
        if (access == Access::Read && !isHeldElsewhere && version.status == VersionStatus::Running)
            version.status = VersionStatus::Interrupted;
        return version;
    }
};

/// Every read goes through here: a page that asks may be in any state, so the project itself remembers what it could not read.
template <class Act>
auto Project::read(Act act) const
{
    try {
        return act(*m_state->database);
    } catch (const DatabaseError& error) {
        m_state->readFailed(error);
        throw;
    }
}

} // namespace core
