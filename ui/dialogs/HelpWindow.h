#pragma once

#include <QWidget>

#include <vector>

class QLineEdit;
class QListWidget;
class QTextBrowser;
class QToolButton;

namespace ui {

/// The help, in a window of its own beside the work: pages at the left, found by words, the text at the right. It has no parent, since
/// it must stay usable while a dialog stands before the main window; whoever made it keeps it.
class HelpWindow final : public QWidget {
    Q_OBJECT
public:
    /// `commands`: Markdown table of the commands and their keys, as they are set; stands on the page of the keys.
    explicit HelpWindow(QString commands = {});

    /// Opens a topic ("page" or "page#section"); one that does not exist opens the first page. Brings the window to the front.
    void open(const QString& topic);
    QString topic() const; // that is shown

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void display(const QString& topic);
    void step(int direction);
    void updateList();
    void setText(const QString& pageId);
    void goToSection(const QString& id);

    QString m_commands;
    std::vector<QString> m_way;
    std::ptrdiff_t m_at = -1;
    QString m_shownPage;
    QLineEdit* m_search;
    QListWidget* m_list;
    QTextBrowser* m_text;
    QToolButton* m_back;
    QToolButton* m_forward;
};

} // namespace ui
