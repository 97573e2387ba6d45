#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace ui {

/// Questions and file choices, as functions handed in: the studio passes the real dialogs, tests pass lambdas.
/// None of them waits: each opens its dialog and returns, and the answer comes later to the function that was handed over. So a
/// question may be asked from anywhere, even while an item view commits its editor. The answer never comes when `parent` is gone.
struct Ask {
    using Chosen = std::function<void(int button)>;
    using Given = std::function<void(const QString& text)>;
    using Picked = std::function<void(const QStringList& paths)>;

    /// Shows `text` with a verb on each button; the answer is the index of the chosen one, -1 for Escape. The last button is Cancel
    /// and default.
    std::function<void(QWidget* parent, const QString& title, const QString& text, const QStringList& buttons, const Chosen& chosen)> choose;
    /// The same with the first button as default, where nothing is lost by it.
    std::function<void(QWidget* parent, const QString& title, const QString& text, const QStringList& buttons, const Chosen& chosen)> offer;
    /// These four answer only when something was given; a cancelled dialog just closes.
    std::function<void(QWidget* parent, const QString& title, const QString& label, const QString& proposal, const Given& given)> text;
    std::function<void(QWidget* parent, const QString& title, const Picked& picked)> openFiles;
    std::function<void(QWidget* parent, const QString& title, const Given& picked)> openFolder;
    std::function<void(QWidget* parent, const QString& title, const QString& fileName, const Given& picked)> saveFile;
    std::function<void(QWidget* parent, const QString& title, const QString& message)> tell;

    static Ask withDialogs();
};

} // namespace ui
