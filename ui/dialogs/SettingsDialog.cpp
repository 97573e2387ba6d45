#include "ui/dialogs/SettingsDialog.h"

#include "ui/support/FocusedButton.h"
#include "ui/support/Theme.h"
#include "ui/widgets/DevicesSettings.h"
#include "ui/widgets/GeneralSettings.h"
#include "ui/widgets/Hairline.h"
#include "ui/widgets/StorageSettings.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>

namespace ui {

namespace {

constexpr int sideWidth = 190, rowHeight = 28;

} // namespace

SettingsDialog::SettingsDialog(QWidget* parent) : QDialog(parent), m_search(new QLineEdit(this)), m_list(new QListWidget(this)), m_stack(new QStackedWidget(this)), m_nothing(new QLabel(tr("No setting has these words."), this))
{
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    resize(920, 600);
    m_search->setObjectName(QStringLiteral("settingsSearch"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search the settings"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(Theme::of().icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->setFixedWidth(sideWidth);
    setRole(m_search, "quiet");
    m_list->setObjectName(QStringLiteral("settingsPages"));
    m_list->setAccessibleName(tr("Pages of the settings"));
    m_list->setFixedWidth(sideWidth);
    setRole(m_list, "bare");

    auto* side = new QVBoxLayout;
    side->setContentsMargins(16, 16, 12, 12);
    side->setSpacing(8);
    side->addWidget(m_search);
    side->addWidget(m_list, 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(side);
    layout->addWidget(hairline(Qt::Vertical, this));
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_nothing, 1, Qt::AlignCenter);
    m_nothing->setObjectName(QStringLiteral("settingsNothing"));
    setRole(m_nothing, "secondary");

    addPage(new GeneralSettings(this));
    addPage(new DevicesSettings(this));
    addPage(m_storage = new StorageSettings(this));
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::search);
    search();
    m_list->setCurrentRow(0);
    m_list->setFocus();
}

void SettingsDialog::addPage(SettingsPage* page)
{
    auto* scroll = new QScrollArea(m_stack);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus); // what it holds takes the focus and scrolls into view
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    m_stack->addWidget(scroll);
    auto* item = new QListWidgetItem(page->title(), m_list);
    item->setSizeHint(QSize(0, rowHeight));
    m_pages.push_back(page);
    connect(page, &SettingsPage::helpRequested, this, &SettingsDialog::helpRequested);
}

int SettingsDialog::pages() const
{
    return int(m_pages.size());
}

void SettingsDialog::setSession(Session* session)
{
    m_storage->setSession(session);
    search(); // what came must not show what the search hides
}

void SettingsDialog::showPage(int page)
{
    m_list->setCurrentRow(page);
}

/// Over all pages: those without a find leave the list, and the first with one is shown.
void SettingsDialog::search()
{
    int first = -1;
    for (int i = 0; i < pages(); ++i) {
        const int found = m_pages[std::size_t(i)]->showMatching(m_search->text());
        m_list->item(i)->setHidden(found == 0);
        if (found > 0 && first < 0)
            first = i;
    }
    if (first >= 0 && (m_list->currentRow() < 0 || m_list->currentItem()->isHidden()))
        m_list->setCurrentRow(first);
    m_stack->setVisible(first >= 0);
    m_nothing->setVisible(first < 0);
}

void SettingsDialog::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Find))
        m_search->setFocus();
    else if (!pressFocusedButton(*event)) // Enter in a field ends nothing
        (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) ? event->accept() : QDialog::keyPressEvent(event);
}

} // namespace ui
