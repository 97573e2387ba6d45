#include "ui/pages/ImagesPage.h"

#include "core/pictures/Thumbnails.h"
#include "core/project/ItemList.h"
#include "ui/Session.h"
#include "ui/models/ItemListModel.h"
#include "ui/support/ItemText.h"
#include "ui/support/Numbers.h"
#include "ui/support/Panes.h"
#include "ui/support/Relink.h"
#include "ui/support/Theme.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Hairline.h"
#include "ui/widgets/ItemFilterBar.h"
#include "ui/widgets/ItemInspector.h"
#include "ui/widgets/NoticeBar.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/SplitBar.h"
#include "ui/widgets/ThumbnailGrid.h"
#include "ui/widgets/TileDelegate.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QStackedWidget>
#include <QTimer>

namespace ui {

ImagesPage::ImagesPage(Session& session, core::Thumbnails& thumbnails, QWidget* parent)
    : QWidget(parent), m_session(session), m_thumbnails(thumbnails), m_model(new ItemListModel(session.list(), this)),
      m_delegate(new TileDelegate(*m_model, thumbnails, this)), m_header(new PageHeader(tr("Images"), this)), m_grid(new ThumbnailGrid(this)),
      m_inspector(new ItemInspector(thumbnails, this)), m_splitBar(new SplitBar(this)), m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState({}, {}, this)), m_filter(new ItemFilterBar(this)), m_notice(new NoticeBar(this)), m_size(new QSlider(Qt::Horizontal, this)),
      m_splitMenu(new QMenu(tr("Set split"), this)), m_seenMenu(new QMenu(tr("Seen"), this)), m_splitButton(new QPushButton(tr("Set split…"), this)),
      m_seenButton(new QPushButton(tr("Seen…"), this)), m_wantedDelay(new QTimer(this))
{
    setObjectName(QStringLiteral("imagesPage"));
    buildLayout();
    connectAll();
    connectGrid();
    connectThumbnails();
    m_inspector->setReadOnly(isReadOnly(), tr("This project is opened for reading."));
    reloadView();
}

void ImagesPage::buildLayout()
{
    auto* importButton = new QPushButton(tr("Import…"), this);
    importButton->setObjectName(QStringLiteral("importButton"));
    setButtonIcon(importButton, QStringLiteral("import"), Theme::of().tokens().onAccent);
    importButton->setDisabled(isReadOnly());
    setRole(importButton, "primary");
    connect(importButton, &QPushButton::clicked, this, [this] { Q_EMIT m_session.importRequested({}); });
    m_splitButton->setObjectName(QStringLiteral("splitButton"));
    m_seenButton->setObjectName(QStringLiteral("seenButton"));
    m_seenButton->setToolTip(tr("Somebody has looked at the selected images for a concept, and what is boxed is all there is (Shift and the key of the concept)"));
    m_header->addAction(m_seenButton);
    m_header->addAction(m_splitButton);
    m_header->addAction(importButton);

    for (QWidget* pane : std::initializer_list<QWidget*>{m_filter, m_grid, m_inspector})
        markPane(pane);
    m_grid->setObjectName(QStringLiteral("grid"));
    m_grid->setAccessibleName(tr("Images"));
    m_grid->setModel(m_model);
    m_grid->setItemDelegate(m_delegate);
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_empty);
    m_notice->setObjectName(QStringLiteral("imagesNotice"));
    m_size->setObjectName(QStringLiteral("tileSize"));
    m_size->setAccessibleName(tr("Size of the tiles"));
    m_size->setToolTip(tr("Size of the tiles (Ctrl+wheel, + and −)"));
    m_size->setRange(64 / 16, 512 / 16);
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

void ImagesPage::connectAll()
{
    connect(m_filter, &ItemFilterBar::changed, this, &ImagesPage::reloadItems);
    connect(m_size, &QSlider::valueChanged, this, [this](int steps) { m_grid->setTileSize(steps * 16); });
    connect(m_grid, &ThumbnailGrid::tileSizeChanged, this, [this](int px) { m_size->setValue(px / 16); });
    m_size->setValue(m_grid->tileSize() / 16);

    for (const core::Split split : {core::Split::Train, core::Split::Validation, core::Split::Test, core::Split::Unassigned}) {
        QAction* action = m_splitMenu->addAction(nameOf(split));
        connect(action, &QAction::triggered, this, [this, split] { setSplitOfSelected(split); });
    }
    m_splitButton->setToolTip(tr("Put the selected images into training, validation or test (F7)"));
    connect(m_splitButton, &QPushButton::clicked, this, &ImagesPage::showSplitMenu);
    connect(m_seenButton, &QPushButton::clicked, this, [this] {
        fillSeenMenu();
        m_seenMenu->popup(m_seenButton->mapToGlobal(QPoint(0, m_seenButton->height() + 4)));
    });
    connect(m_notice, &NoticeBar::chosen, this, &ImagesPage::takeNoticeAct);
    connect(m_inspector, &ItemInspector::annotateRequested, this, &ImagesPage::annotateCurrent);
    connect(m_inspector, &ItemInspector::removeRequested, this, &ImagesPage::removeSelected);
    connect(m_inspector, &ItemInspector::acceptRequested, this, &ImagesPage::acceptSelected);
    connect(m_inspector, &ItemInspector::changeSettled, this, &ImagesPage::settleChanged);
    connect(m_inspector, &ItemInspector::relinkRequested, this, [this] {
        if (const core::Item* item = m_model->itemAt(m_grid->currentIndex().row()))
            relink(m_session, this, item->image.id);
    });
    connect(m_empty, &EmptyState::activated, this, [this] {
        if (m_filter->filterCount() > 0)
            clearFilter();
        else
            Q_EMIT m_session.importRequested({});
    });
    connect(&m_session, &Session::viewChanged, this, &ImagesPage::reloadView);
    connect(&m_session.project(), &core::Project::changed, this, &ImagesPage::projectChanged);
    connect(&m_session.list(), &core::ItemList::aboutToReset, this, [this] { m_kept = selectedItems(); });
    connect(&m_session.list(), &core::ItemList::loaded, this, &ImagesPage::itemsLoaded);
    connect(&m_session.list(), &core::ItemList::failed, this, [this](const QString& why) { m_notice->say(why, {tr("Try again")}); });
}

void ImagesPage::connectGrid()
{
    m_wantedDelay->setSingleShot(true);
    m_wantedDelay->setInterval(0); // once for all that happens in one turn of the event loop
    connect(m_wantedDelay, &QTimer::timeout, this, &ImagesPage::visibleChanged);
    connect(m_grid, &ThumbnailGrid::visibleRowsChanged, m_wantedDelay, qOverload<>(&QTimer::start));
    connect(m_grid, &ThumbnailGrid::keyPressed, this, &ImagesPage::keyPressed);
    connect(m_grid, &ThumbnailGrid::doubleClicked, this, &ImagesPage::annotateCurrent);
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ImagesPage::selectionChanged);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentChanged, this, &ImagesPage::selectionChanged);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex&, const QModelIndex&, const QList<int>& roles) {
        if (roles.isEmpty()) // not only a picture
            showSelection();
    });
    connect(&m_session, &Session::currentItemChanged, this, [this](core::ItemId item) {
        const int row = m_session.list().rowOf(item);
        if (row >= 0 && row != m_grid->currentIndex().row())
            m_grid->setCurrentIndex(m_model->index(row));
    });
    connect(&Theme::of(), &Theme::changed, m_grid->viewport(), qOverload<>(&QWidget::update));
}

void ImagesPage::connectThumbnails()
{
    const auto repaint = [this](core::ImageId image) {
        const auto [first, last] = m_grid->visibleRows();
        for (int row = std::max(0, first); row <= last; ++row) {
            const core::Item* item = m_model->itemAt(row);
            if (item && item->image.id == image)
                m_model->repaint(row, row);
        }
    };
    connect(&m_thumbnails, &core::Thumbnails::ready, this, [this, repaint](core::ImageId image) {
        m_delegate->forgetPicture(image);
        repaint(image);
    });
    connect(&m_thumbnails, &core::Thumbnails::failed, this, [this, repaint](core::ImageId image, const QString& reason) {
        m_delegate->noteFailure(image, reason);
        repaint(image);
    });
}

bool ImagesPage::isReadOnly() const
{
    return m_session.project().isReadOnly();
}

core::ViewType ImagesPage::type() const
{
    const std::optional<core::ViewRecord> view = m_session.project().view(m_session.view());
    return view ? view->type : core::ViewType::Classification;
}

// ---- the list

void ImagesPage::reloadView()
{
    const core::ViewId view = m_session.view();
    m_model->setConcepts(view.isValid() ? m_session.project().concepts(view) : std::vector<core::ConceptRecord>());
    m_filter->setConcepts(m_model->concepts());
    reloadItems();
}

void ImagesPage::reloadItems()
{
    m_stale = false;
    m_session.list().load(m_session.view(), m_filter->filter());
    showState();
}

/// What is still there stays chosen; without any of it the first one is, so that side panel and keys have something to act on.
void ImagesPage::itemsLoaded()
{
    QItemSelectionModel* selection = m_grid->selectionModel();
    const core::ItemList& list = m_session.list();
    const core::ItemId current = m_session.currentItem();
    QItemSelection chosen;
    for (const core::ItemId id : m_kept) {
        if (const int row = list.rowOf(id); row >= 0)
            chosen.select(m_model->index(row), m_model->index(row));
    }
    m_kept.clear();
    const int row = list.rowOf(current); // reset() leaves no current row; the session knows it
    if (row >= 0 && row != m_grid->currentIndex().row()) {
        selection->setCurrentIndex(m_model->index(row), QItemSelectionModel::NoUpdate);
        m_grid->scrollTo(m_model->index(row));
    }
    if (!chosen.isEmpty())
        selection->select(chosen, QItemSelectionModel::ClearAndSelect);
    if (!m_grid->currentIndex().isValid() && m_model->rowCount() > 0)
        m_grid->setCurrentIndex(m_model->index(0));
    const core::ViewId view = m_session.view();
    m_splitBar->setSummary(view.isValid() ? m_session.project().summary(view) : core::ViewSummary());
    m_filter->setHealths(m_session.project().healthCounts());
    showState();
    selectionChanged();
    m_wantedDelay->start();
}

void ImagesPage::showState()
{
    const int images = m_session.project().imageCount();
    const bool hasView = m_session.view().isValid();
    m_header->setCaption(tr("%Ln in this project", "number of images", images));
    m_filter->setVisible(images > 0 && hasView);
    m_splitBar->setVisible(images > 0 && hasView);
    m_splitButton->setVisible(images > 0);
    m_seenButton->setVisible(images > 0 && hasView && type() == core::ViewType::Detection);
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
    if (wasEmpty && !isEmpty && isVisible())
        focusGrid(); // the button that had it is gone
    showNotice();
}

void ImagesPage::showNotice()
{
    if (m_session.project().imageCount() > 0 && !m_session.view().isValid()) {
        m_notice->say(tr("These images are in no view yet. A view says what to recognise in them."), isReadOnly() ? QStringList() : QStringList{tr("Add a view…")});
        return;
    }
    QStringList words;
    for (const auto& [health, number] : m_session.project().healthCounts()) {
        if (health == core::Health::Missing && number > 0)
            words << tr("%Ln image(s) are not where they were.", nullptr, number);
        else if (health == core::Health::Changed && number > 0)
            words << tr("%Ln image(s) are other files than at the import.", nullptr, number);
        else if (health == core::Health::Undecodable && number > 0)
            words << tr("%Ln image(s) cannot be read.", nullptr, number);
    }
    if (!words.isEmpty())
        words << tr("All annotations are kept.");
    m_notice->say(words.join(QLatin1Char(' ')), words.isEmpty() ? QStringList() : QStringList{tr("Show them"), tr("Look again")});
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

void ImagesPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        reloadItems();
    focusGrid();
    m_wantedDelay->start();
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

void ImagesPage::visibleChanged()
{
    const auto [first, last] = m_grid->visibleRows();
    const int side = TileDelegate::thumbnailSide(m_grid->tileWidth(), devicePixelRatioF());
    std::vector<core::ImageRecord> wanted;
    for (int row = first; row <= last; ++row) {
        const core::Item* item = m_model->itemAt(row);
        if (item && !m_thumbnails.find(item->image, side))
            wanted.push_back(item->image);
    }
    m_thumbnails.setWanted(wanted, side);
    m_inspector->requestPicture();
}

// ---- the selection

/// The person chose other images, or another list did.
void ImagesPage::selectionChanged()
{
    showSelection();
    if (const core::Item* item = m_model->itemAt(m_grid->currentIndex().row()))
        m_session.setCurrentItem(item->id);
}

void ImagesPage::showSelection()
{
    const QModelIndex current = m_grid->currentIndex();
    const int selected = int(m_grid->selectionModel()->selectedIndexes().size());
    const core::Item* item = current.isValid() ? m_model->itemAt(current.row()) : nullptr;
    if (selected > 1)
        m_inspector->setSelection(selectedRecords(), m_model->concepts(), type());
    else
        m_inspector->setItem(item ? std::optional(*item) : std::nullopt, m_model->concepts(), type());
    m_splitButton->setEnabled(selected > 0 && !isReadOnly());
    m_seenButton->setEnabled(selected > 0 && !isReadOnly());
    Q_EMIT countTextChanged(countText());
}

QString ImagesPage::countText() const
{
    const int selected = int(m_grid->selectionModel()->selectedIndexes().size());
    const QString images = tr("%Ln image(s)", nullptr, m_model->rowCount());
    return selected == 0 ? images : tr("%1, %2 selected", "number of images in words, number of selected ones").arg(images, count(selected));
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

} // namespace ui
