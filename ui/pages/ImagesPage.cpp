#include "ui/pages/ImagesPage.h"

#include "core/pictures/Thumbnails.h"
#include "ui/Session.h"
#include "ui/models/ItemListModel.h"
#include "ui/support/ConceptKeys.h"
#include "ui/support/ItemText.h"
#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ItemInspector.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/SplitBar.h"
#include "ui/widgets/ThumbnailGrid.h"
#include "ui/widgets/TileDelegate.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QStackedWidget>
#include <QTimer>

namespace ui {

ImagesPage::ImagesPage(Session& session, core::Thumbnails& thumbnails, QWidget* parent)
    : QWidget(parent), m_session(session), m_thumbnails(thumbnails), m_model(new ItemListModel(session.project(), this)),
      m_delegate(new TileDelegate(*m_model, thumbnails, this)), m_header(new PageHeader(tr("Images"), this)), m_grid(new ThumbnailGrid(this)),
      m_inspector(new ItemInspector(thumbnails, this)), m_splitBar(new SplitBar(this)), m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState({}, {}, this)), m_search(new QLineEdit(this)), m_conceptFilter(new QComboBox(this)), m_splitFilter(new QComboBox(this)),
      m_stateFilter(new QComboBox(this)), m_clear(new QPushButton(tr("Clear filters"), this)), m_size(new QSlider(Qt::Horizontal, this)),
      m_splitMenu(new QMenu(tr("Set split"), this)), m_splitButton(new QPushButton(tr("Set split…"), this)), m_searchDelay(new QTimer(this)),
      m_wantedDelay(new QTimer(this))
{
    setObjectName(QStringLiteral("imagesPage"));
    buildLayout();
    connectAll();
    m_inspector->setReadOnly(session.project().isReadOnly(), tr("This project is opened for reading."));
    reloadView();
}

void ImagesPage::buildLayout()
{
    auto* importButton = new QPushButton(tr("Import…"), this);
    importButton->setObjectName(QStringLiteral("importButton"));
    setButtonIcon(importButton, QStringLiteral("import"), Theme::of().tokens().onAccent);
    importButton->setDisabled(m_session.project().isReadOnly());
    setRole(importButton, "primary");
    connect(importButton, &QPushButton::clicked, this, [this] { Q_EMIT m_session.importRequested({}); });
    m_splitButton->setObjectName(QStringLiteral("splitButton"));
    m_header->addAction(m_splitButton);
    m_header->addAction(importButton);

    m_grid->setObjectName(QStringLiteral("grid"));
    m_grid->setAccessibleName(tr("Images"));
    m_grid->setModel(m_model);
    m_grid->setItemDelegate(m_delegate);
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_empty);
    m_filterBar = buildFilterBar();
    auto* main = new QVBoxLayout;
    main->setContentsMargins(24, 16, 12, 0);
    main->setSpacing(12);
    main->addWidget(m_header);
    main->addWidget(m_filterBar);
    main->addWidget(m_splitBar);
    main->addWidget(m_stack, 1);
    auto* line = new QFrame(this);
    line->setObjectName(QStringLiteral("inspectorLine"));
    setRole(line, "line");
    line->setFixedWidth(1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(main, 1);
    layout->addWidget(line);
    layout->addWidget(m_inspector);
}

QWidget* ImagesPage::buildFilterBar()
{
    auto* bar = new QWidget(this);
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Search names and folders"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(Theme::of().icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(260);
    setRole(m_search, "quiet");
    m_splitFilter->addItem(tr("Any split"));
    for (core::Split split : {core::Split::Train, core::Split::Validation, core::Split::Test, core::Split::Unassigned})
        m_splitFilter->addItem(nameOf(split), static_cast<int>(split));
    m_stateFilter->addItem(tr("Any state"));
    for (core::ItemState state : {core::ItemState::Unseen, core::ItemState::Partly, core::ItemState::Annotated, core::ItemState::WithoutConcept})
        m_stateFilter->addItem(nameOf(state), static_cast<int>(state));
    m_conceptFilter->setObjectName(QStringLiteral("conceptFilter"));
    m_conceptFilter->setAccessibleName(tr("Concept"));
    m_splitFilter->setObjectName(QStringLiteral("splitFilter"));
    m_splitFilter->setAccessibleName(tr("Split"));
    m_stateFilter->setObjectName(QStringLiteral("stateFilter"));
    m_stateFilter->setAccessibleName(tr("State"));
    m_conceptFilter->setMaximumWidth(200);
    m_clear->setObjectName(QStringLiteral("clearFilters"));
    setRole(m_clear, "link");
    m_size->setObjectName(QStringLiteral("tileSize"));
    m_size->setAccessibleName(tr("Size of the tiles"));
    m_size->setToolTip(tr("Size of the tiles (Ctrl+wheel, + and −)"));
    m_size->setRange(64 / 16, 512 / 16);
    m_size->setFixedWidth(96);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 12, 0);
    layout->setSpacing(8);
    layout->addWidget(m_search, 2);
    for (QComboBox* box : {m_conceptFilter, m_splitFilter, m_stateFilter}) {
        setRole(box, "quiet");
        layout->addWidget(box);
    }
    layout->addWidget(m_clear);
    layout->addStretch(1);
    layout->addWidget(m_size);
    return bar;
}

void ImagesPage::connectAll()
{
    m_searchDelay->setSingleShot(true);
    m_searchDelay->setInterval(300);
    connect(m_search, &QLineEdit::textChanged, m_searchDelay, qOverload<>(&QTimer::start));
    connect(m_searchDelay, &QTimer::timeout, this, &ImagesPage::reloadItems);
    for (QComboBox* box : {m_conceptFilter, m_splitFilter, m_stateFilter})
        connect(box, &QComboBox::activated, this, &ImagesPage::reloadItems);
    connect(m_clear, &QPushButton::clicked, this, &ImagesPage::clearFilter);
    connect(m_size, &QSlider::valueChanged, this, [this](int steps) { m_grid->setTileSize(steps * 16); });
    connect(m_grid, &ThumbnailGrid::tileSizeChanged, this, [this](int px) { m_size->setValue(px / 16); });
    m_size->setValue(m_grid->tileSize() / 16);

    for (core::Split split : {core::Split::Train, core::Split::Validation, core::Split::Test, core::Split::Unassigned}) {
        QAction* action = m_splitMenu->addAction(nameOf(split));
        connect(action, &QAction::triggered, this, [this, split] { setSplitOfSelected(split); });
    }
    m_splitButton->setToolTip(tr("Put the selected images into training, validation or test (F7)"));
    connect(m_splitButton, &QPushButton::clicked, this, &ImagesPage::showSplitMenu);

    m_wantedDelay->setSingleShot(true);
    m_wantedDelay->setInterval(0); // once for all that happens in one turn of the event loop
    connect(m_wantedDelay, &QTimer::timeout, this, &ImagesPage::visibleChanged);
    connect(m_grid, &ThumbnailGrid::visibleRowsChanged, m_wantedDelay, qOverload<>(&QTimer::start));
    connect(m_grid, &ThumbnailGrid::keyPressed, this, &ImagesPage::keyPressed);
    connect(m_grid, &ThumbnailGrid::doubleClicked, this, &ImagesPage::annotateCurrent);
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ImagesPage::selectionChanged);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentChanged, this, &ImagesPage::selectionChanged);
    connect(&m_thumbnails, &core::Thumbnails::ready, this, [this](core::ImageId image) {
        m_delegate->forgetPicture(image);
        m_model->pictureCameIn(image);
    });
    connect(&m_thumbnails, &core::Thumbnails::failed, this, [this](core::ImageId image, const QString& reason) {
        m_delegate->noteFailure(image, reason);
        m_model->pictureCameIn(image);
    });
    connect(m_inspector, &ItemInspector::annotateRequested, this, &ImagesPage::annotateCurrent);
    connect(m_inspector, &ItemInspector::removeRequested, this, &ImagesPage::removeSelected);
    connect(m_inspector, &ItemInspector::acceptRequested, this, &ImagesPage::acceptSelected);
    connect(m_empty, &EmptyState::activated, this, [this] {
        if (!filter().isEmpty())
            clearFilter();
        else if (m_session.project().imageCount() > 0)
            Q_EMIT m_session.viewsPageRequested();
        else
            Q_EMIT m_session.importRequested({});
    });
    connect(&m_session, &Session::viewChanged, this, &ImagesPage::reloadView);
    connect(&m_session.project(), &core::Project::changed, this, &ImagesPage::projectChanged);
    connect(&m_session, &Session::currentItemChanged, this, [this](core::ItemId item) {
        const int row = m_model->rowOf(item);
        if (row >= 0 && row != m_grid->currentIndex().row())
            m_grid->setCurrentIndex(m_model->index(row));
    });
    connect(&Theme::of(), &Theme::changed, m_grid->viewport(), qOverload<>(&QWidget::update));
}

core::ItemFilter ImagesPage::filter() const
{
    core::ItemFilter filter;
    filter.nameContains = m_search->text().trimmed();
    if (const QVariant id = m_conceptFilter->currentData(); id.isValid())
        filter.conceptId = core::ConceptId{id.toLongLong()};
    if (const QVariant split = m_splitFilter->currentData(); split.isValid())
        filter.split = static_cast<core::Split>(split.toInt());
    if (const QVariant state = m_stateFilter->currentData(); state.isValid())
        filter.state = static_cast<core::ItemState>(state.toInt());
    return filter;
}

void ImagesPage::fillConceptFilter()
{
    const QVariant chosen = m_conceptFilter->currentData();
    m_conceptFilter->clear();
    m_conceptFilter->addItem(tr("Any concept"));
    for (const core::ConceptRecord& record : m_model->concepts())
        m_conceptFilter->addItem(QIcon(Theme::of().swatch(record.colour, 12, devicePixelRatioF())), record.name, record.id.value);
    m_conceptFilter->setCurrentIndex(std::max(0, m_conceptFilter->findData(chosen)));
}

void ImagesPage::reloadView()
{
    const core::ViewId view = m_session.view();
    m_model->setConcepts(view.isValid() ? m_session.project().concepts(view) : std::vector<core::ConceptRecord>());
    fillConceptFilter();
    reloadItems();
}

void ImagesPage::reloadItems()
{
    m_searchDelay->stop();
    m_stale = false;
    const core::ViewId view = m_session.view();
    const std::vector<core::ItemId> selected = selectedItems();
    const core::ItemId current = m_session.currentItem();
    std::vector<core::ItemId> ids = view.isValid() ? m_session.project().itemIds(view, filter()) : std::vector<core::ItemId>();
    const bool sameList = ids == m_model->ids();
    m_model->setIds(std::move(ids));
    m_session.setItems(m_model->ids());
    m_splitBar->setSummary(view.isValid() ? m_session.project().summary(view) : core::ViewSummary());
    if (!sameList) { // a new list: what is still there stays chosen
        QItemSelection chosen;
        for (core::ItemId id : selected) {
            if (const int row = m_model->rowOf(id); row >= 0)
                chosen.select(m_model->index(row), m_model->index(row));
        }
        const int row = m_model->rowOf(current);
        if (row >= 0)
            m_grid->selectionModel()->setCurrentIndex(m_model->index(row), QItemSelectionModel::NoUpdate);
        m_grid->selectionModel()->select(chosen, QItemSelectionModel::ClearAndSelect);
        if (row >= 0)
            m_grid->scrollTo(m_model->index(row));
    }
    if (!m_grid->currentIndex().isValid() && m_model->rowCount() > 0)
        m_grid->setCurrentIndex(m_model->index(0)); // so the side panel and the keys have something to act on
    showState();
    selectionChanged();
    m_wantedDelay->start();
}

void ImagesPage::showState()
{
    const int images = m_session.project().imageCount();
    const bool filtered = !filter().isEmpty();
    m_header->setCaption(tr("%n in this project", "number of images", images));
    m_clear->setVisible(filtered);
    m_filterBar->setVisible(images > 0 && m_session.view().isValid());
    m_splitBar->setVisible(images > 0 && m_session.view().isValid());
    m_splitButton->setVisible(images > 0 && m_session.view().isValid());
    if (images == 0) {
        m_empty->setSentence(tr("This project has no images yet. Drop files or a folder here."));
        m_empty->setButton(tr("Import…"));
    } else if (!m_session.view().isValid()) {
        m_empty->setSentence(tr("This project has %n image(s), but no view yet. A view says what to recognise in them.", nullptr, images));
        m_empty->setButton(tr("Add a view…"));
    } else if (filtered) {
        const core::ItemFilter f = filter();
        const int filters = int(f.conceptId.has_value()) + int(f.split.has_value()) + int(f.state.has_value()) + int(!f.nameContains.isEmpty());
        m_empty->setSentence(tr("No image matches these %n filter(s).", nullptr, filters));
        m_empty->setButton(tr("Clear filters"));
    }
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget*>(m_grid) : m_empty);
}

void ImagesPage::projectChanged(const core::ChangeSet& change)
{
    if (change.structure || change.cause == core::ChangeSet::Cause::Import) {
        reloadView();
        return;
    }
    const core::ItemFilter now = filter();
    const bool listMayChange = change.images || (change.annotations && (now.conceptId || now.state));
    if (listMayChange && (change.images || isVisible())) {
        reloadItems();
        return;
    }
    m_stale = m_stale || listMayChange; // somebody walks through this list in Annotate: it is renewed when they come back
    if (change.annotations) {
        m_model->reread(change.items);
        selectionChanged();
    }
}

void ImagesPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        reloadItems();
    m_grid->setFocus();
    m_wantedDelay->start();
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

void ImagesPage::selectionChanged()
{
    const QModelIndex current = m_grid->currentIndex();
    const int selected = m_grid->selectionModel()->selectedIndexes().size();
    const core::Item* item = current.isValid() ? m_model->itemAt(current.row()) : nullptr;
    const std::optional<core::ViewRecord> view = m_session.project().view(m_session.view());
    m_inspector->setItem(item ? std::optional(*item) : std::nullopt, selected, m_model->concepts(), view ? view->type : core::ViewType::Classification);
    m_splitButton->setEnabled(selected > 0 && !m_session.project().isReadOnly());
    if (item)
        m_session.setCurrentItem(item->id);
    Q_EMIT countTextChanged(countText());
}

QString ImagesPage::countText() const
{
    const int selected = m_grid->selectionModel()->selectedIndexes().size();
    const QString images = tr("%n image(s)", nullptr, m_model->rowCount());
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
