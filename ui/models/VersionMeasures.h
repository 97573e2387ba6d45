#pragma once

#include "core/base/Job.h"
#include "core/dataset/Model.h"
#include "core/dataset/Split.h"
#include "core/dataset/View.h"
#include "core/evaluation/EvaluationReport.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>

namespace core {
class EvaluationJob;
}

namespace ui {

class Session;

/// What is known of a version's quality on validation, test and training images, and which of them is looked at. Validation is as
/// measured and frozen at the training; the other two are measured when they are chosen, and kept as long as the version stays.
class VersionMeasures final : public QObject {
    Q_OBJECT
public:
    explicit VersionMeasures(Session& session, QObject* parent = nullptr);
    ~VersionMeasures() override; // breaks off what is being measured

    /// Another version, or the same one anew: nothing is known of it yet.
    void begin(const core::VersionRecord& version);
    /// What was stored of the validation set; absent: nothing.
    void takeValidation(const std::optional<core::EvaluationReport>& report);
    /// Looks at one set, and measures it if nobody did.
    void choose(core::Split split);
    void cancel(); // back to validation

    core::Split split() const { return m_split; }
    const core::EvaluationReport* report() const; // of the chosen set; null: see sentence()
    QString sentence() const;                     // why there is no report, or what is done for it
    bool isMeasuring() const;

Q_SIGNALS:
    void changed();
    void progressed(const core::Progress& progress);

private:
    void measure(core::Split split);

    Session& m_session;
    core::VersionRecord m_version;
    core::Split m_split = core::Split::Validation;
    bool m_isReading = true;
    QString m_failure;
    std::map<core::Split, core::EvaluationReport> m_reports;
    std::unique_ptr<core::EvaluationJob> m_job;
};

} // namespace ui
