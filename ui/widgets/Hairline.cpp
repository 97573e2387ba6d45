#include "ui/widgets/Hairline.h"

#include "ui/support/Theme.h"

#include <QFrame>

namespace ui {

QFrame* hairline(Qt::Orientation orientation, QWidget* parent)
{
    auto* line = new QFrame(parent);
    setRole(line, "line");
    orientation == Qt::Vertical ? line->setFixedWidth(1) : line->setFixedHeight(1);
    return line;
}

} // namespace ui
