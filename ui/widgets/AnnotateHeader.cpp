#include "ui/widgets/AnnotateHeader.h"

#include "core/dataset/Annotation.h"
#include "ui/support/ItemText.h"
#include "ui/support/KeyTip.h"
#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"
#include "ui/widgets/ElidedLabel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace ui {

namespace {

constexpr int headerHeight = 52; // px

QLabel* label(const char* object, const char* role, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(object));
    setRole(label, role);
    return label;
}

} // namespace

AnnotateHeader::AnnotateHeader(QWidget* parent)
    : QWidget(parent), m_previous(iconButton("previousImage", QStringLiteral("chevron-left"), tr("Previous image"), QStringLiteral("A"), this)),
      m_position(label("position", "head", this)), m_next(iconButton("nextImage", QStringLiteral("chevron-right"), tr("Next image"), QStringLiteral("D"), this)),
      m_name(new ElidedLabel(this)), m_state(label("imageState", "secondary", this)), m_zoom(label("zoom", "secondary", this)),
      m_more(iconButton("more", QStringLiteral("more"), tr("More acts"), {}, this))
{
    setFixedHeight(headerHeight);
    m_name->setObjectName(QStringLiteral("imageName"));
    m_name->setElideMode(Qt::ElideMiddle); // the number at the end tells files of a series apart
    setRole(m_name, "strong");
    m_zoom->setToolTip(tr("Zoom: the wheel changes it, F fits the picture, Z shows it at 100 %"));
    auto* menu = new QMenu(m_more);
    menu->addAction(tr("Next not annotated (U)"), this, &AnnotateHeader::nextOpenRequested);
    menu->addSeparator();
    m_remove = menu->addAction(tr("Remove from the project…"), this, &AnnotateHeader::removeRequested);
    m_remove->setObjectName(QStringLiteral("removeFromProject"));
    // Not setMenu(): that would draw an arrow over the three dots.
    connect(m_more, &QToolButton::clicked, menu, [this, menu] { menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 4))); });
    connect(m_previous, &QToolButton::clicked, this, &AnnotateHeader::previousRequested);
    connect(m_next, &QToolButton::clicked, this, &AnnotateHeader::nextRequested);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(20, 0, 16, 0);
    row->setSpacing(8);
    row->addWidget(m_previous);
    row->addWidget(m_position);
    row->addWidget(m_next);
    row->addSpacing(8);
    row->addWidget(m_name);
    row->addSpacing(8);
    row->addWidget(m_state);
    row->addStretch();
    row->addWidget(m_zoom);
    row->addWidget(m_more);
}

void AnnotateHeader::setEditable(bool editable)
{
    m_remove->setEnabled(editable);
}

void AnnotateHeader::setPosition(int position, int count)
{
    //: %1: which image this is, %2: how many there are
    m_position->setText(tr("%1 of %2").arg(ui::count(position + 1), ui::count(count)));
    m_previous->setEnabled(position > 0);
    m_next->setEnabled(position + 1 < count);
}

void AnnotateHeader::setItem(const core::Item& item)
{
    m_name->setText(item.image.name());
    m_name->setToolTip(plainTip(item.image.relativePath));
    m_state->setText(nameOf(item.image.split) + QStringLiteral("  ·  ") + nameOf(item.annotation.state));
}

void AnnotateHeader::setZoom(double scale)
{
    m_zoom->setText(percent(scale, scale < 0.1 ? 1 : 0));
}

} // namespace ui
