#include "ui/pages/ImagesPage.h"

#include "core/pictures/Thumbnails.h"
#include "core/project/ItemList.h"
#include "ui/Session.h"
#include "ui/dialogs/NewViewDialog.h"
#include "ui/models/BulkEdit.h"
#include "ui/models/ItemListModel.h"
#include "ui/support/ConceptKeys.h"
#include "ui/support/Numbers.h"
#include "ui/support/Panes.h"
#include "ui/support/Relink.h"
#include "ui/support/Theme.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/GridPictures.h"
#include "ui/widgets/GridSelection.h"
#include "ui/widgets/Hairline.h"
#include "ui/widgets/ImagesNotice.h"
#include "ui/widgets/ItemFilterBar.h"
#include "ui/widgets/ItemInspector.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/SelectionButtons.h"
#include "ui/widgets/SplitBar.h"
#include "ui/widgets/ThumbnailGrid.h"
#include "ui/widgets/TileDelegate.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QSlider>
#include <QStackedWidget>

namespace ui {

namespace {
constexpr int sizeStep = 16; // px a notch of the size of the tiles
}

ImagesPage::ImagesPage(Session& session, core::Thumbnails& thumbnails, QWidget* parent)
    : QWidget(parent), m_session(session), m_model(new ItemListModel(session.list(), this)), m_delegate(new TileDelegate(*m_model, thumbnails, this)),
      m_header(new PageHeader(tr("Images"), this)), m_buttons(new SelectionButtons(this)), m_grid(new ThumbnailGrid(this)), m_bulk(new BulkEdit(session, this)),
      m_inspector(new ItemInspector(thumbnails, this)), m_splitBar(new SplitBar(this)), m_stack(new QStackedWidget(this)), m_empty(new EmptyState({}, {}, this)),
      m_filter(new ItemFilterBar(this)), m_notice(new ImagesNotice(this)), m_size(new QSlider(Qt::Horizontal, this))
{
    setObjectName(QStringLiteral("imagesPage"));
    m_grid->setModel(m_model);
    m_grid->setItemDelegate(m_delegate);
    m_selection = new GridSelection(session, *m_grid, *m_model);
    m_pictures = new GridPictures(thumbnails, *m_grid, *m_model, *m_delegate);
    buildHeader();
    buildLayout();
    connectSession();
    connectFields();
    connectInspector();
    m_inspector->setReadOnly(isReadOnly(), tr("This project is opened for reading."));
    reloadView();
}

void ImagesPage::buildHeader()
{
    auto* import = new QPushButton(tr("Import…"), this);
    import->setObjectName(QStringLiteral("importButton"));
    setButtonIcon(import, QStringLiteral("import"), Theme::of().tokens().onAccent);
    import->setDisabled(isReadOnly());
    setRole(import, "primary");
    connect(import, &QPushButton::clicked, this, [this] { Q_EMIT m_session.importRequested({}); });
    m_header->addAction(m_buttons);
    m_header->addAction(import);
}

void ImagesPage::buildLayout()
{
    for (QWidget* pane : std::initializer_list<QWidget*>{m_filter, m_grid, m_inspector})
        markPane(pane);
    m_grid->setObjectName(QStringLiteral("grid"));
    m_grid->setAccessibleName(tr("Images"));
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_empty);
    m_notice->setObjectName(QStringLiteral("imagesNotice"));
    m_size->setObjectName(QStringLiteral("tileSize"));
    m_size->setAccessibleName(tr("Size of the tiles"));
    m_size->setToolTip(tr("Size of the tiles (Ctrl+wheel, + and −)"));
    m_size->setRange(64 / sizeStep, 512 / sizeStep);
    m_size->setValue(m_grid->tileSize() / sizeStep);
    m_size->setFixedWidth(96);
    m_filter->addWidget(m_size);
    auto* main = new QVBoxLayout;
    main->setContentsMargins(24, 16, 12, 0);
    main->setSpacing(12);
    main->addWidget(m_header);
    main->addWidget(m_notice);
    main->addWidget(m_filter);
    main->addWidget(m_splitBar);
    main->addWidget(m_stack, 1);
    QFrame* line = hairline(Qt::Vertical, this);
    line->setObjectName(QStringLiteral("inspectorLine"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(main, 1);
    layout->addWidget(line);
    layout->addWidget(m_inspector);
}

void ImagesPage::connectSession()
{
    connect(&m_session, &Session::viewChanged, this, &ImagesPage::reloadView);
    connect(&m_session.project(), &core::Project::changed, this, &ImagesPage::projectChanged);
    connect(&m_session.list(), &core::ItemList::loaded, this, &ImagesPage::itemsLoaded);
    connect(&m_session.list(), &core::ItemList::failed, m_notice, &ImagesNotice::tellFailed);
    connect(m_selection, &GridSelection::changed, this, &ImagesPage::showSelection);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex&, const QModelIndex&, const QList<int>& roles) {
        if (roles.isEmpty()) // not only a picture
            showSelection();
    });
}

void ImagesPage::connectFields()
{
    connect(m_filter, &ItemFilterBar::changed, this, &ImagesPage::reloadItems);
    connect(m_size, &QSlider::valueChanged, this, [this](int steps) { m_grid->setTileSize(steps * sizeStep); });
    connect(m_grid, &ThumbnailGrid::tileSizeChanged, this, [this](int px) { m_size->setValue(px / sizeStep); });
    connect(m_grid, &ThumbnailGrid::keyPressed, this, &ImagesPage::keyPressed);
    connect(m_grid, &ThumbnailGrid::doubleClicked, this, &ImagesPage::annotateCurrent);
    connect(m_buttons, &SelectionButtons::splitChosen, this, &ImagesPage::setSplitOfSelected);
    connect(m_buttons, &SelectionButtons::seenChosen, this, [this](const std::vector<core::ConceptId>& concepts) { m_bulk->markSeen(selectedItems(), concepts); });
    connect(m_notice, &ImagesNotice::viewWanted, this, &ImagesPage::addView);
    connect(m_notice, &ImagesNotice::lookAgainWanted, this, &ImagesPage::lookAgain);
    connect(m_notice, &ImagesNotice::healthWanted, this, [this](core::Health health) {
        m_filter->showHealth(health);
        focusGrid();
    });
    connect(m_empty, &EmptyState::activated, this, [this] {
        if (m_filter->filterCount() > 0)
            clearFilter();
        else
            Q_EMIT m_session.importRequested({});
    });
}

void ImagesPage::connectInspector()
{
    connect(m_pictures, &GridPictures::asked, m_inspector, &ItemInspector::requestPicture);
    connect(m_inspector, &ItemInspector::annotateRequested, this, &ImagesPage::annotateCurrent);
    connect(m_inspector, &ItemInspector::removeRequested, this, &ImagesPage::removeSelected);
    connect(m_inspector, &ItemInspector::acceptRequested, this, &ImagesPage::acceptSelected);
    connect(m_inspector, &ItemInspector::changeSettled, this, [this](bool same) { m_bulk->settle(selectedItems(), same); });
    connect(m_inspector, &ItemInspector::relinkRequested, this, [this] {
        if (const auto item = m_selection->current())
            relink(m_session, this, item->image.id);
    });
}

bool ImagesPage::isReadOnly() const
{
    return m_session.project().isReadOnly();
}

// ---- the list

void ImagesPage::reloadView()
{
    const std::optional<core::ViewRecord> view = m_session.project().view(m_session.view());
    const std::vector<core::ConceptRecord> concepts = view ? m_session.project().concepts(view->id) : std::vector<core::ConceptRecord>();
    m_model->setConcepts(concepts);
    m_filter->setConcepts(concepts);
    m_buttons->setConcepts(concepts);
    m_bulk->setConcepts(view ? view->type : core::ViewType::Classification, concepts);
    reloadItems();
}

void ImagesPage::reloadItems()
{
    m_stale = false;
    m_session.list().load(m_session.view(), m_filter->filter());
    showState();
}

void ImagesPage::itemsLoaded()
{
    const core::ViewId view = m_session.view();
    m_splitBar->setSummary(view.isValid() ? m_session.project().summary(view) : core::ViewSummary());
    m_filter->setHealths(m_session.project().healthCounts());
    m_selection->restore();
    showState();
    m_pictures->askSoon();
}

void ImagesPage::showState()
{
    const int images = m_session.project().imageCount();
    const bool hasView = m_session.view().isValid();
    m_header->setCaption(tr("%Ln in this project", "number of images", images));
    m_filter->setVisible(images > 0 && hasView);
    m_splitBar->setVisible(images > 0 && hasView);
    m_buttons->setVisible(images > 0);
    m_buttons->setSeenShown(hasView && m_bulk->type() == core::ViewType::Detection);
    if (images == 0) {
        m_empty->setSentence(tr("This project has no images yet. Drop files or a folder here."));
        m_empty->setButton(tr("Import…"));
    } else if (m_filter->filterCount() > 0) {
        m_empty->setSentence(tr("No image matches these %Ln filter(s).", nullptr, m_filter->filterCount()));
        m_empty->setButton(tr("Clear filters"));
    }
    const bool wasEmpty = m_stack->currentWidget() == m_empty;
    const bool isEmpty = m_model->rowCount() == 0 && !m_session.list().isLoading();
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_empty) : m_grid);
    setFocusProxy(isEmpty ? static_cast<QWidget*>(m_empty->button()) : m_grid); // who gives the page the focus means its content
    if (wasEmpty && !isEmpty && isVisible())
        focusGrid(); // the button that had it is gone
    showNotice();
}

void ImagesPage::showNotice()
{
    if (m_session.project().imageCount() > 0 && !m_session.view().isValid())
        m_notice->tellNoView(!isReadOnly());
    else
        m_notice->tellHealths(m_session.project().healthCounts());
}

void ImagesPage::projectChanged(const core::ChangeSet& change)
{
    if (change.structure || change.cause == core::ChangeSet::Cause::Import) {
        reloadView();
        return;
    }
    const core::ItemFilter now = m_filter->filter();
    const bool listMayChange = change.images || (change.annotations && (now.conceptId || now.state));
    if (listMayChange && (change.images || isVisible()))
        reloadItems();
    else
        m_stale = m_stale || listMayChange; // somebody walks through this list in Annotate: it is renewed when they come back
}

void ImagesPage::lookAgain()
{
    m_session.project().checkPictures();
    reloadItems();
}

void ImagesPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        reloadItems();
    focusGrid();
    m_pictures->askSoon();
}

void ImagesPage::hideEvent(QHideEvent* event)
{
    Q_EMIT m_session.hintRequested({}); // what it said was about this place
    QWidget::hideEvent(event);
}

void ImagesPage::focusGrid()
{
    if (m_stack->currentWidget() == m_grid)
        m_grid->setFocus(Qt::OtherFocusReason);
    else
        m_empty->button()->setFocus(Qt::OtherFocusReason);
}

void ImagesPage::clearFilter()
{
    m_filter->clear();
    focusGrid();
}

void ImagesPage::addView()
{
    ui::addView(m_session, this, [this](core::ViewId) { focusGrid(); });
}

// ---- the selection

std::vector<core::ItemId> ImagesPage::selectedItems() const
{
    return m_selection->items();
}

void ImagesPage::showSelection()
{
    const int selected = m_selection->count();
    if (selected > 1)
        m_inspector->setSelection(m_selection->records(), m_model->concepts(), m_bulk->type());
    else
        m_inspector->setItem(m_selection->current(), m_model->concepts(), m_bulk->type());
    m_buttons->setEnabledFor(selected > 0 && !isReadOnly());
    Q_EMIT countTextChanged(countText());
}

QString ImagesPage::countText() const
{
    const int selected = m_selection->count();
    const QString images = tr("%Ln image(s)", nullptr, m_model->rowCount());
    return selected == 0 ? images : tr("%1, %2 selected", "number of images in words, number of selected ones").arg(images, count(selected));
}

void ImagesPage::selectAll()
{
    m_grid->selectAll();
}

void ImagesPage::selectNone()
{
    m_grid->clearSelection();
}

void ImagesPage::removeSelected()
{
    m_bulk->remove(selectedItems());
}

void ImagesPage::acceptSelected()
{
    m_bulk->accept(selectedItems());
}

void ImagesPage::setSplitOfSelected(core::Split split)
{
    m_bulk->setSplit(selectedItems(), split);
}

void ImagesPage::showSplitMenu()
{
    m_buttons->showSplitMenu();
}

void ImagesPage::annotateCurrent()
{
    if (m_grid->currentIndex().isValid() && m_session.view().isValid())
        Q_EMIT m_session.annotateRequested(m_session.items()[std::size_t(m_grid->currentIndex().row())]);
}

void ImagesPage::setInspectorVisible(bool visible)
{
    m_inspector->setVisible(visible);
    m_inspector->requestPicture();
    findChild<QFrame*>(QStringLiteral("inspectorLine"))->setVisible(visible);
}

bool ImagesPage::isInspectorVisible() const
{
    return !m_inspector->isHidden();
}

// ---- keys

void ImagesPage::keyPressed(QKeyEvent* event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    if (!plain)
        return;
    event->accept();
    if (const std::optional<int> place = conceptPlaceOf(*event)) {
        m_bulk->takeKey(selectedItems(), *place, shift);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: annotateCurrent(); break;
    case Qt::Key_N:
        if (shift && m_bulk->type() == core::ViewType::Detection)
            m_bulk->markAllSeen(selectedItems());
        else
            m_bulk->setWithoutConcept(selectedItems());
        break;
    case Qt::Key_Delete: removeSelected(); break;
    case Qt::Key_F7: showSplitMenu(); break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: m_grid->setTileSize(m_grid->tileSize() + sizeStep); break;
    case Qt::Key_Minus: m_grid->setTileSize(m_grid->tileSize() - sizeStep); break;
    default: event->ignore();
    }
}

} // namespace ui
