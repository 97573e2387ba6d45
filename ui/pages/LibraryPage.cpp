#include "ui/pages/LibraryPage.h"

#include "core/project/Project.h"
#include "core/project/TrainingQueue.h"
#include "core/project/VersionEdits.h"
#include "ui/Session.h"
#include "ui/dialogs/EndTraining.h"
#include "ui/dialogs/ExportModelDialog.h"
#include "ui/models/LibraryModel.h"
#include "ui/models/VersionText.h"
#include "ui/support/Attempt.h"
#include "ui/support/Numbers.h"
#include "ui/support/Panes.h"
#include "ui/support/Theme.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/LibraryTree.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/RowDelegate.h"
#include "ui/widgets/VersionInspector.h"

#include <QDesktopServices>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace ui {

LibraryPage::LibraryPage(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new LibraryModel(this))
    , m_header(new PageHeader(tr("Library"), this))
    , m_find(new QLineEdit(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(tr("No version yet. Annotate some images, then train the first one."), tr("Train a new model version"), this))
{
    setObjectName(QStringLiteral("libraryPage"));
    m_find->setObjectName(QStringLiteral("findVersion"));
    m_find->setPlaceholderText(tr("Find a version"));
    m_find->setAccessibleName(tr("Find a version"));
    m_find->setClearButtonEnabled(true);
    m_find->addAction(Theme::of().icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
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
        m_tree->find(text);
    });

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 24);
    layout->setSpacing(16);
    layout->addWidget(m_header);
    layout->addWidget(m_stack, 1);
    markPane(m_header);
    m_stack->addWidget(makeTable());
    m_stack->addWidget(m_empty);

    m_liveTimer.setSingleShot(true);
    m_liveTimer.setInterval(500); // a row moves at most twice a second
    connect(&m_liveTimer, &QTimer::timeout, this, &LibraryPage::moveLiveRow);
    connectSession();
    setFocusProxy(m_tree); // what has it when the page is shown
    m_tree->setFocus();
    reload();
}

LibraryPage::~LibraryPage() = default;

QWidget* LibraryPage::makeTable()
{
    auto* page = new QWidget(this);
    m_tree = new LibraryTree(m_model, page);
    markPane(m_tree);
    m_tree->installEventFilter(this);
    connectTree();
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(m_tree, 1000);
    m_inspector = new VersionInspector(page);
    layout->addWidget(m_inspector);
    layout->addStretch(1);
    return page;
}

void LibraryPage::connectTree()
{
    connect(m_tree->links(), &LinkDelegate::activated, this, &LibraryPage::follow);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &LibraryPage::showInspector);
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
    // Once the tree has closed its editor: a new name resets the model, which must not happen while the tree commits.
    connect(m_model, &LibraryModel::renameRequested, this, &LibraryPage::rename, Qt::QueuedConnection);
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
    const auto chosen = chosenVersion();
    m_session.read([&] {
        const auto view = m_session.view().isValid() ? m_session.project().view(m_session.view()) : std::nullopt;
        m_header->setCaption(view ? tr("%1, %2").arg(view->name, typeName(view->type)) : QString());
        m_model->setLibrary(view ? view->type : core::ViewType::Classification,
                            view ? m_session.project().library(view->id) : std::vector<core::ModelWithVersions>());
    });
    showQueue();
    m_tree->setColumnHidden(LibraryModel::MeanAp, m_model->type() != core::ViewType::Detection); // else it is the indicator, or not made
    m_tree->showAll();
    const bool empty = m_model->versionCount() == 0;
    m_stack->setCurrentIndex(empty ? 1 : 0);
    m_find->setVisible(!empty);
    chooseVersion(chosen ? chosen->id : core::VersionId {});
    showInspector();
}

void LibraryPage::showQueue()
{
    const core::TrainingQueue& queue = m_session.trainings();
    m_model->setLive(queue.running());
    QHash<qint64, QString> waiting;
    for (const core::VersionId version : queue.waiting())
        waiting.insert(version.value, waitingText(queue, version));
    m_model->setWaiting(std::move(waiting));
}

void LibraryPage::moveLiveRow()
{
    showQueue();
    showInspector();
}

void LibraryPage::chooseVersion(core::VersionId version)
{
    QModelIndex index = m_tree->fromModel(m_model->indexOf(version));
    if (!index.isValid()) {
        const auto* rows = m_tree->model();
        index = rows->index(0, 0, rows->index(0, 0)); // the newest of the current set
    }
    if (index.isValid())
        m_tree->setCurrentIndex(index);
}

std::optional<core::VersionRecord> LibraryPage::chosenVersion() const
{
    return m_model->versionAt(m_tree->toModel(m_tree->currentIndex()));
}

void LibraryPage::showInspector()
{
    const auto version = chosenVersion();
    m_inspector->setVisible(version.has_value());
    if (version)
        m_session.read([&] {
            m_inspector->setVersion(*version, core::VersionEdits::bytes(m_session.project(), version->id), waitingText(m_session.trainings(), version->id));
        });
}

void LibraryPage::follow(const QModelIndex& proxyIndex, const QString& link)
{
    const auto version = m_model->versionAt(m_tree->toModel(proxyIndex));
    if (!version)
        return;
    const bool live = version->status == core::VersionStatus::Running || version->status == core::VersionStatus::Queued;
    if (link == QLatin1String("menu"))
        openMenu(proxyIndex, QCursor::pos());
    else if (link == QLatin1String("folder"))
        QDesktopServices::openUrl(QUrl::fromLocalFile(m_session.project().versionFolder(version->uuid)));
    else if (link == QLatin1String("predict"))
        Q_EMIT m_session.predictRequested(version->id);
    else if (link == QLatin1String("stop"))
        stopTraining(this, m_session, version->id);
    else if (link == QLatin1String("remove"))
        removeWaiting(this, m_session, {version->id});
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
    m_tree->setCurrentIndex(row.siblingAtColumn(0));
    if (const auto version = chosenVersion(); version && whyNotExported(*version).isEmpty())
        connect(menu->addAction(tr("Export model…")), &QAction::triggered, this, [this, id = version->id] { exportModel(m_session, id, this); });
    connect(menu->addAction(tr("Rename")), &QAction::triggered, this, [this] { m_tree->edit(m_tree->currentIndex().siblingAtColumn(LibraryModel::Name)); });
    menu->popup(position);
}

void LibraryPage::askToDelete(const core::VersionRecord& version)
{
    const QString text = tr("Deleting \"%1\" removes its weights, numbers and curves, %2 on the disk. It cannot be undone. "
                            "Images, annotations and other versions stay.")
                             .arg(version.name, bytes(core::VersionEdits::bytes(m_session.project(), version.id)));
    m_session.ask().choose(this, tr("Delete version"), text, {tr("Delete"), tr("Cancel")}, [this, id = version.id](int button) {
        if (button == 0)
            attempt(this, m_session.ask(), tr("Delete version"), [&] { core::VersionEdits::remove(m_session.project(), id); });
    });
}

void LibraryPage::rename(core::VersionId version, const QString& name)
{
    attempt(this, m_session.ask(), tr("Rename"), [&] { core::VersionEdits::rename(m_session.project(), version, name); });
}

bool LibraryPage::eventFilter(QObject* watched, QEvent* event)
{
    // A line edit passes Enter on; what ends the editing of a name must not open the version too.
    if (watched == m_tree && event->type() == QEvent::KeyPress && !m_tree->isEditing() && chosenVersion()) {
        const auto key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            follow(m_tree->currentIndex(), QString());
            return true;
        }
        if (key == Qt::Key_F2) { // the name, whichever column is current
            m_tree->edit(m_tree->currentIndex().siblingAtColumn(LibraryModel::Name));
            return true;
        }
        const QStringList links = m_tree->currentIndex().siblingAtColumn(LibraryModel::Links).data(LibraryModel::LinksRole).toStringList();
        for (const QLatin1String link : {QLatin1String("delete"), QLatin1String("remove")}) { // a row has one of them or none
            if (key == Qt::Key_Delete && links.contains(link)) {
                follow(m_tree->currentIndex(), link);
                return true;
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

void LibraryPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_tree->links()->setCompact(width() < 1190);
    m_tree->setColumnHidden(LibraryModel::Architecture, width() < 1000);
    m_tree->setColumnHidden(LibraryModel::Duration, width() < 900);
    m_tree->viewport()->update();
}

} // namespace ui
