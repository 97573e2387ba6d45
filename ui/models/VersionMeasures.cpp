#include "ui/models/VersionMeasures.h"

#include "core/project/PredictionJobs.h"
#include "ui/Session.h"

namespace ui {

VersionMeasures::VersionMeasures(Session& session, QObject* parent) : QObject(parent), m_session(session) {}

VersionMeasures::~VersionMeasures() = default;

void VersionMeasures::begin(const core::VersionRecord& version)
{
    m_version = version;
    m_job.reset();
    m_reports.clear();
    m_failure.clear();
    m_isReading = true;
    m_split = core::Split::Validation;
    Q_EMIT changed();
}

void VersionMeasures::takeValidation(const std::optional<core::EvaluationReport>& report)
{
    m_isReading = false;
    if (report)
        m_reports[core::Split::Validation] = *report;
    Q_EMIT changed();
}

void VersionMeasures::choose(core::Split split)
{
    m_split = split;
    m_failure.clear();
    if (split != core::Split::Validation && !m_reports.contains(split))
        measure(split);
    Q_EMIT changed();
}

void VersionMeasures::cancel()
{
    if (m_job)
        m_job->cancel();
    choose(core::Split::Validation);
}

const core::EvaluationReport* VersionMeasures::report() const
{
    const auto found = m_reports.find(m_split);
    return found == m_reports.end() ? nullptr : &found->second;
}

bool VersionMeasures::isMeasuring() const
{
    return m_job && m_job->isRunning();
}

QString VersionMeasures::sentence() const
{
    if (report())
        return {};
    if (!m_failure.isEmpty())
        return m_failure;
    if (m_split != core::Split::Validation)
        return tr("Being measured…");
    if (m_isReading)
        return tr("Reading what was measured…");
    if (m_version.status == core::VersionStatus::Running || m_version.status == core::VersionStatus::Queued)
        return tr("It is measured when its training has ended.");
    if (m_version.itemsValidation == 0)
        return tr("This version has no validation images, so there is nothing to measure it on.");
    return m_version.failure.isEmpty() ? tr("It ended before it was measured.") : m_version.failure;
}

void VersionMeasures::measure(core::Split split)
{
    if (m_job && m_job->isRunning())
        m_job->cancel();
    m_job = std::make_unique<core::EvaluationJob>(m_session.project());
    connect(m_job.get(), &core::Job::progressed, this, &VersionMeasures::progressed);
    connect(m_job.get(), &core::EvaluationJob::evaluated, this, [this](core::VersionId version, core::Split measured, const core::EvaluationReport& report) {
        if (version == m_version.id)
            m_reports[measured] = report;
    });
    connect(m_job.get(), &core::Job::finished, this, &VersionMeasures::changed);
    connect(m_job.get(), &core::Job::failed, this, [this](const QString& message) {
        m_failure = message;
        Q_EMIT changed();
    });
    m_job->evaluate(m_version.id, split);
}

} // namespace ui
