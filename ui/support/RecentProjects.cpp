#include "ui/support/RecentProjects.h"

#include "core/project/Project.h"
#include "ui/support/Numbers.h"

#include <QCoreApplication>
#include <QSettings>

#include <algorithm>

namespace ui {

namespace {

constexpr std::size_t kept = 30;
const QString key = QStringLiteral("recent");

void store(const std::vector<RecentProject>& projects)
{
    QSettings settings;
    settings.remove(key);
    settings.beginWriteArray(key);
    for (std::size_t i = 0; i < std::min(kept, projects.size()); ++i) {
        settings.setArrayIndex(static_cast<int>(i));
        settings.setValue(QStringLiteral("folder"), projects[i].folder);
        settings.setValue(QStringLiteral("name"), projects[i].name);
        settings.setValue(QStringLiteral("opened"), projects[i].opened);
        settings.setValue(QStringLiteral("images"), projects[i].images);
        settings.setValue(QStringLiteral("items"), projects[i].annotated.items);
        settings.setValue(QStringLiteral("annotatedItems"), projects[i].annotated.annotated);
        settings.setValue(QStringLiteral("partlyItems"), projects[i].annotated.partly);
        settings.setValue(QStringLiteral("version"), projects[i].version);
    }
    settings.endArray();
}

} // namespace

bool RecentProject::exists() const
{
    return core::Project::isProject(folder);
}

std::vector<RecentProject> RecentProjects::all()
{
    QSettings settings;
    std::vector<RecentProject> projects;
    const int number = settings.beginReadArray(key);
    for (int i = 0; i < number; ++i) {
        settings.setArrayIndex(i);
        const auto number = [&settings](const char* word) { return settings.value(QLatin1String(word)).toInt(); };
        core::ViewSummary annotated;
        annotated.items = number("items");
        annotated.annotated = number("annotatedItems");
        annotated.partly = number("partlyItems");
        projects.push_back({settings.value(QStringLiteral("folder")).toString(), settings.value(QStringLiteral("name")).toString(),
                            settings.value(QStringLiteral("opened")).toDateTime(), number("images"), annotated, settings.value(QStringLiteral("version")).toString()});
    }
    settings.endArray();
    return projects;
}

void RecentProjects::note(const RecentProject& project)
{
    std::vector<RecentProject> projects = all();
    std::erase_if(projects, [&](const RecentProject& one) { return one.folder == project.folder; });
    projects.insert(projects.begin(), project);
    store(projects);
}

void RecentProjects::remove(const QString& folder)
{
    std::vector<RecentProject> projects = all();
    std::erase_if(projects, [&](const RecentProject& one) { return one.folder == folder; });
    store(projects);
}

RecentProject RecentProjects::describe(const core::Project& project)
{
    RecentProject recent{project.folder(), project.name(), QDateTime::currentDateTime(), project.imageCount(), {}, {}};
    std::optional<core::VersionRecord> newest;
    for (const core::ViewRecord& view : project.views()) {
        const core::ViewSummary summary = project.summary(view.id);
        recent.annotated.items += summary.items;
        recent.annotated.annotated += summary.annotated;
        recent.annotated.partly += summary.partly;
        for (const core::ModelWithVersions& model : project.library(view.id)) {
            for (const core::VersionRecord& version : model.versions) {
                if (version.headline && (!newest || version.created > newest->created))
                    newest = version;
            }
        }
    }
    if (newest) {
        const QString indicator = newest->headlineKey == QLatin1String("accuracy") ? QCoreApplication::translate("ui::RecentProjects", "accuracy")
            : newest->headlineKey == QLatin1String("map")                          ? QCoreApplication::translate("ui::RecentProjects", "mAP")
                                                                                   : QCoreApplication::translate("ui::RecentProjects", "mean LRP score");
        recent.version = QCoreApplication::translate("ui::RecentProjects", "%1: %2 %3", "version, indicator, percent").arg(newest->name, indicator, percent(newest->headline));
    }
    return recent;
}

} // namespace ui
