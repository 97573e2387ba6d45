#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace ui {

/// Questions and file choices, as functions handed in: the studio passes the real dialogs, tests pass lambdas.
struct Ask {
    /// Shows `text` with a verb on each button; returns the index of the chosen one, -1 for Escape. The last button is Cancel and default.
    std::function<int(QWidget* parent, const QString& title, const QString& text, const QStringList& buttons)> choose;
    std::function<QString(QWidget* parent, const QString& title, const QString& label, const QString& text)> text; // null QString: cancelled
    std::function<QStringList(QWidget* parent, const QString& title)> openFiles;
    std::function<QString(QWidget* parent, const QString& title)> openFolder;
    std::function<void(QWidget* parent, const QString& title, const QString& message)> tell;
    std::function<QString(QWidget* parent, const QString& title, const QString& fileName)> saveFile; // empty: cancelled

    static Ask withDialogs();
};

} // namespace ui
