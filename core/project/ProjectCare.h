#pragma once

#include "core/base/Job.h"

#include <QTimer>

#include <chrono>

namespace core {

class Project;

/// Watches over an open project in the background: a backup at the first opening of a day and after each half hour of work, and a
/// thorough check of the file every week and after a crash. What cannot be trusted is told by Project::distrust().
class ProjectCare : public QObject {
    Q_OBJECT
public:
    /// Starts the day's backup at once; checks once the thread's event loop runs. `wasClean`: the last program closed the project.
    ProjectCare(Project& project, bool wasClean);
    ~ProjectCare() override; // finishes a backup, breaks off a check

    void backUp(); // when something was committed since the last one
    /// Reads the whole file when the last time is longer ago than this.
    void check(std::chrono::milliseconds pause = {});

Q_SIGNALS:
    void checked(bool isSound);

private:
    void take(const QStringList& problems, bool areCountsRight);

    Project& m_project;
    Job m_backup;
    Job m_check;
    QTimer m_halfHour;
};

} // namespace core
