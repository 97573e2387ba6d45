#include "ui/support/Panes.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>
#include <vector>

namespace ui {

namespace {

constexpr char property[] = "pane";

bool takesFocus(const QWidget* widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus);
}

/// Who gets the focus in a pane; null: nobody there can have it.
QWidget* targetIn(QWidget* pane)
{
    if (QWidget* last = pane->focusWidget(); last && takesFocus(last))
        return last;
    if (takesFocus(pane))
        return pane;
    const QList<QWidget*> inside = pane->findChildren<QWidget*>();
    const auto found = std::ranges::find_if(inside, takesFocus);
    return found == inside.end() ? nullptr : *found;
}

} // namespace

void markPane(QWidget* pane)
{
    pane->setProperty(property, true);
}

void focusNextPane(QWidget* window, bool forward)
{
    std::vector<QWidget*> panes;
    for (QWidget* widget : window->findChildren<QWidget*>()) {
        if (widget->property(property).toBool() && widget->isVisible() && targetIn(widget))
            panes.push_back(widget);
    }
    if (panes.empty())
        return;
    std::ranges::sort(panes, {}, [window](const QWidget* pane) {
        const QPoint corner = pane->mapTo(window, QPoint());
        return std::pair(corner.x(), corner.y());
    });
    const QWidget* focus = QApplication::focusWidget();
    const auto current = std::ranges::find_if(panes, [focus](const QWidget* pane) { return focus && (pane == focus || pane->isAncestorOf(focus)); });
    const auto count = std::ptrdiff_t(panes.size());
    const auto place = current - panes.begin();
    const auto next = place == count ? (forward ? 0 : count - 1) : (place + (forward ? 1 : count - 1)) % count;
    targetIn(panes[std::size_t(next)])->setFocus(Qt::ShortcutFocusReason);
}

} // namespace ui
