#include "ui/support/KeyTip.h"

#include "ui/support/Theme.h"

#include <QCoreApplication>
#include <QKeySequence>
#include <QPushButton>
#include <QToolButton>

namespace ui {

QString keyName(Qt::Key key)
{
    return QKeySequence(key).toString(QKeySequence::NativeText);
}

QString withKey(const QString& text, const QString& key)
{
    //: %1: what a button does, %2: its key
    return key.isEmpty() ? text : QCoreApplication::translate("ui::KeyTip", "%1 (%2)").arg(text, key);
}

QString plainTip(const QString& name)
{
    return name.isEmpty() ? QString() : QStringLiteral("<span>%1</span>").arg(name.toHtmlEscaped());
}

QPushButton* keyedButton(const char* objectName, const QString& text, const QString& key, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setObjectName(QLatin1String(objectName));
    button->setToolTip(withKey(text, key));
    button->setAutoDefault(false);
    return button;
}

QToolButton* iconButton(const char* objectName, const QString& icon, const QString& name, const QString& key, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(QLatin1String(objectName));
    button->setIcon(Theme::of().icon(icon));
    button->setIconSize({16, 16});
    button->setFixedSize(28, 28);
    button->setAccessibleName(name);
    button->setToolTip(withKey(name, key));
    return button;
}

} // namespace ui
