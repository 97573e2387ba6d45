#pragma once

#include <QString>
#include <Qt>

class QPushButton;
class QToolButton;
class QWidget;

namespace ui {

/// The name of a key in the words of the platform, "Del" or "Entf".
QString keyName(Qt::Key key);

/// What a button does, with the key that does the same in brackets, as its tooltip says it. An empty key: none.
QString withKey(const QString& text, const QString& key);

/// A name of any kind as a tooltip: never taken for markup, and wrapped where it is long.
QString plainTip(const QString& name);

/// A button with its words, and its key in the tooltip. It is never the default one of a dialog.
QPushButton* keyedButton(const char* objectName, const QString& text, const QString& key, QWidget* parent);
/// A small button that shows an icon alone; its name, with its key, is in the tooltip.
QToolButton* iconButton(const char* objectName, const QString& icon, const QString& name, const QString& key, QWidget* parent);

} // namespace ui
