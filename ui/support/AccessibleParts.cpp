#include "ui/support/AccessibleParts.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>
#include <QWidget>

namespace ui {

namespace {

AccessibleParts* partsOf(QWidget* widget)
{
    return dynamic_cast<AccessibleParts*>(widget);
}

/// A part: knows its widget and its place, and asks for the rest.
class PartInterface final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    PartInterface(QWidget* widget, int index) : m_widget(widget), m_index(index) {}

    bool isValid() const override { return m_widget && partsOf(m_widget) && m_index < partsOf(m_widget)->partCount(); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_widget); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    void setText(QAccessible::Text, const QString&) override {}
    QString text(QAccessible::Text kind) const override { return kind == QAccessible::Name && isValid() ? part().name : QString(); }
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect inWidget = part().rect;
        return {m_widget->mapToGlobal(inWidget.topLeft()), inWidget.size()};
    }
    QAccessible::Role role() const override { return isValid() ? part().role : QAccessible::NoRole; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        const AccessiblePart told = part();
        state.focusable = state.selectable = true;
        state.selected = told.selected;
        state.focused = told.focused;
        state.offscreen = !m_widget->rect().intersects(told.rect);
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString& name) override
    {
        if (name == pressAction() && isValid())
            partsOf(m_widget)->choosePart(m_index);
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

    int index() const { return m_index; }

private:
    AccessiblePart part() const { return partsOf(m_widget)->partAt(m_index); }

    QPointer<QWidget> m_widget;
    int m_index;
};

/// The widget with its parts for children, each made when it is first asked for.
class PartsInterface final : public QAccessibleWidget {
public:
    explicit PartsInterface(QWidget* widget) : QAccessibleWidget(widget, QAccessible::List) {}
    ~PartsInterface() override
    {
        for (const QAccessible::Id id : std::as_const(m_made))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override
    {
        const AccessibleParts* parts = partsOf(widget()); // none any more while the widget is being destroyed
        return parts ? parts->partCount() : 0;
    }
    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        if (const auto known = m_made.constFind(index); known != m_made.cend())
            return QAccessible::accessibleInterface(*known);
        auto* made = new PartInterface(widget(), index);
        m_made.insert(index, QAccessible::registerAccessibleInterface(made)); // which owns it from now on
        return made;
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        const auto* part = dynamic_cast<const PartInterface*>(child);
        return part && part->parent() == this ? part->index() : -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        const AccessibleParts* parts = partsOf(widget());
        return parts ? child(parts->partUnder(widget()->mapFromGlobal(QPoint(x, y)))) : nullptr;
    }
    QAccessibleInterface* focusChild() const override
    {
        const int index = widget()->hasFocus() ? partsOf(widget())->focusedPart() : -1;
        return index < 0 ? QAccessibleWidget::focusChild() : child(index);
    }

private:
    mutable QHash<int, QAccessible::Id> m_made;
};

QAccessibleInterface* makeInterface(const QString&, QObject* object)
{
    auto* widget = qobject_cast<QWidget*>(object);
    return widget && partsOf(widget) ? new PartsInterface(widget) : nullptr;
}

} // namespace

void AccessibleParts::install()
{
    static const bool once = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(once);
}

void AccessibleParts::tellFocus(QWidget* widget, int index)
{
    QAccessibleEvent event(widget, QAccessible::Focus);
    event.setChild(index);
    QAccessible::updateAccessibility(&event);
}

} // namespace ui
