#include "ui/widgets/JobsPanel.h"

#include "core/base/Job.h"
#include "core/project/PictureCheck.h"
#include "core/project/Project.h"
#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"

#include <QLabel>
#include <QCoreApplication>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {
constexpr int endedKept = 20;
constexpr double momentSeconds = 1; // what is over sooner is not worth a word
}

struct JobsPanel::Row {
    QWidget* widget;
    QLabel* words;
    QProgressBar* bar;
    QPushButton* cancel;
    bool running = true;
};

QString wordsOf(const core::Progress& progress)
{
    QString words = progress.step;
    if (progress.total > 0)
        words = QCoreApplication::translate("ui::JobsPanel", "%1: %2 of %3", "step, count, total").arg(progress.step, count(progress.done), count(progress.total));
    else if (progress.done > 0)
        words = QCoreApplication::translate("ui::JobsPanel", "%1: %2", "step, count").arg(progress.step, count(progress.done));
    if (progress.secondsLeft >= 0 && progress.total > 0)
        words = QCoreApplication::translate("ui::JobsPanel", "%1, %2", "step with count, time left").arg(words, timeLeft(progress.secondsLeft));
    return words;
}

JobsPanel::JobsPanel(QWidget* parent)
    : QFrame(parent, Qt::Popup), m_rows(new QVBoxLayout), m_dismiss(new QPushButton(tr("Dismiss what has ended"), this)), m_none(new QLabel(tr("No work is running in the background."), this))
{
    setObjectName(QStringLiteral("jobsPanel"));
    setRole(this, "card");
    setMinimumWidth(380);
    setRole(m_none, "secondary");
    setRole(m_dismiss, "link");
    m_rows->setSpacing(12);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(m_none);
    layout->addLayout(m_rows);
    layout->addWidget(m_dismiss, 0, Qt::AlignRight);
    m_dismiss->hide();
    connect(m_dismiss, &QPushButton::clicked, this, [this] {
        for (const std::shared_ptr<Row>& row : m_all) {
            if (!row->running)
                row->widget->deleteLater();
        }
        std::erase_if(m_all, [](const std::shared_ptr<Row>& row) { return !row->running; });
        m_dismiss->hide();
        m_none->setVisible(m_all.empty());
        hide();
        Q_EMIT changed();
    });
}

std::shared_ptr<JobsPanel::Row> JobsPanel::addRow(const QString& title, const std::function<void()>& cancel)
{
    auto row = std::make_shared<Row>();
    row->widget = new QWidget(this);
    auto* name = new QLabel(title, row->widget);
    name->setTextFormat(Qt::PlainText);
    setRole(name, "strong");
    row->words = new QLabel(row->widget);
    row->words->setTextFormat(Qt::PlainText);
    row->words->setWordWrap(true);
    setRole(row->words, "caption");
    row->bar = new QProgressBar(row->widget);
    row->bar->setRange(0, 0);
    row->bar->setTextVisible(false);
    row->cancel = new QPushButton(tr("Cancel"), row->widget);
    row->cancel->setAccessibleName(tr("Cancel: %1", "title of a job").arg(title));
    auto* grid = new QGridLayout(row->widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(4);
    grid->addWidget(name, 0, 0);
    grid->addWidget(row->cancel, 0, 1, 2, 1);
    grid->addWidget(row->words, 1, 0);
    grid->addWidget(row->bar, 2, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    m_rows->addWidget(row->widget);
    m_all.push_back(row);
    m_none->hide();
    connect(row->cancel, &QPushButton::clicked, this, [this, row, cancel] {
        cancel();
        row->cancel->setEnabled(false);
        row->words->setText(tr("Stopping…"));
    });
    return row;
}

void JobsPanel::showProgress(Row& row, const core::Progress& progress)
{
    row.words->setText(wordsOf(progress));
    row.bar->setRange(0, progress.total > 0 ? 1000 : 0);
    if (progress.total > 0)
        row.bar->setValue(static_cast<int>(1000 * progress.done / progress.total));
    Q_EMIT changed();
}

void JobsPanel::add(const QString& title, core::Job* job)
{
    QPointer<core::Job> watched(job);
    const std::shared_ptr<Row> row = addRow(title, [watched] {
        if (watched)
            watched->cancel();
    });
    connect(job, &core::Job::progressed, row->widget, [this, row](const core::Progress& progress) { showProgress(*row, progress); });
    const auto end = [this, row, watched](const QString& words) {
        if (watched)
            watched->disconnect(row->widget); // it may run again, which is another line
        settle(*row, words);
    };
    connect(job, &core::Job::finished, row->widget, [end, watched] { end(watched && watched->isCanceled() ? tr("Cancelled") : tr("Done")); });
    connect(job, &core::Job::failed, row->widget, [end](const QString& message) { end(message); });
    connect(job, &QObject::destroyed, row->widget, [this, row] { settle(*row, tr("Cancelled")); });
    Q_EMIT changed();
}

void JobsPanel::watchPictures(core::Project* project)
{
    if (m_project)
        m_project->disconnect(this);
    m_project = project;
    remove(std::exchange(m_pictures, nullptr));
    if (!project)
        return;
    connect(project, &core::Project::picturesProgressed, this, &JobsPanel::showPictures);
    connect(project, &core::Project::picturesChecked, this, &JobsPanel::endPictures);
    connect(project, &core::Project::pictureCheckFailed, this, [this] { remove(std::exchange(m_pictures, nullptr)); }); // the next one may do better
}

void JobsPanel::showPictures(const core::Progress& progress)
{
    if (!m_pictures && (progress.seconds < momentSeconds || progress.done == progress.total))
        return;
    if (!m_pictures)
        m_pictures = addRow(tr("Picture files"), [this] { m_project->cancelPictureCheck(); });
    showProgress(*m_pictures, progress);
}

void JobsPanel::endPictures(const core::PictureReport& report)
{
    const auto row = std::exchange(m_pictures, nullptr);
    if (!row)
        return;
    const std::pair<int, QString> found[] = {{report.missing, tr("%Ln image(s) not found", nullptr, report.missing)},
                                             {report.changed, tr("%Ln changed image(s)", nullptr, report.changed)},
                                             {report.undecodable + report.truncated, tr("%Ln image(s) cannot be read whole", nullptr, report.undecodable + report.truncated)},
                                             {report.cameBack, tr("%Ln image(s) found again", nullptr, report.cameBack)}};
    QStringList words;
    for (const auto& [number, sentence] : found) {
        if (number > 0)
            words << sentence;
    }
    if (words.isEmpty())
        remove(row);
    else
        settle(*row, words.join(QLatin1Char('\n')));
}

void JobsPanel::remove(const std::shared_ptr<Row>& row)
{
    if (!row)
        return;
    row->widget->hide();
    row->widget->deleteLater(); // its own button may have led here
    std::erase(m_all, row);
    m_none->setVisible(m_all.empty());
    m_dismiss->setVisible(ended() > 0);
    adjustSize();
    Q_EMIT changed();
}

QString JobsPanel::summary() const
{
    if (m_all.empty())
        return {};
    if (running() != 1)
        return running() > 1 ? tr("Jobs: %1", "number").arg(count(running())) : tr("Jobs: all done");
    const auto one = std::ranges::find(m_all, true, &Row::running);
    const QString words = (*one)->words->text();
    return words.isEmpty() ? tr("Jobs: %1", "number").arg(count(1)) : words;
}

void JobsPanel::settle(Row& row, const QString& words)
{
    if (!row.running)
        return;
    row.running = false;
    row.words->setText(words);
    row.bar->hide();
    row.cancel->hide();
    m_dismiss->show();
    while (ended() > endedKept) {
        const auto oldest = std::find_if(m_all.begin(), m_all.end(), [](const std::shared_ptr<Row>& one) { return !one->running; });
        (*oldest)->widget->deleteLater();
        m_all.erase(oldest);
    }
    adjustSize();
    Q_EMIT changed();
}

void JobsPanel::popupAbove(const QWidget* anchor)
{
    adjustSize();
    move(anchor->mapToGlobal(QPoint(0, -height() - 4)));
    show();
}

int JobsPanel::running() const
{
    return static_cast<int>(std::count_if(m_all.begin(), m_all.end(), [](const std::shared_ptr<Row>& row) { return row->running; }));
}

int JobsPanel::ended() const
{
    return static_cast<int>(m_all.size()) - running();
}

} // namespace ui
