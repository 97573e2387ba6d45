#pragma once

#include <QAccessible>
#include <QRect>
#include <QString>

class QWidget;

namespace ui {

/// One thing that a widget paints itself, as a screen reader meets it.
struct AccessiblePart {
    QString name;
    QRect rect; // px of the widget
    QAccessible::Role role = QAccessible::ListItem;
    bool selected = false;
    bool focused = false;
};

/// A widget whose contents are painted rather than made of widgets tells its parts through this; assistive programs then find
/// them as its children. Parts are asked for when somebody looks, so a hundred thousand cost nothing.
class AccessibleParts {
public:
    virtual ~AccessibleParts() = default;
    virtual int partCount() const = 0;
    virtual AccessiblePart partAt(int index) const = 0; // 0 .. partCount() - 1
    virtual int partUnder(const QPoint& point) const = 0; // px of the widget; -1: none
    virtual int focusedPart() const = 0;                  // -1: none
    virtual void choosePart(int index) = 0;               // as a click on it does

    /// Makes the children of all widgets of this kind known; once for each program, before the first is asked for.
    static void install();
    /// Tells assistive programs that a part has the focus now; -1: the widget itself.
    static void tellFocus(QWidget* widget, int index);
};

} // namespace ui
