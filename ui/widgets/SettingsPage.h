#pragma once

#include <QWidget>

#include <functional>
#include <vector>

class QToolButton;
class QVBoxLayout;

namespace ui {

/// A page of the settings: rows of label, field, what it does in a sentence of the help, (?) and an arrow back to the default; and
/// blocks over the whole width. Values are read and stored by who makes the page; a change holds at once.
class SettingsPage : public QWidget {
    Q_OBJECT
public:
    /// `topic`: of the help, for the page as a whole.
    SettingsPage(const QString& title, const QString& topic, QWidget* parent);

    QString title() const { return m_title; }
    /// Shows the rows and blocks that have all of the words, or everything when there are none. Answers how many are shown.
    int showMatching(const QString& words);

Q_SIGNALS:
    void helpRequested(const QString& topic);

protected:
    struct Field {
        QString label;
        QWidget* widget; // with an object name
        QString topic;   // of the help, whose first paragraph is the caption
        std::function<bool()> isDefault;
        std::function<void()> reset;
    };
    void addRow(const Field& field);
    /// `words`: what the search may find it by, asked each time.
    void addBlock(QWidget* block, const std::function<QString()>& words);
    /// After a change: which rows can be set back.
    void updateResets();

private:
    struct Row {
        QWidget* box;
        std::function<QString()> words;
        QToolButton* reset = nullptr;
        std::function<bool()> isDefault{};
    };

    const QString m_title;
    QVBoxLayout* m_rows;
    std::vector<Row> m_all;
};

} // namespace ui
