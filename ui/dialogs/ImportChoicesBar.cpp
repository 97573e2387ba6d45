#include "ui/dialogs/ImportChoicesBar.h"

#include "ui/support/Theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace ui {

using Existing = core::ImportChoices::Existing;
using Splits = core::ImportChoices::Splits;

ImportChoicesBar::ImportChoicesBar(QWidget* parent) : QWidget(parent), m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(16);
    m_layout->setVerticalSpacing(4);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_existing = add(QStringLiteral("existingChoice"), 0);
    m_existing->addItem(tr("Keep mine"), int(Existing::Keep));
    m_existing->addItem(tr("Add to mine"), int(Existing::Add));
    m_existing->addItem(tr("Replace mine"), int(Existing::Replace));
    m_splits = add(QStringLiteral("splitChoice"), 1);
    m_unlisted = add(QStringLiteral("unlistedChoice"), 2);
    m_unlisted->addItem(tr("Not looked at"), false);
    m_unlisted->addItem(tr("Without concept"), true);
    m_layout->setColumnStretch(3, 1);
    setReport({});
}

QComboBox* ImportChoicesBar::add(const QString& name, int column)
{
    auto* box = new QComboBox(this);
    auto* title = new QLabel(this);
    box->setObjectName(name);
    title->setBuddy(box);
    setRole(title, "caption");
    m_layout->addWidget(title, 0, column);
    m_layout->addWidget(box, 1, column);
    m_titles.push_back(title);
    m_boxes.push_back(box);
    connect(box, &QComboBox::activated, this, &ImportChoicesBar::changed);
    return box;
}

void ImportChoicesBar::show(QComboBox* box, bool isShown, const QString& title)
{
    QLabel* const label = m_titles[size_t(std::ranges::find(m_boxes, box) - m_boxes.begin())];
    label->setText(title);
    label->setVisible(isShown);
    box->setVisible(isShown);
    box->setAccessibleName(title);
}

void ImportChoicesBar::setReport(const core::ImportReport& report)
{
    show(m_existing, report.alreadyAnnotated > 0, tr("%Ln image(s) annotated already", nullptr, report.alreadyAnnotated));
    const QVariant chosen = m_splits->currentData();
    m_splits->clear();
    m_splits->addItem(report.hasSplits ? tr("As in the source") : tr("Dealt: 80 % training, 20 % validation"), int(Splits::Given));
    if (report.hasSplits)
        m_splits->addItem(tr("Dealt: 80 % training, 20 % validation"), int(Splits::Deal));
    m_splits->addItem(tr("None"), int(Splits::None));
    m_splits->setCurrentIndex(std::max(0, m_splits->findData(chosen)));
    show(m_splits, report.images > 0, tr("Splits of new images"));
    const bool canBeWithout = report.viewType && *report.viewType != core::ViewType::Classification;
    show(m_unlisted, report.unlisted > 0 && canBeWithout, tr("%Ln image(s) without an entry", nullptr, report.unlisted));
    setVisible(std::ranges::any_of(m_boxes, [](const QComboBox* box) { return !box->isHidden(); }));
}

void ImportChoicesBar::takeInto(core::ImportChoices& choices) const
{
    choices.existing = static_cast<Existing>(m_existing->currentData().toInt());
    choices.splits = static_cast<Splits>(m_splits->currentData().toInt());
    choices.unlistedIsWithout = m_unlisted->currentData().toBool();
}

void ImportChoicesBar::reset()
{
    for (QComboBox* box : m_boxes)
        box->setCurrentIndex(0);
}

} // namespace ui
