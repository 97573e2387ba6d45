#include "core/project/ImportJob.h"

#include "core/base/OwnFiles.h"
#include "core/project/ImportRun.h"
#include "core/project/ProgressClock.h"
#include "core/project/Project.h"
#include "core/project/ProjectFolder.h"
#include "core/project/SourceIds.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QThreadPool>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace core {

namespace {

/// The type of the view that an import goes to, as far as it is known before anything was read.
std::optional<ViewType> targetOf(const ImportOptions& options, const std::vector<ViewRecord>& views)
{
    if (options.type)
        return options.type;
    for (const ViewRecord& view : views)
        if (!options.viewName.isEmpty() && nameKey(view.name) == nameKey(options.viewName))
            return view.type;
    const bool hasClasses = std::ranges::any_of(views, [](const ViewRecord& view) { return view.type == ViewType::Classification; });
    return !options.viewName.isEmpty() || views.empty() || hasClasses ? std::nullopt : std::optional(views.front().type);
}

} // namespace

struct ImportJob::State {
    ~State() { dropUnpacked(); }

    /// What was unpacked and not taken into the project. The removal of many files takes its time.
    void dropUnpacked()
    {
        if (!unpacked.isEmpty())
            QThreadPool::globalInstance()->start([project = folder, place = std::exchange(unpacked, {})] { OwnFiles::remove(project, place); });
    }

    QString folder;   // of the project
    QString unpacked; // below its cache; empty: nothing was unpacked
    ReadImport import;
    ProgressClock clock;

    SourceListener listener(Job& job)
    {
        return {[this, &job](const QString& step, qint64 done, qint64 total) { clock.next(step, done, total, [&](const Progress& progress) { job.report(progress); }); },
                [&job] { return job.isCanceled(); }};
    }
};

ImportJob::ImportJob(Project& project, QObject* parent) : Job(parent), m_project(project), m_state(std::make_shared<State>())
{
    qRegisterMetaType<ImportReport>();
}

// Job's destructor cancels and waits; what the thread still uses until then is captured, not a member of this class.
ImportJob::~ImportJob() = default;

void ImportJob::read(const ImportOptions& options)
{
    const quint64 seed = m_project.splitSeed();
    const QString database = ProjectFolder::databasePath(m_project.folder());
    m_project.waitForPending(); // what was just edited must be seen
    SourceOptions source = options.source;
    source.target = targetOf(options, m_project.views());
    const QString cache = m_project.cacheFolder();
    source.unpackTo = cache.isEmpty() ? QString() : cache + QStringLiteral("/import-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    source.knownIds = [folder = m_project.folder()] { return knownIds(folder); };
    start([this, state = m_state, options, source, seed, database, folder = m_project.folder()] {
        state->dropUnpacked();
        state->folder = folder;
        state->unpacked = source.unpackTo;
        state->import = {options, seed, readSources(options.sources, source, state->listener(*this)), {}, source.unpackTo};
        state->import.choose(options.choices);
        ImportReport report;
        if (isCanceled())
            report.canceled = true;
        else
            report = previewImport(database, state->import, state->listener(*this));
        post([this, report] { Q_EMIT readFinished(report); });
    });
}

void ImportJob::choose(const ImportChoices& choices)
{
    const QString database = ProjectFolder::databasePath(m_project.folder());
    m_project.waitForPending();
    start([this, state = m_state, choices, database] {
        state->import.choose(choices);
        const ImportReport report = previewImport(database, state->import, state->listener(*this));
        post([this, report] { Q_EMIT readFinished(report); });
    });
}

void ImportJob::write()
{
    start([this, state = m_state, &project = m_project] {
        const ImportReport report = writeImport(project, state->import, state->listener(*this));
        if (!report.canceled)
            state->dropUnpacked();
        post([this, report] { Q_EMIT written(report); });
    });
}

bool ImportReport::hasRejections() const
{
    return std::ranges::any_of(issues, [](const ImportIssue& issue) { return issue.level == ImportIssue::Level::Rejected; });
}

QJsonObject toJson(const ImportReport& report)
{
    QJsonObject annotations, splits;
    for (const auto& [name, count] : report.annotations)
        annotations.insert(name, count);
    for (auto split = report.splits.cbegin(); split != report.splits.cend(); ++split)
        splits.insert(split.key(), split.value());
    const auto orNull = [](const QString& text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    QJsonArray issues;
    for (const ImportIssue& issue : report.issues)
        issues.append(QJsonObject{{QStringLiteral("level"), keyOf(issue.level)},
                                  {QStringLiteral("code"), issue.code},
                                  {QStringLiteral("file"), orNull(issue.file)},
                                  {QStringLiteral("line"), issue.line > 0 ? QJsonValue(issue.line) : QJsonValue()},
                                  {QStringLiteral("detail"), orNull(issue.detail)}});
    return {{QStringLiteral("event"), QStringLiteral("finished")},
            {QStringLiteral("images"), report.images},
            {QStringLiteral("known"), report.known},
            {QStringLiteral("rejected"), report.rejected},
            {QStringLiteral("annotations"), annotations},
            {QStringLiteral("drafts"), report.drafts},
            {QStringLiteral("splits"), splits},
            {QStringLiteral("issues"), issues}};
}

} // namespace core
