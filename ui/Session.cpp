#include "ui/Session.h"

#include "core/project/ItemList.h"
#include "core/project/Project.h"
#include "core/project/TrainingQueue.h"
#include "ui/support/Attempt.h"

#include <algorithm>

namespace ui {

Session::Session(std::unique_ptr<core::Project> project, Ask ask, QObject* parent)
    : QObject(parent), m_project(std::move(project)), m_trainings(std::make_unique<core::TrainingQueue>(*m_project)), m_ask(std::move(ask)),
      m_list(std::make_unique<core::ItemList>(*m_project))
{
    connect(m_list.get(), &core::ItemList::reset, this, &Session::itemsChanged);
    const std::vector<core::ViewRecord> views = m_project->views();
    if (!views.empty())
        m_view = views.front().id;
    connect(m_project.get(), &core::Project::changed, this, [this](const core::ChangeSet& change) {
        if (!change.structure && change.cause != core::ChangeSet::Cause::Import)
            return;
        // The chosen view may be gone (deleted, or its making undone), or the first one may just have come.
        read([this] {
            const std::vector<core::ViewRecord> now = m_project->views();
            const bool lives = std::any_of(now.begin(), now.end(), [this](const core::ViewRecord& view) { return view.id == m_view; });
            if (!lives)
                setView(now.empty() ? core::ViewId{} : now.front().id);
        });
    });
}

Session::~Session()
{
    m_trainings.reset(); // writes its last words into the project, so it goes first
}

bool Session::read(const std::function<void()>& reading)
{
    const std::optional<QString> failure = failureOf(QStringLiteral("reading"), reading);
    if (failure)
        Q_EMIT readFailed(*failure);
    return !failure;
}

void Session::setView(core::ViewId view)
{
    if (view == m_view)
        return;
    m_view = view;
    Q_EMIT viewChanged(view);
}

const std::vector<core::ItemId>& Session::items() const
{
    return m_list->ids();
}

void Session::setItems(std::vector<core::ItemId> items)
{
    m_list->setIds(std::move(items));
}

void Session::setCurrentItem(core::ItemId item)
{
    if (item == m_current)
        return;
    m_current = item;
    Q_EMIT currentItemChanged(item);
}

} // namespace ui
