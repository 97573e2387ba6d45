#include "ui/widgets/PageHeader.h"

#include "ui/support/Theme.h"
#include "ui/widgets/ElidedLabel.h"

#include <QHBoxLayout>

namespace ui {

PageHeader::PageHeader(const QString& title, QWidget* parent)
    : QWidget(parent), m_title(new ElidedLabel(title, this)), m_caption(new ElidedLabel(this)), m_actions(new QHBoxLayout)
{
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_caption->setObjectName(QStringLiteral("pageCaption"));
    setRole(m_title, "title");
    setRole(m_caption, "secondary");
    m_actions->setSpacing(8);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_caption, 1);
    layout->addLayout(m_actions);
    setMinimumHeight(30);
}

void PageHeader::setTitle(const QString& title)
{
    m_title->setText(title);
}

void PageHeader::setCaption(const QString& caption)
{
    m_caption->setText(caption);
}

void PageHeader::addAction(QWidget* widget)
{
    m_actions->addWidget(widget);
}

} // namespace ui
