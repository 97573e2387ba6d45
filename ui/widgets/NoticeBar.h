#pragma once

#include <QFrame>
#include <QStringList>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;

namespace ui {

/// A line over a page that says what is the matter there, with the acts that help. Hidden while there is nothing to say.
class NoticeBar : public QFrame {
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* parent = nullptr);

    /// A button and what it does.
    struct Act {
        QString words;
        std::function<void()> act;
    };

    /// An empty text hides the bar. The same words again change nothing, so the focus stays where it is.
    void say(const QString& text, const QStringList& buttons = {});
    /// The same with buttons that act by themselves, before chosen() tells of them.
    void offer(const QString& text, std::vector<Act> acts);
    QString text() const;
    QStringList buttons() const { return m_buttons; }

Q_SIGNALS:
    void chosen(int button); // its place in the list

private:
    void press(int place);

    QLabel* m_text;
    QHBoxLayout* m_row;
    QStringList m_buttons;
    std::vector<Act> m_offered; // empty: whoever spoke listens to chosen()
};

} // namespace ui
