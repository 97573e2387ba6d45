#pragma once

#include "core/project/Project.h"
#include "ui/support/Ask.h"

#include <QObject>

#include <functional>
#include <memory>

namespace core {
class Job;
}

namespace ui {

class JobsPanel;
class NewProjectDialog;

/// The ways to a project: a new one, one on the disk, the sample, one that was moved. It asks what has to be asked, tells why one
/// cannot be opened, and hands over what is open. What is open already it leaves alone.
class ProjectDoor final : public QObject {
    Q_OBJECT
public:
    /// `imports`: what is to be brought into it at once.
    using Enter = std::function<void(std::unique_ptr<core::Project> project, const QStringList& imports)>;

    /// A project that is damaged: where it lies, and the sentence.
    using Recover = std::function<void(const QString& folder, const QString& why)>;

    /// `jobs` shows the copying of the sample. Questions appear over `window`.
    ProjectDoor(Ask ask, JobsPanel* jobs, QWidget* window, Enter enter, Recover recover);
    ~ProjectDoor() override; // breaks off the copying of the sample

    /// Asks for name and place; with `imports` it is named after them.
    void make(const QStringList& imports);
    void choose();                    // which folder to open
    bool open(const QString& path);   // false: not opened (yet), which is told, or a question stands open
    void openSample();
    void find(const QString& missing); // a recent project that is not where it was

private:
    void create(const QString& folder, const QString& name, std::optional<core::ViewType> firstView, const QStringList& imports);
    void copySample(const QString& folder);

    Ask m_ask;
    JobsPanel* m_jobs;
    QWidget* m_window;
    Enter m_enter;
    Recover m_recover;
    std::unique_ptr<core::Job> m_copying;
};

} // namespace ui
