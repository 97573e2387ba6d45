#include "ui/pages/StartPage.h"

#include "ui/support/RecentProjects.h"
#include "ui/support/Theme.h"
#include "ui/widgets/ProjectCard.h"

#include <QDesktopServices>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QUrl>

#include <algorithm>

namespace ui {

namespace {
constexpr int columns = 3; // of recent projects
}

StartPage::StartPage(QWidget* parent)
    : QFrame(parent), m_drop(nullptr), m_recentTitle(new QLabel(tr("Recent projects"), this)), m_cards(new QWidget(this)), m_grid(new QGridLayout(m_cards))
{
    setObjectName(QStringLiteral("startPage"));
    setRole(this, "page");
    auto* title = new QLabel(QStringLiteral("Oriel"), this);
    setRole(title, "title");
    auto* purpose = new QLabel(tr("Annotate pictures, train vision models, judge them. Everything stays on this machine."), this);
    purpose->setWordWrap(true);
    setRole(purpose, "secondary");
    auto* create = new QPushButton(tr("New project…"), this);
    create->setObjectName(QStringLiteral("startNew"));
    setButtonIcon(create, QStringLiteral("plus"), Theme::of().tokens().onAccent);
    setRole(create, "primary");
    auto* open = new QPushButton(tr("Open…"), this);
    open->setObjectName(QStringLiteral("startOpen"));
    auto* sample = new QPushButton(tr("Open the sample project…"), this);
    sample->setObjectName(QStringLiteral("startSample"));
    sample->setToolTip(tr("60 pictures of blood cells with boxes and tags, to try everything on"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton* button : {create, open, sample})
        buttons->addWidget(button);
    buttons->addStretch(1);
    m_drop = makeDropArea();
    setRole(m_recentTitle, "over");
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(12);

    auto* body = new QWidget(this);
    body->setMaximumWidth(960);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(24, 40, 24, 24);
    column->setSpacing(16);
    column->addWidget(title);
    column->addWidget(purpose);
    column->addLayout(buttons);
    column->addSpacing(8);
    column->addWidget(m_drop);
    column->addSpacing(8);
    column->addWidget(m_recentTitle);
    column->addWidget(m_cards);
    column->addStretch(1);
    auto* centred = new QWidget(this);
    auto* row = new QHBoxLayout(centred);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    row->addWidget(body, 100);
    row->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setFocusPolicy(Qt::NoFocus); // what it holds takes the focus and scrolls into view
    scroll->setWidgetResizable(true);
    scroll->setWidget(centred);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    connect(create, &QPushButton::clicked, this, &StartPage::newRequested);
    connect(open, &QPushButton::clicked, this, &StartPage::openRequested);
    connect(sample, &QPushButton::clicked, this, &StartPage::sampleRequested);
    refresh();
}

QFrame* StartPage::makeDropArea()
{
    auto* drop = new QFrame(this);
    drop->setObjectName(QStringLiteral("dropArea"));
    drop->setMinimumHeight(140);
    setRole(drop, "drop");
    auto* words = new QLabel(tr("Drop pictures, a folder, or a project here."), drop);
    words->setAlignment(Qt::AlignCenter);
    setRole(words, "secondary");
    auto* more = new QLabel(tr("A folder becomes a new project named after it; you see what was recognised before anything is written."), drop);
    more->setAlignment(Qt::AlignCenter);
    more->setWordWrap(true);
    setRole(more, "caption");
    auto* layout = new QVBoxLayout(drop);
    layout->setSpacing(6);
    layout->addStretch(1);
    layout->addWidget(words);
    layout->addWidget(more);
    layout->addStretch(1);
    return drop;
}

void StartPage::setDropHighlighted(bool highlighted)
{
    m_drop->setProperty("over", highlighted ? QStringLiteral("true") : QStringLiteral("false"));
    m_drop->style()->unpolish(m_drop);
    m_drop->style()->polish(m_drop);
}

void StartPage::refresh()
{
    while (QLayoutItem* old = m_grid->takeAt(0)) {
        old->widget()->deleteLater();
        delete old;
    }
    const std::vector<RecentProject> projects = RecentProjects::all();
    m_recentTitle->setVisible(!projects.empty());
    for (int column = 0; column < columns; ++column)
        m_grid->setColumnStretch(column, 1);
    for (int place = 0; place < int(projects.size()); ++place) {
        auto* card = new ProjectCard(projects[size_t(place)], m_cards);
        m_grid->addWidget(card, place / columns, place % columns);
        connect(card, &ProjectCard::moveRequested, this, [this, place](int right, int down) {
            if (QLayoutItem* next = m_grid->itemAt(place + right + down * columns)) // beyond the ends there is none
                next->widget()->setFocus();
        });
        connect(card, &ProjectCard::clicked, this, [this, card] {
            if (card->isMissing())
                Q_EMIT findRequested(card->project().folder);
            else
                Q_EMIT projectRequested(card->project().folder);
        });
        connect(card, &ProjectCard::showRequested, card, [card] { QDesktopServices::openUrl(QUrl::fromLocalFile(card->project().folder)); });
        connect(card, &ProjectCard::removeRequested, this, [this, card, place] {
            RecentProjects::remove(card->project().folder);
            refresh();
            QLayoutItem* next = m_grid->itemAt(std::min(place, m_grid->count() - 1));
            (next ? next->widget() : findChild<QWidget*>(QStringLiteral("startNew")))->setFocus();
        });
    }
}

} // namespace ui
