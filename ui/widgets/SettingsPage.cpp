#include "ui/widgets/SettingsPage.h"

#include "ui/HelpDesk.h"
#include "ui/support/Help.h"
#include "ui/support/KeyTip.h"
#include "ui/support/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int labelWidth = 120, fieldWidth = 170;

} // namespace

SettingsPage::SettingsPage(const QString& title, const QString& topic, QWidget* parent) : QWidget(parent), m_title(title), m_rows(new QVBoxLayout)
{
    setHelp(this, topic);
    auto* heading = new QLabel(title, this);
    setRole(heading, "title");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 20, 20);
    layout->setSpacing(12);
    layout->addWidget(heading);
    layout->addLayout(m_rows);
    layout->addStretch(1);
    m_rows->setSpacing(12);
}

void SettingsPage::addRow(const Field& field)
{
    auto* box = new QWidget(this);
    auto* name = new QLabel(field.label, box);
    setRole(name, "secondary");
    name->setBuddy(field.widget);
    name->setFixedWidth(labelWidth);
    name->setWordWrap(true);
    const QString explanation = Help::of().brief(field.topic);
    auto* caption = new QLabel(explanation, box);
    setRole(caption, "caption");
    caption->setWordWrap(true);
    field.widget->setParent(box);
    field.widget->setFixedWidth(fieldWidth);
    field.widget->setAccessibleName(field.label);
    field.widget->setAccessibleDescription(explanation);
    setHelp(field.widget, field.topic);
    auto* help = iconButton("", QStringLiteral("help"), tr("Help: %1", "name of a setting").arg(field.label), QStringLiteral("F1"), box);
    help->setObjectName(field.widget->objectName() + QStringLiteral("Help"));
    help->setFocusPolicy(Qt::ClickFocus); // F1 in the field does the same
    auto* reset = iconButton("", QStringLiteral("refresh"), tr("%1: back to the default", "name of a setting").arg(field.label), {}, box);
    reset->setObjectName(field.widget->objectName() + QStringLiteral("Reset"));
    auto policy = reset->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    reset->setSizePolicy(policy);

    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(name);
    row->addWidget(field.widget);
    row->addWidget(help);
    row->addWidget(reset);
    row->addWidget(caption, 1);
    m_rows->addWidget(box);
    connect(help, &QToolButton::clicked, this, [this, topic = field.topic] { Q_EMIT helpRequested(topic); });
    connect(reset, &QToolButton::clicked, this, [this, act = field.reset] {
        act();
        updateResets();
    });
    m_all.push_back({box, [words = field.label + QLatin1Char(' ') + explanation] { return words; }, reset, field.isDefault});
}

void SettingsPage::addBlock(QWidget* block, const std::function<QString()>& words)
{
    auto* box = new QWidget(this); // the search hides this, and who made the block the block
    auto* inside = new QVBoxLayout(box);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(block);
    m_rows->addWidget(box);
    m_all.push_back({box, words});
}

void SettingsPage::updateResets()
{
    for (const Row& row : m_all) {
        if (row.reset)
            row.reset->setVisible(!row.isDefault());
    }
}

int SettingsPage::showMatching(const QString& words)
{
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    int shown = 0;
    for (const Row& row : m_all) {
        const QString said = m_title + QLatin1Char(' ') + row.words();
        const bool matches = std::ranges::all_of(wanted, [&](const QString& word) { return said.contains(word, Qt::CaseInsensitive); });
        row.box->setVisible(matches);
        shown += matches;
    }
    return shown;
}

} // namespace ui
