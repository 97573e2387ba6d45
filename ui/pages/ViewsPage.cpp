#include "ui/pages/ViewsPage.h"

#include "ui/Session.h"
#include "ui/support/KeyTip.h"
#include "ui/support/Panes.h"
#include "ui/support/Theme.h"
#include "ui/widgets/ConceptTable.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/ViewList.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

namespace ui {

namespace {
constexpr int viewsWidth = 320; // px
}

ViewsPage::ViewsPage(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(tr("A view is one question about your images. Begin with a root view."), tr("New view…"), this)), m_views(new ViewList(session, this)),
      m_concepts(new ConceptTable(session, this)), m_newView(keyedButton("newView", tr("New view…"), {}, this))
{
    setObjectName(QStringLiteral("viewsPage"));
    build();
    connect(m_newView, &QPushButton::clicked, m_views, &ViewList::newView);
    connect(m_empty, &EmptyState::activated, m_views, &ViewList::newView);
    connect(&m_session, &Session::viewChanged, this, &ViewsPage::reload);
    connect(&m_session.project(), &core::Project::changed, this, &ViewsPage::projectChanged);
    reload();
}

void ViewsPage::build()
{
    auto* header = new PageHeader(tr("Views & Concepts"), this);
    setRole(m_newView, "primary");
    m_newView->setDisabled(m_session.project().isReadOnly());
    header->addAction(m_newView);
    auto* both = new QWidget(m_stack);
    m_views->setFixedWidth(viewsWidth);
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(24);
    row->addWidget(m_views);
    row->addWidget(m_concepts, 1);
    setFocusProxy(&m_views->list());
    m_empty->setObjectName(QStringLiteral("viewsEmpty"));
    m_stack->addWidget(both);
    m_stack->addWidget(m_empty);
    markPane(&m_views->list());
    markPane(&m_concepts->table());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(16);
    column->addWidget(header);
    column->addWidget(m_stack, 1);
}

void ViewsPage::projectChanged(const core::ChangeSet& change)
{
    // Counting is work: a page that nobody sees waits with it.
    if (change.structure || isVisible())
        reload();
    else
        m_stale = true;
}

void ViewsPage::reload()
{
    m_stale = false;
    m_views->reload();
    m_concepts->reload();
    m_stack->setCurrentIndex(m_views->isEmpty() ? 1 : 0);
}

void ViewsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        reload();
    if (!m_concepts->table().hasFocus())
        m_views->list().setFocus(Qt::OtherFocusReason);
}

void ViewsPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Insert && !(event->modifiers() & ~Qt::KeypadModifier))
        m_concepts->addConcept();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ui
