// What menus and pages ask the window to do, and what it shows of the place it is at.
#include "ui/MainWindowActions.h"

#include "core/project/TrainingQueue.h"
#include "ui/HelpDesk.h"
#include "ui/Leaving.h"
#include "ui/ProjectDoor.h"
#include "ui/Session.h"
#include "ui/dialogs/AboutDialog.h"
#include "ui/dialogs/EndTraining.h"
#include "ui/dialogs/ExportDialog.h"
#include "ui/dialogs/ExportModelDialog.h"
#include "ui/dialogs/ImportDialog.h"
#include "ui/dialogs/SettingsDialog.h"
#include "ui/dialogs/TrainVersionDialog.h"
#include "ui/pages/AnnotatePage.h"
#include "ui/pages/ImagesPage.h"
#include "ui/pages/LibraryPage.h"
#include "ui/pages/PredictPage.h"
#include "ui/pages/TrainingPage.h"
#include "ui/pages/VersionPage.h"
#include "ui/pages/ViewsPage.h"
#include "ui/widgets/JobsPanel.h"
#include "ui/widgets/NavigationRail.h"
#include "ui/widgets/PageBars.h"
#include "ui/widgets/StatusBar.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QDialog>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QUrl>
#include <QtConcurrentRun>

#include <utility>

namespace ui {

namespace {
constexpr int railNeeds = 1280, inspectorNeeds = 1400; // px of the window
}

void MainWindow::goTo(Place place)
{
    if (m_session)
        m_navigation->goTo(place);
}

QWidget* MainWindow::currentPage() const
{
    return m_navigation->current();
}

void MainWindow::arrived(Place place)
{
    m_rail->setCurrent(static_cast<int>(place));
    m_status->setHint({}); // what it said was about the place before
    const auto update = [this] {
        updateActions();
        updateCounts();
    };
    m_session ? static_cast<void>(m_session->read(update)) : update();
    if (!m_session)
        return;
    // Never lost with a page or dialog that went. Within the pages it goes where the page wants it, not to whatever stands first in it.
    const QWidget* focus = QApplication::focusWidget();
    const bool isLost = !focus || !isAncestorOf(focus) || !focus->isVisible();
    auto* images = qobject_cast<ImagesPage*>(currentPage());
    if (!isLost && !(m_stack->isAncestorOf(focus) && (images || currentPage()->focusProxy())))
        return;
    if (images)
        images->focusGrid(); // its keys act at once
    else
        currentPage()->setFocus();
}

QWidget* MainWindow::makePage(Place place)
{
    switch (place) {
    case Place::Annotate: return new AnnotatePage(*m_session, *m_thumbnails, m_stack);
    case Place::Views: return new ViewsPage(*m_session, m_stack);
    case Place::Library: return new LibraryPage(*m_session, m_stack);
    case Place::Training: return new TrainingPage(*m_session, m_stack);
    case Place::Version: return new VersionPage(*m_session, *m_thumbnails, m_stack);
    case Place::Predict: return makePredictPage();
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
    goTo(Place::Version);
    if (auto* page = qobject_cast<VersionPage*>(currentPage()))
        page->showVersion(version);
}

void MainWindow::showTraining(core::VersionId version)
{
    goTo(Place::Training);
    if (auto* page = qobject_cast<TrainingPage*>(currentPage()))
        page->showVersion(version);
}

QWidget* MainWindow::makePredictPage()
{
    auto* page = new PredictPage(*m_session, m_stack);
    connect(page, &PredictPage::started, this, [this](core::Job* job) { m_jobs->add(tr("Predict"), job); });
    return page;
}

void MainWindow::showPredict(core::VersionId version)
{
    goTo(Place::Predict);
    if (auto* page = qobject_cast<PredictPage*>(currentPage()))
        page->chooseVersion(version);
}

void MainWindow::updateCounts()
{
    if (!m_session || place() == Place::Start) {
        m_status->setCounts({});
        return;
    }
    if (auto* images = qobject_cast<ImagesPage*>(currentPage()))
        m_status->setCounts(images->countText());
    else
        m_status->setCounts(tr("%Ln image(s)", nullptr, m_session->project().imageCount()));
}

void MainWindow::fitToWidth(int before, int now)
{
    // Only crossing a width changes something: what the person then shows or hides stays so.
    if ((before < railNeeds) != (now < railNeeds) || before <= 0)
        m_rail->setCollapsed(now < railNeeds || m_railCollapsed);
    auto* images = qobject_cast<ImagesPage*>(m_navigation->madePage(Place::Images));
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

void MainWindow::takePaths(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    const bool isHeader = paths.first().endsWith(QLatin1String(".orielproj"), Qt::CaseInsensitive); // also of a project that is damaged
    if (paths.size() == 1 && (isHeader || core::Project::isProject(paths.first())))
        openProject(paths.first());
    else if (m_session)
        importPaths(paths);
    else
        m_door->make(paths);
}

void MainWindow::openFromOutside(const QStringList& paths)
{
    if (isMinimized())
        setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    if (!paths.isEmpty())
        m_waitingPaths = paths; // the last wish counts
    takeWaitingPaths();
}

void MainWindow::takeWaitingPaths()
{
    if (m_waitingPaths.isEmpty())
        return;
    if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget())) {
        const QFileInfo first(m_waitingPaths.first());
        const bool isHeader = first.suffix() == QLatin1String("orielproj");
        m_status->setHint(tr("“%1” is opened once the dialog is closed.", "name of a project or file").arg(isHeader ? first.dir().dirName() : first.fileName()));
        connect(dialog, &QDialog::finished, this, &MainWindow::takeWaitingPaths, Qt::QueuedConnection);
        connect(dialog, &QObject::destroyed, this, &MainWindow::takeWaitingPaths, Qt::QueuedConnection);
        return;
    }
    takePaths(std::exchange(m_waitingPaths, {}));
}

/// Files that were copied in a file manager are imported as by a drop. A picture itself becomes a file, which the import copies into
/// the project; packing a large one takes its time, so it is done beside the window.
void MainWindow::paste()
{
    const QMimeData* const data = QGuiApplication::clipboard()->mimeData();
    QStringList paths;
    for (const QUrl& url : data ? data->urls() : QList<QUrl>())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    const QImage picture = data && paths.isEmpty() ? QGuiApplication::clipboard()->image() : QImage();
    if (!paths.isEmpty()) {
        importPaths(paths);
    } else if (picture.isNull()) {
        m_status->setHint(tr("The clipboard holds no picture and no files."));
    } else {
        if (!m_pasted)
            m_pasted = std::make_unique<QTemporaryDir>();
        const QString path = m_pasted->filePath(QDateTime::currentDateTime().toString(QStringLiteral("'Clipboard' yyyy-MM-dd HH.mm.ss.zzz'.png'")));
        QtConcurrent::run([picture, path] { return picture.save(path); }).then(this, [this, path](bool isSaved) {
            if (isSaved)
                importPaths({path}, true);
            else
                m_status->setHint(tr("The picture of the clipboard could not be stored in %1. Nothing was changed.").arg(QDir::toNativeSeparators(QDir::tempPath())));
        });
    }
}

void MainWindow::importPaths(const QStringList& paths, bool copies)
{
    if (!m_session)
        return;
    if (m_session->project().isReadOnly()) {
        m_status->setHint(tr("This project is opened for reading: nothing can be imported."));
        return;
    }
    if (m_import) { // one at a time
        m_import->show();
        m_import->raise();
        m_import->activateWindow();
        m_import->addSources(paths, copies);
        return;
    }
    m_import = new ImportDialog(*m_session, {}, this);
    m_import->addSources(paths, copies);
    m_leaving->setImport(m_import);
    connect(m_import, &ImportDialog::writingStarted, this, [this] { m_jobs->add(tr("Import"), &m_import->job()); });
    connect(m_import, &ImportDialog::imported, this, [this](const core::ImportReport& report) {
        m_status->setHint(tr("%Ln image(s) added. One Undo takes all of it back.", nullptr, report.images));
        // Somebody who had no view yet wants to see what just came.
        if (const std::optional<core::ViewRecord> view = m_session->project().viewNamed(report.viewName))
            m_session->setView(view->id);
    });
    connect(m_import, &QDialog::accepted, this, [this] {
        goTo(Place::Images);
        if (auto* images = qobject_cast<ImagesPage*>(currentPage()))
            images->focusGrid();
    });
    connect(m_import, &QDialog::finished, m_import, &QObject::deleteLater);
    m_import->show();
}

void MainWindow::exportData()
{
    if (!m_session)
        return;
    if (m_export && m_export->isWriting()) { // one at a time
        m_export->show();
        m_export->raise();
        m_export->activateWindow();
        return;
    }
    delete m_export; // what it showed is of before
    auto* images = qobject_cast<ImagesPage*>(m_navigation->madePage(Place::Images));
    m_export = new ExportDialog(*m_session, images ? images->selectedItems() : std::vector<core::ItemId>(), this);
    m_leaving->setExport(m_export);
    connect(m_export, &ExportDialog::writingStarted, this, [this] { m_jobs->add(tr("Export data"), &m_export->job()); });
    connect(m_export, &ExportDialog::exported, this, [this](const core::ExportResult& result) { m_status->setHint(core::sentenceOf(result)); });
    m_export->show();
}

void MainWindow::train()
{
    if (!m_session)
        return;
    if (!m_session->view().isValid()) {
        goTo(Place::Views); // first: a page that is left takes its hints with it
        m_status->setHint(tr("A version belongs to a view. Add a view first."));
        return;
    }
    if (!m_train)
        m_train = new TrainVersionDialog(*m_session, this);
    m_train->open();
}

void MainWindow::stopTraining()
{
    if (const core::LiveRun* run = m_session ? m_session->trainings().running() : nullptr)
        ui::stopTraining(this, *m_session, run->version);
}

/// The version that is shown or chosen; elsewhere the one that the Version page shows, so that it is seen what is exported.
void MainWindow::exportShownModel()
{
    if (!m_session)
        return;
    core::VersionId version;
    if (const auto* library = qobject_cast<LibraryPage*>(currentPage()))
        version = library->chosenVersion().value_or(core::VersionRecord()).id;
    if (!version.isValid()) {
        goTo(Place::Version);
        if (const auto* page = qobject_cast<VersionPage*>(currentPage()))
            version = page->version();
    }
    if (version.isValid())
        exportModel(*m_session, version, this);
    else
        m_status->setHint(tr("There is no version to export yet. Train one first."));
}

void MainWindow::say(const QString& sentence)
{
    m_bars->say(sentence);
}

/// One window for all of its life, so that it opens at the page where it was left.
void MainWindow::showSettings(int page)
{
    if (!m_settings) {
        m_settings = new SettingsDialog(this);
        m_settings->setSession(m_session.get());
        connect(m_settings, &SettingsDialog::helpRequested, m_help, &HelpDesk::show);
    }
    if (page >= 0)
        m_settings->showPage(page);
    m_settings->show();
    m_settings->raise();
    m_settings->activateWindow();
}

void MainWindow::showAbout()
{
    auto* dialog = new AboutDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace ui
