#pragma once

#include "core/base/Id.h"
#include "ui/support/Ask.h"

#include <QObject>

#include <memory>
#include <vector>

namespace core {
class ItemList;
class Project;
class TrainingQueue;
}

namespace ui {

/// The open project and what the pages share about it: the chosen view, the list of items being looked at, the current one.
/// Made anew for each opened project; pages get it by reference and live as long as it does.
class Session final : public QObject {
    Q_OBJECT
public:
    Session(std::unique_ptr<core::Project> project, Ask ask, QObject* parent = nullptr);
    ~Session() override;

    core::Project& project() const { return *m_project; }
    core::TrainingQueue& trainings() const { return *m_trainings; }
    const Ask& ask() const { return m_ask; }
    /// What a page reads by itself: a failure is said in a bar over the pages, the last good content stays. False: it failed.
    bool read(const std::function<void()>& reading);

    core::ViewId view() const { return m_view; } // invalid: the project has no view yet
    void setView(core::ViewId view);

    /// The items that Images shows and Annotate walks through (filter and order are shared), and the current one.
    core::ItemList& list() const { return *m_list; }
    const std::vector<core::ItemId>& items() const;
    core::ItemId currentItem() const { return m_current; }
    void setItems(std::vector<core::ItemId> items);
    void setCurrentItem(core::ItemId item);

Q_SIGNALS:
    void viewChanged(core::ViewId view);
    void itemsChanged();
    void currentItemChanged(core::ItemId item);
    void readFailed(const QString& sentence); // part of the project could not be read

    // Requests of pages, answered by the main window
    void annotateRequested(core::ItemId item);
    void importRequested(const QStringList& paths); // empty: ask
    void trainRequested();
    void trainingPageRequested(core::VersionId version);
    void versionPageRequested(core::VersionId version);
    void predictRequested(core::VersionId version);
    void viewsPageRequested();
    void helpRequested(const QString& topic); // of the help
    void hintRequested(const QString& hint); // one line for the status bar

private:
    std::unique_ptr<core::Project> m_project;
    std::unique_ptr<core::TrainingQueue> m_trainings;
    Ask m_ask;
    core::ViewId m_view;
    std::unique_ptr<core::ItemList> m_list;
    core::ItemId m_current;
};

} // namespace ui
