#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

/// What stands where nothing is yet: one sentence that says what belongs here, one button that starts it.
class EmptyState final : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(const QString& sentence = {}, const QString& button = {}, QWidget* parent = nullptr);

    void setSentence(const QString& sentence);
    void setButton(const QString& text); // empty: none
    QPushButton* button() const { return m_button; }

Q_SIGNALS:
    void activated();

private:
    QLabel* m_sentence;
    QPushButton* m_button;
};

} // namespace ui
