#include "ui/widgets/FlowLayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace ui {

FlowLayout::~FlowLayout()
{
    for (QLayoutItem* item : m_items)
        delete item;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    QLayoutItem* taken = itemAt(index);
    if (taken)
        m_items.erase(m_items.begin() + index);
    return taken;
}

/// A widget that may grow starts from its least width.
int FlowLayout::wantedWidth(const QLayoutItem* item)
{
    const int wanted = item->expandingDirections() & Qt::Horizontal ? item->minimumSize().width() : item->sizeHint().width();
    return std::max(wanted, item->minimumSize().width());
}

std::vector<FlowLayout::Line> FlowLayout::linesFor(int width) const
{
    std::vector<Line> lines;
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue; // hidden
        const int wanted = wantedWidth(item);
        if (lines.empty() || lines.back().width + spacing() + wanted > width)
            lines.push_back({{}, -spacing(), 0});
        Line& line = lines.back();
        line.items.push_back(item);
        line.width += spacing() + wanted;
        line.height = std::max(line.height, item->sizeHint().height());
    }
    return lines;
}

int FlowLayout::heightForWidth(int width) const
{
    const QMargins around = contentsMargins();
    int height = around.top() + around.bottom();
    const std::vector<Line> lines = linesFor(width - around.left() - around.right());
    for (const Line& line : lines)
        height += line.height;
    return height + std::max(0, int(lines.size()) - 1) * spacing();
}

QSize FlowLayout::sizeHint() const
{
    const QMargins around = contentsMargins();
    QSize size(-spacing(), 0);
    for (const QLayoutItem* item : m_items) {
        if (!item->isEmpty())
            size = {size.width() + spacing() + item->sizeHint().width(), std::max(size.height(), item->sizeHint().height())};
    }
    return QSize(std::max(0, size.width()), size.height()).grownBy(around);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    const QRect inside = rect.marginsRemoved(contentsMargins());
    const bool mirrored = parentWidget() && parentWidget()->layoutDirection() == Qt::RightToLeft;
    int top = inside.top();
    for (const Line& line : linesFor(inside.width())) {
        int left = inside.left();
        int spare = std::max(0, inside.width() - line.width);
        for (QLayoutItem* item : line.items) {
            int width = std::min(wantedWidth(item), inside.width());
            if (item->expandingDirections() & Qt::Horizontal) {
                const int more = std::min(spare, item->maximumSize().width() - width);
                width += more;
                spare -= more;
            }
            const int height = std::min(item->sizeHint().height(), item->maximumSize().height());
            const QRect place(left, top + (line.height - height) / 2, width, height);
            item->setGeometry(mirrored ? QStyle::visualRect(Qt::RightToLeft, inside, place) : place);
            left += width + spacing();
        }
        top += line.height + spacing();
    }
}

} // namespace ui
