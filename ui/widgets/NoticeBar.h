#pragma once

#include <QFrame>
#include <QStringList>

class QHBoxLayout;
class QLabel;

namespace ui {

/// A line over a page that says what is the matter there, with the acts that help. Hidden while there is nothing to say.
class NoticeBar final : public QFrame {
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* parent = nullptr);

    /// An empty text hides the bar. The same words again change nothing, so the focus stays where it is.
    void say(const QString& text, const QStringList& buttons = {});
    QString text() const;
    QStringList buttons() const { return m_buttons; }

Q_SIGNALS:
    void chosen(int button); // its place in the list

private:
    QLabel* m_text;
    QHBoxLayout* m_acts;
    QStringList m_buttons;
};

} // namespace ui
