#pragma once

#include "core/project/ChangeSet.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace core {
class Project;
}

namespace ui {

/// A project as Start shows it without opening it: what was true when it was last open.
struct RecentProject {
    QString folder;
    QString name;
    QDateTime opened;
    int images = 0;
    core::ViewSummary annotated; // of all views together; without items where an older program noted it
    QString version;      // the newest one and its indicator, already in words; may be empty

    bool exists() const;
};

/// The list on Start, newest first, kept in the settings.
namespace RecentProjects {

std::vector<RecentProject> all();
void note(const RecentProject& project); // to the front
void remove(const QString& folder);
RecentProject describe(const core::Project& project);

} // namespace RecentProjects

} // namespace ui
