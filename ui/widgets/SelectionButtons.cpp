#include "ui/widgets/SelectionButtons.h"

#include "ui/support/ConceptKeys.h"
#include "ui/support/ItemText.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace ui {

namespace {

void popUp(QMenu* menu, const QPushButton* button)
{
    menu->popup(button->mapToGlobal(QPoint(0, button->height() + 4)));
}

} // namespace

SelectionButtons::SelectionButtons(QWidget* parent)
    : QWidget(parent), m_seen(new QPushButton(tr("Seen…"), this)), m_split(new QPushButton(tr("Set split…"), this)), m_seenMenu(new QMenu(this)),
      m_splitMenu(new QMenu(this))
{
    m_seen->setObjectName(QStringLiteral("seenButton"));
    m_seen->setToolTip(tr("Somebody has looked at the selected images for a concept, and what is boxed is all there is (Shift and the key of the concept)"));
    m_split->setObjectName(QStringLiteral("splitButton"));
    m_split->setToolTip(tr("Put the selected images into training, validation or test (F7)"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_seen);
    row->addWidget(m_split);
    for (const core::Split split : {core::Split::Train, core::Split::Validation, core::Split::Test, core::Split::Unassigned})
        m_splitMenu->addAction(nameOf(split), this, [this, split] { Q_EMIT splitChosen(split); });
    connect(m_split, &QPushButton::clicked, this, &SelectionButtons::showSplitMenu);
    connect(m_seen, &QPushButton::clicked, this, [this] {
        fillSeenMenu();
        popUp(m_seenMenu, m_seen);
    });
}

void SelectionButtons::setConcepts(const std::vector<core::ConceptRecord>& concepts)
{
    m_concepts = concepts;
}

void SelectionButtons::setSeenShown(bool shown)
{
    m_seen->setVisible(shown);
}

void SelectionButtons::setEnabledFor(bool selection)
{
    m_seen->setEnabled(selection);
    m_split->setEnabled(selection);
}

void SelectionButtons::showSplitMenu()
{
    if (m_split->isEnabled())
        popUp(m_splitMenu, m_split);
}

/// One line a concept, and one for all of them.
void SelectionButtons::fillSeenMenu()
{
    m_seenMenu->clear();
    std::vector<core::ConceptId> all;
    for (const core::ConceptRecord& record : m_concepts) {
        const QString key = conceptKeyName(int(all.size()));
        //: %1: name of a concept, %2: its key
        const QString words = key.isEmpty() ? record.name : tr("%1 (Shift+%2)").arg(record.name, key);
        m_seenMenu->addAction(words, this, [this, id = record.id] { Q_EMIT seenChosen({id}); });
        all.push_back(record.id);
    }
    if (all.size() > 1) {
        m_seenMenu->addSeparator();
        m_seenMenu->addAction(tr("Every concept (Shift+N)"), this, [this, all] { Q_EMIT seenChosen(all); });
    }
}

} // namespace ui
