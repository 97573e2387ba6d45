#include "ui/widgets/StatusBar.h"

#include "core/project/Project.h"
#include "ui/support/Theme.h"
#include "ui/widgets/ElidedLabel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QTimer>

namespace ui {

namespace {
constexpr int patienceMs = 300;
constexpr int hintMs = 15000;
}

StatusBar::StatusBar(QWidget* parent)
    : QFrame(parent), m_saved(new QPushButton(this)), m_counts(new ElidedLabel(this)), m_jobs(new QPushButton(this)), m_hint(new ElidedLabel(this)),
      m_patience(new QTimer(this)), m_hintTimer(new QTimer(this))
{
    setObjectName(QStringLiteral("statusBar"));
    setRole(this, "rail");
    setFixedHeight(28);
    m_saved->setObjectName(QStringLiteral("savedMark"));
    m_jobs->setObjectName(QStringLiteral("jobsButton"));
    m_counts->setObjectName(QStringLiteral("counts"));
    m_hint->setObjectName(QStringLiteral("hint"));
    m_hint->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (QPushButton* button : {m_saved, m_jobs}) {
        setRole(button, "status");
        button->setIconSize(QSize(14, 14));
    }
    for (QLabel* label : {m_counts, m_hint})
        setRole(label, "caption");
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 16, 0);
    layout->setSpacing(12);
    layout->addWidget(m_saved);
    layout->addWidget(m_counts);
    layout->addWidget(m_jobs);
    layout->addWidget(m_hint, 1);
    m_patience->setSingleShot(true);
    m_patience->setInterval(patienceMs);
    m_hintTimer->setSingleShot(true);
    connect(m_patience, &QTimer::timeout, this, [this] {
        if (m_project && m_project->hasPendingEdits() && m_project->pendingEditCount() == 0 && m_mark != Mark::Failed)
            setMark(Mark::Saving);
    });
    connect(m_hintTimer, &QTimer::timeout, m_hint, &QLabel::clear);
    connect(m_jobs, &QPushButton::clicked, this, &StatusBar::jobsRequested);
    connect(m_saved, &QPushButton::clicked, this, [this] {
        if (m_mark == Mark::Failed)
            Q_EMIT failureRequested(m_failure);
        else if (m_mark == Mark::Waiting)
            Q_EMIT retryRequested(m_project->pendingMessage());
    });
    setMark(Mark::None);
    setJobs({});
    m_jobs->setToolTip(tr("What runs in the background"));
}

void StatusBar::watch(core::Project* project)
{
    if (m_project)
        m_project->disconnect(this);
    m_project = project;
    m_patience->stop();
    m_savedAt = {};
    m_failure.clear();
    setMark(!project ? Mark::None : project->isReadOnly() ? Mark::ReadOnly : Mark::Saved);
    if (!project)
        return;
    connect(project, &core::Project::savingStarted, this, [this] {
        if (!m_patience->isActive())
            m_patience->start();
    });
    connect(project, &core::Project::saved, this, [this](const QDateTime& when) {
        m_savedAt = when; // only ever the time of a confirmed write
        m_failure.clear();
        settle();
    });
    connect(project, &core::Project::writingEnded, this, &StatusBar::settle); // a cancelled import saves nothing and is over
    connect(project, &core::Project::pendingChanged, this, &StatusBar::settle);
    connect(project, &core::Project::readFailed, this, &StatusBar::settle);
    connect(project, &core::Project::editFailed, this, [this](const QString& message) {
        m_failure = message;
        m_patience->stop();
        setMark(Mark::Failed);
    });
}

void StatusBar::settle()
{
    if (!m_project)
        return;
    m_patience->stop();
    if (m_project->pendingEditCount() > 0)
        setMark(Mark::Waiting);
    else if (m_project->isReadOnly())
        setMark(Mark::ReadOnly);
    else
        setMark(m_failure.isEmpty() ? Mark::Saved : Mark::Failed);
    if (m_project->hasPendingEdits() && m_project->pendingEditCount() == 0)
        m_patience->start();
}

void StatusBar::setMark(Mark mark)
{
    m_mark = mark;
    const Tokens& tokens = Theme::of().tokens();
    m_saved->setVisible(mark != Mark::None);
    m_saved->setToolTip({});
    switch (mark) {
    case Mark::None: break;
    case Mark::Saved:
        m_saved->setIcon(Theme::of().icon(QStringLiteral("check"), tokens.ok));
        m_saved->setText(m_savedAt.isValid() ? tr("Saved %1", "time of day").arg(QLocale().toString(m_savedAt.toLocalTime().time(), QStringLiteral("HH:mm:ss"))) : tr("All saved"));
        break;
    case Mark::Saving:
        m_saved->setIcon(Theme::of().icon(QStringLiteral("refresh")));
        m_saved->setText(tr("Saving…"));
        break;
    case Mark::Waiting:
        m_saved->setIcon(Theme::of().icon(QStringLiteral("warning"), tokens.err));
        m_saved->setText(tr("Not saved: %Ln edit(s) waiting", nullptr, m_project->pendingEditCount()));
        m_saved->setToolTip(m_project->pendingMessage());
        break;
    case Mark::Failed:
        m_saved->setIcon(Theme::of().icon(QStringLiteral("warning"), tokens.err));
        m_saved->setText(tr("Not saved: the last edit"));
        m_saved->setToolTip(m_failure);
        break;
    case Mark::ReadOnly:
        m_saved->setIcon(Theme::of().icon(QStringLiteral("info")));
        m_saved->setText(tr("Opened for reading"));
        break;
    }
}

QString StatusBar::savedText() const
{
    return m_saved->text();
}

void StatusBar::setCounts(const QString& text)
{
    m_counts->setText(text);
}

void StatusBar::setHint(const QString& text)
{
    m_hint->setText(text);
    m_hintTimer->start(hintMs);
}

void StatusBar::setJobs(const QString& text)
{
    m_jobs->setVisible(!text.isEmpty());
    m_jobs->setText(text);
}

} // namespace ui
