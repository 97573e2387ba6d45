#include "ui/pages/LibraryPage.h"

#include "core/project/Project.h"
#include "core/project/TrainingQueue.h"
#include "core/project/VersionEdits.h"
#include "ui/Session.h"
#include "ui/models/LibraryModel.h"
#include "ui/models/VersionText.h"
#include "ui/support/Attempt.h"
#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FactList.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/RowDelegate.h"

#include <QDesktopServices>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTreeView>
#include <QUrl>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int modelRowHeight = 44;
constexpr int versionIndent = 60;

/// Versions sort within their model; models keep their order, the current set first.
class SortedLibrary final : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override
    {
        if (!left.parent().isValid())
            return sortOrder() == Qt::AscendingOrder ? left.row() < right.row() : left.row() > right.row();
        return QSortFilterProxyModel::lessThan(left, right);
    }
};

/// The first column: a model's row with its chevron over all columns, a version's name set in.
class NameDelegate final : public RowDelegate {
public:
    NameDelegate(const QTreeView* tree) : RowDelegate({LibraryModel::StrongRole, LibraryModel::SecondaryRole}, 36, nullptr), m_tree(tree) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return {RowDelegate::sizeHint(option, index).width(), index.parent().isValid() ? m_rowHeight : modelRowHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        paintGround(painter, option, index);
        const bool version = index.parent().isValid();
        QStyleOptionViewItem inner = option;
        inner.rect.setLeft(option.rect.left() + (version ? versionIndent - 8 : 22));
        if (!version) {
            const auto chevron = Theme::of().pixmap(m_tree->isExpanded(index) ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
                                                    Theme::of().tokens().text2, 16, m_tree->devicePixelRatioF());
            painter->drawPixmap(option.rect.left() + 4, option.rect.center().y() - 7, chevron);
        }
        RowDelegate::paint(painter, inner, index);
    }

    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        editor->setGeometry(option.rect.adjusted(versionIndent - 8, 3, 0, -4));
    }

private:
    const QTreeView* m_tree;
};

/// Model rows are drawn by the delegate over the full width, so the tree draws no branches.
class LibraryTree final : public QTreeView {
public:
    using QTreeView::QTreeView;

protected:
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex&) const override { painter->fillRect(rect, Qt::transparent); }
};

} // namespace

LibraryPage::LibraryPage(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new LibraryModel(this))
    , m_sorted(new SortedLibrary(this))
    , m_header(new PageHeader(tr("Library"), this))
    , m_find(new QLineEdit(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(tr("No version yet. Annotate some images, then train the first one."), tr("Train a new model version"), this))
{
    setObjectName(QStringLiteral("libraryPage"));
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(LibraryModel::SortRole);
    m_sorted->setRecursiveFilteringEnabled(true);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);

    m_find->setObjectName(QStringLiteral("findVersion"));
    m_find->setPlaceholderText(tr("Find a version"));
    m_find->setAccessibleName(tr("Find a version"));
    m_find->setClearButtonEnabled(true);
    m_find->setMaximumWidth(200);
    setRole(m_find, "quiet");
    auto* train = new QPushButton(tr("Train a new model version"), this);
    train->setObjectName(QStringLiteral("trainButton"));
    train->setIcon(Theme::of().icon(QStringLiteral("plus"), Theme::of().tokens().onAccent));
    setRole(train, "primary");
    m_header->addAction(m_find);
    m_header->addAction(train);
    connect(train, &QPushButton::clicked, &m_session, &Session::trainRequested);
    connect(m_empty, &EmptyState::activated, &m_session, &Session::trainRequested);
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_sorted->setFilterFixedString(text);
        m_tree->expandAll();
        fitTree();
    });

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 24);
    layout->setSpacing(16);
    layout->addWidget(m_header);
    layout->addWidget(m_stack, 1);
    m_stack->addWidget(makeTable());
    m_stack->addWidget(m_empty);

    m_liveTimer.setSingleShot(true);
    m_liveTimer.setInterval(500); // a row moves at most twice a second
    connect(&m_liveTimer, &QTimer::timeout, this, &LibraryPage::moveLiveRow);
    connectSession();
    m_tree->setFocus(); // what has it when the page is shown
    reload();
}

LibraryPage::~LibraryPage() = default;

QWidget* LibraryPage::makeTable()
{
    auto* page = new QWidget(this);
    m_tree = new LibraryTree(page);
    setUpTree();
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(m_tree, 1000);
    layout->addWidget(makeInspector());
    layout->addStretch(1);
    return page;
}

void LibraryPage::setUpTree()
{
    m_tree->setObjectName(QStringLiteral("libraryTree"));
    m_tree->setAccessibleName(tr("Models and their versions"));
    setRole(m_tree, "card");
    m_tree->setModel(m_sorted);
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(0);
    m_tree->setMouseTracking(true);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tree->setEditTriggers(QAbstractItemView::EditKeyPressed); // F2
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setSortingEnabled(true);
    m_tree->sortByColumn(LibraryModel::Date, Qt::DescendingOrder);
    m_tree->installEventFilter(this);

    auto* names = new NameDelegate(m_tree);
    names->setParent(m_tree);
    m_links = new LinkDelegate(LibraryModel::LinksRole, {}, m_tree);
    m_tree->setItemDelegate(new RowDelegate({LibraryModel::StrongRole, -1}, 36, m_tree));
    m_tree->setItemDelegateForColumn(LibraryModel::Name, names);
    m_tree->setItemDelegateForColumn(LibraryModel::Links, m_links);

    auto* header = m_tree->header();
    header->setStretchLastSection(true);
    header->setHighlightSections(false);
    header->setMinimumSectionSize(40);
    const std::vector<std::pair<int, int>> widths = {{LibraryModel::Name, 184}, {LibraryModel::Status, 226}, {LibraryModel::Indicator, 122},
                                                     {LibraryModel::MeanAp, 66}, {LibraryModel::Images, 74}, {LibraryModel::Architecture, 140},
                                                     {LibraryModel::Date, 70}, {LibraryModel::Duration, 74}};
    for (const auto& [column, width] : widths)
        header->resizeSection(column, width);

    connect(m_links, &LinkDelegate::activated, this, &LibraryPage::follow);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &LibraryPage::showInspector);
    connect(m_tree, &QTreeView::expanded, this, &LibraryPage::fitTree);
    connect(m_tree, &QTreeView::collapsed, this, &LibraryPage::fitTree);
    connect(m_tree, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        if (!index.parent().isValid())
            m_tree->setExpanded(index, !m_tree->isExpanded(index));
    });
    connect(m_tree, &QTreeView::doubleClicked, this, [this](const QModelIndex& index) {
        if (index.column() != LibraryModel::Links)
            follow(index, QString());
    });
    connect(m_tree, &QTreeView::customContextMenuRequested, this, [this](QPoint at) {
        openMenu(m_tree->indexAt(at), m_tree->viewport()->mapToGlobal(at));
    });
    connect(m_model, &LibraryModel::renameRequested, this, [this](core::VersionId version, const QString& name) {
        attempt(this, m_session.ask(), tr("Rename"), [&] { core::VersionEdits::rename(m_session.project(), version, name); });
    });
}

QWidget* LibraryPage::makeInspector()
{
    auto* card = new Card({}, this);
    m_inspector = card;
    card->setObjectName(QStringLiteral("versionInspector"));
    m_inspectorTitle = card->titleLabel();
    m_inspectorTitle->setObjectName(QStringLiteral("inspectorTitle"));
    m_inspectorCaption = new QLabel(card);
    setRole(m_inspectorCaption, "secondary");
    card->header()->insertWidget(1, m_inspectorCaption);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(24);
    m_start = new FactList(tr("Start"), card);
    m_run = new FactList(tr("Run"), card);
    m_data = new FactList(tr("Data"), card);
    for (auto* list : {m_start, m_run, m_data})
        columns->addWidget(list, 1);
    card->content()->addLayout(columns);
    return card;
}

void LibraryPage::connectSession()
{
    auto& project = m_session.project();
    auto& trainings = m_session.trainings();
    connect(&m_session, &Session::viewChanged, this, &LibraryPage::reload);
    connect(&project, &core::Project::changed, this, [this](const core::ChangeSet& change) {
        if (change.library || change.structure)
            reload();
    });
    const auto later = [this] {
        if (!m_liveTimer.isActive())
            m_liveTimer.start();
    };
    connect(&trainings, &core::TrainingQueue::started, this, &LibraryPage::reload);
    connect(&trainings, &core::TrainingQueue::ended, this, &LibraryPage::reload);
    connect(&trainings, &core::TrainingQueue::queueChanged, this, &LibraryPage::reload);
    connect(&trainings, &core::TrainingQueue::stepChanged, this, later);
    connect(&trainings, &core::TrainingQueue::batchesFinished, this, later);
    connect(&trainings, &core::TrainingQueue::epochFinished, this, later);
}

void LibraryPage::reload()
{
    const auto view = m_session.view().isValid() ? m_session.project().view(m_session.view()) : std::nullopt;
    const auto chosen = chosenVersion();
    m_header->setCaption(view ? tr("%1, %2").arg(view->name, typeName(view->type)) : QString());
    attempt(this, m_session.ask(), tr("Library"), [&] {
        m_model->setLibrary(view ? view->type : core::ViewType::Classification,
                            view ? m_session.project().library(view->id) : std::vector<core::LibraryModel>());
    });
    m_model->setLive(m_session.trainings().running());
    m_tree->setColumnHidden(LibraryModel::MeanAp, m_model->type() != core::ViewType::Detection); // else it is the indicator, or not made
    for (int row = 0; row < m_sorted->rowCount(); ++row)
        m_tree->setFirstColumnSpanned(row, {}, true);
    m_tree->expandAll();
    const bool empty = m_model->versionCount() == 0;
    m_stack->setCurrentIndex(empty ? 1 : 0);
    m_find->setVisible(!empty);
    chooseVersion(chosen ? chosen->id : core::VersionId {});
    fitTree();
    showInspector();
}

void LibraryPage::moveLiveRow()
{
    m_model->setLive(m_session.trainings().running());
    showInspector();
}

void LibraryPage::chooseVersion(core::VersionId version)
{
    QModelIndex index = m_sorted->mapFromSource(m_model->indexOf(version));
    if (!index.isValid() && m_sorted->rowCount() > 0)
        index = m_sorted->index(0, 0, m_sorted->index(0, 0)); // the newest of the current set
    if (index.isValid())
        m_tree->setCurrentIndex(index);
}

std::optional<core::VersionRecord> LibraryPage::chosenVersion() const
{
    return m_model->versionAt(m_sorted->mapToSource(m_tree->currentIndex()));
}

/// The tree is as high as its rows, so that the inspector follows them; the page's lower part may stay empty.
void LibraryPage::fitTree()
{
    int height = m_tree->header()->sizeHint().height() + 3;
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        const auto model = m_sorted->index(row, 0);
        height += modelRowHeight;
        if (m_tree->isExpanded(model))
            height += 36 * m_sorted->rowCount(model);
    }
    m_tree->setMaximumHeight(height);
}

void LibraryPage::showInspector()
{
    const auto version = chosenVersion();
    m_inspector->setVisible(version.has_value());
    if (!version)
        return;
    const auto spec = core::trainingSpecFromJson(version->spec);
    const auto& metrics = version->metrics;
    m_inspectorTitle->setText(version->name);
    m_inspectorTitle->show();
    const auto mark = statusOf(*version);
    m_inspectorCaption->setText(mark.detail.isEmpty() ? mark.text : mark.detail);

    const double parameters = metrics.value(QLatin1String("parameters")).toDouble();
    m_start->setFacts({{tr("From"), nameOf(spec.weights), {}},
                       {tr("Architecture"), architectureName(spec.type, spec.architecture), {}},
                       {tr("Input"), tr("%1 px").arg(spec.imageSize), {}},
                       {tr("Parameters"), parameters > 0 ? tr("%1 M").arg(QLocale().toString(parameters / 1e6, 'f', 1)) : QStringLiteral("–"),
                        parameters > 0 ? QString() : tr("Known when the network has been built.")}});

    const auto best = metrics.value(QLatin1String("bestEpoch"));
    const auto seconds = metrics.value(QLatin1String("seconds"));
    const QString device = metrics.value(QLatin1String("deviceName")).toString();
    m_run->setFacts({{tr("Epochs"), best.isDouble() ? tr("%1, best %2").arg(spec.epochs).arg(best.toInt()) : QString::number(spec.epochs), {}},
                     {tr("Optimizer"), tr("%1, %2").arg(nameOf(spec.optimizer), rate(spec.learningRate)), {}},
                     {tr("Schedule"), nameOf(spec.schedule), {}},
                     {tr("Time"), seconds.isDouble() ? device.isEmpty() ? duration(seconds.toDouble()) : tr("%1 on %2").arg(duration(seconds.toDouble()), device)
                                                     : QStringLiteral("–"), {}}});

    m_data->setFacts({{tr("Training"), tr("%n image(s)", nullptr, version->itemsTrain), {}},
                      {tr("Validation"), tr("%n image(s)", nullptr, version->itemsValidation), {}},
                      {tr("Revision"), QString::fromLatin1(version->dataRevision.toHex().left(8)), QString::fromLatin1(version->dataRevision.toHex())},
                      {tr("Size on disk"), bytes(core::VersionEdits::bytes(m_session.project(), version->id)), {}}});
}

void LibraryPage::follow(const QModelIndex& proxyIndex, const QString& link)
{
    const auto version = m_model->versionAt(m_sorted->mapToSource(proxyIndex));
    if (!version)
        return;
    const bool live = version->status == core::VersionStatus::Running || version->status == core::VersionStatus::Queued;
    if (link == QLatin1String("menu"))
        openMenu(proxyIndex, QCursor::pos());
    else if (link == QLatin1String("folder"))
        QDesktopServices::openUrl(QUrl::fromLocalFile(m_session.project().versionFolder(version->uuid)));
    else if (link == QLatin1String("delete"))
        askToDelete(*version);
    else if (live)
        Q_EMIT m_session.trainingPageRequested(version->id);
    else
        Q_EMIT m_session.versionPageRequested(version->id);
}

void LibraryPage::openMenu(const QModelIndex& proxyIndex, QPoint position)
{
    const auto row = proxyIndex.siblingAtColumn(LibraryModel::Links);
    const auto keys = row.data(LibraryModel::LinksRole).toStringList();
    if (keys.isEmpty())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto& key : keys)
        connect(menu->addAction(LinkDelegate::wordOf(key)), &QAction::triggered, this, [this, key] { follow(m_tree->currentIndex(), key); });
    menu->addSeparator();
    connect(menu->addAction(tr("Rename")), &QAction::triggered, this, [this] { m_tree->edit(m_tree->currentIndex().siblingAtColumn(LibraryModel::Name)); });
    m_tree->setCurrentIndex(row.siblingAtColumn(0));
    menu->popup(position);
}

void LibraryPage::askToDelete(const core::VersionRecord& version)
{
    const QString text = tr("Deleting \"%1\" removes its weights, numbers and curves, %2 on the disk. It cannot be undone. "
                            "Images, annotations and other versions stay.")
                             .arg(version.name, bytes(core::VersionEdits::bytes(m_session.project(), version.id)));
    if (m_session.ask().choose(this, tr("Delete version"), text, {tr("Delete"), tr("Cancel")}) != 0)
        return;
    attempt(this, m_session.ask(), tr("Delete version"), [&] { core::VersionEdits::remove(m_session.project(), version.id); });
}

bool LibraryPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_tree && event->type() == QEvent::KeyPress && chosenVersion()) {
        const auto key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            follow(m_tree->currentIndex(), QString());
            return true;
        }
        if (key == Qt::Key_F2) { // the name, whichever column is current
            m_tree->edit(m_tree->currentIndex().siblingAtColumn(LibraryModel::Name));
            return true;
        }
        const bool links = m_tree->currentIndex().siblingAtColumn(LibraryModel::Links).data(LibraryModel::LinksRole).toStringList().contains(QLatin1String("delete"));
        if (key == Qt::Key_Delete && links) {
            askToDelete(*chosenVersion());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void LibraryPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_links->setCompact(width() < 1190);
    m_tree->setColumnHidden(LibraryModel::Architecture, width() < 1000);
    m_tree->setColumnHidden(LibraryModel::Duration, width() < 900);
    m_tree->viewport()->update();
}

} // namespace ui
