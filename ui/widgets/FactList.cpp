#include "ui/widgets/FactList.h"

#include "ui/support/Theme.h"

#include <QGridLayout>
#include <QLabel>

namespace ui {

FactList::FactList(const QString& heading, QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)), m_first(heading.isEmpty() ? 0 : 1)
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(7);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnMinimumWidth(0, 84);
    m_grid->setRowStretch(100, 1);
    if (!heading.isEmpty()) {
        auto* title = new QLabel(heading, this);
        setRole(title, "over");
        m_grid->addWidget(title, 0, 0, 1, 2);
    }
}

void FactList::setFacts(const std::vector<Fact>& facts)
{
    while (m_rows.size() < facts.size()) {
        auto* label = new QLabel(this);
        auto* value = new QLabel(this);
        setRole(label, "caption");
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setWordWrap(true);
        value->setTextFormat(Qt::PlainText);
        const int row = m_first + int(m_rows.size());
        m_grid->addWidget(label, row, 0, Qt::AlignTop);
        m_grid->addWidget(value, row, 1, Qt::AlignTop);
        m_rows.emplace_back(label, value);
    }
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const auto [label, value] = m_rows[i];
        const bool used = i < facts.size();
        label->setVisible(used);
        value->setVisible(used);
        if (!used)
            continue;
        label->setText(facts[i].label);
        value->setText(facts[i].value);
        value->setToolTip(facts[i].tip);
        value->setAccessibleName(facts[i].label);
    }
}

QString FactList::valueOf(const QString& label) const
{
    for (const auto& [name, value] : m_rows) {
        if (name->text() == label)
            return value->text();
    }
    return {};
}

} // namespace ui
