// Where the window is: rail, history, pages.
#include "ui/MainWindowActions.h"

#include "ui/Session.h"
#include "ui/pages/AnnotatePage.h"
#include "ui/pages/ImagesPage.h"
#include "ui/pages/LibraryPage.h"
#include "ui/pages/StartPage.h"
#include "ui/pages/TrainingPage.h"
#include "ui/pages/VersionPage.h"
#include "ui/pages/ViewsPage.h"
#include "ui/support/ItemText.h"
#include "ui/support/Theme.h"
#include "ui/widgets/NavigationRail.h"
#include "ui/widgets/StatusBar.h"

#include <QStackedWidget>

namespace ui {

namespace {
constexpr int railNeeds = 1280, inspectorNeeds = 1400; // px of the window
}

void MainWindow::buildRail()
{
    m_rail = new NavigationRail(this);
    const auto add = [this](Place place, const QString& text, const char* icon, int key) {
        const QString words = tr("%1 (Ctrl+%2)", "name of a page, key").arg(text).arg(key);
        m_rail->addPlace(static_cast<int>(place), text, QLatin1String(icon), words)->setObjectName(QStringLiteral("place%1").arg(static_cast<int>(place)));
    };
    m_rail->addSection(tr("Data"));
    add(Place::Images, tr("Images"), "images", 1);
    add(Place::Annotate, tr("Annotate"), "annotate", 2);
    add(Place::Views, tr("Views & Concepts"), "concepts", 3);
    m_rail->addSection(tr("Models"));
    add(Place::Library, tr("Library"), "library", 5);
    add(Place::Training, tr("Training"), "training", 6);
    add(Place::Version, tr("Version"), "version", 7);
    m_rail->finish();
    connect(m_rail, &NavigationRail::placeRequested, this, [this](int place) { goTo(static_cast<Place>(place)); });
}

void MainWindow::goTo(Place place)
{
    if (!m_session)
        return;
    if (m_history.empty() || m_history[m_historyAt] != place) {
        m_history.resize(m_history.empty() ? 0 : m_historyAt + 1);
        m_history.push_back(place);
        m_historyAt = m_history.size() - 1;
    }
    display(place);
}

void MainWindow::step(int direction)
{
    const auto target = static_cast<std::ptrdiff_t>(m_historyAt) + direction;
    if (!m_session || target < 0 || target >= static_cast<std::ptrdiff_t>(m_history.size()))
        return;
    m_historyAt = static_cast<std::size_t>(target);
    display(m_history[m_historyAt]);
}

void MainWindow::display(Place place)
{
    m_place = place;
    QWidget* page = place == Place::Start ? static_cast<QWidget*>(m_start) : pageFor(place);
    m_stack->setCurrentWidget(page);
    m_rail->setCurrent(static_cast<int>(place));
    updateActions();
    updateCounts();
}

QWidget* MainWindow::currentPage() const
{
    return m_stack->currentWidget();
}

QWidget* MainWindow::pageFor(Place place)
{
    QWidget*& page = m_pages[static_cast<int>(place)];
    if (!page) {
        page = makePage(place);
        m_stack->addWidget(page);
    }
    return page;
}

QWidget* MainWindow::makePage(Place place)
{
    switch (place) {
    case Place::Annotate: return new AnnotatePage(*m_session, *m_thumbnails, m_stack);
    case Place::Views: return new ViewsPage(*m_session, m_stack);
    case Place::Library: return new LibraryPage(*m_session, m_stack);
    case Place::Training: return new TrainingPage(*m_session, m_stack);
    case Place::Version: return new VersionPage(*m_session, *m_thumbnails, m_stack);
    case Place::Start:
    case Place::Images: break;
    }
    auto* images = new ImagesPage(*m_session, *m_thumbnails, m_stack);
    images->setInspectorVisible(width() >= inspectorNeeds);
    connect(images, &ImagesPage::countTextChanged, this, &MainWindow::updateCounts);
    return images;
}

void MainWindow::showVersion(core::VersionId version)
{
    static_cast<VersionPage*>(pageFor(Place::Version))->showVersion(version);
    goTo(Place::Version);
}

void MainWindow::showTraining(core::VersionId version)
{
    static_cast<TrainingPage*>(pageFor(Place::Training))->showVersion(version);
    goTo(Place::Training);
}

void MainWindow::updateCounts()
{
    if (!m_session || m_place == Place::Start) {
        m_status->setCounts({});
        return;
    }
    if (auto* images = qobject_cast<ImagesPage*>(currentPage()))
        m_status->setCounts(images->countText());
    else
        m_status->setCounts(tr("%n image(s)", nullptr, m_session->project().imageCount()));
}

void MainWindow::fitToWidth(int before, int now)
{
    // Only crossing a width changes something: what the person then shows or hides stays so.
    if ((before < railNeeds) != (now < railNeeds) || before <= 0)
        m_rail->setCollapsed(now < railNeeds || m_railCollapsed);
    auto* images = qobject_cast<ImagesPage*>(m_pages.value(static_cast<int>(Place::Images)));
    if (images && (before < inspectorNeeds) != (now < inspectorNeeds))
        images->setInspectorVisible(now >= inspectorNeeds);
}

void MainWindow::toggleRail()
{
    m_rail->setCollapsed(!m_rail->isCollapsed());
    m_railCollapsed = m_rail->isCollapsed();
}

void MainWindow::toggleInspector()
{
    if (auto* images = qobject_cast<ImagesPage*>(currentPage()))
        images->setInspectorVisible(!images->isInspectorVisible());
}

} // namespace ui
