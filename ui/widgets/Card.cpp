#include "ui/widgets/Card.h"

#include "ui/support/Theme.h"
#include "ui/widgets/ElidedLabel.h"

#include <QLabel>
#include <QVBoxLayout>

namespace ui {

Card::Card(const QString& title, QWidget* parent)
    : QFrame(parent), m_title(new ElidedLabel(this)), m_value(new QLabel(this)), m_header(new QHBoxLayout), m_content(new QVBoxLayout)
{
    setRole(this, "card");
    setRole(m_title, "head");
    setRole(m_value, "head");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(12);
    m_header->setSpacing(8);
    m_header->addWidget(m_title);
    m_header->addStretch(1);
    m_header->addWidget(m_value);
    m_content->setSpacing(8);
    layout->addLayout(m_header);
    layout->addLayout(m_content, 1);
    setTitle(title);
    setValue({});
}

void Card::setTitle(const QString& title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
}

void Card::setValue(const QString& value)
{
    m_value->setText(value);
    m_value->setVisible(!value.isEmpty());
}

} // namespace ui
