#pragma once

#include <QObject>

#include <functional>
#include <memory>

class QMenuBar;

namespace ui {

class HelpWindow;

/// F1 in the main window and in every dialog of it: opens the help at the page or control that has the focus. A widget says by its property
/// "help" which topic is about it; a page or dialog without one is found by its object name ("imagesPage" has the page "images",
/// "exportModelDialog" the page "export-model").
class HelpDesk final : public QObject {
    Q_OBJECT
public:
    /// `window`: the main window; `menus`: whose commands stand on the page of the keys; `page`: answers the page that is shown, for
    /// dialogs and questions that have no text of their own.
    HelpDesk(QWidget* window, QMenuBar* menus, std::function<const QWidget*()> page);
    ~HelpDesk() override;

    void show(const QString& topic);
    void showFor(const QWidget* widget);
    void close(); // the window, when it is open
    HelpWindow* window() const { return m_help.get(); } // null: not opened yet

    /// The topic about a widget, looked for in what holds it too; empty when nothing has one.
    static QString topicFor(const QWidget* widget);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QString commands() const;

    QMenuBar* m_menus;
    std::function<const QWidget*()> m_page;
    std::unique_ptr<HelpWindow> m_help;
};

/// Marks what a widget and all in it are about; "options#epochs".
void setHelp(QWidget* widget, const QString& topic);

} // namespace ui
