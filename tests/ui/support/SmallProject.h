#pragma once

#include "core/project/Project.h"
#include "ui/Session.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

/// A project with one view, two concepts and a few small pictures, for tests of pages. Its folder goes with it.
struct SmallProject {
    struct Parts {
        int train = 12;
        int validation = 6;
        int test = 0;
        int withoutConcept = 0; // of the training images (tagging, detection)
    };
    SmallProject(core::ViewType type, Parts parts, ui::Ask ask = silent());
    explicit SmallProject(core::ViewType type) : SmallProject(type, Parts()) {}
    ~SmallProject();

    core::Project& project() const { return session->project(); }
    std::vector<core::ConceptRecord> concepts() const { return project().concepts(view); }

    /// Adds a version of the current model as if it had been trained: row, epochs, and a run file with its frozen data, a batch curve
    /// and predictions that are right but for the first validation picture. `status`: done with weights, else without.
    core::VersionId addVersion(const QString& name, core::VersionStatus status = core::VersionStatus::Done);

    /// Answers every question with Escape and shows nothing.
    static ui::Ask silent();

    QTemporaryDir folder;
    core::ViewId view;
    std::unique_ptr<ui::Session> session;
};
