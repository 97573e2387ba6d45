#include "ui/support/FocusedButton.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>

namespace ui {

bool pressFocusedButton(const QKeyEvent& event)
{
    if ((event.key() != Qt::Key_Return && event.key() != Qt::Key_Enter) || (event.modifiers() & ~Qt::KeypadModifier))
        return false;
    auto* button = qobject_cast<QAbstractButton*>(QApplication::focusWidget());
    if (!button || !button->isEnabled())
        return false;
    if (!event.isAutoRepeat()) // holding Enter down presses once
        button->click();
    return true;
}

} // namespace ui
