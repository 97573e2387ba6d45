#include "ui/pages/RecoveryPage.h"

#include "ui/support/Attempt.h"
#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/RowDelegate.h"

#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int rowHeight = 36; // px
constexpr int firstNumber = 2; // columns of the table of backups from here on hold numbers

QString kindName(core::Backup::Kind kind)
{
    switch (kind) {
    case core::Backup::Kind::Timed: return RecoveryPage::tr("after half an hour of work");
    case core::Backup::Kind::Daily: return RecoveryPage::tr("first of the day");
    case core::Backup::Kind::BeforeDelete: return RecoveryPage::tr("before a deletion");
    case core::Backup::Kind::BeforeMigration: return RecoveryPage::tr("before an upgrade");
    case core::Backup::Kind::BeforeRestore: break;
    }
    return RecoveryPage::tr("before a restore");
}

QString whenText(const QDateTime& when)
{
    return QLocale().toString(when.toLocalTime(), QLocale::ShortFormat);
}

QLabel* labelWith(const char* role, const char* name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum); // what is left belongs to the table
    setRole(label, role);
    return label;
}

} // namespace

RecoveryPage::RecoveryPage(Ask ask, const QString& folder, const QString& why, QWidget* parent)
    : QWidget(parent), m_ask(std::move(ask)), m_folder(folder)
{
    setObjectName(QStringLiteral("recoveryPage"));
    auto* header = new PageHeader(why.isEmpty() ? tr("Backups") : tr("Recovery"), this);
    header->setCaption(QDir::toNativeSeparators(folder));
    m_reason = labelWith("error", "recoveryReason", this);
    m_reason->setText(why);
    m_reason->setVisible(!why.isEmpty());
    m_result = labelWith("secondary", "recoveryResult", this);
    m_done = labelWith("head", "recoveryDone", this);
    m_done->hide();
    m_problems = new QListWidget(this);
    m_problems->setObjectName(QStringLiteral("recoveryProblems"));
    m_problems->setAccessibleName(tr("What is damaged"));
    m_problems->setMaximumHeight(120);
    m_problems->setWordWrap(true);
    setRole(m_problems, "card");
    m_problems->hide();
    m_work = new QWidget(this);
    m_workText = labelWith("caption", "recoveryWork", m_work);
    auto* bar = new QProgressBar(m_work);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    auto* work = new QVBoxLayout(m_work);
    work->setContentsMargins(0, 0, 0, 0);
    work->addWidget(m_workText);
    work->addWidget(bar);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 24);
    layout->setSpacing(12);
    for (QWidget* widget : std::initializer_list<QWidget*>{header, m_reason, m_done, m_result, m_work, m_problems})
        layout->addWidget(widget);
    layout->addWidget(makeBackups(), 1);
    layout->addWidget(makeActs());
    check();
}

RecoveryPage::~RecoveryPage() = default;

QWidget* RecoveryPage::makeBackups()
{
    auto* part = new QWidget(this);
    auto* heading = new QLabel(tr("Backups"), part);
    setRole(heading, "over");
    m_noBackups = labelWith("secondary", "noBackups", part);
    m_noBackups->setText(tr("There is no backup yet. One is made at the first opening of a day and after each half hour of work."));
    m_backups = new QTableWidget(0, 5, part);
    m_backups->setObjectName(QStringLiteral("backups"));
    m_backups->setAccessibleName(tr("Backups"));
    m_backups->setHorizontalHeaderLabels({tr("Made"), tr("Why"), tr("Images"), tr("Annotated"), tr("Size")});
    m_backups->verticalHeader()->hide();
    m_backups->horizontalHeader()->setHighlightSections(false);
    m_backups->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int column = firstNumber; column < m_backups->columnCount(); ++column)
        m_backups->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_backups->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_backups->setItemDelegate(new RowDelegate({}, rowHeight, m_backups));
    m_backups->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_backups->setShowGrid(false);
    m_backups->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_backups->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_backups->setSelectionMode(QAbstractItemView::SingleSelection);
    m_backups->setTabKeyNavigation(false);
    setRole(m_backups, "card");
    connect(m_backups, &QTableWidget::itemSelectionChanged, this, &RecoveryPage::updateActs);
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(heading);
    layout->addWidget(m_noBackups);
    layout->addWidget(m_backups, 1000);
    layout->addStretch(1);
    return part;
}

QWidget* RecoveryPage::makeActs()
{
    auto* part = new QWidget(this);
    auto* layout = new QHBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    const auto act = [&](const QString& text, const char* name, const QString& tip, void (RecoveryPage::*done)()) {
        auto* button = new QPushButton(text, part);
        button->setObjectName(QLatin1String(name));
        button->setToolTip(tip);
        if (done)
            connect(button, &QPushButton::clicked, this, done);
        layout->addWidget(button);
        return button;
    };
    m_restore = act(tr("Restore this backup…"), "restoreBackup", tr("The project becomes what it was then. The present file is kept beside it."), &RecoveryPage::restore);
    m_copy = act(tr("Open backup as copy…"), "copyBackup", tr("As a project of its own, to look at it. This one is not changed."), &RecoveryPage::openAsCopy);
    m_salvage = act(tr("Save what can be read…"), "salvage", tr("A new file from all that can still be read. The damaged one is kept beside it."), &RecoveryPage::salvage);
    layout->addStretch(1);
    act(tr("Close"), "closeRecovery", {}, &RecoveryPage::closeRequested);
    m_goOn = act(tr("Open the project"), "goOn", {}, nullptr);
    setRole(m_goOn, "primary");
    connect(m_goOn, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(m_folder); });
    return part;
}

/// Does `work` in the background; `ended` follows on this thread when it succeeded. What failed is told.
void RecoveryPage::run(const QString& words, const std::function<void()>& work, const std::function<void()>& ended)
{
    m_workText->setText(words);
    m_work->show();
    m_job.disconnect(this);
    connect(&m_job, &core::Job::finished, this, [this, ended] {
        m_work->hide();
        ended();
        updateActs();
    });
    connect(&m_job, &core::Job::failed, this, [this](const QString& message) {
        m_work->hide();
        updateActs();
        m_ask.tell(this, tr("Recovery"), message);
    });
    m_job.start(work);
    updateActs();
}

void RecoveryPage::check()
{
    const auto found = std::make_shared<core::ProjectCheck>();
    run(tr("Reading the whole project…"), [this, found, folder = m_folder] { *found = core::Recovery::check(folder, [this] { return m_job.isCanceled(); }); },
        [this, found] {
            m_check = *found;
            showCheck();
        });
}

void RecoveryPage::showCheck()
{
    m_result->setText(m_check.isSound ? m_check.wasClosedCleanly ? tr("All of \"%1\" was read; nothing is damaged.").arg(m_check.name)
                                                                 : tr("\"%1\" was not closed the last time. All of it was read; nothing is damaged, and everything that was saved is there.").arg(m_check.name)
                                      : tr("Part of \"%1\" is damaged and cannot be trusted. Nothing was changed. Restore a backup, or save what can be read.").arg(m_check.name));
    setRole(m_result, m_check.isSound ? "secondary" : "error");
    QStringList problems = m_check.problems;
    problems.removeAll(m_reason->text()); // what led here advises to come here
    m_reason->setVisible(m_check.isSound && !m_reason->text().isEmpty()); // else what was found now says it better
    m_problems->clear();
    m_problems->addItems(problems);
    m_problems->setVisible(!problems.isEmpty());
    m_noBackups->setVisible(m_check.backups.empty());
    m_backups->setVisible(!m_check.backups.empty());
    m_backups->setRowCount(int(m_check.backups.size()));
    int newestSound = -1;
    for (int row = 0; row < m_backups->rowCount(); ++row) {
        const core::Backup& backup = m_check.backups[size_t(row)];
        const core::BackupContent content = size_t(row) < m_check.held.size() ? m_check.held[size_t(row)] : core::BackupContent();
        const QString none = QStringLiteral("–");
        const QStringList cells = {whenText(backup.when), content.isSound ? kindName(backup.kind) : tr("%1; damaged").arg(kindName(backup.kind)),
                                   content.isSound ? count(content.images) : none, content.isSound ? count(content.annotated) : none, bytes(backup.bytes)};
        for (int column = 0; column < cells.size(); ++column) {
            auto* cell = new QTableWidgetItem(cells[column]);
            if (column >= firstNumber)
                cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_backups->setItem(row, column, cell);
        }
        if (content.isSound && newestSound < 0)
            newestSound = row;
    }
    for (int column = 0; column < m_backups->columnCount(); ++column) {
        if (column != 1)
            m_backups->resizeColumnToContents(column);
    }
    if (newestSound >= 0)
        m_backups->selectRow(newestSound);
    updateActs();
    (m_check.isSound ? static_cast<QWidget*>(m_goOn) : newestSound >= 0 ? m_restore : m_salvage)->setFocus();
}

std::optional<core::Backup> RecoveryPage::chosen() const
{
    const int row = m_backups->currentRow();
    const bool sound = row >= 0 && size_t(row) < m_check.held.size() && m_check.held[size_t(row)].isSound;
    return sound ? std::optional(m_check.backups[size_t(row)]) : std::nullopt;
}

void RecoveryPage::updateActs()
{
    const bool idle = !m_job.isRunning();
    m_goOn->setEnabled(idle && m_check.isSound);
    m_goOn->setToolTip(m_check.isSound ? QString() : tr("What is damaged has to be mended first."));
    m_restore->setEnabled(idle && chosen());
    m_copy->setEnabled(idle && chosen());
    m_salvage->setEnabled(idle && !m_check.isSound);
}

void RecoveryPage::restore()
{
    const auto backup = chosen();
    if (!backup)
        return;
    //: %1: time of a backup
    const QString question = tr("The project becomes what it was at %1. What was done since is then only in the file from before, which is kept beside it.").arg(whenText(backup->when));
    m_ask.choose(this, tr("Restore this backup"), question, {tr("Restore"), tr("Cancel")}, [this, backup](int button) {
        if (button != 0)
            return;
        const auto repaired = std::make_shared<core::ProjectRepair>();
        run(tr("Restoring the backup…"), [repaired, backup, folder = m_folder] { *repaired = core::Recovery::restore(folder, *backup); },
            [this, repaired] { showRepair(*repaired); });
    });
}

void RecoveryPage::salvage()
{
    const auto repaired = std::make_shared<core::ProjectRepair>();
    run(tr("Reading what can be read…"), [this, repaired, folder = m_folder] { *repaired = core::Recovery::salvage(folder, [this] { return m_job.isCanceled(); }); },
        [this, repaired] { showRepair(*repaired); });
}

void RecoveryPage::openAsCopy()
{
    const auto backup = chosen();
    if (!backup)
        return;
    m_ask.openFolder(this, tr("Place of the copy"), [this, backup](const QString& place) {
        const QString made = QDir(place).filePath(tr("%1 of %2", "project, time of its backup").arg(QFileInfo(m_folder).fileName(), backup->when.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HHmm"))));
        run(tr("Copying the backup…"), [backup, made, folder = m_folder] { core::Recovery::openAsCopy(folder, *backup, made); },
            [this, made] { Q_EMIT openRequested(made); });
    });
}

void RecoveryPage::showRepair(const core::ProjectRepair& repair)
{
    QStringList said;
    if (repair.backup)
        said << tr("The project was restored to %1.", "time").arg(whenText(repair.backup->when));
    else
        said << (repair.isWhole() ? tr("Everything could be read; nothing is missing.") : tr("What could be read was saved. Not all of it could."));
    if (repair.editsLacking && *repair.editsLacking > 0)
        said << tr("%Ln edit(s) made after that are only in the file from before.", nullptr, *repair.editsLacking);
    if (!repair.setAside.isEmpty())
        said << tr("The file from before is kept in %1.").arg(QDir::toNativeSeparators(repair.setAside));
    m_reason->clear(); // what led here is mended
    m_reason->hide();
    m_done->setText(said.join(QLatin1Char(' ')));
    m_done->setToolTip(repair.titlesLacking.join(QLatin1Char('\n')));
    m_done->show();
    QMetaObject::invokeMethod(this, &RecoveryPage::check, Qt::QueuedConnection); // the job that tells this is still ending
}

} // namespace ui
