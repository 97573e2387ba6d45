#include "ui/pages/ViewsPage.h"

#include "ui/Session.h"
#include "ui/models/ConceptTableModel.h"
#include "ui/models/ViewListModel.h"
#include "ui/support/ItemText.h"
#include "ui/support/Panes.h"
#include "ui/support/Theme.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/RowDelegate.h"
#include "ui/widgets/ViewCardDelegate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

namespace ui {

namespace {
constexpr int viewsWidth = 320;
constexpr int tableRow = 36;
constexpr int headerRow = 34;

QPushButton* button(const char* object, const QString& text, const QString& key, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setObjectName(QLatin1String(object));
    //: %1: what a button does, %2: its key
    button->setToolTip(key.isEmpty() ? text : ViewsPage::tr("%1 (%2)").arg(text, key));
    button->setAutoDefault(false);
    return button;
}

/// A heading that gives way to what stands beside it; the whole of it is in the tooltip.
class ElidedHeading final : public QLabel {
public:
    explicit ElidedHeading(QWidget* parent) : QLabel(parent) { setRole(this, "head"); }
    QSize minimumSizeHint() const override { return {0, QLabel::minimumSizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    }
};
} // namespace

ViewsPage::ViewsPage(Session& session, QWidget* parent) : QWidget(parent), m_session(session)
{
    setObjectName(QStringLiteral("viewsPage"));
    build();
    connectAll();
    reload();
}

void ViewsPage::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(16);
    auto* header = new PageHeader(tr("Views & Concepts"), this);
    m_newView = button("newView", tr("New view…"), {}, this);
    setRole(m_newView, "primary");
    header->addAction(m_newView);
    column->addWidget(header);

    m_stack = new QStackedWidget(this);
    auto* both = new QWidget(m_stack);
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(24);
    row->addWidget(buildViews());
    row->addWidget(buildConcepts(), 1);
    m_stack->addWidget(both);
    markPane(m_viewList);
    markPane(m_table);
    m_empty = new EmptyState(tr("A view is one question about your images. Begin with a root view."), tr("New view…"), m_stack);
    m_empty->setObjectName(QStringLiteral("viewsEmpty"));
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
}

QWidget* ViewsPage::buildViews()
{
    auto* side = new QWidget(this);
    side->setFixedWidth(viewsWidth);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_views = new ViewListModel(this);
    m_viewList = new QListView(side);
    m_viewList->setObjectName(QStringLiteral("viewList"));
    m_viewList->setAccessibleName(tr("Views"));
    m_viewList->setModel(m_views);
    m_viewList->setItemDelegate(new ViewCardDelegate(m_viewList));
    m_viewList->setMouseTracking(true);
    m_viewList->setProperty("role", QStringLiteral("bare"));
    m_viewList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_viewList->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    column->addWidget(m_viewList, 1);
    auto* acts = new QHBoxLayout;
    m_renameView = button("renameView", tr("Rename view…"), QStringLiteral("F2"), side);
    m_deleteView = button("deleteView", tr("Delete view…"), QKeySequence(Qt::Key_Delete).toString(QKeySequence::NativeText), side);
    acts->addWidget(m_renameView);
    acts->addWidget(m_deleteView);
    acts->addStretch();
    column->addLayout(acts);
    return side;
}

QWidget* ViewsPage::buildConcepts()
{
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    m_conceptsTitle = new ElidedHeading(side);
    m_conceptsTitle->setObjectName(QStringLiteral("conceptsTitle"));
    m_up = button("moveUp", tr("Up"), tr("Alt+Up"), side);
    m_down = button("moveDown", tr("Down"), tr("Alt+Down"), side);
    m_add = button("addConcept", tr("Add concept…"), QKeySequence(Qt::Key_Insert).toString(QKeySequence::NativeText), side);
    m_rename = button("renameConcept", tr("Rename…"), QStringLiteral("F2"), side);
    m_delete = button("deleteConcept", tr("Delete…"), QKeySequence(Qt::Key_Delete).toString(QKeySequence::NativeText), side);
    head->addWidget(m_conceptsTitle);
    head->addStretch();
    for (QPushButton* act : {m_up, m_down, m_rename, m_delete, m_add})
        head->addWidget(act);
    column->addLayout(head);

    m_concepts = new ConceptTableModel(this);
    m_concepts->setEditable(!m_session.project().isReadOnly());
    m_table = new QTableView(side);
    m_table->setObjectName(QStringLiteral("conceptTable"));
    m_table->setAccessibleName(tr("Concepts of the view"));
    m_table->setModel(m_concepts);
    m_table->setItemDelegate(new RowDelegate({}, tableRow, m_table));
    m_table->setMouseTracking(true);
    setRole(m_table, "card");
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false); // Tab leaves the table
    m_table->setDragDropMode(QAbstractItemView::InternalMove);
    m_table->setDragDropOverwriteMode(false);
    m_table->setDropIndicatorShown(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(tableRow);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setMinimumSectionSize(64);
    m_table->horizontalHeader()->setFixedHeight(headerRow);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(ConceptTableModel::Name, QHeaderView::Stretch);
    m_table->installEventFilter(this);
    column->addWidget(m_table, 1000); // all its rows; with many, all the place there is
    m_noConcepts = new QLabel(tr("This view has no concepts yet. Add the first one with the button above."), side);
    m_noConcepts->setObjectName(QStringLiteral("noConcepts"));
    setRole(m_noConcepts, "secondary");
    column->addWidget(m_noConcepts);
    m_modelNote = new QLabel(tr("Adding or deleting a concept changes the concept set: the next training begins a new model. Existing models stay usable."), side);
    m_modelNote->setObjectName(QStringLiteral("modelNote"));
    m_modelNote->setWordWrap(true);
    setRole(m_modelNote, "caption");
    column->addWidget(m_modelNote);
    column->addStretch(); // the lower part stays empty rather than the table long
    return side;
}

void ViewsPage::connectAll()
{
    connect(m_newView, &QPushButton::clicked, this, &ViewsPage::newView);
    connect(m_empty, &EmptyState::activated, this, &ViewsPage::newView);
    connect(m_renameView, &QPushButton::clicked, this, &ViewsPage::renameView);
    connect(m_deleteView, &QPushButton::clicked, this, &ViewsPage::deleteView);
    connect(m_add, &QPushButton::clicked, this, &ViewsPage::addConcept);
    connect(m_rename, &QPushButton::clicked, this, &ViewsPage::renameConcept);
    connect(m_delete, &QPushButton::clicked, this, &ViewsPage::deleteConcept);
    connect(m_up, &QPushButton::clicked, this, [this] { moveConcept(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveConcept(1); });
    connect(m_concepts, &ConceptTableModel::moveRequested, this, &ViewsPage::placeConcept);
    connect(m_viewList->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (index.isValid())
            m_session.setView(m_views->cardAt(index.row()).view.id);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ViewsPage::showEnabled);
    connect(&m_session, &Session::viewChanged, this, &ViewsPage::reload);
    connect(&m_session.project(), &core::Project::changed, this, &ViewsPage::projectChanged);
    connect(&Theme::of(), &Theme::changed, this, [this] {
        m_viewList->viewport()->update();
        m_table->viewport()->update();
    });
}

std::optional<core::ViewRecord> ViewsPage::chosenView() const
{
    return m_session.project().view(m_session.view());
}

std::optional<core::ConceptRecord> ViewsPage::chosenConcept() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? std::optional(m_concepts->rowAt(index.row()).record) : std::nullopt;
}

void ViewsPage::chooseConcept(int row)
{
    if (row >= 0 && row < m_concepts->rowCount())
        m_table->setCurrentIndex(m_concepts->index(row, ConceptTableModel::Name));
}

void ViewsPage::projectChanged(const core::ChangeSet& change)
{
    // Counting is work: a page that nobody sees waits with it.
    if (change.structure || isVisible())
        reload();
    else
        m_stale = true;
}

void ViewsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        reload();
    if (!m_table->hasFocus())
        m_viewList->setFocus(Qt::OtherFocusReason);
}

void ViewsPage::reload()
{
    m_stale = false;
    const core::Project& project = m_session.project();
    std::vector<ViewCard> cards;
    for (const core::ViewRecord& view : project.views()) {
        ViewCard card{.view = view};
        for (const core::ConceptRecord& record : project.concepts(view.id))
            card.conceptNames.append(record.name);
        const core::ViewSummary summary = project.summary(view.id);
        card.regions = summary.items;
        card.annotated = annotatedText(summary);
        for (const auto& model : project.library(view.id))
            card.versions += int(model.versions.size());
        cards.push_back(std::move(card));
    }
    m_stack->setCurrentIndex(cards.empty() ? 1 : 0);
    m_views->setCards(std::move(cards));
    const int row = m_views->rowOf(m_session.view());
    if (row >= 0 && m_viewList->currentIndex().row() != row)
        m_viewList->setCurrentIndex(m_views->index(row));
    reloadConcepts();
}

void ViewsPage::reloadConcepts()
{
    const core::Project& project = m_session.project();
    const auto view = chosenView();
    const auto before = chosenConcept();
    const int placeBefore = m_table->currentIndex().row();
    std::vector<ConceptRow> rows;
    bool models = false;
    if (view) {
        const core::ViewSummary summary = project.summary(view->id);
        for (const core::ConceptRecord& record : project.concepts(view->id)) {
            ConceptRow row{.record = record};
            for (const auto& [id, number] : summary.answers) {
                if (id == record.id)
                    row.annotations = number;
            }
            core::ItemFilter filter;
            filter.conceptId = record.id;
            filter.split = core::Split::Train;
            row.trainImages = int(project.itemIds(view->id, filter).size());
            filter.split = core::Split::Validation;
            row.validationImages = int(project.itemIds(view->id, filter).size());
            rows.push_back(std::move(row));
        }
        models = !project.library(view->id).empty();
        //: %1: name of a view
        m_conceptsTitle->setText(tr("Concepts of \"%1\"").arg(view->name));
        m_conceptsTitle->setToolTip(m_conceptsTitle->text());
    }
    m_concepts->setRows(std::move(rows));
    m_table->setMaximumHeight(headerRow + std::max(1, m_concepts->rowCount()) * tableRow + 2);
    m_table->setVisible(m_concepts->rowCount() > 0);
    m_noConcepts->setVisible(m_concepts->rowCount() == 0);
    m_modelNote->setVisible(models);
    // The place is never lost: the same concept, or after a deletion its neighbour.
    const int same = before ? m_concepts->rowOf(before->id) : -1;
    chooseConcept(same >= 0 ? same : std::min(placeBefore, m_concepts->rowCount() - 1));
    showEnabled();
}

void ViewsPage::showEnabled()
{
    const bool editable = !m_session.project().isReadOnly();
    const int row = m_table->currentIndex().row();
    const bool some = row >= 0;
    m_newView->setEnabled(editable);
    m_renameView->setEnabled(editable && chosenView().has_value());
    m_deleteView->setEnabled(editable && chosenView().has_value());
    m_add->setEnabled(editable && chosenView().has_value());
    m_rename->setEnabled(editable && some);
    m_delete->setEnabled(editable && some);
    m_up->setEnabled(editable && row > 0);
    m_down->setEnabled(editable && some && row + 1 < m_concepts->rowCount());
}

void ViewsPage::keyPressEvent(QKeyEvent* event)
{
    if (!handleKey(event))
        QWidget::keyPressEvent(event);
}

/// The table would take Alt+Up and Alt+Down for itself.
bool ViewsPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent*>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

bool ViewsPage::handleKey(QKeyEvent* event)
{
    const bool inTable = m_table->hasFocus();
    const bool alt = event->modifiers() == Qt::AltModifier;
    if (alt && inTable && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        moveConcept(event->key() == Qt::Key_Up ? -1 : 1);
        return true;
    }
    if (event->modifiers() & ~Qt::KeypadModifier)
        return false;
    switch (event->key()) {
    case Qt::Key_Insert: addConcept(); return true;
    case Qt::Key_F2: inTable ? renameConcept() : renameView(); return true;
    case Qt::Key_Delete: inTable ? deleteConcept() : deleteView(); return true;
    default: return false;
    }
}

} // namespace ui
