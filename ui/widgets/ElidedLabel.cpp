#include "ui/widgets/ElidedLabel.h"

#include "ui/support/KeyTip.h"
#include "ui/support/Theme.h"

#include <QPainter>

namespace ui {

ElidedLabel::ElidedLabel(const char* role, Qt::TextElideMode mode, QWidget* parent) : QLabel(parent), m_mode(mode)
{
    setRole(this, role);
    setTextFormat(Qt::PlainText);
}

void ElidedLabel::setLine(const QString& text, const QString& tip)
{
    setText(text);
    setToolTip(plainTip(tip.isEmpty() ? text : tip));
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {0, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(contentsRect(), Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(text(), m_mode, contentsRect().width()));
}

} // namespace ui
