#include "ui/widgets/ThumbnailGrid.h"

#include "ui/widgets/TileDelegate.h"

#include <QKeyEvent>
#include <QPainter>
#include <QRubberBand>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace ui {

ThumbnailGrid::ThumbnailGrid(QWidget* parent) : QAbstractItemView(parent)
{
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // its coming and going would change the number of columns
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    viewport()->setAutoFillBackground(false);
    setMouseTracking(false);
    AccessibleParts::install();
}

AccessiblePart ThumbnailGrid::partAt(int row) const
{
    const QModelIndex index = model()->index(row, 0);
    const QString spoken = index.data(Qt::AccessibleTextRole).toString();
    const QRect tile = visualRect(index).translated(viewport()->pos());
    const bool selected = selectionModel() && selectionModel()->isSelected(index);
    return {spoken.isEmpty() ? index.data().toString() : spoken, tile, QAccessible::ListItem, selected, hasFocus() && index == currentIndex()};
}

int ThumbnailGrid::partUnder(const QPoint& point) const
{
    return indexAt(point - viewport()->pos()).row();
}

void ThumbnailGrid::choosePart(int row)
{
    setCurrentIndex(model()->index(row, 0));
}

void ThumbnailGrid::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QAbstractItemView::currentChanged(current, previous);
    if (hasFocus() && current.isValid())
        tellFocus(this, current.row());
}

int ThumbnailGrid::count() const
{
    return model() ? model()->rowCount() : 0;
}

int ThumbnailGrid::columns() const
{
    return std::max(1, (viewport()->width() - 2 * margin + gap) / (m_tileSize + gap));
}

int ThumbnailGrid::tileWidth() const
{
    return std::max(1, (viewport()->width() - 2 * margin + gap) / columns() - gap);
}

int ThumbnailGrid::cellHeight() const
{
    return TileDelegate::heightFor(tileWidth()) + gap - 2;
}

QRect ThumbnailGrid::contentRect(int row) const
{
    const int perRow = columns(), width = tileWidth();
    return {margin + row % perRow * (width + gap), margin + row / perRow * cellHeight(), width, TileDelegate::heightFor(width)};
}

int ThumbnailGrid::verticalOffset() const
{
    return verticalScrollBar()->value();
}

void ThumbnailGrid::setTileSize(int px)
{
    px = std::clamp(px, 64, 512);
    if (px == m_tileSize)
        return;
    const QModelIndex anchor = currentIndex().isValid() ? currentIndex() : indexAt(QPoint(margin + 4, margin + 4));
    m_tileSize = px;
    updateGeometries();
    if (anchor.isValid())
        scrollTo(anchor);
    viewport()->update();
    Q_EMIT tileSizeChanged(px);
    Q_EMIT visibleRowsChanged();
}

std::pair<int, int> ThumbnailGrid::visibleRows() const
{
    const int top = std::max(0, verticalOffset() - margin) / cellHeight();
    const int bottom = (verticalOffset() + viewport()->height()) / cellHeight();
    return {top * columns(), std::min(count() - 1, (bottom + 1) * columns() - 1)};
}

QRect ThumbnailGrid::visualRect(const QModelIndex& index) const
{
    return index.isValid() ? contentRect(index.row()).translated(0, -verticalOffset()) : QRect();
}

void ThumbnailGrid::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const QRect rect = contentRect(index.row());
    const int top = verticalOffset(), height = viewport()->height();
    if (hint == PositionAtTop || rect.top() - margin < top)
        verticalScrollBar()->setValue(rect.top() - margin);
    else if (hint == PositionAtCenter)
        verticalScrollBar()->setValue(rect.center().y() - height / 2);
    else if (rect.bottom() + margin > top + height)
        verticalScrollBar()->setValue(rect.bottom() + margin - height);
}

QModelIndex ThumbnailGrid::indexAt(const QPoint& point) const
{
    const QPoint content = point + QPoint(0, verticalOffset());
    const int column = (content.x() - margin) / (tileWidth() + gap);
    if (content.x() < margin || content.y() < margin || column >= columns())
        return {};
    const int row = (content.y() - margin) / cellHeight() * columns() + column;
    return row < count() && contentRect(row).contains(content) ? model()->index(row, 0) : QModelIndex();
}

QModelIndex ThumbnailGrid::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    if (count() == 0)
        return {};
    const int current = currentIndex().isValid() ? currentIndex().row() : 0;
    const int page = std::max(1, viewport()->height() / cellHeight()) * columns();
    const int step = [&] {
        switch (action) {
        case MoveLeft: case MovePrevious: return layoutDirection() == Qt::RightToLeft && action == MoveLeft ? 1 : -1;
        case MoveRight: case MoveNext: return layoutDirection() == Qt::RightToLeft && action == MoveRight ? -1 : 1;
        case MoveUp: return -columns();
        case MoveDown: return columns();
        case MovePageUp: return -page;
        case MovePageDown: return page;
        case MoveHome: return -count();
        case MoveEnd: return count();
        }
        return 0;
    }();
    if (!currentIndex().isValid())
        return model()->index(0, 0);
    const bool vertical = action == MoveUp || action == MoveDown;
    const int target = current + step;
    if (vertical && (target < 0 || (target >= count() && current / columns() == (count() - 1) / columns())))
        return currentIndex();
    return model()->index(std::clamp(target, 0, count() - 1), 0);
}

void ThumbnailGrid::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags flags)
{
    QItemSelection chosen;
    const QModelIndex start = indexAt(rect.topLeft()), end = indexAt(rect.bottomRight());
    if (state() != DragSelectingState && start.isValid() && end.isValid()) { // Shift: all between the two, in reading order
        chosen.select(model()->index(std::min(start.row(), end.row()), 0), model()->index(std::max(start.row(), end.row()), 0));
        selectionModel()->select(chosen, flags);
        return;
    }
    const QRect content = rect.normalized().translated(0, verticalOffset());
    if (count() > 0) {
        const int first = std::clamp((content.top() - margin) / cellHeight(), 0, (count() - 1) / columns());
        const int last = std::clamp((content.bottom() - margin) / cellHeight(), 0, (count() - 1) / columns());
        for (int line = first; line <= last; ++line) {
            int from = -1, to = -1;
            for (int row = line * columns(); row < std::min(count(), (line + 1) * columns()); ++row) {
                if (!contentRect(row).intersects(content))
                    continue;
                from = from < 0 ? row : from;
                to = row;
            }
            if (from >= 0)
                chosen.select(model()->index(from, 0), model()->index(to, 0));
        }
    }
    selectionModel()->select(chosen, flags);
}

QRegion ThumbnailGrid::visualRegionForSelection(const QItemSelection& selection) const
{
    const auto [first, last] = visibleRows();
    QRegion region;
    for (const QItemSelectionRange& range : selection) {
        for (int row = std::max(first, range.top()); row <= std::min(last, range.bottom()); ++row)
            region += visualRect(model()->index(row, 0)).adjusted(-margin - 1, -margin - 1, margin + 1, margin + 1);
    }
    return region;
}

void ThumbnailGrid::updateGeometries()
{
    const int lines = count() == 0 ? 0 : (count() - 1) / columns() + 1;
    verticalScrollBar()->setSingleStep(std::max(8, cellHeight() / 3));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, lines * cellHeight() + 2 * margin - viewport()->height()));
    QAbstractItemView::updateGeometries();
}

void ThumbnailGrid::reset()
{
    QAbstractItemView::reset();
    updateGeometries();
    Q_EMIT visibleRowsChanged();
}

void ThumbnailGrid::rowsInserted(const QModelIndex& parent, int start, int end)
{
    QAbstractItemView::rowsInserted(parent, start, end);
    updateGeometries();
}

void ThumbnailGrid::resizeEvent(QResizeEvent* event)
{
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
    Q_EMIT visibleRowsChanged();
}

void ThumbnailGrid::scrollContentsBy(int, int)
{
    viewport()->update();
    Q_EMIT visibleRowsChanged();
}

void ThumbnailGrid::paintEvent(QPaintEvent* event)
{
    if (count() == 0)
        return;
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QStyle::State base = option.state & ~QStyle::State_HasFocus;
    const auto [first, last] = visibleRows();
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = model()->index(row, 0);
        option.rect = visualRect(index);
        if (!event->region().intersects(option.rect.adjusted(-margin, -margin, margin, margin)))
            continue;
        option.state = base;
        if (selectionModel() && selectionModel()->isSelected(index))
            option.state |= QStyle::State_Selected;
        if (hasFocus() && index == currentIndex())
            option.state |= QStyle::State_HasFocus;
        itemDelegate()->paint(&painter, option, index);
    }
}

void ThumbnailGrid::wheelEvent(QWheelEvent* event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractItemView::wheelEvent(event);
        return;
    }
    setTileSize(m_tileSize + (event->angleDelta().y() > 0 ? 16 : -16));
    event->accept();
}

void ThumbnailGrid::keyPressEvent(QKeyEvent* event)
{
    event->ignore();
    Q_EMIT keyPressed(event);
    if (!event->isAccepted())
        QAbstractItemView::keyPressEvent(event);
}

void ThumbnailGrid::mousePressEvent(QMouseEvent* event)
{
    QAbstractItemView::mousePressEvent(event);
    if (event->button() == Qt::LeftButton && !indexAt(event->position().toPoint()).isValid())
        m_bandOrigin = event->position().toPoint() + QPoint(0, verticalOffset());
    else
        m_bandOrigin = {};
}

void ThumbnailGrid::mouseMoveEvent(QMouseEvent* event)
{
    QAbstractItemView::mouseMoveEvent(event);
    if (m_bandOrigin.isNull() || !(event->buttons() & Qt::LeftButton))
        return;
    if (!m_band)
        m_band = new QRubberBand(QRubberBand::Rectangle, viewport());
    m_band->setGeometry(QRect(m_bandOrigin - QPoint(0, verticalOffset()), event->position().toPoint()).normalized());
    m_band->show();
}

void ThumbnailGrid::mouseReleaseEvent(QMouseEvent* event)
{
    QAbstractItemView::mouseReleaseEvent(event);
    if (m_band)
        m_band->hide();
    m_bandOrigin = {};
}

} // namespace ui
